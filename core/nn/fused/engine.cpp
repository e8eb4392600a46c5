#include "core/nn/fused_engine.hpp"

#include "core/nn/batches.hpp"
#include "core/nn/descent.hpp"
#include "core/nn/frozen_layers.hpp"
#include "core/nn/fused/network.hpp"
#include "core/nn/fused/panel_goal.hpp"
#include "core/nn/gradient_clip.hpp"
#include "core/nn/score.hpp"

#include <algorithm>
#include <stdexcept>

namespace actlab::nn {

namespace {

using fused::kMostLanes;

class FusedEngine final : public Engine {
public:
    FusedEngine(const Problem& problem, const Layout& layout, std::vector<float> parameters,
                std::function<bool()> isOver)
        : m_train(problem.data.train),
          m_isOver(std::move(isOver)),
          m_mostLanes(fused::panelLanes(layout, mostRowsInABatch(problem.spec, problem.data.train.rows()))),
          m_network(problem.spec, layout, Dropout(problem.spec), m_mostLanes, m_isOver),
          m_goal(problem.spec.loss, answerOf(problem.spec.loss, problem.data.task, layout.layers.back().out),
                 layout.layers.back().out, m_mostLanes),
          m_clip(problem.spec.clip),
          m_descent(problem.spec, layout),
          m_frozen(problem.spec, layout),
          m_parameters(std::move(parameters)),
          m_gradient(fused::paddedToLanes(layout.size)),
          m_answers(layout.layers.back().out * kMostLanes)
    {
        if (m_parameters.size() != layout.size)
            throw std::runtime_error("The parameters do not fit the network.");
        m_targets.reserve(m_mostLanes);
    }

    std::string name() const override { return "fused"; }

    double step(std::span<const std::size_t> rows) override
    {
        if (rows.empty())
            return 0;
        if (rows.size() > m_mostLanes && fused::needsWholeBatch(m_network.layout()))
            throw std::runtime_error("The batch is larger than the network was built for.");
        const float weight = 1 / static_cast<float>(rows.size());
        double loss = 0;
        for (std::size_t at = 0; at < rows.size(); at += m_mostLanes) {
            if (isToBreakOff())
                return 0;
            if (!gather(rows.subspan(at, std::min(m_mostLanes, rows.size() - at))))
                return 0;
            float* raw = m_network.forwardForTraining(m_parameters, m_targets.size());
            if (!raw)
                return 0;
            loss += m_goal.slopes(raw, m_network.lanes(), m_targets, weight);
            if (!m_network.backward(m_parameters, m_gradient.data(), at == 0))
                return 0;
        }
        m_network.follow(m_parameters);
        descend();
        return loss / static_cast<double>(rows.size());
    }

    double gradientNorm() const override { return m_clip > 0 ? m_unclippedNorm : euclideanNorm(m_gradient); }

    Metrics evaluate(const data::Table& table) override
    {
        Score score(m_goal.kind());
        for (std::size_t at = 0; at < table.rows(); at += kMostLanes) {
            if (isToBreakOff())
                break;
            const std::size_t count = std::min(kMostLanes, table.rows() - at);
            const std::span targets = std::span(table.targets).subspan(at, count);
            float* raw = forward(std::span(table.inputs).subspan(at * table.features), count);
            const double loss = m_goal.score(raw, m_network.lanes(), targets);
            score.add(answers(raw, count), targets, loss / static_cast<double>(count));
        }
        return score.metrics();
    }

    std::vector<float> predict(std::span<const float> inputs) override
    {
        const std::size_t features = m_network.layout().layers.front().in;
        std::vector<float> all;
        all.reserve(inputs.size() / features * m_network.layout().layers.back().out);
        for (std::size_t row = 0; row < inputs.size() / features; row += kMostLanes) {
            const std::size_t count = std::min(kMostLanes, inputs.size() / features - row);
            float* raw = forward(inputs.subspan(row * features), count);
            m_goal.answer(raw, m_network.lanes());
            const std::span<const float> part = answers(raw, count);
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }

    std::vector<float> parameters() const override { return m_parameters; }

    void setParameters(std::span<const float> parameters) override
    {
        if (parameters.size() != m_parameters.size())
            throw std::runtime_error("The parameters do not fit the network.");
        std::ranges::copy(parameters, m_parameters.begin());
        m_descent.reviveWeights();
    }

    void setLearningRate(double rate) override { m_descent.setLearningRate(rate); }

    void rebuild(const Problem& problem, std::vector<float> parameters, std::span<const Carried> carried) override
    {
        const Layout layout = layoutOf(problem.spec, problem.data);
        if (parameters.size() != layout.size)
            throw std::runtime_error("The parameters do not fit the network.");
        m_network = fused::Network(problem.spec, layout, m_network.dropout(), m_mostLanes, m_isOver);
        m_descent.rebuild(problem.spec, layout, carried);
        m_frozen = FrozenLayers(problem.spec, layout);
        m_parameters = std::move(parameters);
        m_gradient.assign(fused::paddedToLanes(layout.size), 0);
    }

private:
    /// Asked before every panel; asks others only when a few milliseconds have gone into panels since.
    bool isToBreakOff()
    {
        constexpr std::size_t kWorkBetween = 5'000'000;  // parameters met
        m_work += m_parameters.size();
        if (m_work < kWorkBetween)
            return false;
        m_work = 0;
        return m_isOver && m_isOver();
    }

    void descend()
    {
        m_frozen.hold(m_parameters);
        m_frozen.silence(m_gradient);
        if (m_clip > 0)
            m_unclippedNorm = clipGradient(m_gradient, m_clip);
        m_descent.step(m_parameters, m_gradient);
        m_frozen.restore(m_parameters);
    }

    /// Puts rows of the training table into the network's next panel and their targets into m_targets. False
    /// where it was broken off.
    bool gather(std::span<const std::size_t> rows)
    {
        m_targets.resize(rows.size());
        for (std::size_t lane = 0; lane < rows.size(); ++lane)
            m_targets[lane] = m_train.targets[rows[lane]];
        return m_network.gather(m_train, rows);
    }

    float* forward(std::span<const float> inputs, std::size_t count)
    {
        for (std::size_t lane = 0; lane < count; ++lane) {
            const std::span<float> row = m_network.row(lane);
            std::copy_n(inputs.data() + lane * row.size(), row.size(), row.data());
        }
        return m_network.forward(m_parameters, count);
    }

    /// Row by row instead of lane by lane; valid until the next call.
    std::span<const float> answers(const float* panel, std::size_t rows)
    {
        const std::size_t outputs = m_network.layout().layers.back().out;
        fused::kernels().transpose(panel, m_network.lanes(), outputs, rows, m_answers.data(), outputs);
        return std::span(m_answers).first(rows * outputs);
    }

    const data::Table& m_train;
    const std::function<bool()> m_isOver;
    std::size_t m_work = 0;
    const std::size_t m_mostLanes;
    fused::Network m_network;
    fused::PanelGoal m_goal;
    double m_clip, m_unclippedNorm = 0;
    Descent m_descent;
    FrozenLayers m_frozen;
    std::vector<float> m_parameters, m_gradient, m_targets, m_answers;
};

}  // namespace

std::unique_ptr<Engine> makeFusedEngine(const Problem& problem, std::vector<float> parameters,
                                        std::function<bool()> isOver)
{
    return std::make_unique<FusedEngine>(problem, layoutOf(problem.spec, problem.data), std::move(parameters),
                                         std::move(isOver));
}

}  // namespace actlab::nn
