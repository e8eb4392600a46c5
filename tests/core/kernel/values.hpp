#pragma once

#include "core/expr/parser.hpp"
#include "core/kernel/program.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace actlab::kernel::testing {

inline expr::Expr meaningOf(std::string_view text)
{
    const auto meaning = expr::parse(text);
    EXPECT_TRUE(meaning) << text << ": " << (meaning ? "" : meaning.error().message);
    return meaning ? *meaning : expr::number(0);
}

inline Program programOf(const std::vector<std::string_view>& formulas,
                         const std::vector<std::string>& parameters = {})
{
    std::vector<expr::Expr> outputs;
    for (const std::string_view formula : formulas)
        outputs.push_back(meaningOf(formula));
    return compile(outputs, parameters);
}

/// So many values are needed to the end that a Run has no room for them on the stack.
inline std::string wideFormula()
{
    std::string formula = "exp(x)";
    for (int i = 1; i < 80; ++i)
        formula += " + sqrt(x^2 + " + std::to_string(i) + ")/sqrt(x^2 + " + std::to_string(80 - i) + ")";
    return formula;
}

template <class T>
std::vector<std::vector<T>> valuesOf(const Program& program, const std::vector<T>& x,
                                     const std::vector<T>& parameters = {})
{
    std::vector<std::vector<T>> outputs(program.outputCount(), std::vector<T>(x.size()));
    std::vector<T*> places;
    for (auto& output : outputs)
        places.push_back(output.data());
    program.evaluate<T>(x, parameters, places);
    return outputs;
}

/// The formula's value at one point, in double.
inline double valueAt(std::string_view formula, double x)
{
    return valuesOf<double>(programOf({formula}), {x})[0][0];
}

/// n points from -4 to 4, every seventh a number that is easy to get wrong.
template <class T>
std::vector<T> points(std::size_t n)
{
    using Limits = std::numeric_limits<T>;
    const T special[] = {
        0,   T(-0.0), 1,    -1,   T(0.5), T(-2.5), Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(),
        100, -100,    1000, -1000};
    std::vector<T> x(n);
    for (std::size_t i = 0; i < n; ++i)
        x[i] = i % 7 == 3 ? special[(i / 7) % std::size(special)] : T(-4) + T(8) * static_cast<T>(i % 997) / T(997);
    return x;
}

/// Equal up to a few units in the last place; NaN is equal to NaN.
template <class T>
::testing::AssertionResult areClose(T ours, T reference)
{
    const T tolerance = 8 * std::numeric_limits<T>::epsilon() * std::abs(reference);
    if (ours == reference || (std::isnan(ours) && std::isnan(reference)) || std::abs(ours - reference) <= tolerance)
        return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << ours << " is not " << reference;
}

}  // namespace actlab::kernel::testing
