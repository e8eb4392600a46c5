#include "app/widgets/train_runs_list.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/runs_dialog.hpp"
#include "app/widgets/runs_view.hpp"
#include "app/widgets/theme.hpp"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

std::vector<int> shortColumns()
{
    using models::RunsModel;
    return {RunsModel::columnOf("name"), RunsModel::columnOf("test_loss"), RunsModel::qualityColumn()};
}

}  // namespace

TrainRunsList::TrainRunsList(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_runs(workspace),
      m_stack(new QStackedWidget(this)),
      m_view(new RunsView(m_runs, shortColumns(), this))
{
    m_view->setObjectName("train-runs");
    m_stack->addWidget(createInvitation());
    m_stack->addWidget(m_view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    column->addWidget(createHeading());
    column->addWidget(m_stack, 1);
    passOn(*m_view);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_runs, changed, this, &TrainRunsList::followRuns);
    followRuns();
}

/// Views go before their model.
TrainRunsList::~TrainRunsList()
{
    delete m_table;
    delete m_view;
}

QWidget* TrainRunsList::createHeading()
{
    auto* heading = new QWidget(this);
    auto* open = new QToolButton(heading);
    open->setObjectName("open-runs");
    open->setText(tr("Table…"));
    open->setToolTip(tr("All runs with their settings, to sort, filter, name and export"));
    open->setFocusPolicy(Qt::TabFocus);
    m_open = open;
    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(sectionTitle(tr("Runs"), heading), 1);
    row->addWidget(open);
    connect(open, &QToolButton::clicked, this, &TrainRunsList::openTable);
    return heading;
}

QWidget* TrainRunsList::createInvitation()
{
    auto* page = new QWidget(this);
    m_start = new QPushButton(icon("play"), tr("Start the first run"), page);
    m_start->setObjectName("train-first-run");
    m_start->setFocusPolicy(Qt::TabFocus);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        hintLabel(tr("A run is one training from Start to its end. Each is listed here with its result, "
                     "so that you can change one thing and compare."),
                  page));
    column->addWidget(m_start, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, &TrainRunsList::firstRunAsked);
    return page;
}

void TrainRunsList::passOn(RunsView& view)
{
    connect(&view, &RunsView::settingsAsked, this, &TrainRunsList::settingsAsked);
    connect(&view, &RunsView::againAsked, this, &TrainRunsList::againAsked);
    connect(&view, &RunsView::exportAsked, this, &TrainRunsList::exportAsked);
    connect(&view, &RunsView::exportTableAsked, this, &TrainRunsList::exportTableAsked);
}

void TrainRunsList::openTable()
{
    if (!m_table) {
        m_table = new RunsDialog(m_workspace, m_runs, this);
        passOn(m_table->view());
    }
    m_table->show();
    m_table->raise();
    m_table->activateWindow();
}

void TrainRunsList::followRuns()
{
    const bool hasRuns = m_runs.rowCount() > 0;
    m_stack->setCurrentIndex(hasRuns ? 1 : 0);
    m_open->setVisible(hasRuns);
}

void TrainRunsList::setInviting(bool inviting)
{
    m_start->setVisible(inviting);
}

}  // namespace actlab::widgets
