#include "app/widgets/curve_layer.hpp"

#include "app/widgets/curve_dots.hpp"
#include "app/widgets/curve_thinning.hpp"
#include "app/widgets/quick_graph.hpp"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

/// Values far outside the view, drawn at its far outside: a painter cannot place 1e300, and ∞ is a gap to it.
QVector<double> withinReach(const std::vector<double>& values, const QCPRange& view)
{
    constexpr double kHeights = 200;
    const double low = view.lower - kHeights * view.size();
    const double high = view.upper + kHeights * view.size();
    QVector<double> reachable(static_cast<int>(values.size()));
    std::transform(values.begin(), values.end(), reachable.begin(),
                   [=](double y) { return std::isnan(y) ? y : std::clamp(y, low, high); });
    return reachable;
}

constexpr double kInvisible = 0.1;  // pixels
constexpr int kFewestPixels = 1000;

QVector<double> copied(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

QString withPrimes(const QString& name, int order)
{
    constexpr std::array kPrimes{"", "′", "″"};
    return name + QString::fromUtf8(kPrimes[static_cast<std::size_t>(order)]);
}

/// How many columns of `place` a line ascending in x crosses; none for the NaN of gaps.
int pixelsInside(const QRectF& place, const QLineF& line)
{
    const double from = std::max(line.x1(), place.left()), to = std::min(line.x2(), place.right());
    int inside = 0;
    for (double x = from; x <= to; ++x) {
        const double share = line.dx() > 0 ? (x - line.x1()) / line.dx() : 0;
        inside += place.contains(x, line.y1() + share * line.dy()) ? 1 : 0;
    }
    return inside;
}

QColor colourOf(const PlottedCurve& curve, const Theme& theme)
{
    if (!curve.isPast)
        return curveColour(curve.colour, theme);
    QColor grey = theme.mutedText;
    grey.setAlphaF(0.6F);
    return grey;
}

/// f′ where another gradient is used: there, but behind.
QPen trueSlopePen(QColor colour, double scale)
{
    colour.setAlphaF(0.55F);
    QPen pen = curvePen(colour, 2, scale);
    pen.setWidthF(scale);
    return pen;
}

QPen asidePen(const QColor& colour, double scale)
{
    QPen pen = curvePen(colour, 1, scale);
    pen.setWidthF(scale);
    return pen;
}

/// A corner of a strip: at its value of x, or at the `side` of the plot where it has no end.
void placeEdge(QCPItemPosition& edge, double x, double side, double height)
{
    edge.setTypeX(std::isfinite(x) ? QCPItemPosition::ptPlotCoords : QCPItemPosition::ptAxisRectRatio);
    edge.setTypeY(QCPItemPosition::ptAxisRectRatio);
    edge.setCoords(std::isfinite(x) ? x : side, height);
}

/// What the legend calls a curve that stands alone.
QString nameOf(const PlottedCurve& curve, int order)
{
    const bool isOwn = order == 1 && !curve.set.differs.empty();
    return isOwn ? QObject::tr("gradient used") : withPrimes(curve.name, order);
}

bool anyShows(const std::vector<PlottedCurve>& curves, std::size_t order)
{
    return std::any_of(curves.begin(), curves.end(), [=](const auto& curve) { return curve.visible[order]; });
}

}  // namespace

CurveLayer::CurveLayer(QCustomPlot& plot) : m_plot(plot)
{
    plot.addLayer(QStringLiteral("behind"), plot.layer(QStringLiteral("background")));
    plot.addLayer(QStringLiteral("dots"), plot.layer(QStringLiteral("main")));
    plot.setAutoAddPlottableToLegend(false);
    plot.legend->setVisible(true);
    plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignLeft | Qt::AlignTop);
}

void CurveLayer::draw(const std::vector<PlottedCurve>& curves, const Theme& theme, double scale)
{
    m_used = m_lasting = 0;
    for (QCPItemRect* old : m_strips)
        m_plot.removeItem(old);
    m_strips.clear();
    for (const auto& curve : curves) {
        drawCurve(curve, theme, scale);
        m_lasting = curve.isGuest ? m_lasting : m_used;
    }
    hideUnusedGraphs();
    fillLegend(curves, theme, scale);
}

QCPGraph& CurveLayer::nextGraph()
{
    if (m_used == m_graphs.size())
        m_graphs.push_back(new QuickGraph(m_plot));  // the plot owns it
    QCPGraph& graph = *m_graphs[m_used++];
    graph.setVisible(true);
    return graph;
}

void CurveLayer::drawCurve(const PlottedCurve& curve, const Theme& theme, double scale)
{
    const QColor colour = colourOf(curve, theme);
    const auto orders = static_cast<int>(std::min<std::size_t>(curve.set.orders.size(), 3));
    // f is drawn last, above its derivatives
    for (int order = orders - 1; order >= 0; --order) {
        const auto index = static_cast<std::size_t>(order);
        if (!curve.visible[index])
            continue;
        if (order == 1 && !curve.set.differs.empty()) {
            drawTrueSlope(curve, colour, scale);
            drawDifference(curve, colour);
        }
        if (curve.isAside) {
            drawLine(curve.set.orders[index], asidePen(colour, scale));
            continue;
        }
        drawLine(curve.set.orders[index], curvePen(colour, order, scale));
        const CurveDots dots = dotsOf(curve.set, order);
        drawDots(dots.kinks, Dots::Kink, colour, theme, scale);
        drawDots(dots.open, Dots::Open, colour, theme, scale);
        drawDots(dots.closed, Dots::Closed, colour, theme, scale);
    }
}

void CurveLayer::drawLine(const analysis::Curve& line, const QPen& pen)
{
    QCPGraph& graph = nextGraph();
    graph.setLayer(QStringLiteral("main"));
    graph.setLineStyle(QCPGraph::lsLine);
    graph.setScatterStyle(QCPScatterStyle::ssNone);
    graph.setPen(pen);
    const QCPRange& view = m_plot.yAxis->range();
    // Before it is laid out a plot has no height; a figure may be enlarged.
    const double pixel = view.size() / std::max(kFewestPixels, m_plot.axisRect()->height());
    const Polyline few = thinned({copied(line.x), withinReach(line.y, view)}, kInvisible * pixel);
    graph.setData(few.x, few.y, true);
}

void CurveLayer::drawTrueSlope(const PlottedCurve& curve, const QColor& colour, double scale)
{
    drawLine(curve.set.trueSlope, trueSlopePen(colour, scale));
}

void CurveLayer::drawDifference(const PlottedCurve& curve, const QColor& colour)
{
    constexpr double kTop = 0.98;  // of the plot's height
    for (const analysis::Interval& stretch : curve.set.differs) {
        auto* strip = m_strips.emplace_back(new QCPItemRect(&m_plot));
        strip->setLayer(QStringLiteral("behind"));
        strip->setPen(Qt::NoPen);
        strip->setBrush(QBrush(colour, Qt::BDiagPattern));
        placeEdge(*strip->topLeft, stretch.low, 0, kTop);
        placeEdge(*strip->bottomRight, stretch.high, 1, 1);
    }
}

void CurveLayer::drawDots(const std::vector<QPointF>& points, Dots dots, const QColor& colour, const Theme& theme,
                          double scale)
{
    if (points.empty())
        return;
    QVector<double> x, y;
    for (const QPointF& point : points) {
        x.push_back(point.x());
        y.push_back(point.y());
    }
    const QColor inside = dots == Dots::Closed ? colour : theme.surface;
    const auto shape = dots == Dots::Kink ? QCPScatterStyle::ssDiamond : QCPScatterStyle::ssCircle;
    QCPGraph& graph = nextGraph();
    graph.setLayer(QStringLiteral("dots"));
    graph.setLineStyle(QCPGraph::lsNone);
    graph.setScatterStyle(QCPScatterStyle(shape, QPen(colour, 1.6 * scale), inside, 7.5 * scale));
    graph.setData(x, y, false);
}

void CurveLayer::hideUnusedGraphs()
{
    for (std::size_t i = m_used; i < m_graphs.size(); ++i) {
        m_graphs[i]->setVisible(false);
        m_graphs[i]->data()->clear();
    }
}

void CurveLayer::fillLegend(const std::vector<PlottedCurve>& curves, const Theme& theme, double scale)
{
    m_plot.legend->clearItems();
    for (QCPGraph* sample : m_legendSamples)
        m_plot.removeGraph(sample);
    m_legendSamples.clear();
    const bool isAlone = std::ranges::count(curves, false, &PlottedCurve::isGuest) == 1;
    for (const auto& curve : curves)
        for (int order = 0; order < (isAlone ? 3 : 1) && !curve.isGuest; ++order)
            if (!isAlone || curve.visible[static_cast<std::size_t>(order)])
                addLegendEntry(isAlone ? nameOf(curve, order) : curve.name,
                               curvePen(colourOf(curve, theme), order, scale));
    if (isAlone && curves[0].visible[1] && !curves[0].set.differs.empty())
        addLegendEntry(withPrimes(curves[0].name, 1), trueSlopePen(colourOf(curves[0], theme), scale));
    // Several activations: the colours name them, and one line each says what dashes and dots mean.
    for (int order = 1; order < 3 && !isAlone; ++order)
        if (anyShows(curves, static_cast<std::size_t>(order)))
            addLegendEntry(withPrimes(QStringLiteral("f"), order), curvePen(theme.mutedText, order, scale));
}

void CurveLayer::addLegendEntry(const QString& name, const QPen& pen)
{
    QCPGraph* sample = m_plot.addGraph();
    sample->setName(name);
    sample->setPen(pen);
    sample->addToLegend();
    m_legendSamples.push_back(sample);
}

void CurveLayer::placeLegend()
{
    auto* inset = m_plot.axisRect()->insetLayout();
    const Qt::Alignment present = inset->insetAlignment(0);
    if (curvePixelsUnderLegendAt(present) == 0)
        return;
    const std::array<Qt::Alignment, 6> corners{Qt::AlignLeft | Qt::AlignTop,    Qt::AlignRight | Qt::AlignBottom,
                                               Qt::AlignRight | Qt::AlignTop,   Qt::AlignLeft | Qt::AlignBottom,
                                               Qt::AlignHCenter | Qt::AlignTop, Qt::AlignHCenter | Qt::AlignBottom};
    const auto best = std::min_element(corners.begin(), corners.end(), [this](auto a, auto b) {
        return curvePixelsUnderLegendAt(a) < curvePixelsUnderLegendAt(b);
    });
    inset->setInsetAlignment(0, *best);
}

int CurveLayer::curvePixelsUnderLegendAt(Qt::Alignment corner) const
{
    constexpr int kAir = kSpace;
    const QSize size = m_plot.legend->minimumOuterSizeHint();
    const QRectF place = QStyle::alignedRect(Qt::LeftToRight, corner, size, m_plot.axisRect()->rect())
                             .adjusted(-kAir, -kAir, kAir, kAir);
    int covered = 0;
    for (std::size_t i = 0; i < m_lasting; ++i) {
        const auto& data = *m_graphs[i]->data();
        const auto pixel = [&](auto point) { return m_graphs[i]->coordsToPixels(point->key, point->value); };
        for (auto point = data.constBegin(); point != data.constEnd(); ++point)
            covered += pixelsInside(place, {pixel(point), pixel(point + 1 == data.constEnd() ? point : point + 1)});
    }
    return covered;
}

}  // namespace actlab::widgets
