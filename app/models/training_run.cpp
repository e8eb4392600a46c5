#include "app/models/training_run.hpp"

#include <algorithm>
#include <utility>

namespace actlab::models {

namespace {

QString capitalised(const std::string& name)
{
    const QString text = QString::fromStdString(name);
    return text.left(1).toUpper() + text.mid(1);
}

QString nameOf(const nn::Layer& layer)
{
    return layer.activation ? QString::fromStdString(layer.activation->name()) : QString();
}

/// So many that a run with many learned values takes no more room in a file than others.
std::size_t epochsKept(const std::vector<nn::EpochMetrics>& history)
{
    constexpr std::size_t kMostNumbers = 40'000, kMeasures = 6, kPerValue = 3;
    const std::size_t numbers = kMeasures + kPerValue * (history.empty() ? 0 : history.back().learned.size());
    return std::clamp(kMostNumbers / numbers, std::size_t{2}, kMostEpochsKept);
}

}  // namespace

QString runName(const nn::TrainingSpec& spec)
{
    QString name = capitalised(spec.data.name);
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        const bool continues = i > 0 && nameOf(spec.hidden[i - 1]) == nameOf(spec.hidden[i]);
        const bool ends = i + 1 == spec.hidden.size() || nameOf(spec.hidden[i + 1]) != nameOf(spec.hidden[i]);
        name += (continues ? QStringLiteral("·") : QStringLiteral(" ")) + QString::number(spec.hidden[i].width);
        if (ends)
            name += ' ' + nameOf(spec.hidden[i]);
    }
    return name.trimmed();
}

std::vector<nn::EpochMetrics> thinned(const std::vector<nn::EpochMetrics>& history, std::size_t most)
{
    if (history.size() <= most)
        return history;
    std::vector<nn::EpochMetrics> kept;
    const std::size_t last = history.size() - 1;
    for (std::size_t i = 0; i < most; ++i)
        kept.push_back(history[i * last / (most - 1)]);
    return kept;
}

workspace::Run makeRun(const nn::TrainingSpec& spec, const std::vector<nn::EpochMetrics>& history,
                       const nn::Outcome& outcome)
{
    return {runName(spec).toStdString(), spec, thinned(history, epochsKept(history)), outcome.message};
}

void addRun(workspace::Document& document, workspace::Run run)
{
    document.runs.push_back(std::move(run));
    if (document.runs.size() > kMostRunsKept)
        document.runs.erase(document.runs.begin());
}

}  // namespace actlab::models
