#include "app/widgets/runs_view.hpp"

#include "app/widgets/theme.hpp"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace actlab::widgets {

namespace {

/// Before the name of a run that is drawn: a piece of its line.
class RunDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(kSpace, kSpace / 2);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant colour = index.data(models::RunsModel::ColourRole);
        if (index.column() != models::RunsModel::columnOf("name") || !colour.isValid())
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {12, 12};
        option->icon = pieceOfLine(curveColour(colour.toInt(), themeOf(option->palette)));
    }

private:
    static QIcon pieceOfLine(const QColor& colour)
    {
        QPixmap pixels(24, 24);
        pixels.setDevicePixelRatio(2);
        pixels.fill(Qt::transparent);
        QPainter painter(&pixels);
        painter.fillRect(0, 4, 12, 4, colour);
        return pixels;
    }
};

}  // namespace

RunsView::RunsView(models::RunsModel& model, std::vector<int> columns, QWidget* parent)
    : QTreeView(parent), m_model(model), m_columns(std::move(columns)), m_menu(new QMenu(this))
{
    m_menu->setToolTipsVisible(true);  // they say why an action is grey
    createActions();                   // the model's first selection asks for them
    m_filter.setSourceModel(&model);
    setModel(&m_filter);
    setItemDelegate(new RunDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    createHeader();
    connect(this, &QTreeView::activated, this, [this] { m_settings->trigger(); });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filter, changed, this, &RunsView::hideEmptyColumns);
    connect(&m_filter, &QAbstractItemModel::dataChanged, this, [this] {
        hideEmptyColumns();
        followSelection();
    });
    hideEmptyColumns();
    followSelection();
}

/// The newest run is first until a title is clicked.
void RunsView::createHeader()
{
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    header()->setSectionsClickable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    header()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        header()->moveSection(header()->visualIndex(m_columns[i]), static_cast<int>(i));
    if (constexpr std::size_t kFew = 4; m_columns.size() < kFew) {
        header()->setSectionResizeMode(models::RunsModel::columnOf("name"), QHeaderView::Stretch);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTextElideMode(Qt::ElideMiddle);  // what tells two runs apart stands at the end of their names
    }
}

template <class Do>
QAction* RunsView::addAct(const QString& text, const QString& iconName, const QKeySequence& key, Do act)
{
    auto* action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setWhatsThis(tr("In a list of runs"));  // for the list of keys
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    m_menu->addAction(action);
    return action;
}

void RunsView::createActions()
{
    const auto first = [this](auto signal) {
        return [this, signal] {
            if (const auto runs = selectedRuns(); !runs.empty())
                Q_EMIT(this->*signal)(runs.front());
        };
    };
    m_settings = addAct(tr("Use these settings"), "train", {}, first(&RunsView::settingsAsked));
    m_again = addAct(tr("Run again exactly"), "play", {}, first(&RunsView::againAsked));
    m_menu->addSeparator();
    m_overlay = addAct(tr("Draw over the present run"), {}, Qt::Key_O, [this](bool isOn) {
        for (const std::size_t run : selectedRuns())
            m_model.overlay(run, isOn);
    });
    m_overlay->setCheckable(true);
    m_baseline = addAct(tr("Baseline of the others"), {}, Qt::Key_B, [this](bool isOn) {
        if (const auto runs = selectedRuns(); !runs.empty())
            m_model.pin(runs.front(), isOn);
    });
    m_baseline->setCheckable(true);
    m_baseline->setToolTip(tr("The others show how much better or worse they are than this one."));
    m_menu->addSeparator();
    m_rename = addAct(tr("Rename"), {}, Qt::Key_F2, [this] { editColumn("name"); });
    m_note = addAct(tr("Write a note"), {}, Qt::Key_N, [this] { editColumn("note"); });
    m_menu->addSeparator();
    m_export = addAct(tr("Export network…"), "export", {}, first(&RunsView::exportAsked));
    m_exportTable = addAct(tr("Export table…"), "export", {}, [this] { Q_EMIT exportTableAsked(); });
    m_menu->addSeparator();
    m_remove = addAct(tr("Delete"), "delete", QKeySequence::Delete, [this] { removeSelected(); });
}

/// The run that comes to stand in the place of the first is selected then.
void RunsView::removeSelected()
{
    int place = m_filter.rowCount();
    for (const QModelIndex& index : selectionModel()->selectedRows())
        place = std::min(place, index.row());
    m_model.remove(selectedRuns());
    if (const int left = m_filter.rowCount(); left > 0)
        setCurrentIndex(m_filter.index(std::min(place, left - 1), models::RunsModel::columnOf("name")));
}

void RunsView::editColumn(std::string_view name)
{
    const QModelIndex cell = currentIndex().siblingAtColumn(models::RunsModel::columnOf(name));
    if (!cell.isValid())
        return;
    setColumnHidden(cell.column(), false);  // an empty column may be hidden
    scrollTo(cell);
    setCurrentIndex(cell);
    edit(cell);
}

std::vector<std::size_t> RunsView::selectedRuns() const
{
    std::vector<std::size_t> runs;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        runs.push_back(index.data(models::RunsModel::NumberRole).toULongLong());
    return runs;
}

void RunsView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    followSelection();
}

void RunsView::followSelection()
{
    const auto runs = selectedRuns();
    const auto isEdited = [](const QModelIndex& row) { return row.data(models::RunsModel::EditedRole).toBool(); };
    const bool areEdited = std::ranges::any_of(selectionModel()->selectedRows(), isEdited);
    m_again->setEnabled(runs.size() == 1 && !areEdited);
    m_again->setToolTip(
        runs.size() != 1 ? tr("Choose one run to run it again.")
        : areEdited ? tr("This run was edited while it went on, so its settings alone do not give the same numbers. "
                         "“Use these settings” begins with what it was edited to.")
                    : tr("The same settings, seed and activations as then: the numbers are the same."));
    for (QAction* action : {m_settings, m_baseline, m_rename, m_note, m_export})
        action->setEnabled(runs.size() == 1);
    for (QAction* action : {m_overlay, m_remove})
        action->setEnabled(!runs.empty());
    m_overlay->setChecked(!runs.empty() &&
                          std::ranges::all_of(runs, [this](std::size_t run) { return m_model.isOverlaid(run); }));
    m_baseline->setChecked(runs.size() == 1 && m_model.isBaseline(runs.front()));
}

void RunsView::contextMenuEvent(QContextMenuEvent* event)
{
    if (indexAt(event->pos()).isValid() || event->reason() == QContextMenuEvent::Keyboard)
        m_menu->popup(event->globalPos());
}

void RunsView::hideEmptyColumns()
{
    if (state() == EditingState)
        return;  // the first note is not there before it is typed
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const bool isWanted = std::ranges::find(m_columns, column) != m_columns.end();
        setColumnHidden(column, !isWanted || m_model.isEmpty(column));
    }
}

}  // namespace actlab::widgets
