#include "app/models/training_run.hpp"

#include <QStringList>
#include <algorithm>
#include <utility>

namespace actlab::models {

namespace {

QString capitalised(const std::string& name)
{
    const QString text = QString::fromStdString(name);
    return text.left(1).toUpper() + text.mid(1);
}

}  // namespace

QString runName(const nn::TrainingSpec& spec)
{
    QStringList parts{capitalised(spec.data.name)};
    for (const nn::Layer& layer : spec.hidden)
        parts << QString::number(layer.width) +
                     (layer.activation ? ' ' + QString::fromStdString(layer.activation->name()) : QString());
    return parts.join(QStringLiteral(" · "));
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
    return {runName(spec).toStdString(), spec, thinned(history, kMostEpochsKept), outcome.message};
}

void addRun(workspace::Document& document, workspace::Run run)
{
    document.runs.push_back(std::move(run));
    if (document.runs.size() > kMostRunsKept)
        document.runs.erase(document.runs.begin());
}

}  // namespace actlab::models
