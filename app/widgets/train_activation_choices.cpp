#include "app/widgets/train_activation_choices.hpp"

#include "app/widgets/activation_icon.hpp"
#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"

#include <QGuiApplication>
#include <algorithm>

namespace actlab::widgets {

void TrainActivationChoices::setOwn(const std::vector<activation::ActivationPtr>& own)
{
    if (own == m_own && !m_choices.empty())
        return;
    beginResetModel();
    m_own = own;
    m_choices = own;
    const auto& catalogue = activation::catalogue();
    m_choices.insert(m_choices.end(), catalogue.begin(), catalogue.end());
    m_icons.assign(m_choices.size(), {});
    endResetModel();
}

void TrainActivationChoices::repaint()
{
    m_icons.assign(m_choices.size(), {});
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

int TrainActivationChoices::rowOf(const std::string& name) const
{
    const auto found = std::ranges::find(m_choices, name, [](const auto& choice) { return choice->name(); });
    return found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin());
}

int TrainActivationChoices::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant TrainActivationChoices::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(index.row());
    if (row >= m_choices.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(m_choices[row]->name());
    case Qt::ToolTipRole: return QString::fromStdString(m_choices[row]->definition().formula);
    case Qt::DecorationRole:
        if (m_icons[row].isNull())
            m_icons[row] = activationIcon(*m_choices[row], themeOf(QGuiApplication::palette()).accent,
                                          qGuiApp->devicePixelRatio());
        return m_icons[row];
    default: return {};
    }
}

}  // namespace actlab::widgets
