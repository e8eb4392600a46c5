// What the mouse does over the epochs, and what is read at its place.
#include "app/widgets/train_epoch_plot.hpp"

#include <qcustomplot.h>

#include <QLabel>
#include <limits>

namespace actlab::widgets {

void TrainEpochPlot::connectMouse()
{
    const auto leave = [this] { m_following = false; };
    connect(m_plot, &QCustomPlot::mouseWheel, this, leave);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this, leave](QMouseEvent* event) {
        if (event->buttons() & Qt::LeftButton)
            leave();
        m_plot->setToolTip(m_marks.textAt(event->pos()));
        Q_EMIT hovered(m_plot->xAxis->pixelToCoord(event->pos().x()));
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_following = true;
        fit();
    });
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] { redraw(); });
}

void TrainEpochPlot::setCursorAt(std::optional<double> place)
{
    m_cursor = place;
    m_cursorLine->setVisible(place.has_value() && hasCurve());
    if (m_cursorLine->visible()) {
        const double at = leadingCurve()->nearest(*place).x;
        m_cursorLine->start->setCoords(at, m_plot->yAxis->range().lower);
        m_cursorLine->end->setCoords(at, m_plot->yAxis->range().upper);
    }
    showReadout();
    paintSoon();
}

void TrainEpochPlot::showReadout()
{
    m_readout->setText(readout());
    m_readout->setToolTip(readoutTip());
}

double TrainEpochPlot::valueOf(const models::TrainingCurve& curve) const
{
    if (curve.size() == 0)
        return std::numeric_limits<double>::quiet_NaN();
    return m_cursor ? curve.nearest(*m_cursor).value : curve.at(curve.size() - 1).value;
}

QString TrainEpochPlot::cursorText() const
{
    if (!m_cursor || !hasCurve())
        return {};
    const double place = leadingCurve()->nearest(*m_cursor).x;
    switch (m_view.axis) {
    case models::CurveView::Axis::Epoch: return tr("epoch %1").arg(place, 0, 'f', 0) + "&nbsp; ";
    case models::CurveView::Axis::Step: return tr("step %1").arg(place, 0, 'f', 0) + "&nbsp; ";
    case models::CurveView::Axis::Seconds: break;
    }
    return tr("%1 s").arg(place, 0, 'g', 3) + "&nbsp; ";
}

}  // namespace actlab::widgets
