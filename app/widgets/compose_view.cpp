#include "app/widgets/compose_view.hpp"

#include "app/widgets/checks_panel.hpp"
#include "app/widgets/checks_report.hpp"
#include "app/widgets/checks_side.hpp"
#include "app/widgets/compose_examples.hpp"
#include "app/widgets/compose_gradient.hpp"
#include "app/widgets/compose_hygiene.hpp"
#include "app/widgets/compose_naming.hpp"
#include "app/widgets/compose_parameters.hpp"
#include "app/widgets/compose_plot.hpp"
#include "app/widgets/compose_sketch_panel.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/formula_box.hpp"
#include "app/widgets/pieces_table.hpp"
#include "app/widgets/python_import.hpp"
#include "app/widgets/theme.hpp"
#include "core/workspace/csv.hpp"

#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr int kComposeSide = 328;

}  // namespace

ComposeView::ComposeView(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent),
      m_model(workspace),
      m_python(new PythonImport(workspace, this)),
      m_checks(new models::ChecksModel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace, kSpace, 0, kSpace);
    row->setSpacing(2 * kSpace);
    row->addWidget(createMain(), 1);
    row->addWidget(createSide());
    row->addWidget(m_drawSide = new ComposeSketchPanel(m_sketch, this));
    connect(&m_model, &models::ComposeModel::changed, this, &ComposeView::follow);
    connect(&m_pieces, &models::ComposePieces::refused, this, &ComposeView::said);
    connectSketch();
    connectChecks();
    follow();
}

/// A cell that loses the focus as it goes still speaks to the models: the widgets go first.
ComposeView::~ComposeView()
{
    m_checks->disconnect(this);
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

QWidget* ComposeView::createMain()
{
    auto* main = new QWidget(this);
    m_plot = new ComposePlot(m_pieces, m_sketch, main);
    m_formula = new FormulaBox(m_model, main);
    m_plot->showPart(m_formula->part());
    m_examples = new ComposeExamples(main);
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_plot, 1);
    column->addWidget(m_formula);
    column->addWidget(new ComposeHygiene(m_model, main));
    column->addWidget(m_examples);
    connect(m_formula, &FormulaBox::pythonGiven, m_python, &PythonImport::takeText);
    connect(m_formula, &FormulaBox::fileGiven, m_python, &PythonImport::takeFile);
    connect(m_python, &PythonImport::said, this, &ComposeView::said);
    connect(m_python, &PythonImport::taken, this, [this] { m_plot->fit(); });
    connect(m_examples, &ComposeExamples::chosen, this, [this](const QString& formula) {
        m_model.workspace().endGesture();
        m_model.setFormula(formula);
        m_model.workspace().endGesture();
        m_formula->focusFormula();
    });
    return main;
}

/// Many pieces and parameters scroll; the name and its buttons stay in sight.
QWidget* ComposeView::createSide()
{
    m_side = new QWidget(this);
    m_side->setFixedWidth(kComposeSide);
    auto* scroll = new QScrollArea(m_side);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(createSideColumn());
    auto* naming = new ComposeNaming(m_model, m_side);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    naming->setContentsMargins(0, 0, kSpace, 0);
    column->addWidget(m_checksSide = new ChecksSide(tr("Pieces"), scroll, *m_checks, m_side), 1);
    column->addWidget(sectionTitle(tr("Name"), m_side));
    column->addWidget(naming);
    connect(naming, &ComposeNaming::trainWanted, this, &ComposeView::trainWanted);
    connect(naming, &ComposeNaming::exploreWanted, this, &ComposeView::exploreWanted);
    return m_side;
}

QWidget* ComposeView::createSideColumn()
{
    auto* inner = new QWidget(m_side);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, kSpace, 0);
    column->setSpacing(kSpace);
    column->addWidget(sectionTitle(tr("Pieces"), inner));
    column->addWidget(new PiecesTable(m_pieces, inner));
    column->addSpacing(kSpace);
    column->addWidget(sectionTitle(tr("Parameters"), inner));
    column->addWidget(new ComposeParameters(m_model, inner));
    column->addSpacing(kSpace);
    auto* gradient = new ComposeGradient(m_model, inner);
    column->addWidget(gradient);
    m_plot->showPart(gradient->part());
    column->addStretch(1);
    return inner;
}

void ComposeView::follow()
{
    const bool isEmpty = m_model.formula().trimmed().isEmpty();
    m_examples->setVisible(isEmpty);
    if (m_model.error() && !isEmpty)
        m_checks->setProblem(tr("The formula is wrong as it stands; what was found last is below."));
    else if (m_model.gradientError())
        m_checks->setProblem(tr("Your own gradient is wrong as it stands; what was found last is below."));
    else
        m_checks->setActivation(isEmpty ? nullptr : m_model.activation());
}

void ComposeView::connectChecks()
{
    connect(m_checks, &models::ChecksModel::changed, this, &ComposeView::followChecks);
    connect(m_checksSide, &ChecksSide::toggled, this, &ComposeView::followChecks);
    connect(m_checksSide, &ChecksSide::cureWanted, &m_model, &models::ComposeModel::rewriteAs);
    connect(m_checksSide, &ChecksSide::pointed, m_formula, &FormulaBox::point);
    connect(m_checksSide, &ChecksSide::saveWanted, this, &ComposeView::saveReport);
    connect(m_checksSide, &ChecksSide::printWanted, this, &ComposeView::printReport);
}

/// What makes the formula unstable is marked in it while the checks are in sight.
void ComposeView::followChecks()
{
    std::vector<expr::Span> causes;
    if (m_checksSide->showsChecks() && m_checks->checked() && !m_checks->isOutOfDate())
        for (const analysis::Verdict& verdict : m_checks->checked()->verdicts)
            if (verdict.severity != analysis::Severity::Ok && verdict.span.begin < verdict.span.end)
                causes.push_back(verdict.span);
    m_formula->warnOf(std::move(causes));
}

std::optional<ChecksReport> ComposeView::report()
{
    const CurvePlot& plot = m_plot->curvePlot();
    const auto checked = m_checks->upToDate();
    if (!checked)
        Q_EMIT said(tr("There is nothing to report on: write a formula that is right."));
    return checked ? std::optional(ChecksReport{m_model.name(), checked, plot.xView(), plot.yView()}) : std::nullopt;
}

void ComposeView::saveReport()
{
    if (const auto page = report())
        Q_EMIT said(widgets::saveReport(*page, this));
}

void ComposeView::printReport()
{
    if (const auto page = report())
        Q_EMIT said(widgets::printReport(*page, this));
}

void ComposeView::fit()
{
    m_plot->fit();
}

std::vector<FigurePlace> ComposeView::figures()
{
    const auto figure = [this] {
        const CurvePlot& plot = m_plot->curvePlot();
        Figure curves = plot.figure(lightTheme());
        curves.name = tr("Curve of %1").arg(m_model.name());
        if (const auto composed = m_model.activation())
            curves.csv = [composed, x = plot.xView()] { return workspace::curvesCsv({&composed, 1}, x); };
        return curves;
    };
    return {{&m_plot->curvePlot(), figure}};
}

void ComposeView::setSideVisible(bool visible)
{
    m_isSideWanted = visible;
    showSide();
}

void ComposeView::showSide()
{
    const bool isDrawing = m_sketch.isOpen();
    m_side->setVisible(m_isSideWanted && !isDrawing);
    m_drawSide->setVisible(isDrawing);
    layout()->setContentsMargins(kSpace, kSpace, m_isSideWanted || isDrawing ? 0 : kSpace, kSpace);
}

/// Escape lets go of the stroke in the hand, else of drawing.
void ComposeView::connectSketch()
{
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this,
            [this] { m_sketch.isStroking() ? m_sketch.abandon() : m_sketch.close(); });
    const auto followSketch = [this, escape] {
        escape->setEnabled(m_sketch.isOpen());
        if (m_sketch.isOpen() != m_drawSide->isVisibleTo(this))
            showSide();
    };
    connect(&m_sketch, &models::ComposeSketch::changed, this, followSketch);
    escape->setEnabled(false);
    showSide();
}

}  // namespace actlab::widgets
