#include "app/widgets/compose_view.hpp"

#include "app/widgets/compose_examples.hpp"
#include "app/widgets/compose_gradient.hpp"
#include "app/widgets/compose_hygiene.hpp"
#include "app/widgets/compose_naming.hpp"
#include "app/widgets/compose_parameters.hpp"
#include "app/widgets/compose_plot.hpp"
#include "app/widgets/compose_sketch_panel.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/figure_export.hpp"
#include "app/widgets/formula_box.hpp"
#include "app/widgets/pieces_table.hpp"
#include "app/widgets/python_import.hpp"
#include "app/widgets/theme.hpp"

#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr int kComposeSide = 328;

}  // namespace

ComposeView::ComposeView(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent), m_model(workspace), m_python(new PythonImport(workspace, this))
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
    follow();
}

/// A cell that loses the focus as it goes still speaks to the models: the widgets go first.
ComposeView::~ComposeView()
{
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
    column->addWidget(scroll, 1);
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
    m_examples->setVisible(m_model.formula().trimmed().isEmpty());
}

void ComposeView::fit()
{
    m_plot->fit();
}

void ComposeView::saveFigure()
{
    Q_EMIT said(exportFigure(m_plot->curvePlot(), m_model.name(), this));
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
