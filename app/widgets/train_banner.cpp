#include "app/widgets/train_banner.hpp"

#include "app/widgets/theme.hpp"
#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_form.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace actlab::widgets {

namespace {

QColor strokeOf(TrainMessage::Kind kind, const Theme& theme)
{
    switch (kind) {
    case TrainMessage::Kind::Hint: return theme.border;
    case TrainMessage::Kind::Notice: return theme.accent;
    case TrainMessage::Kind::Good: return theme.good;
    case TrainMessage::Kind::Warning: return theme.error;
    }
    return theme.border;
}

}  // namespace

TrainBanner::TrainBanner(QWidget* parent) : QWidget(parent), m_text(new QLabel(this)), m_button(new QPushButton(this))
{
    setObjectName("train-banner");
    m_text->setObjectName("train-message");
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName("train-message-action");
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setVisible(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace + kSpace / 2, kSpace / 2, kSpace / 2, kSpace / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    // Two lines at the least, so that what is below seldom moves.
    fitToType(this, [this] { m_text->setMinimumHeight(2 * QFontMetrics(scaledFont(1)).lineSpacing()); });
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT acted(m_message.action); });
}

void TrainBanner::show(const TrainMessage& message)
{
    if (message == m_message)
        return;
    m_message = message;
    m_text->setText(message.text);
    m_button->setText(message.button);
    m_button->setVisible(message.action != TrainMessage::Action::None);
    update();
}

void TrainBanner::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(palette());
    const QColor stroke = strokeOf(m_message.kind, theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double share = m_message.kind == TrainMessage::Kind::Hint ? 0 : 0.12;
    painter.setBrush(mixed(stroke, theme.window, share));
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setBrush(stroke);
    painter.drawRoundedRect(QRectF(0, 4, 3, height() - 8), 1.5, 1.5);
}

}  // namespace actlab::widgets
