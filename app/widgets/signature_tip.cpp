#include "app/widgets/signature_tip.hpp"

#include "app/models/formula_proposals.hpp"
#include "app/models/utf16_place.hpp"
#include "app/widgets/proposal_popup.hpp"
#include "app/widgets/theme.hpp"
#include "core/expr/open_call.hpp"

namespace actlab::widgets {

namespace {

constexpr qsizetype kLongestHelp = 70;  // characters

/// Which argument the caret is in; past the last one where there are too many.
std::size_t argumentAt(const expr::OpenCall& call, const expr::Signature& signature)
{
    for (std::size_t i = 0; i < signature.arguments.size(); ++i)
        if (signature.arguments[i].name == call.keyword)
            return i;
    return call.argument;
}

QString signatureHtml(const expr::OpenCall& call, const activation::Callable& function, const QColor& muted)
{
    QStringList arguments = models::shownArguments(function.signature);
    const auto current = static_cast<qsizetype>(argumentAt(call, function.signature));
    for (qsizetype i = 0; i < arguments.size(); ++i)
        arguments[i] = i == current ? "<b>" + arguments[i].toHtmlEscaped() + "</b>" : arguments[i].toHtmlEscaped();
    QString help = models::helpOn(function);
    if (help.size() > kLongestHelp)
        help = help.left(kLongestHelp - 1) + QChar(u'…');
    return QStringLiteral("<span style=\"white-space: pre\"><code>%1(%2)</code>&nbsp; <span style=\"color: %3\">%4"
                          "</span></span>")
        .arg(QString::fromStdString(call.name).toHtmlEscaped(), arguments.join(", "), muted.name(),
             help.toHtmlEscaped());
}

}  // namespace

SignatureTip::SignatureTip(QPlainTextEdit& field) : QLabel(&field), m_field(field)
{
    setWindowFlags(Qt::ToolTip);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setObjectName("formula-signature");
    setTextFormat(Qt::RichText);
}

void SignatureTip::follow()
{
    const QString text = m_field.toPlainText();
    const std::size_t caret = models::codePointPlace(text, m_field.textCursor().position());
    const auto call =
        m_field.hasFocus() && m_field.isVisible() ? expr::openCallAt(text.toStdString(), caret) : std::nullopt;
    const auto* function = call ? activation::findCallable(call->name) : nullptr;
    if (!call || m_dismissed != call->begin)
        m_dismissed.reset();
    if (!function || m_dismissed)
        return hide();
    setFont(scaledFont(1));
    setText(signatureHtml(*call, *function, themeOf(m_field.palette()).mutedText));
    place(static_cast<int>(models::utf16Place(text, call->begin)));
    show();
}

void SignatureTip::dismiss()
{
    const QString text = m_field.toPlainText();
    const auto call =
        expr::openCallAt(text.toStdString(), models::codePointPlace(text, m_field.textCursor().position()));
    m_dismissed = call ? std::optional(call->begin) : std::nullopt;
    hide();
}

void SignatureTip::place(int nameBegin)
{
    setGeometry(besideCaret(placeOnScreen(m_field, nameBegin), sizeHint(), true));
}

QRect placeOnScreen(const QPlainTextEdit& field, int position)
{
    QTextCursor cursor(field.document());
    cursor.setPosition(position);
    const QRect line = field.cursorRect(cursor);
    return {field.viewport()->mapToGlobal(line.topLeft()), line.size()};
}

}  // namespace actlab::widgets
