// The engine beside the loop that anybody would write with LibTorch: modules, autograd, torch::optim.
#include "tests/core/torch/formulas.hpp"
#include "tests/core/torch/problems.hpp"

#include <torch/torch.h>

#include <gtest/gtest.h>

#include <array>

namespace actlab::torch_room {
namespace {

using testing::Example;
using torch::Tensor;

constexpr std::size_t kSteps = 50, kBatch = 10;

activation::ActivationPtr learnableLeaky(activation::Scope scope = activation::Scope::Layer)
{
    return testing::activationOf("{x > 0: x, a*x}", {{"a", 0.25, 0, 1, true, scope}});
}

/// The same network as modules; each hidden layer is followed by a leaky ReLU whose slope, or slopes of the channels,
/// are its own or those of the first layer.
class Plain {
public:
    Plain(const Example& example, const std::vector<float>& flat) : m_spec(example.spec), m_data(example.data)
    {
        for (const auto& layer : nn::layoutOf(m_spec, m_data).layers)
            addLayer(layer, flat);
        m_optimizer = makeOptimizer();
    }

    double step(const std::vector<std::size_t>& rows)
    {
        m_optimizer->zero_grad();
        const Tensor loss = lossOf(forward(inputs(rows)), rows);
        loss.backward();
        if (m_spec.clip > 0)
            torch::nn::utils::clip_grad_norm_(m_all, m_spec.clip);
        m_optimizer->step();
        return loss.item<double>();
    }

    std::vector<float> parameters() const
    {
        std::vector<float> flat;
        for (const Tensor& tensor : m_all) {
            const Tensor values = tensor.detach().contiguous();
            flat.insert(flat.end(), values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
        }
        return flat;
    }

private:
    void addLayer(const nn::Layout::Dense& layer, const std::vector<float>& flat)
    {
        const auto part = [&](std::size_t offset, std::size_t count) {
            return torch::tensor(std::vector<float>(flat.begin() + offset, flat.begin() + offset + count));
        };
        torch::nn::Linear linear(layer.in, layer.out);
        torch::NoGradGuard plain;
        linear->weight.copy_(part(layer.weights, layer.in * layer.out).view_as(linear->weight));
        linear->bias.copy_(part(layer.bias, layer.out));
        m_linears.push_back(linear);
        m_all.insert(m_all.end(), {linear->weight, linear->bias});
        if (layer.activationCount > 0)
            m_all.push_back(
                m_slopes.emplace_back(part(layer.activation, layer.activationCount).requires_grad_(true)));
        else if (!layer.learned.empty())
            m_slopes.push_back(m_slopes.front());
    }

    std::unique_ptr<torch::optim::Optimizer> makeOptimizer() const
    {
        using namespace torch::optim;
        const double rate = m_spec.learningRate;
        switch (m_spec.optimizer) {
        case nn::Optimizer::Sgd: return std::make_unique<SGD>(m_all, SGDOptions(rate));
        case nn::Optimizer::Momentum: return std::make_unique<SGD>(m_all, SGDOptions(rate).momentum(0.9));
        case nn::Optimizer::Nesterov:
            return std::make_unique<SGD>(m_all, SGDOptions(rate).momentum(0.9).nesterov(true));
        case nn::Optimizer::Adagrad: return std::make_unique<Adagrad>(m_all, AdagradOptions(rate));
        case nn::Optimizer::RmsProp: return std::make_unique<RMSprop>(m_all, RMSpropOptions(rate));
        case nn::Optimizer::Adam: return std::make_unique<Adam>(m_all, AdamOptions(rate));
        case nn::Optimizer::AdamW: return std::make_unique<AdamW>(m_all, AdamWOptions(rate));
        case nn::Optimizer::Lbfgs: break;
        }
        return nullptr;
    }

    Tensor forward(Tensor x)
    {
        for (std::size_t i = 0; i < m_linears.size(); ++i) {
            x = m_linears[i](x);
            if (i < m_slopes.size())
                x = torch::where(x > 0, x, m_slopes[i] * x);
        }
        return x;
    }

    Tensor inputs(const std::vector<std::size_t>& rows) const
    {
        std::vector<float> all;
        for (const std::size_t row : rows)
            all.insert(all.end(), {m_data.train.inputs[2 * row], m_data.train.inputs[2 * row + 1]});
        return torch::tensor(all).view({-1, 2});
    }

    Tensor lossOf(const Tensor& raw, const std::vector<std::size_t>& rows) const
    {
        std::vector<float> chosen;
        for (const std::size_t row : rows)
            chosen.push_back(m_data.train.targets[row]);
        const Tensor targets = torch::tensor(chosen);
        if (m_spec.loss == nn::Loss::CrossEntropy)
            return torch::nn::functional::cross_entropy(raw, targets.to(torch::kLong));
        if (m_data.classes == 2)
            return (torch::tanh(raw.squeeze(1)) - (targets * 2 - 1)).square().mean() / 2;
        if (m_data.classes > 2)
            return (raw - torch::one_hot(targets.to(torch::kLong), m_data.classes)).square().sum(1).mean() / 2;
        return (raw.squeeze(1) - targets).square().mean() / 2;
    }

    const nn::TrainingSpec& m_spec;
    const data::Dataset& m_data;
    std::vector<torch::nn::Linear> m_linears;
    std::vector<Tensor> m_slopes, m_all;
    std::unique_ptr<torch::optim::Optimizer> m_optimizer;
};

void expectSameRun(const Example& example)
{
    const auto engine = example.engine();
    Plain plain(example, engine->parameters());
    data::Random random(3);
    for (std::size_t i = 0; i < kSteps; ++i) {
        std::vector<std::size_t> rows;
        while (rows.size() < kBatch)
            rows.push_back(random.below(example.data.train.rows()));
        const double ours = engine->step(rows), theirs = plain.step(rows);
        ASSERT_NEAR(ours, theirs, 1e-5 * std::max(1.0, std::abs(theirs))) << "step " << i;
    }
    const std::vector<float> ours = engine->parameters(), theirs = plain.parameters();
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
        EXPECT_NEAR(ours[i], theirs[i], 1e-5 * std::max(1.0f, std::abs(theirs[i]))) << "parameter " << i;
}

class EveryOptimizer : public ::testing::TestWithParam<nn::Optimizer> {
protected:
    void expectSame(std::size_t classes, nn::Loss loss)
    {
        Example example(learnableLeaky(), classes);
        example.spec.optimizer = GetParam();
        example.spec.learningRate = 0.02;
        example.spec.loss = loss;
        expectSameRun(example);
        example.spec.clip = 0.1;
        example.spec.learningRate = 0.002;  // the first steps of RMSprop are ten times as long, and rounding grows
        expectSameRun(example);
    }
};

TEST_P(EveryOptimizer, trainsAsLibTorchDoesOnCrossEntropy)
{
    expectSame(2, nn::Loss::CrossEntropy);
    expectSame(3, nn::Loss::CrossEntropy);
}

TEST_P(EveryOptimizer, trainsAsLibTorchDoesOnSquaredErrors)
{
    expectSame(2, nn::Loss::MeanSquared);
    expectSame(3, nn::Loss::MeanSquared);
    expectSame(0, nn::Loss::MeanSquared);
}

TEST_P(EveryOptimizer, trainsValuesForAllLayersAndForEveryChannelAsLibTorchDoes)
{
    for (const auto scope : {activation::Scope::Shared, activation::Scope::Channel}) {
        Example example(learnableLeaky(scope));
        example.spec.optimizer = GetParam();
        example.spec.learningRate = 0.02;
        expectSameRun(example);
    }
}

std::string nameOf(const ::testing::TestParamInfo<nn::Optimizer>& info)
{
    const std::array names{"Sgd", "Momentum", "Nesterov", "Adagrad", "RmsProp", "Adam", "AdamW"};
    return names.at(static_cast<std::size_t>(info.param));
}

INSTANTIATE_TEST_SUITE_P(Engine, EveryOptimizer,
                         ::testing::Values(nn::Optimizer::Sgd, nn::Optimizer::Momentum, nn::Optimizer::Nesterov,
                                           nn::Optimizer::Adagrad, nn::Optimizer::RmsProp, nn::Optimizer::Adam,
                                           nn::Optimizer::AdamW),
                         nameOf);

}  // namespace
}  // namespace actlab::torch_room
