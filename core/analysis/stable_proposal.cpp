#include "core/analysis/stable_proposal.hpp"

namespace actlab::analysis {

namespace {

std::optional<Agreement> agreementOf(const std::string& before, const std::string& after,
                                     const std::vector<activation::Parameter>& parameters)
{
    const auto old = activation::makeActivation({"before", before, "", parameters});
    const auto now = activation::makeActivation({"after", after, "", parameters});
    return old && now ? std::optional(compareSpellings(**old, **now)) : std::nullopt;
}

}  // namespace

std::optional<StableProposal> proposeStable(const activation::Activation& activation)
{
    const activation::Definition& definition = activation.definition();
    auto spelling = activation::stabilize(definition.formula);
    if (!spelling)
        return std::nullopt;
    const auto whole = agreementOf(definition.formula, spelling->formula, definition.parameters);
    if (!whole || !whole->isGood())
        return std::nullopt;
    StableProposal proposal{*std::move(spelling), *whole, {}};
    for (const activation::Rewrite& rewrite : proposal.spelling.rewrites)
        proposal.parts.push_back(
            agreementOf(rewrite.before, rewrite.after, definition.parameters).value_or(Agreement{}));
    return proposal;
}

}  // namespace actlab::analysis
