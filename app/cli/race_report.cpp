#include "app/cli/race_report.hpp"

#include "app/cli/train_report.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace actlab::cli {

namespace {

using nn::RaceRun;
using nn::Standing;
using nn::Summary;

const Summary& qualityOf(const Standing& standing, bool isOverValues)
{
    return isOverValues ? standing.loss : standing.accuracy;
}

Json jsonDeviation(const Summary& summary)
{
    return summary.deviation ? jsonNumber(*summary.deviation) : Json();
}

Json jsonSummary(const Summary& summary)
{
    return {{"mean", jsonNumber(summary.mean)}, {"std", jsonDeviation(summary)}};
}

Json jsonRuns(const std::vector<RaceRun>& runs)
{
    Json all = Json::array();
    for (const RaceRun& run : runs)
        all.push_back({{"seed", run.seed},
                       {"outcome", nameOf(run.ending)},
                       {"message", run.message},
                       {"epochs", run.epochs},
                       {"seconds", jsonNumber(run.seconds)},
                       {"train_loss", jsonNumber(run.last.trainLoss)},
                       {"test_loss", jsonNumber(run.last.testLoss)},
                       {"train_accuracy", jsonNumber(run.last.trainAccuracy)},
                       {"test_accuracy", jsonNumber(run.last.testAccuracy)}});
    return all;
}

Json jsonAhead(const std::optional<nn::Difference>& ahead)
{
    if (!ahead)
        return nullptr;
    return {{"mean", jsonNumber(ahead->mean)}, {"low", jsonNumber(ahead->low)}, {"high", jsonNumber(ahead->high)}};
}

Json jsonStanding(const Standing& standing, bool isOverValues)
{
    const bool hasCounted = standing.counted > 0;
    const Summary& quality = qualityOf(standing, isOverValues);
    return {{"name", standing.activation->name()},
            {"formula", standing.activation->definition().formula},
            {"lr", jsonNumber(standing.learningRate)},
            {"measure", isOverValues ? "test_loss" : "test_accuracy"},
            {"mean", hasCounted ? jsonNumber(quality.mean) : Json()},
            {"std", hasCounted ? jsonDeviation(quality) : Json()},
            {"epochs_to_target", standing.epochs ? jsonNumber(standing.epochs->mean) : Json()},
            {"reached_target", standing.reached},
            {"counted", standing.counted},
            {"test_loss", hasCounted ? jsonSummary(standing.loss) : Json()},
            {"test_accuracy", hasCounted ? jsonSummary(standing.accuracy) : Json()},
            {"ahead_of_first", jsonAhead(standing.ahead)},
            {"runs", jsonRuns(standing.runs)}};
}

/// Three digits: the seeds know no more.
std::string shortly(double number)
{
    std::ostringstream text;
    text << std::setprecision(3) << number;
    return text.str();
}

std::string plusMinus(const Summary& summary)
{
    return shortly(summary.mean) + (summary.deviation ? " ± " + shortly(*summary.deviation) : "");
}

void printTarget(const Standing& standing)
{
    if (standing.epochs)
        std::cout << ", target after " << plusMinus(*standing.epochs) << " epochs (" << standing.reached << " of "
                  << standing.runs.size() << ")";
}

void printAhead(const Standing& standing, nn::Measure measure)
{
    if (!standing.ahead)
        return;
    const bool isBehind = standing.ahead->mean < 0;
    std::cout << (isBehind ? ", behind the first by " : ", ahead of the first by ")
              << shortly(std::abs(standing.ahead->mean)) << (measure == nn::Measure::Epochs ? " epochs" : "");
    if (std::isfinite(standing.ahead->low))
        std::cout << " (" << shortly(isBehind ? -standing.ahead->high : standing.ahead->low) << " to "
                  << shortly(isBehind ? -standing.ahead->low : standing.ahead->high) << " with 95 % confidence)";
}

bool isOfOneSeed(const nn::RaceResult& result)
{
    return std::ranges::all_of(result.standings, [](const Standing& each) { return each.runs.size() == 1; });
}

/// With the reason for the first of them.
void printLost(const Standing& standing)
{
    const auto lost = std::ranges::find_if_not(standing.runs, &RaceRun::isCounted);
    if (lost != standing.runs.end())
        std::cout << (standing.counted > 0 ? ", " : "") << standing.runs.size() - standing.counted << " of "
                  << standing.runs.size() << " runs left out: " << lost->message;
}

}  // namespace

Json raceAsJson(const nn::RaceResult& result)
{
    Json all = Json::array();
    for (const Standing& standing : result.standings)
        all.push_back(jsonStanding(standing, result.isOverValues));
    return all;
}

void printRace(const nn::RaceResult& result)
{
    for (const std::string& sentence : result.aboutData)
        std::cout << sentence << '\n';
    std::cout << (result.isOverValues ? "Test loss" : "Test accuracy")
              << (isOfOneSeed(result) ? " at the end, of one seed\n"
                                      : " at the end, mean ± standard deviation over seeds\n");
    const bool isTuned = nn::hasOwnRates(result);
    for (const Standing& standing : result.standings) {
        std::cout << std::left << std::setw(24) << standing.activation->name() << "  ";
        if (standing.counted > 0)
            std::cout << plusMinus(qualityOf(standing, result.isOverValues));
        if (isTuned)
            std::cout << ", learning rate " << shortly(standing.learningRate);
        printTarget(standing);
        printAhead(standing, result.measure);
        printLost(standing);
        std::cout << '\n';
    }
    std::cout << result.verdict << '\n';
}

}  // namespace actlab::cli
