#include "app/models/explore_model.hpp"

#include "core/activation/catalogue.hpp"

#include <algorithm>

namespace actlab::models {

using activation::ActivationPtr;

ExploreModel::ExploreModel(WorkspaceModel& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::documentChanged, this, &ExploreModel::follow);
    follow();
}

ActivationPtr ExploreModel::selected() const
{
    return plot().shown.empty() ? nullptr : plot().shown.front().activation;
}

int ExploreModel::colourOf(const std::string& name) const
{
    const auto found = m_colours.find(name);
    return found == m_colours.end() ? 0 : found->second;
}

const std::vector<ExploreModel::Curve>& ExploreModel::curves(analysis::Interval x, int pixels)
{
    const auto& shown = plot().shown;
    m_sampled.resize(shown.size());
    m_curves.resize(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Sampled wanted{shown[i].activation, x, pixels, highestOrder()};
        if (m_sampled[i] == wanted)
            continue;
        m_sampled[i] = wanted;
        const std::string& name = wanted.activation->name();
        m_curves[i] = {name, colourOf(name), analysis::sampleCurves(*wanted.activation, x, pixels, wanted.order)};
    }
    return m_curves;
}

analysis::Facts ExploreModel::facts() const
{
    return analysis::describe(*selected());
}

void ExploreModel::select(const ActivationPtr& activation)
{
    const auto isThis = [&](const auto& plotted) { return plotted.activation->name() == activation->name(); };
    if (selected() && isThis(plot().shown.front()))
        return;
    m_workspace.edit(tr("Show %1").arg(QString::fromStdString(activation->name())),
                     [&](workspace::Document& document) {
                         auto& shown = document.plot.shown;
                         const auto found = std::ranges::find_if(shown, isThis);
                         if (found != shown.end())
                             std::rotate(shown.begin(), found, found + 1);
                         else if (shown.empty())
                             shown.push_back({activation});
                         else
                             shown.front() = {activation};
                     });
}

void ExploreModel::setParameter(const QString& name, double value)
{
    const QString text = tr("Change %1 of %2").arg(name, QString::fromStdString(selected()->name()));
    m_workspace.edit(
        text,
        [&](workspace::Document& document) {
            ActivationPtr& activation = document.plot.shown.front().activation;
            activation = activation->withValue(name.toStdString(), value);
        },
        "explore/" + name);
}

bool ExploreModel::hasChangedParameters() const
{
    const ActivationPtr now = selected(), original = now ? m_workspace.find(now->name()) : nullptr;
    return original && original->parameterValues() != now->parameterValues();
}

void ExploreModel::resetParameters()
{
    const ActivationPtr original = m_workspace.find(selected()->name());
    m_workspace.edit(tr("Reset the parameters"),
                     [&](workspace::Document& document) { document.plot.shown.front() = {original}; });
}

void ExploreModel::setOrder(int order, bool visible)
{
    m_workspace.edit(tr("Change what is drawn"), [&](workspace::Document& document) {
        (order == 0 ? document.plot.value : order == 1 ? document.plot.derivative : document.plot.second) = visible;
    });
}

/// Those that stay keep their colours, new ones take the lowest that is free.
void ExploreModel::follow()
{
    std::map<std::string, int> colours;
    std::vector<int> used;
    for (const auto& plotted : plot().shown)
        if (const auto known = m_colours.find(plotted.activation->name()); known != m_colours.end()) {
            colours.insert(*known);
            used.push_back(known->second);
        }
    for (const auto& plotted : plot().shown) {
        if (colours.contains(plotted.activation->name()))
            continue;
        int free = 0;
        while (std::ranges::count(used, free) > 0)
            ++free;
        used.push_back(free);
        colours[plotted.activation->name()] = free;
    }
    if (colours != m_colours)
        m_sampled.clear();
    m_colours = std::move(colours);
    Q_EMIT changed();
}

int ExploreModel::highestOrder() const
{
    return plot().second ? 2 : plot().derivative ? 1 : 0;
}

}  // namespace actlab::models
