#include "core/nn/gradient_flow.hpp"

#include "core/nn/answer.hpp"
#include "core/nn/forward.hpp"
#include "core/nn/fused/kernels.hpp"
#include "core/nn/fused/network.hpp"
#include "core/nn/fused/panel_goal.hpp"
#include "core/nn/gradient_clip.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::nn {

namespace {

constexpr double kFarFromEven = 1'000;

TrainingSpec withoutDropout(TrainingSpec spec)
{
    spec.dropout = 0;
    return spec;
}

double distanceBetween(std::span<const float> a, std::span<const float> b)
{
    double squares = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        squares += std::pow(static_cast<double>(a[i]) - b[i], 2);
    return std::sqrt(squares);
}

}  // namespace

std::vector<float> lossGradient(const Problem& problem, std::span<const float> parameters, std::size_t mostRows,
                                const std::stop_token& stop)
{
    const TrainingSpec spec = withoutDropout(problem.spec);
    const data::Table& table = problem.data.train;
    const Layout layout = layoutOf(spec, problem.data);
    const std::size_t outputs = layout.layers.back().out, rows = rowsToLookAt(layout, problem.data, mostRows);
    const std::size_t lanes = fused::panelLanes(layout, rows);
    fused::Network network(spec, layout, Dropout(spec), lanes, [&stop] { return stop.stop_requested(); });
    fused::PanelGoal goal(spec.loss, answerOf(spec.loss, problem.data.task, outputs), outputs, lanes);
    std::vector<float> gradient(fused::paddedToLanes(layout.size));
    for (std::size_t at = 0; at < rows; at += lanes) {
        if (stop.stop_requested())
            return {};
        const std::size_t count = std::min(lanes, rows - at);
        for (std::size_t lane = 0; lane < count; ++lane)
            std::ranges::copy(std::span(table.inputs).subspan((at + lane) * table.features, table.features),
                              network.row(lane).begin());
        float* raw = network.forwardForTraining(parameters, count);
        if (!raw)
            return {};
        goal.slopes(raw, network.lanes(), std::span(table.targets).subspan(at, count), 1 / static_cast<float>(rows));
        if (!network.backward(parameters, gradient.data(), at == 0))
            return {};
    }
    gradient.resize(layout.size);
    return gradient;
}

std::vector<LayerFlow> gradientFlow(const Problem& problem, const Look& now, const std::optional<Look>& before,
                                    std::size_t mostRows, const std::stop_token& stop)
{
    const Layout layout = layoutOf(problem.spec, problem.data);
    if (now.parameters.size() != layout.size)
        return {};
    const std::vector<float> gradient = lossGradient(problem, now.parameters, mostRows, stop);
    if (gradient.empty())
        return {};
    const bool hasMoved = before && before->parameters.size() == layout.size && before->step < now.step;
    std::vector<LayerFlow> flow;
    for (const Layout::Dense& layer : layout.layers) {
        const auto weightsOf = [&](std::span<const float> all) {
            return all.subspan(layer.weights, layer.in * layer.out);
        };
        const std::span<const float> weights = weightsOf(now.parameters);
        LayerFlow& entry = flow.emplace_back(LayerFlow{euclideanNorm(weightsOf(gradient)), euclideanNorm(weights)});
        if (hasMoved && entry.weights > 0)
            entry.update = distanceBetween(weights, weightsOf(before->parameters)) / entry.weights /
                           static_cast<double>(now.step - before->step);
    }
    return flow;
}

FlowState stateOf(std::span<const LayerFlow> flow)
{
    if (flow.size() < 3)
        return FlowState::Even;
    const double first = flow.front().gradient, last = flow[flow.size() - 2].gradient;
    if (first * kFarFromEven < last)
        return FlowState::Vanishing;
    return first > kFarFromEven * last ? FlowState::Exploding : FlowState::Even;
}

}  // namespace actlab::nn
