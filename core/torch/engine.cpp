#include "core/torch/engine.hpp"

#include "core/nn/dropout.hpp"
#include "core/nn/score.hpp"
#include "core/torch/dense_network.hpp"
#include "core/torch/guarded.hpp"
#include "core/torch/loss.hpp"
#include "core/torch/optimizer.hpp"
#include "core/torch/thread_count.hpp"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>

namespace actlab::torch_room {

namespace {

constexpr std::size_t kRowsAtOnce = 4'096;  ///< of evaluate and predict: bounds their memory

class DenseEngine final : public nn::Engine {
public:
    DenseEngine(const nn::Problem& problem, std::vector<float> parameters)
        : m_threads(problem.spec.threads > 0 ? static_cast<int>(problem.spec.threads) : at::get_num_threads()),
          m_train(problem.data.train),
          m_network(networkOf(problem, std::move(parameters))),
          m_goal(problem.spec.loss, problem.data.task, m_network->outputs()),
          m_dropout(problem.spec),
          m_optimizer(problem.spec, m_network->layout(), m_network->parameters(), m_network->gradient())
    {
    }

    std::string name() const override { return "torch"; }

    double step(std::span<const std::size_t> rows) override
    {
        return guarded([&] { return rows.empty() ? 0 : stepOn(rows); });
    }

    double gradientNorm() const override { return m_optimizer.gradientNorm(); }

    nn::Metrics evaluate(const data::Table& table) override
    {
        return guarded([&] {
            nn::Score score(m_goal.kind());
            for (std::size_t row = 0; row < table.rows(); row += kRowsAtOnce)
                scoreRows(table, row, std::min(kRowsAtOnce, table.rows() - row), score);
            return score.metrics();
        });
    }

    std::vector<float> predict(std::span<const float> inputs) override
    {
        return guarded([&] {
            std::vector<float> all;
            const std::size_t atOnce = kRowsAtOnce * m_network->inputs();
            for (std::size_t i = 0; i < inputs.size(); i += atOnce) {
                const at::Tensor part = answersTo(inputs.subspan(i, std::min(atOnce, inputs.size() - i)));
                all.insert(all.end(), part.data_ptr<float>(), part.data_ptr<float>() + part.numel());
            }
            return all;
        });
    }

    std::vector<float> parameters() const override
    {
        const std::span<const float> values = m_network->parameters();
        return {values.begin(), values.end()};
    }

    void setParameters(std::span<const float> parameters) override
    {
        if (parameters.size() != m_network->parameters().size())
            throw std::runtime_error("The parameters do not fit the network.");
        std::copy(parameters.begin(), parameters.end(), m_network->parameters().begin());
        m_optimizer.reviveWeights();
    }

    void setLearningRate(double rate) override { m_optimizer.setLearningRate(rate); }

    void rebuild(const nn::Problem& problem, std::vector<float> parameters,
                 std::span<const nn::Carried> carried) override
    {
        guarded([&] {
            std::unique_ptr<DenseNetwork> next = networkOf(problem, std::move(parameters));
            m_optimizer.rebuild(problem.spec, next->layout(), next->parameters(), next->gradient(), carried);
            m_network = std::move(next);
        });
    }

private:
    static std::unique_ptr<DenseNetwork> networkOf(const nn::Problem& problem, std::vector<float> parameters)
    {
        return std::make_unique<DenseNetwork>(problem.spec.hidden, nn::layoutOf(problem.spec, problem.data),
                                              std::move(parameters));
    }

    double stepOn(std::span<const std::size_t> rows)
    {
        const at::Tensor inputs = gather(rows), targets = m_goal.targets(m_batchTargets);
        const at::Tensor factors = drawFactors(rows.size());
        return m_optimizer.step([&] {
            at::Tensor loss = m_goal.meanLoss(m_network->forwardForTraining(inputs, factors), targets);
            m_network->findGradient(loss);
            return loss;
        });
    }

    /// Copies the rows of a batch side by side: their inputs as a tensor, their targets into m_batchTargets.
    at::Tensor gather(std::span<const std::size_t> rows)
    {
        const std::size_t features = m_train.features;
        at::Tensor inputs =
            at::empty({static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(features)}, at::kFloat);
        auto* place = inputs.data_ptr<float>();
        m_batchTargets.clear();
        for (const std::size_t row : rows) {
            place = std::copy_n(m_train.inputs.data() + row * features, features, place);
            m_batchTargets.push_back(m_train.targets[row]);
        }
        return inputs;
    }

    /// Undefined where no neuron is left out.
    at::Tensor drawFactors(std::size_t rows)
    {
        if (!m_dropout.isOn())
            return {};
        const auto neurons = static_cast<std::int64_t>(m_dropout.neurons());
        at::Tensor factors = at::empty({static_cast<std::int64_t>(rows), neurons}, at::kFloat);
        auto* place = factors.data_ptr<float>();
        for (std::size_t row = 0; row < rows; ++row)
            place = std::ranges::copy(m_dropout.nextRow(), place).out;
        return factors;
    }

    /// The network's raw outputs without a record for autograd. The inputs are read where they lie.
    at::Tensor rawOutputs(std::span<const float> inputs) const
    {
        const at::NoGradGuard plain;
        const auto width = static_cast<std::int64_t>(m_network->inputs());
        const auto rows = static_cast<std::int64_t>(inputs.size()) / width;
        return m_network->forward(at::from_blob(const_cast<float*>(inputs.data()), {rows, width}, at::kFloat));
    }

    at::Tensor answersTo(std::span<const float> inputs) const
    {
        const at::NoGradGuard plain;
        return m_goal.answers(rawOutputs(inputs)).contiguous();
    }

    void scoreRows(const data::Table& table, std::size_t first, std::size_t count, nn::Score& score) const
    {
        const at::NoGradGuard plain;
        const std::span inputs = std::span(table.inputs).subspan(first * table.features, count * table.features);
        const std::span targets = std::span(table.targets).subspan(first, count);
        const at::Tensor raw = rawOutputs(inputs);
        const double loss = m_goal.meanLoss(raw, m_goal.targets(targets)).item<double>();
        const at::Tensor answers = m_goal.answers(raw).contiguous();
        score.add({answers.data_ptr<float>(), static_cast<std::size_t>(answers.numel())}, targets, loss);
    }

    ThreadCount m_threads;
    const data::Table& m_train;
    std::unique_ptr<DenseNetwork> m_network;
    Goal m_goal;
    nn::Dropout m_dropout;
    Optimizer m_optimizer;
    std::vector<float> m_batchTargets;
};

}  // namespace

std::unique_ptr<nn::Engine> makeEngine(const nn::Problem& problem, std::vector<float> parameters)
{
    return guarded([&]() -> std::unique_ptr<nn::Engine> {
        at::set_num_threads(1);  // OpenMP remembers it for each calling thread
        return std::make_unique<DenseEngine>(problem, std::move(parameters));
    });
}

}  // namespace actlab::torch_room
