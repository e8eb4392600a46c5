#pragma once

#include "core/expr/rebuild.hpp"
#include "random_expression.hpp"
#include "reference_value.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace actlab::expr {

inline const ReferenceValue::Parameters kParameters{{"a", 0.75}, {"b", -1.25}};

/// A random expression whose numbers are small and exact in binary, with the parameters a and b, so that what
/// simplify moves about is worth the same to the last digits.
inline Expr mildFormula(RandomExpression& random, int depth)
{
    constexpr double kNumbers[] = {0, 1, -1, 2, 0.5, -3, 4, 0.25};
    std::size_t numbers = 0, names = 0;
    return rebuild(random.value(depth), [&](const Expr& node) -> std::optional<Expr> {
        if (as<Number>(node))
            return number(kNumbers[numbers++ * 5 % std::size(kNumbers)]);
        if (as<Parameter>(node))
            return parameter(names++ % 2 == 0 ? "a" : "b");
        return std::nullopt;
    });
}

/// Evaluates with every operation off by up to two units of 2^-50.
class DisturbedValue : public ReferenceValue {
public:
    DisturbedValue(double x, const Parameters& parameters, unsigned seed)
        : ReferenceValue(x, parameters), m_random(seed)
    {
    }

private:
    double rounded(double value) override
    {
        return value * (1 + std::ldexp(static_cast<int>(m_random() % 5) - 2, -50));
    }
    std::mt19937 m_random;
};

/// How far rounding alone moves the value of `e` from `value`.
inline double reachOfRounding(const Expr& e, double x, const ReferenceValue::Parameters& parameters, double value)
{
    double reach = 0;
    for (unsigned seed = 0; seed < 16; ++seed) {
        const double other = DisturbedValue(x, parameters, seed).of(e);
        reach = std::max(reach, std::isfinite(other) ? std::abs(other - value) : HUGE_VAL);
    }
    return reach;
}

}  // namespace actlab::expr
