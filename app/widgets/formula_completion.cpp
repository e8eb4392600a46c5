#include "app/widgets/formula_completion.hpp"

#include "app/models/formula_proposals.hpp"
#include "app/models/utf16_place.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/proposal_popup.hpp"
#include "app/widgets/signature_tip.hpp"
#include "core/expr/open_call.hpp"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace actlab::widgets {

namespace {

constexpr int kTelling = 2;  // letters before the list opens by itself: many parameters have one

bool isCtrlSpace(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Space && key.modifiers() == Qt::ControlModifier;
}

bool writes(const QKeyEvent& key)
{
    return !key.text().isEmpty() && key.text().front().isPrint();
}

bool erases(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Backspace;
}

}  // namespace

FormulaCompletion::FormulaCompletion(FormulaField& field)
    : QObject(&field), m_field(field), m_popup(new ProposalPopup(&field)), m_tip(new SignatureTip(field))
{
    field.installEventFilter(this);
    connect(&field, &QPlainTextEdit::textChanged, this, &FormulaCompletion::textChanged);
    connect(&field, &QPlainTextEdit::cursorPositionChanged, this, &FormulaCompletion::caretMoved);
    connect(m_popup, &QListView::clicked, this, &FormulaCompletion::take);
}

void FormulaCompletion::setParameters(std::vector<activation::Parameter> parameters)
{
    m_parameters = std::move(parameters);
}

bool FormulaCompletion::isOpen() const
{
    return m_popup->isVisible();
}

void FormulaCompletion::close()
{
    m_popup->hide();
    m_tip->follow();
}

bool FormulaCompletion::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_field)
        return fieldFilter(*event);
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        place();
    return false;
}

bool FormulaCompletion::fieldFilter(QEvent& event)
{
    switch (event.type()) {
    case QEvent::ShortcutOverride:
        if (!isOurs(static_cast<QKeyEvent&>(event)))
            return false;
        event.accept();
        return true;
    case QEvent::KeyPress: return takesKey(static_cast<QKeyEvent&>(event));
    case QEvent::InputMethod:
        m_isTyped = !static_cast<QInputMethodEvent&>(event).commitString().isEmpty();
        return false;
    case QEvent::FocusIn:
        for (QWidget* around = m_field.parentWidget(); around; around = around->parentWidget())
            around->installEventFilter(this);  // the field moves with them
        QMetaObject::invokeMethod(m_tip, &SignatureTip::follow, Qt::QueuedConnection);
        return false;
    case QEvent::FocusOut:
    case QEvent::Hide:
        m_popup->hide();
        m_tip->hide();
        return false;
    case QEvent::Move:
    case QEvent::Resize: place(); return false;
    default: return false;
    }
}

bool FormulaCompletion::isOurs(const QKeyEvent& key) const
{
    if (isCtrlSpace(key))
        return true;
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (isPlain ? key.key() : 0) {
    case Qt::Key_Escape: return isOpen() || m_tip->isVisible();
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: return isOpen();
    default: return false;
    }
}

bool FormulaCompletion::takesKey(const QKeyEvent& key)
{
    m_isTyped = writes(key) || (isOpen() && erases(key));
    if (!isOurs(key))
        return false;
    m_isTyped = false;
    switch (key.key()) {
    case Qt::Key_Space: propose(true); break;
    case Qt::Key_Up: m_popup->step(-1); break;
    case Qt::Key_Down: m_popup->step(1); break;
    case Qt::Key_PageUp: m_popup->step(-m_popup->page()); break;
    case Qt::Key_PageDown: m_popup->step(m_popup->page()); break;
    case Qt::Key_Escape: isOpen() ? m_popup->hide() : m_tip->dismiss(); break;
    default: take();
    }
    return true;
}

void FormulaCompletion::textChanged()
{
    m_tip->follow();
    if (std::exchange(m_isTyped, false))
        propose(false);
    else
        m_popup->hide();
}

void FormulaCompletion::caretMoved()
{
    m_tip->follow();
    if (!m_isTyped && m_field.textCursor().position() != m_end)
        m_popup->hide();
}

void FormulaCompletion::propose(bool isAsked)
{
    const QString text = m_field.toPlainText();
    const int caret = m_field.textCursor().position();
    const auto name = expr::nameBefore(text.toStdString(), models::codePointPlace(text, caret));
    if (!name || (!isAsked && name->end - name->begin < kTelling))
        return m_popup->hide();
    m_begin = static_cast<int>(models::utf16Place(text, name->begin));
    m_end = caret;
    const QString typed = text.mid(m_begin, m_end - m_begin);
    std::vector<models::Proposal> fitting = proposals(typed, text);
    const bool isComplete =
        !fitting.empty() && fitting.front().name == typed && fitting.front().kind != models::Proposal::Kind::Function;
    if (fitting.empty() || (!isAsked && isComplete))
        return m_popup->hide();
    m_popup->propose(std::move(fitting));
    m_tip->follow();
    showPopup();
}

/// What is being typed counts as a parameter already; only another use of it makes it one to propose.
std::vector<models::Proposal> FormulaCompletion::proposals(const QString& typed, const QString& text) const
{
    const QRegularExpression uses("\\b" + QRegularExpression::escape(typed) + "\\b",
                                  QRegularExpression::UseUnicodePropertiesOption);
    std::vector<activation::Parameter> parameters = m_parameters;
    if (!typed.isEmpty() && text.count(uses) < 2)
        std::erase_if(parameters, [&](const auto& each) { return each.name == typed.toStdString(); });
    std::vector<models::Proposal> all = keywords(typed, text);
    std::ranges::move(models::proposalsFor(typed, parameters), std::back_inserter(all));
    return all;
}

/// Only at the beginning of an argument.
std::vector<models::Proposal> FormulaCompletion::keywords(const QString& typed, const QString& text) const
{
    const QString before = text.left(m_begin).trimmed();
    const auto call = expr::openCallAt(text.toStdString(), models::codePointPlace(text, m_begin));
    const bool isBeginning = before.endsWith('(') || before.endsWith(',');
    return call && isBeginning ? models::keywordsFor(typed, *call, text) : std::vector<models::Proposal>{};
}

void FormulaCompletion::place()
{
    m_tip->follow();
    if (isOpen())
        showPopup();
}

/// Beside the line and the signature.
void FormulaCompletion::showPopup()
{
    QRect taken = placeOnScreen(m_field, m_begin);
    if (m_tip->isVisible()) {
        taken.setTop(std::min(taken.top(), m_tip->geometry().top()));
        taken.setBottom(std::max(taken.bottom(), m_tip->geometry().bottom()));
    }
    m_popup->showBeside(taken);
}

/// One step to undo; the caret comes to lie between the brackets.
void FormulaCompletion::take()
{
    const models::Proposal* chosen = m_popup->chosen();
    if (!chosen)
        return m_popup->hide();
    const bool isFunction = chosen->kind == models::Proposal::Kind::Function;
    const QString name = chosen->name;
    const bool hasBrackets = m_field.toPlainText().mid(m_end, 1) == QLatin1String("(");
    m_popup->hide();
    Q_EMIT m_field.finished();
    QTextCursor cursor = m_field.textCursor();
    cursor.setPosition(m_begin);
    cursor.setPosition(m_end, QTextCursor::KeepAnchor);
    const bool hasEquals = name.endsWith('=') && m_field.toPlainText().mid(m_end, 1) == QLatin1String("=");
    cursor.insertText(isFunction && !hasBrackets ? name + "()" : hasEquals ? name.chopped(1) : name);
    if (hasEquals)
        cursor.movePosition(QTextCursor::Right);
    if (isFunction)
        cursor.movePosition(hasBrackets ? QTextCursor::Right : QTextCursor::Left);
    m_field.setTextCursor(cursor);
    Q_EMIT m_field.finished();
}

}  // namespace actlab::widgets
