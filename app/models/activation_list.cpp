#include "app/models/activation_list.hpp"

#include "app/models/workspace_model.hpp"
#include "core/activation/catalogue.hpp"

#include <algorithm>
#include <utility>

namespace actlab::models {

ActivationList::ActivationList(WorkspaceModel& workspace, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::documentChanged, this, &ActivationList::follow);
    follow();
}

int ActivationList::rowOf(const QString& name) const
{
    const auto found = std::ranges::find(m_rows, name.toStdString(), [](const auto& row) { return row->name(); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QStringList ActivationList::families()
{
    QStringList families{tr("My own")};
    for (const activation::CatalogueRow& row : activation::catalogueRows())
        if (!families.contains(QString::fromUtf8(row.family)))
            families.append(QString::fromUtf8(row.family));
    return families;
}

int ActivationList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ActivationList::data(const QModelIndex& index, int role) const
{
    const auto i = static_cast<std::size_t>(index.row());
    if (i >= m_rows.size())
        return {};
    const activation::Activation& activation = *m_rows[i];
    const bool isOwn = i < m_ownCount;
    const activation::CatalogueRow* row = isOwn ? nullptr : &activation::catalogueRows()[i - m_ownCount];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return QString::fromStdString(activation.name());
    case Qt::ToolTipRole:
        return QString::fromStdString(activation.definition().formula) +
               (row ? "\n" + QString::fromUtf8(row->reference) : QString());
    case Qt::CheckStateRole: return isShown(activation.name()) ? Qt::Checked : Qt::Unchecked;
    case FamilyRole: return isOwn ? tr("My own") : QString::fromUtf8(row->family);
    case OwnRole: return isOwn;
    case SearchRole:
        return QStringList{
            QString::fromStdString(activation.name()), row ? QString::fromUtf8(row->aliases) : QString(),
            QString::fromStdString(activation.definition().formula), data(index, FamilyRole).toString()}
            .join('\n');
    default: return {};
    }
}

bool ActivationList::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const activation::ActivationPtr activation = at(index.row());
    if (role == Qt::CheckStateRole)
        return setShown(activation, value.toInt() == Qt::Checked);
    return role == Qt::EditRole && index.data(OwnRole).toBool() && rename(activation, value.toString().trimmed());
}

bool ActivationList::setShown(const activation::ActivationPtr& activation, bool isWanted)
{
    const QString name = QString::fromStdString(activation->name());
    if (isWanted == isShown(activation->name()))
        return false;
    m_workspace.edit(
        isWanted ? tr("Show %1").arg(name) : tr("Hide %1").arg(name), [&](workspace::Document& document) {
            auto& shown = document.plot.shown;
            if (isWanted)
                shown.push_back({activation});
            else
                std::erase_if(shown,
                              [&](const auto& plotted) { return plotted.activation->name() == activation->name(); });
        });
    return true;
}

bool ActivationList::rename(const activation::ActivationPtr& activation, const QString& name)
{
    if (name.isEmpty() || m_workspace.find(name.toStdString()))
        return false;
    const std::string before = activation->name(), after = name.toStdString();
    const auto renamed = [&](activation::ActivationPtr& one) {
        if (one->name() == before)
            one = one->withName(after);
    };
    m_workspace.edit(tr("Rename %1").arg(QString::fromStdString(before)), [&](workspace::Document& document) {
        std::ranges::for_each(document.custom, renamed);
        std::ranges::for_each(document.plot.shown, renamed, &workspace::PlottedActivation::activation);
        std::ranges::for_each(document.training.hidden, renamed, &nn::Layer::activation);
        if (document.draft.definition.name == before)
            document.draft.definition.name = after;
    });
    return true;
}

Qt::ItemFlags ActivationList::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
    return index.data(OwnRole).toBool() ? flags | Qt::ItemIsEditable : flags;
}

void ActivationList::follow()
{
    const auto& own = m_workspace.document().custom;
    const bool rowsStay =
        !m_rows.empty() && own.size() == m_ownCount && std::equal(own.begin(), own.end(), m_rows.begin());
    std::vector<std::string> shown;
    for (const workspace::PlottedActivation& plotted : m_workspace.document().plot.shown)
        shown.push_back(plotted.activation->name());
    const bool checksStay = std::exchange(m_shown, shown) == shown;
    if (rowsStay) {
        if (!checksStay)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
        return;
    }
    beginResetModel();
    m_ownCount = own.size();
    m_rows = own;
    m_rows.insert(m_rows.end(), activation::catalogue().begin(), activation::catalogue().end());
    endResetModel();
}

bool ActivationList::isShown(const std::string& name) const
{
    return std::ranges::count(m_shown, name) > 0;
}

void ActivationFilter::setSearch(const QString& text)
{
    m_words = text.split(' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ActivationFilter::setFamily(const QString& family)
{
    m_family = family;
    invalidateFilter();
}

bool ActivationFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_family.isEmpty() && index.data(ActivationList::FamilyRole).toString() != m_family)
        return false;
    const QString text = index.data(ActivationList::SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace actlab::models
