#include "core/analysis/agreement.hpp"

#include "core/analysis/interval.hpp"

#include "core/activation/parameters.hpp"
#include "core/kernel/program.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace actlab::analysis {

namespace {

using activation::Activation;
using Failures = std::vector<std::optional<Failure>>;

/// Dense where activations live, closer and closer to 0, and sparse far out. 0 itself is not among them: what
/// loses its digits around 0 is often right there.
std::vector<double> grid()
{
    constexpr double kDense = 20, kNearest = 1e-30, kFarthest = 1e24;
    std::vector<double> x;
    for (double place = 0.005; place < kDense; place += 0.01)
        x.push_back(place);
    for (double near = 0.004; near > kNearest; near /= 2)
        x.push_back(near);
    for (double far = kDense; far < kFarthest; far *= 1.05)
        x.push_back(far);
    for (std::size_t i = x.size(); i > 0; --i)
        x.push_back(-x[i - 1]);
    std::ranges::sort(x);
    return x;
}

bool losesDigits(double value, double truth)
{
    constexpr double kThreeDigits = 1e-3;
    return std::abs(value - truth) > kThreeDigits * std::max(std::abs(value), std::abs(truth));
}

/// A formula as it is spelled, and its derivative.
class Spelling {
public:
    explicit Spelling(const Activation& activation)
        : m_program(kernel::compile(std::vector{activation.value(), activation.trueDerivative()},
                                    activation::namesOf(activation.parameters()))),
          m_parameters(activation.parameterValues())
    {
    }

    template <std::floating_point T>
    std::array<std::vector<T>, 2> evaluate(const std::vector<T>& x) const
    {
        const std::vector<T> parameters(m_parameters.begin(), m_parameters.end());
        std::array outputs{std::vector<T>(x.size()), std::vector<T>(x.size())};
        m_program.evaluate<T>(x, parameters, std::array{outputs[0].data(), outputs[1].data()});
        return outputs;
    }

private:
    kernel::Program m_program;
    std::vector<double> m_parameters;
};

/// How `before` fails at one place in arithmetic of type T.
template <std::floating_point T>
class Trial {
public:
    Trial(const Spelling& before, const Spelling& after) : m_before(before), m_after(after) {}

    std::optional<Failure> at(double x) const { return over(std::vector{x}).front(); }

    Failures over(const std::vector<double>& x) const
    {
        const std::vector<T> rounded(x.begin(), x.end());
        const auto before = m_before.evaluate<T>(rounded), after = m_after.evaluate<T>(rounded);
        Failures failures;
        for (std::size_t i = 0; i < x.size(); ++i)
            failures.push_back(judged(before[0][i], before[1][i], after[0][i], after[1][i]));
        return failures;
    }

private:
    static std::optional<Failure> judged(double value, double slope, double truth, double trueSlope)
    {
        if (!std::isfinite(truth))
            return std::nullopt;
        if (!std::isfinite(value))
            return Failure::Value;
        if (!std::isfinite(slope) && std::isfinite(trueSlope))
            return Failure::Gradient;
        const bool isNormal = std::abs(truth) >= std::numeric_limits<T>::min();
        return isNormal && losesDigits(value, truth) ? std::optional(Failure::Digits) : std::nullopt;
    }

    const Spelling& m_before;
    const Spelling& m_after;
};

/// The place between one where it fails so and one where it does not.
template <class T>
double edgeBetween(const Trial<T>& trial, Failure failure, double failing, double sound)
{
    constexpr int kHalvings = 40;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = failing + (sound - failing) / 2;
        (trial.at(middle) == failure ? failing : sound) = middle;
    }
    return failing;
}

template <class T>
Breakdown around(const Trial<T>& trial, const std::vector<double>& x, const Failures& failures, std::size_t place)
{
    const Failure kind = *failures[place];
    std::size_t first = place, last = place;
    while (first > 0 && failures[first - 1] == kind)
        --first;
    while (last + 1 < x.size() && failures[last + 1] == kind)
        ++last;
    return {kind,
            {first > 0 ? edgeBetween(trial, kind, x[first], x[first - 1]) : -kInfinity,
             last + 1 < x.size() ? edgeBetween(trial, kind, x[last], x[last + 1]) : kInfinity}};
}

/// The gravest failure there is, where it is nearest to 0.
template <class T>
std::optional<Breakdown> breakdownIn(const Trial<T>& trial, const std::vector<double>& x)
{
    const Failures failures = trial.over(x);
    for (const Failure kind : {Failure::Value, Failure::Gradient, Failure::Digits}) {
        std::optional<std::size_t> nearest;
        for (std::size_t i = 0; i < x.size(); ++i)
            if (failures[i] == kind && (!nearest || std::abs(x[i]) <= std::abs(x[*nearest])))
                nearest = i;
        if (nearest)
            return around(trial, x, failures, *nearest);
    }
    return std::nullopt;
}

double relativeDifference(double a, double b)
{
    return a == b ? 0 : std::abs(a - b) / std::max(std::abs(a), std::abs(b));
}

}  // namespace

Agreement compareSpellings(const Activation& before, const Activation& after)
{
    const Spelling old(before), now(after);
    const Trial<float> single(old, now);
    const std::vector<double> x = grid();
    const auto a = old.evaluate<double>(x)[0], b = now.evaluate<double>(x)[0];
    // What keeps three digits in single precision keeps twelve in double.
    const Failures failures = single.over(x);
    Agreement agreement;
    agreement.places = x.size();
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool isSingle = std::abs(b[i]) >= std::numeric_limits<float>::min();
        if (failures[i] || !isSingle || !std::isfinite(a[i]) || !std::isfinite(b[i]))
            continue;
        ++agreement.compared;
        agreement.largestDifference = std::max(agreement.largestDifference, relativeDifference(a[i], b[i]));
    }
    agreement.single = breakdownIn(single, x);
    agreement.twofold = breakdownIn(Trial<double>(old, now), x);
    return agreement;
}

}  // namespace actlab::analysis
