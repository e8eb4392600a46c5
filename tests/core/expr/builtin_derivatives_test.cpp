#include "core/expr/builtins.hpp"

#include "core/expr/differentiate.hpp"
#include "meaning_of.hpp"
#include "reference_value.hpp"
#include "slope.hpp"

#include <numbers>

namespace actlab::expr {

namespace {

// No whole numbers and no halves: the kinks and jumps of the functions lie there.
constexpr double kPoints[] = {-7.3, -3.1,  -2.2,  -1.7, -1.2, -0.93, -0.71, -0.37, -0.13, 0.07,
                              0.21, 0.443, 0.531, 0.77, 0.98, 1.3,   1.9,   2.6,   4.1,   8.2};
constexpr double kOthers[] = {-1.45, -0.3, 0.17, 0.6, 2.35};

/// All arguments from the lists above, the first from the longer one.
std::vector<std::vector<double>> argumentsOf(const Builtin& f)
{
    std::vector<std::vector<double>> all;
    for (const double u : kPoints)
        all.push_back({u});
    for (int i = 1; i < f.arity; ++i) {
        std::vector<std::vector<double>> longer;
        for (const std::vector<double>& args : all)
            for (const double value : kOthers) {
                longer.push_back(args);
                longer.back().push_back(value);
            }
        all = std::move(longer);
    }
    return all;
}

/// f with x for the argument `which` and numbers for the others.
Expr callWithX(const Builtin& f, const std::vector<double>& args, std::size_t which)
{
    std::vector<Expr> values;
    for (std::size_t i = 0; i < args.size(); ++i)
        values.push_back(i == which ? variable() : number(args[i]));
    return call(f, std::move(values));
}

/// How many points could be compared.
int compareWithDifferences(const Builtin& f, std::size_t which)
{
    int compared = 0;
    for (const std::vector<double>& args : argumentsOf(f)) {
        const Expr e = callWithX(f, args, which);
        const auto slope = slopeOf([&](double x) { return valueAt(e, x); }, args[which]);
        if (!slope)
            continue;
        const double derivative = valueAt(*differentiate(e), args[which]);
        EXPECT_NEAR(derivative, *slope, 2e-7 * (1 + std::abs(*slope))) << print(e) << " at " << args[which];
        ++compared;
    }
    return compared;
}

TEST(BuiltinDerivatives, agreeWithCentralDifferences)
{
    for (const Builtin& f : builtins())
        for (std::size_t i = 0; i < static_cast<std::size_t>(f.arity); ++i)
            EXPECT_GE(compareWithDifferences(f, i), 5) << f.name << ", argument " << i;
}

struct AtPoint {
    const char* formula;
    double x;
    double derivative;
};

void expectDerivatives(std::initializer_list<AtPoint> rows, double relativeError)
{
    for (const auto& [formula, x, derivative] : rows)
        EXPECT_NEAR(valueAt(*differentiate(meaningOf(formula)), x), derivative, relativeError * std::abs(derivative))
            << formula << " at " << x;
}

TEST(BuiltinDerivatives, followTheConventionsAtKinksAndJumps)
{
    expectDerivatives({{"abs(x)", 0, 0},
                       {"sign(x)", 0, 0},
                       {"heaviside(x)", 0, 0},
                       {"heaviside(x, 0.5)", 0, 0},
                       {"floor(x)", 1, 0},
                       {"ceil(x)", 1, 0},
                       {"round(x)", 0.5, 0},
                       {"max(x, 0)", 0, 0.5},
                       {"max(0, x)", 0, 0.5},
                       {"min(x, 1)", 1, 0.5},
                       {"max(x, x)", 3, 1},
                       {"clamp(x, -1, 1)", -1, 1},
                       {"clamp(x, -1, 1)", 1, 1},
                       {"clamp(x, -1, 1)", 1.0001, 0},
                       {"clamp(2, x, 5)", 2, 0},
                       {"clamp(2, 0, x)", 2, 0},
                       {"clamp(2, x, 1)", 3, 0},
                       {"heaviside(0, x)", 3, 1},
                       {"clamp(x)", 3, 1}},
                      0);
}

TEST(BuiltinDerivatives, keepTheirDigitsInTheTails)
{
    expectDerivatives({{"tanh(x)", 20, 4 * std::exp(-40.0)},
                       {"tanh(x)", -20, 4 * std::exp(-40.0)},
                       {"tanh(x)", 300, 4 * std::exp(-600.0)},
                       {"sigmoid(x)", 40, std::exp(-40.0)},
                       {"sigmoid(x)", -700, std::exp(-700.0)},
                       {"erf(x)", 10, 2 * std::numbers::inv_sqrtpi * std::exp(-100.0)},
                       {"erfc(x)", 10, -2 * std::numbers::inv_sqrtpi * std::exp(-100.0)},
                       {"atan(x)", 1e100, 1e-200},
                       {"asin(x)", 1 - 0x1p-40, 1 / std::sqrt(0x1p-40 * (2 - 0x1p-40))},
                       {"acosh(x)", 1 + 0x1p-40, 1 / std::sqrt(0x1p-40 * (2 + 0x1p-40))},
                       {"atanh(x)", 1 - 0x1p-40, 1 / (0x1p-40 * (2 - 0x1p-40))},
                       {"log1p(x)", 1e-20, 1},
                       {"expm1(x)", 1e-20, 1}},
                      1e-12);
}

TEST(BuiltinDerivatives, ofSincIsExactNearZeroAndHasNoSeam)
{
    EXPECT_EQ(valueAt(*differentiate(meaningOf("sinc(x)")), 0), 0);
    expectDerivatives({{"sinc(x)", 1e-9, -1e-9 / 3}, {"sinc(x)", -1e-5, 1e-5 / 3 - 1e-15 / 30}}, 1e-15);
    const Expr derivative = *differentiate(meaningOf("sinc(x)"));
    const auto closedForm = [](long double x) {
        return static_cast<double>((x * std::cos(x) - std::sin(x)) / (x * x));
    };
    for (const double x : {0.1, 0.3, 0.45, 0.4999999, 0.5000001, 0.6, 2.0})
        EXPECT_NEAR(valueAt(derivative, x), closedForm(x), 1e-15) << x;
}

TEST(BuiltinDerivatives, ofRootsAndLogarithmsAreInfiniteAtZeroAsInCalculus)
{
    for (const char* formula : {"sqrt(x)", "cbrt(x)", "log(x)", "log2(x)", "log10(x)"})
        EXPECT_EQ(valueAt(*differentiate(meaningOf(formula)), 0), HUGE_VAL) << formula;
}

}  // namespace

}  // namespace actlab::expr
