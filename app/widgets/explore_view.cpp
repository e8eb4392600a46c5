#include "app/widgets/explore_view.hpp"

#include "app/models/utf16_place.hpp"
#include "app/widgets/catalogue_panel.hpp"
#include "app/widgets/checks_panel.hpp"
#include "app/widgets/checks_side.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/facts_line.hpp"
#include "app/widgets/parameter_panel.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <chrono>

namespace actlab::widgets {

namespace {

constexpr int kExploreSide = 256, kChecksSide = 320;
constexpr auto kFactsRest = std::chrono::milliseconds(80);

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

}  // namespace

ExploreView::ExploreView(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent), m_model(workspace), m_checks(new models::ChecksModel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    row->setSpacing(kSpace);
    row->addWidget(createSide());
    row->addWidget(createMain(), 1);
    setFocusProxy(m_catalogue);
    connectControls();
    connectChecks();
    chooseFonts();
    follow();
}

QWidget* ExploreView::createSide()
{
    m_side = new QWidget(this);
    m_catalogue = new CataloguePanel(m_model.workspace(), m_side);
    m_checksSide = new ChecksSide(tr("Catalogue"), m_catalogue, *m_checks, m_side);
    m_parametersTitle = sectionTitle({}, m_side);
    m_parameters = new ParameterPanel(m_side);
    m_resetParameters = new QPushButton(tr("Back to the defaults"), m_side);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_checksSide, 1);
    column->addWidget(m_parametersTitle);
    column->addWidget(m_parameters);
    column->addWidget(m_resetParameters, 0, Qt::AlignLeft);
    return m_side;
}

QWidget* ExploreView::createMain()
{
    auto* main = new QWidget(this);
    m_plot = new CurvePlot(main);
    m_plot->setAccessibleName(tr("Curves"));
    m_facts = new FactsLine(main);
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    column->addLayout(createTitleRow());
    column->addWidget(m_plot, 1);
    column->addWidget(m_facts);
    return main;
}

QLayout* ExploreView::createTitleRow()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    m_title = new QLabel(this);
    m_formula = new QLabel(this);
    m_formula->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_formula->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_title);
    row->addWidget(m_formula, 1);
    const std::array names{tr("f"), tr("f′"), tr("f″")};
    const std::array tips{tr("Draw the function"), tr("Draw its derivative, the gradient used in training"),
                          tr("Draw its second derivative")};
    for (std::size_t order = 0; order < m_orders.size(); ++order) {
        auto* button = m_orders[order] = new QToolButton(this);
        button->setText(names[order]);
        button->setToolTip(tips[order]);
        button->setAccessibleName(tips[order]);
        button->setCheckable(true);
        button->setMinimumWidth(32);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this,
                [this, order](bool on) { m_model.setOrder(static_cast<int>(order), on); });
    }
    auto* fitButton = iconButton("fit", tr("Fit the curves into the plot (double click)"), this);
    connect(fitButton, &QToolButton::clicked, this, &ExploreView::fit);
    row->addWidget(fitButton);
    return row;
}

void ExploreView::connectControls()
{
    connect(&m_model, &models::ExploreModel::changed, this, &ExploreView::follow);
    connect(m_catalogue, &CataloguePanel::chosen, this, &ExploreView::showActivation);
    connect(m_catalogue, &CataloguePanel::composeWanted, this, &ExploreView::composeWanted);
    connect(m_catalogue, &CataloguePanel::exportWanted, this, &ExploreView::exportWanted);
    connect(m_parameters, &ParameterPanel::valueChanged, &m_model, &models::ExploreModel::setParameter);
    connect(m_parameters, &ParameterPanel::gestureEnded, &m_model.workspace(), &models::WorkspaceModel::endGesture);
    connect(m_resetParameters, &QPushButton::clicked, &m_model, &models::ExploreModel::resetParameters);
    connect(m_plot, &CurvePlot::fitRequested, this, &ExploreView::fit);
    connect(m_plot, &CurvePlot::viewChanged, this, [this](analysis::Interval x, analysis::Interval y) {
        m_model.workspace().look([=](workspace::Document& document) {
            document.plot.x = x;
            document.plot.y = y;
        });
        drawCurves();
    });
    m_factsTimer.setSingleShot(true);
    m_factsTimer.setInterval(kFactsRest);
    connect(&m_factsTimer, &QTimer::timeout, this, &ExploreView::showFacts);
}

void ExploreView::connectChecks()
{
    connect(m_checksSide, &ChecksSide::toggled, this, &ExploreView::showSide);
    connect(m_checksSide, &ChecksSide::cureWanted, this, &ExploreView::takeCure);
    connect(m_checksSide, &ChecksSide::pointed, this, &ExploreView::point);
    connect(m_checksSide, &ChecksSide::saveWanted, this, &ExploreView::saveReport);
    connect(m_checksSide, &ChecksSide::printWanted, this, &ExploreView::printReport);
    showSide();
}

/// The checks say what the line of facts says: without it the plot keeps its room beside their wider column.
void ExploreView::showSide()
{
    m_side->setFixedWidth(m_checksSide->showsChecks() ? kChecksSide : kExploreSide);
    m_facts->setVisible(m_side->isHidden() || !m_checksSide->showsChecks());
}

void ExploreView::follow()
{
    const workspace::PlotSpec& plot = m_model.plot();
    const std::array visible{plot.value, plot.derivative, plot.second};
    for (std::size_t order = 0; order < m_orders.size(); ++order)
        m_orders[order]->setChecked(visible[order]);
    m_plot->setView(plot.x, plot.y);
    showSelection();
    drawCurves();
    m_checks->setActivation(m_model.selected());
    m_factsTimer.start();
}

void ExploreView::drawCurves()
{
    const workspace::PlotSpec& plot = m_model.plot();
    std::vector<PlottedCurve> curves;
    for (const auto& curve : m_model.curves(m_plot->xView(), m_plot->plotWidth()))
        curves.push_back({qt(curve.name), curve.colour, curve.set, {plot.value, plot.derivative, plot.second}});
    m_plot->show(std::move(curves));
}

void ExploreView::showSelection()
{
    const activation::ActivationPtr selected = m_model.selected();
    m_title->setText(selected ? qt(selected->name()) : tr("Nothing chosen"));
    m_formula->setText(selected ? qt(selected->definition().formula) : QString());
    m_formula->setToolTip(m_formula->text());
    m_catalogue->setCurrent(selected ? qt(selected->name()) : QString());
    m_parameters->setParameters(selected ? selected->parameters() : std::vector<activation::Parameter>{});
    m_parametersTitle->setText(m_parameters->isEmpty() ? tr("No parameters")
                                                       : tr("Parameters of %1").arg(qt(selected->name())));
    m_resetParameters->setVisible(!m_parameters->isEmpty());
    m_resetParameters->setEnabled(m_model.hasChangedParameters());
}

void ExploreView::chooseFonts()
{
    m_title->setFont(scaledFont(1.4, QFont::DemiBold));
    m_formula->setFont(formulaFont());
}

void ExploreView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_title)  // comes last: a new sheet puts earlier fonts back
        chooseFonts();
}

void ExploreView::showFacts()
{
    if (m_model.selected())
        m_facts->show(m_model.facts());
    else
        m_facts->showNothing(tr("Choose an activation at the left; its box draws it beside the others."));
}

void ExploreView::showActivation(const activation::ActivationPtr& activation)
{
    m_model.select(activation);
}

void ExploreView::toggleOrder(int order)
{
    const workspace::PlotSpec& plot = m_model.plot();
    m_model.setOrder(order, !(order == 0 ? plot.value : order == 1 ? plot.derivative : plot.second));
}

void ExploreView::resetParameters()
{
    if (m_model.hasChangedParameters())
        m_model.resetParameters();
}

void ExploreView::setSideVisible(bool visible)
{
    m_side->setVisible(visible);
    showSide();
}

void ExploreView::fit()
{
    const analysis::Interval x{};
    const workspace::PlotSpec& plot = m_model.plot();
    std::vector<PlottedCurve> curves;
    for (const auto& curve : m_model.curves(x, m_plot->plotWidth()))
        curves.push_back({{}, 0, curve.set, {plot.value, plot.derivative, plot.second}});
    const analysis::Interval y = fittingRange(curves);
    m_model.workspace().look([=](workspace::Document& document) {
        document.plot.x = x;
        document.plot.y = y;
    });
    m_plot->setView(x, y);
    drawCurves();
}

/// What the catalogue has stays as it is: the cured one goes on in Compose.
void ExploreView::takeCure(const QString& formula)
{
    activation::Definition cured = m_model.selected()->definition();
    cured.formula = formula.toStdString();
    if (const auto made = activation::makeActivation(std::move(cured)))
        Q_EMIT composeWanted(*made);
}

void ExploreView::point(std::optional<expr::Span> part)
{
    const QString text = m_formula->text();
    const auto begin = static_cast<int>(part ? models::utf16Place(text, part->begin) : 0);
    m_formula->setSelection(begin, part ? static_cast<int>(models::utf16Place(text, part->end)) - begin : 0);
}

}  // namespace actlab::widgets
