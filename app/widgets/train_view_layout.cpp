#include "app/widgets/train_view.hpp"

#include "app/widgets/remembered_splitter.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_banner.hpp"
#include "app/widgets/train_curves_panel.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_hero.hpp"
#include "app/widgets/train_network_picture.hpp"
#include "app/widgets/train_network_scroll.hpp"
#include "app/widgets/train_runs_list.hpp"
#include "app/widgets/train_settings.hpp"
#include "app/widgets/train_status_line.hpp"
#include "app/widgets/train_transport.hpp"

#include <QEvent>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr int kLeftWidth = 304;
constexpr int kRightWidth = 336;
constexpr int kRunsHeight = 150;

}  // namespace

void TrainView::createLayout()
{
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 2 * kSpace, 0);
    columns->setSpacing(kSpace);
    columns->addLayout(createLeft());
    columns->addLayout(createMiddle(), 1);
    columns->addLayout(createRight());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(columns, 1);
    whole->addWidget(m_status);
}

QLayout* TrainView::createLeft()
{
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 2 * kSpace, 0, 0);
    column->setSpacing(2 * kSpace);
    auto* transport = new QHBoxLayout;
    transport->setContentsMargins(2 * kSpace, 0, 2 * kSpace, 0);
    transport->addWidget(m_transport);
    column->addLayout(transport);
    column->addWidget(m_settings, 1);
    return column;
}

QLayout* TrainView::createMiddle()
{
    auto* answer = new QWidget(this);
    auto* below = new QVBoxLayout(answer);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(kSpace);
    below->addWidget(m_banner);
    below->addWidget(m_hero, 1);
    auto* halves = new RememberedSplitter(Qt::Vertical, "train/network-height", this);
    halves->addWidget(new TrainNetworkScroll(m_network, halves));
    halves->addWidget(answer);
    halves->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, kSpace, 0, 0);
    column->addWidget(halves, 1);
    return column;
}

QLayout* TrainView::createRight()
{
    auto* column = new QVBoxLayout;
    column->setContentsMargins(kSpace, kSpace, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_curves, 1);
    column->addWidget(m_runs);
    return column;
}

void TrainView::fitToType()
{
    m_settings->setFixedWidth(scaledToType(kLeftWidth));
    // Large type on a small screen leaves the curves two fifths.
    const int right = std::min(scaledToType(kRightWidth), std::max(kRightWidth, window()->width() * 2 / 5));
    m_curves->setFixedWidth(right);
    m_runs->setFixedSize(right, scaledToType(kRunsHeight));
}

void TrainView::setSideVisible(bool visible)
{
    for (QWidget* side : std::initializer_list<QWidget*>{m_transport, m_settings, m_runs})
        side->setVisible(visible);
}

void TrainView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitToType();
}

void TrainView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitToType();
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
