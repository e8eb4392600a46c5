#include "core/analysis/verdicts.hpp"

#include "core/analysis/verdict_words.hpp"

#include <algorithm>

namespace actlab::analysis {

std::vector<Verdict> verdictsOf(const activation::Activation& activation, const Report& report,
                                const std::optional<GradientCheck>& autograd)
{
    std::vector<Verdict> all;
    const auto add = [&](Topic topic, std::vector<Verdict> verdicts) {
        for (Verdict& verdict : verdicts) {
            verdict.topic = topic;
            all.push_back(std::move(verdict));
        }
    };
    add(Topic::Smoothness, smoothnessVerdicts(report));
    add(Topic::Gradient, gradientVerdicts(activation, report, autograd));
    add(Topic::Stability, stabilityVerdicts(report));
    add(Topic::Character, characterVerdicts(report));
    add(Topic::DeepNetwork, deepNetworkVerdicts(report));
    add(Topic::KnownAs, knownAsVerdicts(report));
    add(Topic::Cost, costVerdicts(report));
    return all;
}

std::string_view titleOf(Topic topic)
{
    constexpr std::array<std::string_view, kTopics.size()> kTitles{
        "Smoothness", "Gradient", "Stability", "Character", "In a deep network", "Known as", "Cost"};
    return kTitles[static_cast<std::size_t>(topic)];
}

Severity worstOf(std::span<const Verdict> verdicts, Topic topic)
{
    Severity worst = Severity::Ok;
    for (const Verdict& verdict : verdicts)
        if (verdict.topic == topic)
            worst = std::max(worst, verdict.severity);
    return worst;
}

}  // namespace actlab::analysis
