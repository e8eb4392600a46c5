#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/activation_timing.hpp"
#include "core/analysis/report.hpp"

namespace actlab::analysis {

enum class Topic { Smoothness, Gradient, Stability, Character, DeepNetwork, KnownAs, Cost };

inline constexpr std::array kTopics{Topic::Smoothness,  Topic::Gradient, Topic::Stability, Topic::Character,
                                    Topic::DeepNetwork, Topic::KnownAs,  Topic::Cost};

enum class Severity {
    Ok,
    Mind,    ///< good to know before one trains with it
    Trouble  ///< it will not work as it stands
};

/// One thing that a check found, for a person.
struct Verdict {
    Topic topic = Topic::Smoothness;
    Severity severity = Severity::Ok;
    std::string sentence;  ///< begins with a capital, has no full stop
    expr::Span span;       ///< the part of the formula that it is about; empty where that is the whole
    std::string cure;      ///< a whole formula that has not this trouble, or empty

    bool operator==(const Verdict&) const = default;
};

/// The report in words, topic by topic in the order of kTopics; every topic has something to say. `autograd` is the
/// derivative compared with PyTorch's, where somebody did.
std::vector<Verdict> verdictsOf(const activation::Activation& activation, const Report& report,
                                const std::optional<GradientCheck>& autograd = std::nullopt);

/// What was measured, as one more on Topic::Cost.
Verdict verdictOf(const ActivationTiming& timing);

/// "Smoothness", …, "In a deep network", "Known as", "Cost".
std::string_view titleOf(Topic topic);
/// Of the verdicts on one topic.
Severity worstOf(std::span<const Verdict> verdicts, Topic topic);

}  // namespace actlab::analysis
