#include "app/widgets/message_bar.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace actlab::widgets {

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = iconButton("close", tr("Dismiss"), this);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace * 2, kSpace / 2, kSpace, kSpace / 2);
    row->addWidget(m_text, 1);
    row->addWidget(close);
    hide();
}

void MessageBar::say(const QString& message)
{
    m_text->setText(message);
    setVisible(!message.isEmpty());
}

void MessageBar::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.accentSoft);
    painter.fillRect(0, 0, kSpace / 2, height(), theme.accent);
}

}  // namespace actlab::widgets
