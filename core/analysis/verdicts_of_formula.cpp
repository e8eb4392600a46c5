// What the formula is: smooth or not, its gradient, where numbers give way.
#include "core/analysis/verdict_words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace actlab::analysis {

namespace {

Verdict of(Severity severity, std::string sentence)
{
    return {.severity = severity, .sentence = std::move(sentence), .span = {}, .cure = {}};
}

Verdict smoothVerdict(bool isComplete, const std::string& where)
{
    return isComplete ? of(Severity::Ok, "It is smooth" + where + ": no jump and no kink")
                      : of(Severity::Mind, "No jump and no kink was found" + where);
}

Verdict continuityVerdict(const Smoothness& smoothness, const std::optional<Interval>& interval)
{
    const auto isRemovable = [](const Breakpoint& point) {
        return point.join != Join::Jump || kindOf(point) == "removable";
    };
    switch (smoothness.worst) {
    case Join::Jump:
        if (std::ranges::all_of(smoothness.points, isRemovable))
            return of(Severity::Mind, "It has a value of its own at a place, or none, where both sides meet");
        return of(Severity::Trouble, "It jumps: no gradient tells training about a jump");
    case Join::Kink: return of(Severity::Mind, "It is continuous (C0), but its slope jumps");
    case Join::C1: return of(Severity::Ok, "Its slope is continuous (C1), its curvature is not");
    case Join::C2: return of(Severity::Ok, "Value, slope and curvature are continuous (C2)");
    case Join::Smooth: break;
    }
    return smoothVerdict(smoothness.complete, interval ? " " + whereText(*interval) : "");
}

std::string sides(const std::string& what, double left, double right)
{
    return left == right ? what + " " + wordFor(left) : what + " " + wordFor(left) + " to " + wordFor(right);
}

Verdict pointVerdict(const Breakpoint& point)
{
    const std::string_view kind = kindOf(point);
    const std::string name = kind == "jump"        ? "Jump"
                             : kind == "removable" ? "A value of its own"
                             : kind == "kink"      ? "Kink"
                                                   : std::string(kind) + " join";
    std::string sentence = name + " at x = " + wordFor(point.x) + ": " + sides("value", point.left, point.right);
    if (kind == "removable")
        sentence += ", there itself " + wordFor(point.at);
    sentence += ", " + sides("slope", point.leftSlope, point.rightSlope);
    if (kind == "C1" || kind == "C2")
        sentence += ", " + sides("curvature", point.leftCurvature, point.rightCurvature);
    sentence += "; the gradient used is " + wordFor(point.slopeAt);
    const bool isUndefined = !std::isfinite(point.at) || !std::isfinite(point.slopeAt);
    return of(kind == "jump" || isUndefined           ? Severity::Trouble
              : kind == "kink" || kind == "removable" ? Severity::Mind
                                                      : Severity::Ok,
              std::move(sentence));
}

Verdict comparison(const std::string& ours, const std::string& other, const GradientCheck& check)
{
    if (check.points == 0)
        return of(Severity::Mind, ours + " could not be compared with " + other + ": neither is finite anywhere");
    return of(check.passed ? Severity::Ok : Severity::Trouble,
              ours + (check.passed ? " agrees with " : " DIFFERS from ") + other + " at " +
                  std::to_string(check.points) + " places; the largest difference is " + wordFor(check.worstError) +
                  (check.worstError > 0 ? ", at x = " + wordFor(check.worstAt) : ""));
}

Verdict ownGradientVerdict(const Report& report)
{
    if (report.differs.empty())
        return of(Severity::Ok, "Your own gradient is the derivative");
    return of(Severity::Mind, "Your own gradient differs from the derivative " + whereText(report.differs) +
                                  ", from central differences by up to " + wordFor(report.gradient.worstError) +
                                  " (x = " + wordFor(report.gradient.worstAt) + ")");
}

/// What several formats suffer alike is told once.
bool isAlike(const Instability& a, const Instability& b)
{
    return a.quantity == b.quantity && a.trouble == b.trouble && a.node == b.node && a.suggestion == b.suggestion;
}

/// So far out that no network gets there.
bool isBeyondUse(const Instability& found)
{
    const bool holdsZero = found.x.low <= 0 && found.x.high >= 0;
    const double nearest = holdsZero ? 0 : std::min(std::abs(found.x.low), std::abs(found.x.high));
    constexpr double kFar = 1e4;
    return nearest > std::max(formatOf(found.precision).largest / 1000, kFar);
}

Severity severityOf(std::span<const Instability> alike)
{
    if (std::ranges::any_of(alike, isFatal))
        return Severity::Trouble;
    return std::ranges::all_of(alike, isBeyondUse) ? Severity::Ok : Severity::Mind;
}

std::string formatsText(std::span<const Instability> alike)
{
    std::string text;
    for (const Precision precision :
         {Precision::Float32, Precision::Bfloat16, Precision::Float16, Precision::Float64}) {
        std::vector<Interval> stretches;
        for (const Instability& each : alike)
            if (each.precision == precision)
                stretches.push_back(each.x);
        if (!stretches.empty())
            text += (text.empty() ? "" : "; ") + std::string(formatOf(precision).name) + " " + whereText(stretches);
    }
    return text;
}

Verdict stabilityVerdict(std::span<const Instability> alike)
{
    const Instability& first = alike.front();
    Verdict verdict = of(severityOf(alike), "Its " + sentenceOf(first) + " in " + formatsText(alike));
    if (verdict.severity == Severity::Ok)
        verdict.sentence += ", where no network gets";
    verdict.sentence += ", because of " + first.node;
    verdict.span = first.span;
    verdict.cure = first.suggestion;
    return verdict;
}

}  // namespace

std::vector<Verdict> smoothnessVerdicts(const Report& report)
{
    constexpr std::size_t kMost = 12;
    const Smoothness& smoothness = report.smoothness;
    std::vector<Verdict> all{continuityVerdict(smoothness, report.interval)};
    for (const Breakpoint& point : std::span(smoothness.points).first(std::min(smoothness.points.size(), kMost)))
        all.push_back(pointVerdict(point));
    if (smoothness.points.size() > kMost)
        all.push_back(
            of(Severity::Mind, "And " + std::to_string(smoothness.points.size() - kMost) + " more of them"));
    for (const double seam : std::span(smoothness.seams).first(std::min(smoothness.seams.size(), kMost)))
        all.push_back(of(Severity::Ok, "At x = " + wordFor(seam) +
                                           " the sides differ by next to nothing: taken for the seam of an "
                                           "approximation and for no kink"));
    if (!smoothness.complete)
        all.push_back(of(Severity::Mind, "There may be more, beyond what can be listed or told"));
    return all;
}

std::vector<Verdict> gradientVerdicts(const activation::Activation& activation, const Report& report,
                                      const std::optional<GradientCheck>& autograd)
{
    std::vector<Verdict> all;
    if (report.character.slopeSquare == 0)
        all.push_back(of(
            Severity::Trouble,
            std::string(report.facts.lipschitz == 0 ? "It is 0 everywhere" : "It is 0 where nearly all inputs lie") +
                ": nothing can be learned through it"));
    all.push_back(comparison("The derivative", "central differences", report.derivative));
    if (autograd)
        all.push_back(comparison("The derivative", "PyTorch's autograd", *autograd));
    if (activation.hasOwnGradient())
        all.push_back(ownGradientVerdict(report));
    return all;
}

std::vector<Verdict> stabilityVerdicts(const Report& report)
{
    std::vector<Verdict> all;
    std::vector<Instability> rest = report.stability;
    while (!rest.empty()) {
        const auto others = std::stable_partition(
            rest.begin(), rest.end(), [first = rest.front()](const auto& each) { return isAlike(each, first); });
        all.push_back(stabilityVerdict({rest.begin(), others}));
        rest.erase(rest.begin(), others);
    }
    if (all.empty())
        all.push_back(of(Severity::Ok, "Value and gradient are sound in float64, float32, bfloat16 and float16, "
                                       "however large x is"));
    std::ranges::stable_sort(all, std::ranges::greater{}, &Verdict::severity);
    return all;
}

}  // namespace actlab::analysis
