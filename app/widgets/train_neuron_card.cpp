#include "app/widgets/train_neuron_card.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_form.hpp"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr int kEnlarged = 168;  // pixels

}  // namespace

TrainNeuronCard::TrainNeuronCard(QWidget* parent)
    : QFrame(parent, Qt::ToolTip | Qt::WindowTransparentForInput),
      m_title(sectionTitle({}, this)),
      m_text(new QLabel(this)),
      m_image(new QLabel(this)),
      m_below(hintLabel({}, this))
{
    setObjectName("train-neuron-card");
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    m_below->setWordWrap(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    column->setSpacing(kSpace / 2);
    column->setSizeConstraint(QLayout::SetFixedSize);
    for (QLabel* label : {m_title, m_image, m_below, m_text})
        column->addWidget(label);
}

void TrainNeuronCard::show(const Content& content, QPoint place)
{
    const int side = scaledToType(kEnlarged);
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_image->setVisible(!content.image.isNull());
    if (!content.image.isNull())
        m_image->setPixmap(
            QPixmap::fromImage(content.image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    m_below->setText(content.below);
    m_below->setVisible(!content.below.isEmpty());
    adjustSize();
    const QRect screen = parentWidget()->screen()->availableGeometry();
    const QPoint corner = place + QPoint(2 * kSpace, 2 * kSpace);
    const int left = corner.x() + width() > screen.right() ? place.x() - kSpace - width() : corner.x();
    const int top = std::min(corner.y(), screen.bottom() - height());
    move(left, top);
    if (!isVisible())
        show();
}

}  // namespace actlab::widgets
