#include "core/workspace/run_events.hpp"

#include "core/data/names.hpp"
#include "core/exporting/tensorboard.hpp"
#include "core/nn/learned.hpp"

#include <cmath>

namespace actlab::workspace {

RunEvents::RunEvents(const nn::TrainingSpec& spec, double start)
    : m_start(start), m_isRegression(data::isRegression(spec.data))
{
    for (const nn::LearnedParameter& parameter : nn::learnedParameters(spec.hidden))
        m_learned.push_back("parameter/" + parameter.name + ", " + nn::placeOf(parameter));
}

std::string RunEvents::first() const
{
    return exporting::firstEventRecord(m_start);
}

std::string RunEvents::of(const nn::EpochMetrics& metrics) const
{
    const bool isR2 = m_isRegression;
    std::vector<exporting::Scalar> scalars{{"loss/train", metrics.trainLoss},
                                           {"loss/test", metrics.testLoss},
                                           {isR2 ? "r_squared/train" : "accuracy/train", metrics.trainAccuracy},
                                           {isR2 ? "r_squared/test" : "accuracy/test", metrics.testAccuracy},
                                           {"learning_rate", metrics.learningRate}};
    if (!std::isnan(metrics.gradientNorm))  // before the first step there is none
        scalars.push_back({"gradient_norm", metrics.gradientNorm});
    for (std::size_t i = 0; i < std::min(m_learned.size(), metrics.learned.size()); ++i)
        scalars.push_back({m_learned[i], metrics.learned[i].mean});
    return exporting::eventRecord(m_start + metrics.seconds, static_cast<std::int64_t>(metrics.epoch), scalars);
}

std::string RunEvents::of(const nn::Mark& mark) const
{
    const std::string first = std::to_string(mark.at.step), last = std::to_string(mark.until.step);
    const std::string when = first == last ? "step " + first : "steps " + first + " to " + last;
    return exporting::textRecord(m_start + mark.at.seconds, static_cast<std::int64_t>(mark.at.epoch), "edits",
                                 when + ": " + nn::sentence(mark));
}

std::string eventFile(const Run& run)
{
    const RunEvents events(run.spec, 0);
    std::string bytes = events.first();
    auto mark = run.marks.begin();
    for (const nn::EpochMetrics& metrics : run.history) {
        for (; mark != run.marks.end() && mark->at.epoch < metrics.epoch; ++mark)
            bytes += events.of(*mark);
        bytes += events.of(metrics);
    }
    for (; mark != run.marks.end(); ++mark)
        bytes += events.of(*mark);
    return bytes;
}

}  // namespace actlab::workspace
