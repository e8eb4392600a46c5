// The name of what is composed, and its way into the catalogue, the plot and the network.
#include "app/models/compose_model.hpp"

#include "core/activation/catalogue.hpp"

#include <algorithm>

namespace actlab::models {

ComposeModel::Name ComposeModel::nameState() const
{
    const std::string wanted = name().trimmed().toStdString();
    if (wanted.empty())
        return Name::Missing;
    if (activation::findInCatalogue(wanted))
        return Name::InCatalogue;
    const auto& own = m_workspace.document().custom;
    const auto same = std::ranges::find(own, wanted, [](const auto& each) { return each->name(); });
    if (same == own.end())
        return Name::Free;
    const bool isThis = isRight() && (*same)->definition() == m_activation->withName(wanted)->definition();
    return isThis ? Name::Own : Name::Replaces;
}

bool ComposeModel::canBeAdded() const
{
    const Name state = nameState();
    return isRight() && state != Name::Missing && state != Name::InCatalogue;
}

namespace {

/// Puts `activation` where one of its name is, else behind the others.
void putInto(std::vector<activation::ActivationPtr>& own, const activation::ActivationPtr& activation)
{
    const auto same = std::ranges::find(own, activation->name(), [](const auto& each) { return each->name(); });
    if (same == own.end())
        own.push_back(activation);
    else
        *same = activation;
}

void putInto(workspace::Document& document, const activation::ActivationPtr& activation)
{
    putInto(document.custom, activation);
    for (auto& plotted : document.plot.shown)
        if (plotted.activation->name() == activation->name())
            plotted.activation = activation;
    for (nn::Layer& layer : document.training.hidden)
        if (layer.activation && layer.activation->name() == activation->name())
            layer.activation = activation;
}

}  // namespace

void ComposeModel::addToCatalogue()
{
    if (!canBeAdded())
        return;
    const auto added = m_activation->withName(name().trimmed().toStdString());
    m_workspace.edit(tr("Add %1").arg(name().trimmed()),
                     [&](workspace::Document& document) { putInto(document, added); });
}

void ComposeModel::keepUp(workspace::Document& document) const
{
    const std::string name = document.draft.definition.name;
    const auto isThis = [&](const auto& activation) { return activation && activation->name() == name; };
    if (std::ranges::none_of(document.custom, isThis) ||
        std::ranges::none_of(document.training.hidden, isThis, &nn::Layer::activation))
        return;
    if (const auto made = activation::makeActivation(document.draft.definition))
        putInto(document, *made);
}

void ComposeModel::trainWithIt()
{
    if (!canBeAdded())
        return;
    const auto added = m_activation->withName(name().trimmed().toStdString());
    m_workspace.edit(tr("Train with %1").arg(name().trimmed()), [&](workspace::Document& document) {
        putInto(document, added);
        for (nn::Layer& layer : document.training.hidden)
            layer.activation = added;
    });
}

}  // namespace actlab::models
