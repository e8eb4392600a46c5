#pragma once

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/nn/train_with.hpp"

namespace actlab::nn {

/// A network without hidden layers, by hand: gradient descent on W x + b. What the training loop promises can be
/// shown with it, and its numbers can be checked on paper.
class LinearEngine : public Engine {
public:
    LinearEngine(const Problem& problem, std::vector<float> parameters)
        : m_data(problem.data),
          m_loss(problem.spec.loss),
          m_rate(problem.spec.learningRate),
          m_outputs(outputCount(problem.spec.loss, problem.data)),
          m_parameters(std::move(parameters))
    {
    }

    std::string name() const override { return "linear"; }

    double step(std::span<const std::size_t> rows) override
    {
        std::vector<double> gradient(m_parameters.size());
        double loss = 0, squares = 0;
        for (const std::size_t row : rows)
            loss += addGradient(m_data.train, row, gradient);
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            gradient[i] /= static_cast<double>(rows.size());
            squares += gradient[i] * gradient[i];
            m_parameters[i] -= static_cast<float>(m_rate * gradient[i]);
        }
        m_gradientNorm = std::sqrt(squares);
        return loss / static_cast<double>(rows.size());
    }

    double gradientNorm() const override { return m_gradientNorm; }

    Metrics evaluate(const data::Table& table) override
    {
        Metrics metrics;
        std::vector<double> ignored(m_parameters.size());
        for (std::size_t row = 0; row < table.rows(); ++row) {
            metrics.loss += addGradient(table, row, ignored) / static_cast<double>(table.rows());
            metrics.accuracy += isRight(table, row) / static_cast<double>(table.rows());
        }
        return metrics;
    }

    std::vector<float> predict(std::span<const float> inputs) override
    {
        std::vector<float> answers;
        for (std::size_t at = 0; at < inputs.size(); at += features())
            for (const double value : answer(inputs.data() + at))
                answers.push_back(static_cast<float>(value));
        return answers;
    }

    std::vector<float> parameters() const override { return m_parameters; }
    void setParameters(std::span<const float> values) override { m_parameters.assign(values.begin(), values.end()); }
    void setLearningRate(double rate) override { m_rate = rate; }
    void rebuild(const Problem&, std::vector<float> parameters, std::span<const Carried>) override
    {
        m_parameters = std::move(parameters);
    }
    double learningRate() const { return m_rate; }

private:
    std::size_t features() const { return m_data.train.features; }
    bool isSign() const { return m_data.task == data::Task::Classification && m_outputs == 1; }

    std::vector<double> answer(const float* x) const
    {
        std::vector<double> values(m_outputs);
        for (std::size_t k = 0; k < m_outputs; ++k) {
            values[k] = m_parameters[m_outputs * features() + k];
            for (std::size_t i = 0; i < features(); ++i)
                values[k] += static_cast<double>(m_parameters[k * features() + i]) * x[i];
        }
        if (isSign())
            values[0] = std::tanh(values[0]);
        return values;
    }

    /// Loss of one row; adds its gradient.
    double addGradient(const data::Table& table, std::size_t row, std::vector<double>& gradient) const
    {
        const float* x = table.inputs.data() + row * features();
        std::vector<double> slope = answer(x);
        const double loss = m_loss == Loss::CrossEntropy ? crossEntropy(slope, table.targets[row])
                                                         : squared(slope[0], table.targets[row]);
        for (std::size_t k = 0; k < m_outputs; ++k) {
            for (std::size_t i = 0; i < features(); ++i)
                gradient[k * features() + i] += slope[k] * x[i];
            gradient[m_outputs * features() + k] += slope[k];
        }
        return loss;
    }

    double squared(double& value, float target) const
    {
        const double error = value - (isSign() ? 2 * target - 1 : target);
        value = isSign() ? error * (1 - value * value) : error;
        return error * error / 2;
    }

    static double crossEntropy(std::vector<double>& logits, float target)
    {
        const double largest = *std::max_element(logits.begin(), logits.end());
        double sum = 0;
        for (double& logit : logits)
            sum += logit = std::exp(logit - largest);
        for (double& logit : logits)
            logit /= sum;
        double& right = logits[static_cast<std::size_t>(target)];
        const double loss = -std::log(right);
        right -= 1;
        return loss;
    }

    double isRight(const data::Table& table, std::size_t row) const
    {
        const std::vector<double> values = answer(table.inputs.data() + row * features());
        const auto largest = std::max_element(values.begin(), values.end()) - values.begin();
        const auto answered = m_outputs == 1 ? static_cast<double>(values[0] > 0) : static_cast<double>(largest);
        return answered == table.targets[row];
    }

    const data::Dataset& m_data;
    Loss m_loss;
    double m_rate, m_gradientNorm = 0;
    std::size_t m_outputs;
    std::vector<float> m_parameters;
};

inline EngineFactory linearEngines()
{
    return [](const Problem& problem, std::vector<float> parameters) {
        return std::make_unique<LinearEngine>(problem, std::move(parameters));
    };
}

/// A valid spec that LinearEngine can train: two clouds, no hidden layer.
inline TrainingSpec linearSpec()
{
    TrainingSpec spec;
    spec.data.name = "gauss";
    spec.data.samples = 100;
    spec.optimizer = Optimizer::Sgd;
    spec.learningRate = 0.03;
    spec.epochs = 10;
    return spec;
}

}  // namespace actlab::nn
