#include "app/widgets/train_network_scroll.hpp"

#include <QCoreApplication>
#include <QScrollBar>
#include <QWheelEvent>

namespace actlab::widgets {

TrainNetworkScroll::TrainNetworkScroll(QWidget* wide, QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(wide);
    viewport()->setAutoFillBackground(false);
    wide->setAutoFillBackground(false);
}

QSize TrainNetworkScroll::sizeHint() const
{
    return widget()->sizeHint();
}

QSize TrainNetworkScroll::minimumSizeHint() const
{
    constexpr int kLeastWidth = 200;
    return {kLeastWidth, widget()->minimumSizeHint().height() + horizontalScrollBar()->sizeHint().height()};
}

void TrainNetworkScroll::wheelEvent(QWheelEvent* event)
{
    QCoreApplication::sendEvent(horizontalScrollBar(), event);
}

}  // namespace actlab::widgets
