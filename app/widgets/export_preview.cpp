#include "app/widgets/export_preview.hpp"

#include "app/widgets/code_colours.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace actlab::widgets {

ExportPreview::ExportPreview(QWidget* parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_text(new QPlainTextEdit(m_stack)),
      m_colours(new CodeColours(m_text->document())),
      m_picture(new QLabel(m_stack))
{
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(formulaFont());
    m_text->setAccessibleName(tr("The file"));
    m_picture->setObjectName(QStringLiteral("export-picture"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(1, 1);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    for (QWidget* page : std::initializer_list<QWidget*>{m_text, m_picture, createWords()})
        m_stack->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

QWidget* ExportPreview::createWords()
{
    auto* page = new QWidget(m_stack);
    m_words = new QLabel(page);
    m_words->setObjectName(QStringLiteral("export-words"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code = new QLabel(page);
    m_code->setObjectName(QStringLiteral("export-loading"));
    m_code->setFont(formulaFont());
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    column->setSpacing(2 * kSpace);
    column->addWidget(m_words);
    column->addWidget(m_code);
    column->addStretch(1);
    return page;
}

void ExportPreview::showText(const QString& text, const QString& suffix)
{
    m_stack->setCurrentWidget(m_text);
    if (text == m_text->toPlainText())
        return;
    const int down = m_text->verticalScrollBar()->value(), right = m_text->horizontalScrollBar()->value();
    m_colours->setLanguage(suffix);
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(down);
    m_text->horizontalScrollBar()->setValue(right);
}

void ExportPreview::scrollToTop()
{
    m_text->verticalScrollBar()->setValue(0);
    m_text->horizontalScrollBar()->setValue(0);
}

void ExportPreview::showPicture(const QImage& picture)
{
    m_whole = QPixmap::fromImage(picture);
    m_stack->setCurrentWidget(m_picture);
    fitPicture();
}

/// Never larger than it is.
void ExportPreview::fitPicture()
{
    const double ratio = devicePixelRatioF();
    const QSize room = (QSizeF(m_stack->size()) * ratio).toSize();
    const bool isLarger = m_whole.width() > room.width() || m_whole.height() > room.height();
    QPixmap shown = isLarger ? m_whole.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation) : m_whole;
    shown.setDevicePixelRatio(ratio);
    m_picture->setPixmap(shown);
}

void ExportPreview::showWords(const QString& words, const QString& code)
{
    setStyleProperty(*m_words, "role", QString());
    m_words->setText(words);
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    m_stack->setCurrentIndex(m_stack->count() - 1);
}

void ExportPreview::showRefusal(const QString& why)
{
    showWords(why);
    setStyleProperty(*m_words, "role", QStringLiteral("warning"));
}

void ExportPreview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {  // comes last: a new sheet puts earlier fonts back
        m_text->setFont(formulaFont());
        if (m_code)
            m_code->setFont(formulaFont());
    }
    if (event->type() == QEvent::PaletteChange)
        m_colours->rehighlight();
}

void ExportPreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_stack->currentWidget() == m_picture)
        fitPicture();
}

}  // namespace actlab::widgets
