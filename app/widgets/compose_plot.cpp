#include "app/widgets/compose_plot.hpp"

#include "app/widgets/compose_menu.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/join_words.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/part_curves.hpp"
#include "app/widgets/pieces_table.hpp"
#include "app/widgets/theme.hpp"

#include "app/models/another_formula.hpp"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr auto kRestBeforeFit = std::chrono::milliseconds(400);

/// The numbers a hand can mean: no finer than what a pixel covers.
double roundedToPixel(double x, double valuesPerPixel)
{
    const double decimals = -std::floor(std::log10(valuesPerPixel));
    const double scale = std::pow(10.0, std::abs(decimals));
    return decimals > 0 ? std::round(x * scale) / scale : std::round(x / scale) * scale;
}

/// Every knot has so many handles, of which some may be nowhere: their numbers never change under the hand.
constexpr std::size_t kEnds = std::tuple_size_v<decltype(models::Knot::ends)>;

std::size_t knotOf(int handle)
{
    return static_cast<std::size_t>(handle) / kEnds;
}

Handle handleOf(const models::Knot& knot, const models::KnotEnd& end)
{
    return {.position = {knot.join.x, end.y},
            .colour = colourOfPiece(knot.rowOf(end)),
            .movesX = knot.movesX,
            .movesY = end.lift != analysis::Lift{},
            .isOpen = end.isOpen,
            .reading = ComposePlot::tr("x = %1<br>y = %2").arg(numberText(knot.join.x), numberText(end.y))};
}

std::vector<PlottedCurve> drawn(analysis::CurveSet set, bool isPast)
{
    return {{.name = QStringLiteral("f"), .set = std::move(set), .visible = {true, true, false}, .isPast = isPast}};
}

}  // namespace

ComposePlot::ComposePlot(models::ComposePieces& pieces, models::ComposeSketch& sketch, QWidget* parent)
    : QWidget(parent), m_pieces(pieces), m_model(pieces.model()), m_sketch(sketch), m_plot(new CurvePlot(this))
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
    connectHand();
    connectSketch();
    connect(&m_model, &models::ComposeModel::changed, this, &ComposePlot::follow);
    connect(&m_pieces, &models::ComposePieces::released, this, &ComposePlot::showKnots);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestBeforeFit);
    connect(&m_rest, &QTimer::timeout, this, &ComposePlot::fitWhatIsBadlySeen);
}

void ComposePlot::connectHand()
{
    m_plot->setSplitting(true);
    connect(m_plot, &CurvePlot::handleMoved, this, &ComposePlot::moveKnot);
    connect(m_plot, &CurvePlot::handleReleased, &m_pieces, &models::ComposePieces::drop);
    connect(m_plot, &CurvePlot::handleDragCancelled, &m_pieces, &models::ComposePieces::takeBack);
    connect(m_plot, &CurvePlot::handleDeleted, this,
            [this](int handle) { m_pieces.merge(knotOf(handle), analysis::Side::Left); });
    connect(m_plot, &CurvePlot::splitRequested, this, [this](double x) { m_pieces.split(asMeant(x)); });
    connect(m_plot, &CurvePlot::badgeClicked, this,
            [this](int badge, QPoint place) { showKnotMenu(static_cast<std::size_t>(badge), place); });
    connect(m_plot, &CurvePlot::menuOpening, this,
            [this](QMenu* menu, int handle, double x) { fillMenu(*menu, handle, x); });
}

QLayout* ComposePlot::createTitleRow()
{
    m_title = new QLabel(this);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* fitButton = iconButton("fit", tr("Fit the curves into the plot (double click beside the curve)"), this);
    connect(fitButton, &QToolButton::clicked, this, &ComposePlot::fit);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(m_title, 1);
    row->addWidget(createDrawButton());
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
    if (m_drawn && !isPast && isFirst) {
        fitHeight();
        m_rested = m_model.formula();
    }
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
    if (m_sketch.isOpen())
        return drawSketch();
    if (!m_drawn)
        return m_plot->show(std::vector<PlottedCurve>{});
    const analysis::Interval x = m_plot->xView();
    const int pixels = m_plot->plotWidth();
    m_plot->show(withParts(drawn(m_model.curves(x, pixels), m_isPast), m_parts, x, pixels));
    showBands();
    showKnots();
    showBadges();
}

void ComposePlot::showPart(models::ComposePart& part)
{
    m_parts.push_back(&part);
    static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout())->insertWidget(1, new PartChip(part, this));
    connect(&part, &models::ComposePart::changed, this, &ComposePlot::draw);
}

void ComposePlot::showBands()
{
    std::vector<Band> bands;
    for (const analysis::Stretch& stretch : m_pieces.stretches(m_plot->xView()))
        bands.push_back({stretch.x, colourOfPiece(stretch.row)});
    for (const analysis::CoverageRemark& remark : m_pieces.remarks())
        if (remark.kind == analysis::CoverageKind::Overlap)
            bands.push_back({remark.x, colourOfPiece(remark.pieces.front()), Band::Kind::Overlap});
        else if (remark.kind == analysis::CoverageKind::Missing)
            bands.push_back({remark.x, 0, Band::Kind::Gap});
    m_plot->showBands(std::move(bands));
}

void ComposePlot::showKnots()
{
    std::vector<Handle> handles;
    for (const models::Knot& knot : m_pieces.knots())
        for (const models::KnotEnd& end : knot.ends)
            handles.push_back(handleOf(knot, end));
    const int selected = m_plot->selectedHandle();
    m_plot->showHandles(std::move(handles));
    if (selected >= 0 && m_plot->selectedHandle() < 0)
        m_plot->selectHandle(static_cast<int>(kEnds * knotOf(selected)));  // a jump that has closed has one end
}

void ComposePlot::showBadges()
{
    std::vector<Badge> badges;
    for (const models::Knot& knot : m_pieces.knots())
        badges.push_back({knot.join.x, badgeOf(knot.join.join), sentenceOf(knot.join), wantsRepair(knot.join.join)});
    m_plot->showBadges(std::move(badges));
}

void ComposePlot::moveKnot(int handle, std::optional<double> x, std::optional<double> y)
{
    constexpr double kReach = 5, kApart = 4;  // pixels
    if (!m_pieces.isDragging())
        m_pieces.grab(knotOf(handle), static_cast<std::size_t>(handle) % kEnds);
    const auto asMeantY = [this](double value) { return roundedToPixel(value, pixel().y()); };
    m_pieces.drag(x ? std::optional(asMeant(*x)) : x, y ? std::optional(asMeantY(*y)) : y,
                  {asMeant(kApart * pixel().x()), kReach * pixel().y()});
}

/// How much of either axis it covers.
QPointF ComposePlot::pixel() const
{
    return m_plot->toValue({1, 0}) - m_plot->toValue({0, 1});
}

double ComposePlot::asMeant(double x) const
{
    return roundedToPixel(x, pixel().x());
}

void ComposePlot::fillMenu(QMenu& menu, int handle, double x)
{
    if (handle >= 0)
        fillKnotMenu(menu, m_pieces, knotOf(handle));
    else if (m_drawn && !m_isPast)
        fillPlaceMenu(menu, m_pieces, asMeant(x));
}

void ComposePlot::showKnotMenu(std::size_t knot, QPoint place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillKnotMenu(*menu, m_pieces, knot);
    menu->popup(place);
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

/// Half a formula may lie anywhere, or far higher than what is typed next; only when the hand rests does the plot go
/// where the curve is. What one types and drags at stays in its place while anything of it is seen; another formula
/// may ask for more.
void ComposePlot::fitWhatIsBadlySeen()
{
    if (!m_drawn || m_isPast || m_pieces.isDragging())
        return;
    const QString before = std::exchange(m_rested, m_model.formula());
    const bool isAnother = models::isAnotherFormula(before.toStdString(), m_rested.toStdString());
    if (isAnother ? isSeenWell() : isSeenAtAll())
        return;
    fitHeight();
    draw();
}

bool ComposePlot::isSeenWell() const
{
    constexpr double kShare = 0.6, kFlat = 5;
    const analysis::Interval view = m_plot->yView();
    const auto best = fittingRange(drawn(m_model.curves(m_plot->xView(), m_plot->plotWidth()), false));
    const double seen = std::min(view.high, best.high) - std::max(view.low, best.low);
    return seen >= kShare * best.width() && view.width() <= kFlat * best.width();
}

bool ComposePlot::isSeenAtAll() const
{
    constexpr double kFlat = 100;  // a curve this many times lower than the view looks like a line
    const analysis::Interval y = m_plot->yView();
    const auto set = m_model.curves(m_plot->xView(), m_plot->plotWidth());
    const bool isInside = std::ranges::any_of(set.orders[0].y, [=](double v) { return v >= y.low && v <= y.high; });
    return isInside && y.width() <= kFlat * fittingRange(drawn(set, false)).width();
}

}  // namespace actlab::widgets
