#include "app/widgets/curve_plot.hpp"

#include "app/widgets/curve_plot_parts.hpp"
#include "app/widgets/figure.hpp"
#include "app/widgets/plot_style.hpp"

#include <QVBoxLayout>
#include <cmath>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

bool isUsable(analysis::Interval view)
{
    // Below 1e-9 of its place a view shows rounding, above 1e12 nothing but axes.
    const double width = view.width();
    const double least = 1e-9 * std::max({1.0, std::abs(view.low), std::abs(view.high)});
    return std::isfinite(width) && width > least && width < 1e12;
}

}  // namespace

bool Handle::isSeen() const
{
    return std::isfinite(position.x()) && std::isfinite(position.y());
}

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>(*this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&m_parts->plot);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
    m_parts->plot.setMouseTracking(true);
    m_parts->plot.setFocusProxy(this);
    m_parts->plot.installEventFilter(this);
    m_parts->plot.setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    m_parts->plot.setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_parts->plot.xAxis->setLabel(QStringLiteral("x"));
    connectView();
    connect(&m_parts->plot, &QCustomPlot::beforeReplot, this, &CurvePlot::beforePainting);
    connect(&m_parts->plot, &QCustomPlot::afterLayout, this, [this] {
        if (std::exchange(m_parts->laidOutWidth, plotWidth()) != plotWidth())
            announceView();
    });
    restyle();
}

CurvePlot::~CurvePlot()
{
    // The dying plot would take the focus away, and losing it draws on the plot.
    m_parts->plot.setFocusProxy(nullptr);
}

void CurvePlot::connectView()
{
    const auto keepUsable = [this](QCPAxis* axis, const QCPRange& now, const QCPRange& before) {
        if (!isUsable({now.lower, now.upper}))
            axis->setRange(before);
        else
            announceView();
    };
    for (QCPAxis* axis : {m_parts->plot.xAxis, m_parts->plot.yAxis})
        connect(axis, qOverload<const QCPRange&, const QCPRange&>(&QCPAxis::rangeChanged), this,
                [=](const QCPRange& now, const QCPRange& before) { keepUsable(axis, now, before); });
}

void CurvePlot::announceView()
{
    if (m_parts->placingView || m_parts->viewAnnounced)
        return;
    m_parts->viewAnnounced = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_parts->viewAnnounced = false;
            redraw();
            Q_EMIT viewChanged(xView(), yView());
        },
        Qt::QueuedConnection);
}

void CurvePlot::show(std::vector<PlottedCurve> curves)
{
    m_parts->curves = std::move(curves);
    drawCurves();
    paintSoon();
}

void CurvePlot::showBands(std::vector<Band> bands)
{
    m_parts->bands = std::move(bands);
    drawBands();
    paintSoon();
}

void CurvePlot::showHandles(std::vector<Handle> handles)
{
    m_parts->handles = std::move(handles);
    const int count = static_cast<int>(m_parts->handles.size());
    m_parts->selected = m_parts->shows(m_parts->selected) ? m_parts->selected : -1;
    m_parts->grabbed = m_parts->grabbed < count ? m_parts->grabbed : -1;
    drawHandles();
    paintSoon();
}

void CurvePlot::showBadges(std::vector<Badge> badges)
{
    m_parts->badges = std::move(badges);
    drawBadges();
    paintSoon();
}

QWidget& CurvePlot::surface()
{
    return m_parts->plot;
}

void CurvePlot::setView(analysis::Interval x, analysis::Interval y)
{
    if (!isUsable(x) || !isUsable(y) || (x == xView() && y == yView()))
        return;
    m_parts->placingView = true;
    m_parts->plot.xAxis->setRange(x.low, x.high);
    m_parts->plot.yAxis->setRange(y.low, y.high);
    m_parts->placingView = false;
    redraw();
}

analysis::Interval CurvePlot::xView() const
{
    const QCPRange range = m_parts->plot.xAxis->range();
    return {range.lower, range.upper};
}

analysis::Interval CurvePlot::yView() const
{
    const QCPRange range = m_parts->plot.yAxis->range();
    return {range.lower, range.upper};
}

int CurvePlot::plotWidth() const
{
    return std::max(1, m_parts->plot.axisRect()->width());
}

QPointF CurvePlot::toPixel(QPointF value) const
{
    return {m_parts->plot.xAxis->coordToPixel(value.x()), m_parts->plot.yAxis->coordToPixel(value.y())};
}

QPointF CurvePlot::toValue(QPointF pixel) const
{
    return {m_parts->plot.xAxis->pixelToCoord(pixel.x()), m_parts->plot.yAxis->pixelToCoord(pixel.y())};
}

void CurvePlot::redraw()
{
    drawBands();
    drawCurves();
    drawHandles();
    drawBadges();
    paintSoon();
}

void CurvePlot::drawCurves()
{
    m_parts->curveLayer.draw(m_parts->curves, themeOf(palette()), lineScale(font()));
}

void CurvePlot::drawBands()
{
    m_parts->marks.drawBands(m_parts->bands, themeOf(palette()));
}

void CurvePlot::drawHandles()
{
    m_parts->marks.drawHandles(m_parts->handles, m_parts->selected, themeOf(palette()), lineScale(font()));
}

void CurvePlot::drawBadges()
{
    m_parts->marks.drawBadges(m_parts->badges, themeOf(palette()), font());
}

/// Once in a turn of the event loop, however much has changed.
void CurvePlot::paintSoon()
{
    m_parts->paintsSoon = true;
    placeCursor();
    m_parts->plot.replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::beforePainting()
{
    m_parts->paintsSoon = false;
    if (m_parts->grabbed < 0 && QGuiApplication::mouseButtons() == Qt::NoButton)
        m_parts->curveLayer.placeLegend();  // never under the hand
}

void CurvePlot::restyle()
{
    stylePlot(m_parts->plot, themeOf(palette()), font());
    redraw();
}

void CurvePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

Figure CurvePlot::figure(const Theme& theme) const
{
    const auto paint = [theme, x = xView(), y = yView(), type = font(), curves = m_parts->curves,
                        bands = m_parts->bands](QCPPainter& painter, QSize size) {
        CurvePlot drawn;
        drawn.setPalette(paletteOf(theme));
        drawn.setFont(type);
        drawn.resize(size);
        QCustomPlot& plot = drawn.m_parts->plot;
        plot.setViewport(QRect({}, size));
        drawn.setView(x, y);
        drawn.m_parts->bands = bands;
        drawn.m_parts->curves = curves;
        drawn.restyle();
        plot.replot(QCustomPlot::rpImmediateRefresh);  // lays out, so that the legend knows where the curves run
        drawn.m_parts->curveLayer.placeLegend();
        plot.toPainter(&painter, size.width(), size.height());
    };
    return {.key = QStringLiteral("curves"), .name = {}, .size = size(), .paint = paint};
}

}  // namespace actlab::widgets
