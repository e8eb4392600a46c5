#include "app/cli/self_checks.hpp"

#include "app/cli/numbers.hpp"

#include "core/activation/catalogue.hpp"
#include "core/analysis/breakpoints.hpp"
#include "core/data/digits.hpp"
#include "core/nn/torch_room.hpp"
#include "core/nn/train.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::cli {

namespace {

using Complaint = std::optional<std::string>;

constexpr std::array kPlaces{-4.3, -1.7, -0.6, -0.2, 0.3, 0.7, 1.6, 4.1};

Complaint catalogueCompiles()
{
    const auto rows = activation::catalogueRows();
    if (activation::catalogue().size() != rows.size() || rows.empty())
        return "the catalogue has " + std::to_string(rows.size()) + " rows but " +
               std::to_string(activation::catalogue().size()) + " functions";
    for (const auto& activation : activation::catalogue()) {
        const auto outputs = activation->evaluate<double>(kPlaces, 0);
        if (!std::ranges::all_of(outputs[0], [](double y) { return std::isfinite(y); }))
            return activation->name() + " is not finite";
    }
    return std::nullopt;
}

bool isNearBreakpoint(const std::vector<analysis::Breakpoint>& points, double x)
{
    for (const auto& point : points)
        if (std::abs(point.x - x) < 0.01)
            return true;
    return false;
}

Complaint derivativesMatchDifferences()
{
    constexpr double kStep = 1e-5;
    for (const auto& activation : activation::catalogue()) {
        const auto breakpoints = analysis::findBreakpoints(*activation, {-6, 6}).points;
        for (const double x : kPlaces) {
            const auto y = activation->evaluate<double>(std::array{x - kStep, x, x + kStep}, 1);
            const double slope = (y[0][2] - y[0][0]) / (2 * kStep);
            if (!isNearBreakpoint(breakpoints, x) && std::abs(slope - y[1][1]) > 1e-6 * (1 + std::abs(slope)))
                return activation->name() + " has the slope " + text(slope) + " at " + text(x) +
                       " but the derivative " + text(y[1][1]);
        }
    }
    return std::nullopt;
}

Complaint digitsCanBeRead()
{
    data::DataSpec spec;
    spec.name = "digits";
    const auto digits = data::load(spec);
    if (!digits)
        return digits.error().message;
    const std::size_t rows = digits->train.rows() + digits->test.rows();
    return rows == data::kDigits
               ? std::nullopt
               : Complaint("there are " + std::to_string(rows) + " digits, not " + std::to_string(data::kDigits));
}

class Silent : public nn::Observer {
public:
    double accuracy = 0;
    void started(std::shared_ptr<const data::Dataset>, const std::string&) override {}
    void epochDone(const nn::EpochMetrics& metrics) override { accuracy = metrics.testAccuracy; }
    void pictureTaken(std::shared_ptr<const nn::Picture>) override {}
};

Complaint trainingLearns()
{
    nn::TrainingSpec spec;
    spec.hidden = {{8, activation::findInCatalogue("tanh")}};
    spec.epochs = 30;
    nn::Commands commands;
    Silent observer;
    const auto outcome = nn::train(spec, {}, commands, observer);
    if (outcome.ending != nn::Ending::Finished)
        return outcome.message;
    return observer.accuracy > 0.9 ? std::nullopt
                                   : Complaint("the circle was learned to " + text(observer.accuracy) + " only");
}

Complaint torchLoads()
{
    const auto room = nn::torchRoom();
    return room ? std::nullopt : Complaint(room.error());
}

Complaint torchAgreesWithUs()
{
    const auto room = nn::torchRoom();
    if (!room)
        return room.error();
    for (const auto& activation : activation::catalogue()) {
        const auto ours = activation->evaluate<double>(kPlaces, 1);
        const auto theirs = (*room)->evaluateByAutograd(*activation, kPlaces);
        for (std::size_t order = 0; order < 2; ++order)
            for (std::size_t i = 0; i < kPlaces.size(); ++i)
                if (!(std::abs(ours[order][i] - theirs[order][i]) <= 1e-9 * (1 + std::abs(ours[order][i]))))
                    return activation->name() + " is " + text(ours[order][i]) + " at " + text(kPlaces[i]) +
                           " but Torch says " + text(theirs[order][i]);
    }
    return std::nullopt;
}

constexpr std::array<SelfCheck, 6> kChecks{{
    {"the catalogue compiles", catalogueCompiles},
    {"derivatives match differences", derivativesMatchDifferences},
    {"the digits can be read", digitsCanBeRead},
    {"the Torch library loads", torchLoads},
    {"Torch's gradients are ours", torchAgreesWithUs},
    {"a short training learns", trainingLearns},
}};

}  // namespace

std::span<const SelfCheck> selfChecks()
{
    return kChecks;
}

}  // namespace actlab::cli
