#include "core/exporting/network.hpp"

#include <algorithm>

namespace actlab::exporting {

namespace {

bool sharesAll(const activation::Activation& activation)
{
    const auto isShared = [](const activation::Parameter& p) { return p.scope == activation::Scope::Shared; };
    std::vector<activation::Parameter> learned;
    std::ranges::copy_if(activation.parameters(), std::back_inserter(learned), &activation::Parameter::learnable);
    return !learned.empty() && std::ranges::all_of(learned, isShared);
}

}  // namespace

std::size_t addInstance(Network& network, ActivationInstance instance)
{
    auto& all = network.activations;
    const auto isTwin = [&](const ActivationInstance& other) {
        return other.activation->definition() == instance.activation->definition();
    };
    if (const auto twin = std::ranges::find_if(all, isTwin); twin != all.end() && sharesAll(*instance.activation))
        return static_cast<std::size_t>(twin - all.begin());
    all.push_back(std::move(instance));
    return all.size() - 1;
}

}  // namespace actlab::exporting
