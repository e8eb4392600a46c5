#include "core/nn/fused/panel_goal.hpp"

#include <algorithm>

namespace actlab::nn::fused {

namespace {

/// A formula that is known to be right, as a kernel program.
activation::ActivationPtr function(const char* formula)
{
    return *activation::makeActivation({"loss", formula, {}, {}});
}

const activation::ActivationPtr& tanhOf()
{
    static const activation::ActivationPtr tanh = function("tanh(x)");
    return tanh;
}

const activation::ActivationPtr& expOf()
{
    static const activation::ActivationPtr exp = function("exp(x)");
    return exp;
}

const activation::ActivationPtr& logOf()
{
    static const activation::ActivationPtr log = function("log(x)");
    return log;
}

}  // namespace

PanelGoal::PanelGoal(Loss loss, Answer kind, std::size_t outputs, std::size_t mostLanes)
    : m_isHuber(loss == Loss::Huber),
      m_kind(kind),
      m_outputs(outputs),
      m_copy(m_arena.take(outputs * mostLanes)),
      m_slope(m_arena.take(outputs * mostLanes)),
      m_aims(m_arena.take(outputs * mostLanes)),
      m_sums(m_arena.take(mostLanes)),
      m_logs(m_arena.take(mostLanes))
{
}

double PanelGoal::slopes(float* raw, std::size_t lanes, std::span<const float> targets, float weight)
{
    double loss = 0;
    if (m_kind == Answer::Logits) {
        loss = logits(raw, lanes, targets);
    } else if (m_kind == Answer::Sign) {
        std::copy_n(raw, lanes, m_copy);
        float* const both[] = {raw, m_slope};
        run(tanhOf(), m_copy, lanes, both);
        loss = errors(raw, lanes, targets);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            raw[lane] *= m_slope[lane];
    } else {
        loss = errors(raw, lanes, targets);
    }
    for (std::size_t output = 0; output < m_outputs; ++output) {
        float* row = raw + output * lanes;
        for (std::size_t lane = 0; lane < targets.size(); ++lane)
            row[lane] *= weight;
        std::fill(row + targets.size(), row + lanes, 0.0f);
    }
    return loss;
}

double PanelGoal::score(float* raw, std::size_t lanes, std::span<const float> targets)
{
    answer(raw, lanes);
    std::copy_n(raw, m_outputs * lanes, m_slope);
    return m_kind == Answer::Logits ? logits(m_slope, lanes, targets) : errors(m_slope, lanes, targets);
}

void PanelGoal::answer(float* raw, std::size_t lanes)
{
    if (m_kind != Answer::Sign)
        return;
    std::copy_n(raw, lanes, m_copy);
    run(tanhOf(), m_copy, lanes, std::span(&raw, 1));
}

/// Half the squared errors, beyond 1 in Huber's way; the answers become the slope of that.
double PanelGoal::errors(float* answers, std::size_t lanes, std::span<const float> targets)
{
    aim(lanes, targets);
    double loss = 0;
    for (std::size_t output = 0; output < m_outputs; ++output) {
        float* row = answers + output * lanes;
        const float* aims = m_aims + output * lanes;
        for (std::size_t lane = 0; lane < targets.size(); ++lane) {
            const float error = row[lane] - aims[lane];
            row[lane] = m_isHuber ? std::clamp(error, -1.0f, 1.0f) : error;
            loss += row[lane] * (static_cast<double>(error) - 0.5 * static_cast<double>(row[lane]));
        }
    }
    return loss;
}

/// Sets what the answers ought to be.
void PanelGoal::aim(std::size_t lanes, std::span<const float> targets)
{
    if (m_kind != Answer::OneHot) {
        for (std::size_t lane = 0; lane < targets.size(); ++lane)
            m_aims[lane] = m_kind == Answer::Value ? targets[lane] : targets[lane] > 0 ? 1.0f : -1.0f;
        return;
    }
    std::fill_n(m_aims, m_outputs * lanes, 0.0f);
    for (std::size_t lane = 0; lane < targets.size(); ++lane)
        m_aims[classNumber(targets[lane], m_outputs) * lanes + lane] = 1;
}

/// −log of the softmax of the right class; `raw` becomes softmax − one-hot. Every lane's largest logit is taken off
/// first, so that nothing overflows.
double PanelGoal::logits(float* raw, std::size_t lanes, std::span<const float> targets)
{
    std::copy_n(raw, lanes, m_logs);
    for (std::size_t output = 1; output < m_outputs; ++output)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            m_logs[lane] = std::max(m_logs[lane], raw[output * lanes + lane]);
    for (std::size_t output = 0; output < m_outputs; ++output)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            m_copy[output * lanes + lane] = raw[output * lanes + lane] - m_logs[lane];

    run(expOf(), m_copy, m_outputs * lanes, std::span(&raw, 1));
    std::fill_n(m_sums, lanes, 0.0f);
    for (std::size_t output = 0; output < m_outputs; ++output)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            m_sums[lane] += raw[output * lanes + lane];
    run(logOf(), m_sums, lanes, std::span(&m_logs, 1));
    for (std::size_t output = 0; output < m_outputs; ++output)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            raw[output * lanes + lane] /= m_sums[lane];

    double loss = 0;
    for (std::size_t lane = 0; lane < targets.size(); ++lane) {
        const std::size_t place = classNumber(targets[lane], m_outputs) * lanes + lane;
        loss += static_cast<double>(m_logs[lane]) - m_copy[place];
        raw[place] -= 1;
    }
    return loss;
}

void PanelGoal::run(const activation::ActivationPtr& function, const float* x, std::size_t count,
                    std::span<float* const> outputs)
{
    function->training().evaluate<float>(std::span(x, count), {}, outputs, m_workspace);
}

}  // namespace actlab::nn::fused
