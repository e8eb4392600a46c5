#include "app/widgets/train_runs_list.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_number.hpp"
#include "core/data/names.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <utility>

namespace actlab::widgets {

namespace {

enum Column { Name, Epochs, Loss, Accuracy };

QString accuracyText(const workspace::Run& run)
{
    const double accuracy = run.history.back().testAccuracy;
    return data::isRegression(run.spec.data) ? TrainRunsList::tr("R² %1").arg(fixedText(accuracy, 2))
                                                  : percentText(accuracy) + " %";
}

QTreeWidgetItem* rowOf(const workspace::Run& run, std::size_t number)
{
    auto* row = new QTreeWidgetItem;
    row->setText(Name, QString::fromStdString(run.name));
    row->setToolTip(Name, QString::fromStdString(run.name + "\n" + run.outcome));
    row->setData(Name, Qt::UserRole, static_cast<qulonglong>(number));
    if (!run.history.empty()) {
        row->setText(Epochs, QString::number(run.history.back().epoch));
        row->setText(Loss, measureText(run.history.back().testLoss));
        row->setText(Accuracy, accuracyText(run));
    }
    for (const int column : {Epochs, Loss, Accuracy})
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    return row;
}

std::size_t runOf(const QTreeWidgetItem* row)
{
    return row->data(Name, Qt::UserRole).toULongLong();
}

}  // namespace

TrainRunsList::TrainRunsList(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_table(new QTreeWidget(this))
{
    createTable();
    m_stack->addWidget(createInvitation());
    m_stack->addWidget(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    column->addWidget(sectionTitle(tr("Runs"), this));
    column->addWidget(m_stack, 1);
}

void TrainRunsList::createTable()
{
    m_table->setObjectName("train-runs");
    m_table->setHeaderLabels({tr("Network"), tr("Epochs"), tr("Test loss"), tr("Test")});
    for (const int column : {Epochs, Loss, Accuracy})
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_table->headerItem()->setTextAlignment(Name, Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem* row) { Q_EMIT settingsAsked(runOf(row)); });
    connect(m_table, &QTreeWidget::customContextMenuRequested, this, &TrainRunsList::openMenu);
}

void TrainRunsList::openMenu(QPoint at)
{
    const QTreeWidgetItem* row = m_table->itemAt(at);
    if (row == nullptr)
        return;
    const std::size_t run = runOf(row);  // the row may be gone when the menu closes: a run may end meanwhile
    QMenu menu;
    menu.addAction(tr("Use these settings again"), this, [this, run] { Q_EMIT settingsAsked(run); });
    menu.addAction(icon("export"), tr("Export network…"), this, [this, run] { Q_EMIT exportAsked(run); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
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

void TrainRunsList::show(const std::vector<workspace::Run>& runs)
{
    QStringList texts;
    for (const workspace::Run& run : runs)
        texts << QString::fromStdString(run.name + run.outcome) + QString::number(run.history.size());
    m_stack->setCurrentIndex(runs.empty() ? 0 : 1);
    if (std::exchange(m_shown, texts) == texts)  // an edit elsewhere; the selection stays
        return;
    m_table->clear();
    for (std::size_t number = runs.size(); number > 0; --number)
        m_table->addTopLevelItem(rowOf(runs[number - 1], number - 1));
}

void TrainRunsList::setInviting(bool inviting)
{
    m_start->setVisible(inviting);
}

}  // namespace actlab::widgets
