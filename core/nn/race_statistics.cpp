#include "core/nn/race_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <locale>
#include <sstream>

namespace actlab::nn {

namespace {

constexpr double kTail = 0.05;  // of all comparisons together

double meanQuality(const Standing& standing, Measure measure)
{
    double sum = 0;
    for (const RaceRun& run : standing.runs)
        sum += run.isCounted() ? qualityOf(run, measure) : 0;
    return sum / static_cast<double>(standing.counted);
}

/// Of the seeds that count for both.
std::vector<double> differences(const Standing& one, const Standing& other, Measure measure)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < std::min(one.runs.size(), other.runs.size()); ++i)
        if (one.runs[i].isCounted() && other.runs[i].isCounted())
            all.push_back(qualityOf(one.runs[i], measure) - qualityOf(other.runs[i], measure));
    return all;
}

void summarise(Standing& standing)
{
    std::vector<double> losses, accuracies, epochs;
    for (const RaceRun& run : standing.runs) {
        if (!run.isCounted())
            continue;
        losses.push_back(run.last.testLoss);
        accuracies.push_back(run.last.testAccuracy);
        if (run.ending == Ending::ReachedTarget)
            epochs.push_back(static_cast<double>(run.epochs));
    }
    standing.counted = losses.size();
    standing.reached = epochs.size();
    if (!losses.empty()) {
        standing.loss = summaryOf(losses);
        standing.accuracy = summaryOf(accuracies);
    }
    if (!epochs.empty())
        standing.epochs = summaryOf(epochs);
}

std::string shortly(double number)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(3);
    text << number;
    return text.str();
}

std::string seedsText(std::size_t count)
{
    return count == 1 ? "one seed" : std::to_string(count) + " seeds";
}

/// "2.5 points of accuracy (1 to 4 with 95 % confidence, 5 seeds)"
std::string leadText(const std::vector<double>& compared, double tail, Measure measure)
{
    const Difference lead = pairedDifference(compared, tail);
    const double unit = measure == Measure::Accuracy ? 100 : 1;
    const char* name = measure == Measure::Accuracy ? " points of accuracy ("
                       : measure == Measure::Loss   ? " of loss ("
                                                    : " epochs (";
    return shortly(unit * lead.mean) + name + shortly(unit * lead.low) + " to " + shortly(unit * lead.high) +
           " with 95 % confidence, " + seedsText(compared.size()) + ")";
}

std::vector<const Standing*> ranked(const RaceResult& result)
{
    std::vector<const Standing*> all;
    for (const Standing& standing : result.standings)
        if (standing.counted > 0)
            all.push_back(&standing);
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [&](const Standing* each) { return meanQuality(*each, result.measure); });
    return all;
}

/// What a person must know about the runs of the best that are not among those compared.
std::string reservation(const Standing& best)
{
    const std::size_t lost = best.runs.size() - best.counted;
    if (lost == 0)
        return "";
    return ", though " + std::to_string(lost) + " of its " + std::to_string(best.runs.size()) +
           " runs did not come to an end";
}

/// "ELU, GELU or Tanh"
std::string alternatives(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    return text;
}

/// The one that looks best against each of the others; the more of them, the more certain each comparison must be
/// (Bonferroni).
std::string verdictOn(const RaceResult& result)
{
    const std::vector<const Standing*> order = ranked(result);
    if (order.empty())
        return "No run came to an end with numbers to compare.";
    const Standing& best = *order.front();
    const std::string name = best.activation->name();
    if (order.size() == 1)
        return "Only " + name + " has runs that came to an end.";
    const double tail = kTail / static_cast<double>(order.size() - 1);
    std::vector<std::string> equals;
    for (const Standing* other : std::span(order).subspan(1)) {
        const auto compared = differences(best, *other, result.measure);
        if (compared.empty() || !(pairedDifference(compared, tail).low > 0))
            equals.push_back(other->activation->name());
    }
    if (!equals.empty()) {
        const bool isFirst = meanQuality(best, result.measure) > meanQuality(*order[1], result.measure);
        const std::string seeds = seedsText(best.runs.size());
        return (isFirst ? name + " has the best mean, but " + seeds + " cannot tell it from "
                        : "The " + seeds + " cannot tell " + name + " from ") +
               alternatives(equals) + reservation(best) + ".";
    }
    return name + " is ahead of " + (order.size() == 2 ? "" : "all others, of the next one, ") +
           order[1]->activation->name() + ", by " +
           leadText(differences(best, *order[1], result.measure), tail, result.measure) +
           ", on this task with these settings" + reservation(best) + ".";
}

void compareWithFirst(Standing& standing, const RaceResult& result)
{
    const Standing& first = result.standings.front();
    standing.ahead.reset();
    const auto compared = differences(standing, first, result.measure);
    if (&standing != &first && !compared.empty())
        standing.ahead = pairedDifference(compared, kTail);
}

}  // namespace

double qualityOf(const RaceRun& run, Measure measure)
{
    switch (measure) {
    case Measure::Epochs: return -static_cast<double>(run.epochs);
    case Measure::Loss: return -run.last.testLoss;
    case Measure::Accuracy: break;
    }
    return run.last.testAccuracy;
}

bool hasOwnRates(const RaceResult& result)
{
    return std::ranges::adjacent_find(result.standings, std::ranges::not_equal_to(), &Standing::learningRate) !=
           result.standings.end();
}

void conclude(RaceResult& result)
{
    for (Standing& standing : result.standings)
        summarise(standing);
    for (Standing& standing : result.standings)
        compareWithFirst(standing, result);
    result.verdict = verdictOn(result);
}

std::vector<CoursePoint> meanCourse(const Standing& standing, bool isOverValues)
{
    std::vector<const RaceRun*> counted;
    for (const RaceRun& run : standing.runs)
        if (run.isCounted())
            counted.push_back(&run);
    std::size_t shortest = counted.empty() ? 0 : counted.front()->course.size();
    for (const RaceRun* run : counted)
        shortest = std::min(shortest, run->course.size());
    std::vector<CoursePoint> points;
    std::vector<double> values(counted.size());
    for (std::size_t epoch = 0; epoch < shortest; ++epoch) {
        std::ranges::transform(counted, values.begin(), [=](const RaceRun* run) {
            return isOverValues ? run->course[epoch].testLoss : run->course[epoch].testAccuracy;
        });
        points.push_back({epoch, summaryOf(values)});
    }
    return points;
}

}  // namespace actlab::nn
