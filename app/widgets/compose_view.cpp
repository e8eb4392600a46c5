#include "app/widgets/compose_view.hpp"

#include "app/widgets/compose_formula.hpp"
#include "app/widgets/compose_plot.hpp"
#include "app/widgets/theme.hpp"

#include <QHBoxLayout>

namespace actlab::widgets {

ComposeView::ComposeView(models::WorkspaceModel& workspace, QWidget* parent) : QWidget(parent), m_model(workspace)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    row->setSpacing(kSpace);
    row->addWidget(createMain(), 1);
}

QWidget* ComposeView::createMain()
{
    auto* main = new QWidget(this);
    m_plot = new ComposePlot(m_model, main);
    m_formula = new ComposeFormula(m_model, main);
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_plot, 1);
    column->addWidget(m_formula);
    return main;
}

void ComposeView::setSideVisible(bool visible)
{
    if (m_side)
        m_side->setVisible(visible);
}

}  // namespace actlab::widgets
