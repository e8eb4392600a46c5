#include "app/widgets/runs_dialog.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/runs_view.hpp"
#include "app/widgets/theme.hpp"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

/// What came of a run stands beside its name.
std::vector<int> allColumns()
{
    using models::RunsModel;
    std::vector<int> columns;
    const auto add = [&columns](std::initializer_list<const char*> names) {
        for (const char* name : names)
            columns.push_back(RunsModel::columnOf(name));
    };
    add({"name", "test_loss"});
    columns.push_back(RunsModel::lossDifferenceColumn());
    add({"test_accuracy", "test_r2"});
    columns.push_back(RunsModel::qualityDifferenceColumn());
    add({"note", "data", "activation", "network", "optimizer", "learning_rate", "batch", "seed", "epochs", "seconds",
         "loss", "train_loss", "train_accuracy", "train_r2", "outcome"});
    return columns;
}

}  // namespace

RunsDialog::RunsDialog(models::WorkspaceModel& workspace, models::RunsModel& model, QWidget* parent)
    : QDialog(parent), m_model(model), m_view(new RunsView(model, allColumns(), this))
{
    setObjectName("runs-dialog");
    setWindowTitle(tr("Runs"));
    m_view->setObjectName("runs-table");
    m_hint = hintLabel({}, this);
    m_hint->setObjectName("runs-hint");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    column->setSpacing(kSpace);
    column->addWidget(createHead());
    column->addWidget(m_view, 1);
    column->addWidget(m_hint);
    column->addWidget(createButtons());
    resize(1120, 480);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_view->filter().setWords(words);
        count();
    });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_view->filter(), changed, this, &RunsDialog::count,
                Qt::QueuedConnection);  // both models have changed
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, [this, &workspace] {
        say(tr("Undone: %1. Ctrl+Shift+Z does it again."), workspace.undo(), tr("There is no step to take back."));
    });
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, this, [this, &workspace] {
        say(tr("Done again: %1."), workspace.redo(), tr("There is no step to do again."));
    });
    count();
}

QWidget* RunsDialog::createHead()
{
    auto* head = new QWidget(this);
    m_words = new QLineEdit(head);
    m_words->setObjectName("runs-filter");
    m_words->setPlaceholderText(tr("Filter by name, data, activation, outcome, note…"));
    m_words->setAccessibleName(tr("Filter"));
    addClearButton(*m_words);
    m_words->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_count = hintLabel({}, head);
    m_count->setObjectName("runs-count");
    m_count->setWordWrap(false);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * kSpace);
    row->addWidget(m_words, 1);
    row->addWidget(m_count);
    return head;
}

QWidget* RunsDialog::createButtons()
{
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QAction* action : {m_view->settings(), m_view->again(), m_view->baseline(), m_view->exportTable()}) {
        auto* button = new QToolButton(buttons);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* close = new QPushButton(tr("Close"), buttons);
    close->setAutoDefault(false);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

/// A step may be of something that is not seen here.
void RunsDialog::say(const QString& sentence, const QString& step, const QString& none)
{
    m_hint->setText(step.isEmpty() ? none : sentence.arg(step));
}

void RunsDialog::count()
{
    const int all = m_model.rowCount(), shown = m_view->filter().rowCount();
    m_count->setText(all == 1 && shown == 1 ? tr("1 run")
                     : shown == all         ? tr("%1 runs").arg(all)
                                            : tr("showing %1 of %2").arg(shown).arg(all));
    if (all == 0)
        m_hint->setText(tr("There are no runs yet. A run is one training from Start to its end."));
    else if (shown == 0)
        m_hint->setText(tr("No run has all these words. Every word may stand in any column."));
    else
        m_hint->setText(
            tr("A tick draws a run over the present one. F2 renames, Delete removes, Ctrl+Z takes it back. "
               "Enter or a double click takes its settings."));
}

}  // namespace actlab::widgets
