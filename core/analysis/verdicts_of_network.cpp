// What the function is like, what it does to a network, what it is known as and what it costs.
#include "core/analysis/verdict_words.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

Verdict saying(std::string sentence, bool isToBeMinded = false)
{
    return {.severity = isToBeMinded ? Severity::Mind : Severity::Ok,
            .sentence = std::move(sentence),
            .span = {},
            .cure = {}};
}

Verdict rangeVerdict(const Report& report)
{
    const auto limit = [](double value) { return std::isnan(value) ? "no limit" : wordFor(value); };
    return saying("Its values reach from " + wordFor(report.facts.minimum) + " to " + wordFor(report.facts.maximum) +
                  "; it tends to " + limit(report.character.limitLeft) + " at the left and to " +
                  limit(report.character.limitRight) + " at the right");
}

Verdict shapeVerdict(const Report& report)
{
    const Parity parity = report.character.parity;
    return saying("It is " + std::string(report.facts.monotonic ? "monotonic" : "not monotonic") +
                  (parity == Parity::Even  ? " and even"
                   : parity == Parity::Odd ? " and odd"
                                           : ", neither even nor odd"));
}

Verdict slopeVerdict(double lipschitz)
{
    return std::isfinite(lipschitz) ? saying("Its steepest slope (Lipschitz constant) is " + wordFor(lipschitz))
                                    : saying("Its slope has no bound: gradients may explode", true);
}

Verdict meanVerdict(const Character& character)
{
    if (!std::isfinite(character.mean))
        return saying("On N(0, 1) it has no mean", true);
    return saying((character.isZeroMean ? "It is zero-centred: on N(0, 1) its mean is "
                                        : "It is not zero-centred: on N(0, 1) its mean is ") +
                  wordFor(character.isZeroMean ? 0 : character.mean));
}

void addFlatZones(const Character& character, std::vector<Verdict>& all)
{
    constexpr double kMuch = 0.25;
    if (character.saturated.empty())
        all.push_back(saying(character.saturatedShare == 0
                                 ? "It has no flat zone: its slope is nowhere within 0.01 of 0"
                                 : "It has no flat zone"));
    else
        all.push_back(saying("Its slope is within 0.01 of 0 " + whereText(character.saturated) + ": " +
                                 percentText(character.saturatedShare) + " of N(0, 1) falls there",
                             character.saturatedShare >= kMuch));
    if (!character.dead.empty())
        all.push_back(saying("Its slope is 0 " + whereText(character.dead) + ": " + percentText(character.deadShare) +
                                 " of N(0, 1) teaches it nothing",
                             character.deadShare >= kMuch));
}

void addFixedPoints(const Character& character, std::vector<Verdict>& all)
{
    std::string places;
    for (const double x : character.fixedPoints)
        places += (places.empty() ? "" : ", ") + wordFor(x);
    if (character.isIdentitySomewhere)
        places += std::string(places.empty() ? "" : " and ") + "over a whole stretch";
    if (!places.empty())
        all.push_back(saying("It has fixed points, f(x) = x, " +
                             std::string(character.fixedPoints.empty() ? "" : "at ") + places +
                             (character.hasMoreFixedPoints ? "; there may be more" : "")));
}

Verdict passageVerdict(const std::string& what, const Passage& passage, double end, double predicted)
{
    return saying(what + " " + std::string(nameOf(passage.fate)) + ": its variance goes from 1 to " + wordFor(end) +
                      " (predicted: " + wordFor(predicted) + ")",
                  passage.fate != Fate::Keeps);
}

std::string microseconds(const Spread& nanoseconds)
{
    constexpr double kEach = 1e3;
    return wordFor(nanoseconds.median / kEach) + " µs (" + wordFor(nanoseconds.least / kEach) + " to " +
           wordFor(nanoseconds.greatest / kEach) + ")";
}

std::string timesAs(const Spread& ratio)
{
    const auto word = [](double r) { return wordFor(std::round(100 * r) / 100); };
    return word(ratio.median) + " times (" + word(ratio.least) + " to " + word(ratio.greatest) + ") that of ";
}

std::string operationsText(const Operations& operations)
{
    return countOf(operations.functions, "function") + " such as exp, " +
           countOf(operations.arithmetic, "arithmetic operation") + ", " +
           countOf(operations.comparisons, "comparison");
}

/// What decides far out was not compared.
bool decidesOutside(const Report& report, Interval compared)
{
    return std::ranges::any_of(report.smoothness.points, [&](const Breakpoint& point) {
        return point.x < compared.low || point.x > compared.high;
    });
}

Verdict memberVerdict(const FamilyMember& member, const Report& report)
{
    const Interval compared = report.interval.value_or(kKnownOver);
    if (member.distance < kCopy)
        return saying("It is " + member.formula + " exactly" +
                      (decidesOutside(report, compared) ? " " + whereText(compared) : "") + ": " +
                      member.row->name() + ", " + std::string(referenceOf(member)));
    return saying("It is nearly " + member.formula + ": " + member.row->name() + ", off by " +
                  percentText(member.distance) + " of its height " + whereText(compared));
}

}  // namespace

std::vector<Verdict> characterVerdicts(const Report& report)
{
    std::vector<Verdict> all{rangeVerdict(report), shapeVerdict(report), slopeVerdict(report.facts.lipschitz),
                             meanVerdict(report.character)};
    addFlatZones(report.character, all);
    addFixedPoints(report.character, all);
    return all;
}

std::vector<Verdict> deepNetworkVerdicts(const Report& report)
{
    const auto& [signal, gradient] = report.deep;
    const bool hasGain = hasInitGain(report.facts);
    return {saying(hasGain
                       ? "Its init gain is " + wordFor(report.facts.initGain) +
                             "; the mean square of its slope on N(0, 1) is " + wordFor(report.character.slopeSquare)
                       : "It has no init gain: its mean square on N(0, 1) is 0 or not finite",
                   !hasGain),
            passageVerdict("Through 50 layers with gain " + wordFor(report.gain) + " the signal", signal,
                           signal.measured.back(), signal.predicted.back()),
            passageVerdict("Back through them the gradient", gradient, gradient.measured.front(),
                           gradient.predicted.front())};
}

/// All copies but the most far-fetched or, where there is none, what comes near.
std::vector<Verdict> knownAsVerdicts(const Report& report)
{
    constexpr std::size_t kMostCopies = 5;
    constexpr double kNear = 0.1;
    std::vector<Verdict> all;
    std::size_t copies = 0;
    for (const FamilyMember& member : report.sameAs) {
        const bool isCopy = member.distance < kCopy;
        copies += isCopy ? 1 : 0;
        if (isCopy ? copies <= kMostCopies : copies == 0 && member.distance <= kNear)
            all.push_back(memberVerdict(member, report));
    }
    if (copies > kMostCopies)
        all.push_back(saying("And " + std::to_string(copies - kMostCopies) + " more functions exactly"));
    if (all.empty())
        all.push_back(report.sameAs.empty() ? saying("It could not be compared: it is not finite everywhere")
                                            : saying("It is like no function of the catalogue; the nearest is " +
                                                     report.sameAs.front().row->name() + ", off by " +
                                                     percentText(report.sameAs.front().distance) + " of its height"));
    return all;
}

Verdict verdictOf(const ActivationTiming& timing)
{
    const PassTiming& both = timing.both;
    Verdict verdict = saying("Forward and backward through autograd, " + std::to_string(timing.size) +
                             " numbers in float32, median of some rounds: " + microseconds(both.kernel) + ", " +
                             (both.overBuiltin ? timesAs(*both.overBuiltin) + "PyTorch's own, " : "") +
                             timesAs(both.overComposed) + "the formula composed of PyTorch's operations");
    verdict.topic = Topic::Cost;
    return verdict;
}

std::vector<Verdict> costVerdicts(const Report& report)
{
    return {saying("Forward: " + operationsText(report.cost.forward)),
            saying("With the gradient: " + operationsText(report.cost.backward))};
}

}  // namespace actlab::analysis
