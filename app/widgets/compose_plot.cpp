#include "app/widgets/compose_plot.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/pieces_table.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr auto kRest = std::chrono::milliseconds(400);

/// The numbers a hand can mean: no finer than what a pixel covers.
double roundedToPixel(double x, double valuesPerPixel)
{
    const double decimals = -std::floor(std::log10(valuesPerPixel));
    const double scale = std::pow(10.0, std::abs(decimals));
    return decimals > 0 ? std::round(x * scale) / scale : std::round(x / scale) * scale;
}

std::vector<PlottedCurve> drawn(analysis::CurveSet set, bool isPast)
{
    return {{.name = QStringLiteral("f"), .set = std::move(set), .visible = {true, true, false}, .isPast = isPast}};
}

}  // namespace

ComposePlot::ComposePlot(models::ComposeModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_plot(new CurvePlot(this))
{
    m_plot->setAccessibleName(tr("Curve of the composed activation"));
    m_plot->setView({}, {-1, 1});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    column->addLayout(createTitleRow());
    column->addWidget(m_plot, 1);
    connect(m_plot, &CurvePlot::fitRequested, this, &ComposePlot::fit);
    connect(m_plot, &CurvePlot::viewChanged, this, &ComposePlot::draw);
    connect(m_plot, &CurvePlot::handleMoved, this, [this](int handle, QPointF to) { moveKnot(handle, to.x()); });
    connect(m_plot, &CurvePlot::handleReleased, &m_model.workspace(), &models::WorkspaceModel::endGesture);
    connect(&m_model, &models::ComposeModel::changed, this, &ComposePlot::follow);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &ComposePlot::fitWhatIsInvisible);
}

QLayout* ComposePlot::createTitleRow()
{
    m_title = new QLabel(this);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* fitButton = iconButton("fit", tr("Fit the curves into the plot (double click)"), this);
    connect(fitButton, &QToolButton::clicked, this, &ComposePlot::fit);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(m_title, 1);
    row->addWidget(fitButton);
    return row;
}

void ComposePlot::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void ComposePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        showTitle();
}

/// Every edit of the document comes by here, a drag in Explore too: only what is seen and new is drawn.
void ComposePlot::follow()
{
    showTitle();
    const bool isPast = m_model.error().has_value();
    if (!isVisible() || (m_drawn == m_model.activation() && m_isPast == isPast))
        return;
    const bool isFirst = !m_drawn;
    m_drawn = m_model.activation();
    m_isPast = isPast;
    if (m_drawn && !isPast && isFirst)
        fitHeight();
    draw();
    m_rest.start();
}

void ComposePlot::showTitle()
{
    const QString name = m_model.name().trimmed();
    m_title->setFont(scaledFont(1.4, QFont::DemiBold));
    m_title->setText(name.isEmpty() ? tr("Without a name") : name);
}

void ComposePlot::draw()
{
    if (!m_drawn)
        return m_plot->show(std::vector<PlottedCurve>{});
    m_plot->show(drawn(m_model.curves(m_plot->xView(), m_plot->plotWidth()), m_isPast));
    showBands();
    showKnots();
}

void ComposePlot::showBands()
{
    std::vector<Band> bands;
    for (const models::Reign& reign : m_model.reigns(m_plot->xView()))
        bands.push_back({reign.x, colourOfPiece(reign.piece)});
    m_plot->showBands(std::move(bands));
}

void ComposePlot::showKnots()
{
    std::vector<Handle> handles;
    m_knotPieces.clear();
    for (std::size_t piece = 0; !m_isPast && piece < m_model.pieces().size(); ++piece) {
        const std::optional<double> x = m_model.knot(piece);
        const double y = x ? m_model.valueAt(*x) : NAN;
        if (!x || !std::isfinite(y))
            continue;
        handles.push_back({.position = {*x, y}, .colour = colourOfPiece(piece), .reading = {}});
        m_knotPieces.push_back(piece);
    }
    m_plot->showHandles(std::move(handles));
}

void ComposePlot::moveKnot(int handle, double x)
{
    const double perPixel = m_plot->xView().width() / m_plot->plotWidth();
    if (static_cast<std::size_t>(handle) < m_knotPieces.size())
        m_model.setKnot(m_knotPieces[static_cast<std::size_t>(handle)], roundedToPixel(x, perPixel));
}

void ComposePlot::fit()
{
    m_plot->setView({}, m_plot->yView());
    if (m_drawn)
        fitHeight();
    draw();
}

void ComposePlot::fitHeight()
{
    const auto curves = drawn(m_model.curves(m_plot->xView(), m_plot->plotWidth()), false);
    m_plot->setView(m_plot->xView(), fittingRange(curves));
}

/// Half a formula may lie anywhere, or far higher than what is typed next; only when the hand rests does the
/// plot go where the curve is.
void ComposePlot::fitWhatIsInvisible()
{
    if (!m_drawn || m_isPast)
        return;
    constexpr double kFlat = 100;  // a curve this many times lower than the view looks like a line
    const analysis::Interval y = m_plot->yView();
    const auto set = m_model.curves(m_plot->xView(), m_plot->plotWidth());
    const bool isSeen = std::ranges::any_of(set.orders[0].y, [=](double v) { return v >= y.low && v <= y.high; });
    const bool isFlat = y.width() > kFlat * fittingRange(drawn(set, false)).width();
    if (isSeen && !isFlat)
        return;
    fitHeight();
    draw();
}

}  // namespace actlab::widgets
