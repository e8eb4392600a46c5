#include "app/models/runs_model.hpp"

#include "app/models/run_texts.hpp"
#include "core/data/names.hpp"
#include "core/workspace/runs.hpp"

#include <QFont>
#include <algorithm>
#include <cmath>

namespace actlab::models {

namespace {

QVariant sortValueOf(const workspace::RunCell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return QString::fromStdString(*text);
    if (const auto* whole = std::get_if<std::uint64_t>(&cell))
        return QVariant::fromValue<qulonglong>(*whole);
    const auto* measure = std::get_if<double>(&cell);
    return measure && !std::isnan(*measure) ? QVariant(*measure) : QVariant();
}

}  // namespace

RunsModel::RunsModel(WorkspaceModel& workspace, QObject* parent) : QAbstractTableModel(parent), m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::documentChanged, this, &RunsModel::renew);
    connect(&workspace, &WorkspaceModel::looked, this, &RunsModel::renew);
    renew();
}

int RunsModel::columnOf(std::string_view name)
{
    return static_cast<int>(workspace::findRunColumn(name) - workspace::runColumns().data());
}

int RunsModel::lossDifferenceColumn()
{
    return static_cast<int>(workspace::runColumns().size());
}

int RunsModel::qualityDifferenceColumn()
{
    return lossDifferenceColumn() + 1;
}

int RunsModel::qualityColumn()
{
    return qualityDifferenceColumn() + 1;
}

bool RunsModel::isOfNumbers(int column)
{
    if (column >= lossDifferenceColumn())
        return true;
    const auto& core = workspace::runColumns()[static_cast<std::size_t>(column)];
    return core.role == workspace::RunColumn::Role::Result || core.name == "learning_rate" || core.name == "batch" ||
           core.name == "seed";
}

RunsModel::Row RunsModel::rowOf(const workspace::Run& run, const workspace::Run* baseline)
{
    Row row{.number = run.number, .isBaseline = run.isBaseline, .isEdited = !run.marks.empty(), .colour = run.colour};
    for (const workspace::RunColumn& column : workspace::runColumns())
        row.cells.push_back(column.of(run));
    const auto [loss, quality] = differencesTo(run, baseline);
    row.cells.push_back(loss);
    row.cells.push_back(quality);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        row.texts << runCellText(i, row.cells[i]);
    if (hasDiverged(run))
        for (const char* loss : {"train_loss", "test_loss"})
            row.texts[columnOf(loss)] = tr("diverged");
    row.texts.back() = qualityDifferenceText(quality, data::isRegression(run.spec.data));
    const std::string_view measure = data::isRegression(run.spec.data) ? "test_r2" : "test_accuracy";
    row.cells.push_back(row.cells[static_cast<std::size_t>(columnOf(measure))]);
    if (hasDiverged(run))
        row.texts << tr("at step %1").arg(run.history.back().steps);
    else
        row.texts << (measure == "test_r2" ? QStringLiteral("R² ") : QString()) + row.texts[columnOf(measure)];
    row.tip = runTip(run, baseline);
    return row;
}

bool RunsModel::Row::showsTheSameAs(const Row& other) const
{
    return texts == other.texts && tip == other.tip && isBaseline == other.isBaseline && colour == other.colour;
}

/// Rows come and go one by one: what is selected stays so.
void RunsModel::renew()
{
    const workspace::Document& document = m_workspace.document();
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        if (workspace::findRun(document, m_rows[i].number))
            continue;
        beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
        endRemoveRows();
    }
    for (std::size_t i = 0; i < document.runs.size(); ++i) {
        Row row = rowOf(document.runs[document.runs.size() - 1 - i], workspace::baselineOf(document));
        const int at = static_cast<int>(i);
        if (i >= m_rows.size() || m_rows[i].number != row.number) {
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, std::move(row));
            endInsertRows();
        } else if (!m_rows[i].showsTheSameAs(row)) {
            m_rows[i] = std::move(row);
            Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
        }
    }
}

const RunsModel::Row* RunsModel::find(std::size_t number) const
{
    const auto found = std::ranges::find(m_rows, number, &Row::number);
    return found == m_rows.end() ? nullptr : &*found;
}

bool RunsModel::isBaseline(std::size_t number) const
{
    const Row* row = find(number);
    return row && row->isBaseline;
}

bool RunsModel::isOverlaid(std::size_t number) const
{
    const Row* row = find(number);
    return row && row->colour;
}

bool RunsModel::isEmpty(int column) const
{
    return std::ranges::all_of(m_rows, [column](const Row& row) { return row.texts[column].isEmpty(); });
}

void RunsModel::remove(const std::vector<std::size_t>& numbers)
{
    m_workspace.edit(numbers.size() == 1 ? tr("Delete a run")
                                         : tr("Delete %n runs", nullptr, static_cast<int>(numbers.size())),
                     [numbers](workspace::Document& document) {
                         for (const std::size_t number : numbers)
                             workspace::removeRun(document, number);
                     });
}

void RunsModel::pin(std::size_t number, bool isPinned)
{
    m_workspace.edit(isPinned ? tr("Pin the baseline") : tr("Unpin the baseline"),
                     [=](workspace::Document& document) { workspace::pinBaseline(document, number, isPinned); });
}

/// Where one looks, and no step to undo.
void RunsModel::overlay(std::size_t number, bool isOverlaid)
{
    m_workspace.look([=](workspace::Document& document) { workspace::overlayRun(document, number, isOverlaid); });
}

bool RunsModel::rename(std::size_t number, const QString& name)
{
    const std::string wanted = name.simplified().toStdString();
    const workspace::Run* run = workspace::findRun(m_workspace.document(), number);
    if (wanted.empty() || !run)
        return false;
    if (wanted != run->name)
        m_workspace.edit(tr("Rename the run"), [number, wanted](workspace::Document& document) {
            workspace::renameRun(document, number, wanted);
        });
    return true;
}

void RunsModel::note(std::size_t number, const QString& note)
{
    const workspace::Run* run = workspace::findRun(m_workspace.document(), number);
    if (run && run->note != note.toStdString())
        m_workspace.edit(tr("Note on the run"), [number, text = note.toStdString()](workspace::Document& document) {
            workspace::noteRun(document, number, text);
        });
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : qualityColumn() + 1;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    const Row& row = m_rows.at(static_cast<std::size_t>(index.row()));
    const bool isName = index.column() == columnOf("name");
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return row.texts[index.column()];
    case Qt::ToolTipRole: return row.tip;
    case Qt::CheckStateRole: return isName ? QVariant(row.colour ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isOfNumbers(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return row.isBaseline ? QVariant(bold) : QVariant();
    }
    case NumberRole: return QVariant::fromValue<qulonglong>(row.number);
    case SortRole: return sortValueOf(row.cells[static_cast<std::size_t>(index.column())]);
    case EditedRole: return row.isEdited;
    case ColourRole: return row.colour ? QVariant(static_cast<int>(*row.colour)) : QVariant();
    default: return {};
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const std::size_t number = numberAt(index.row());
    if (role == Qt::CheckStateRole)
        overlay(number, value.toInt() == Qt::Checked);
    else if (role == Qt::EditRole && index.column() == columnOf("name"))
        return rename(number, value.toString());
    else if (role == Qt::EditRole && index.column() == columnOf("note"))
        note(number, value.toString());
    else
        return false;
    return true;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isOfNumbers(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && (section == lossDifferenceColumn() || section == qualityDifferenceColumn()))
        return tr("This run less the baseline");
    if (role != Qt::DisplayRole)
        return {};
    if (section == lossDifferenceColumn())
        return tr("Δ test loss");
    if (section == qualityDifferenceColumn())
        return tr("Δ test");
    if (section == qualityColumn())
        return tr("Test");
    const std::string_view title = workspace::runColumns()[static_cast<std::size_t>(section)].title;
    return QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size()));
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == columnOf("name"))
        flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    if (index.column() == columnOf("note"))
        flags |= Qt::ItemIsEditable;
    return flags;
}

}  // namespace actlab::models
