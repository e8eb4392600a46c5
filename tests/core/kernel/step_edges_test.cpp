#include "tests/core/kernel/steps.hpp"

#include "core/kernel/scalar_functions.hpp"

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <string>

namespace actlab::kernel {
namespace {

template <class T>
std::vector<T> edges()
{
    using L = std::numeric_limits<T>;
    std::vector<T> all{
        0,      L::denorm_min(), L::min() / 4, L::min(), L::epsilon(), T(0.5), T(0.75), 1,   T(1.5), 2,
        3,      T(2.5),          10,           20,       88,           89,     104,     710, 746,    T(1e6),
        T(3e9), L::max(),        L::infinity()};
    for (std::size_t i = all.size(); i-- > 0;)
        all.push_back(-all[i]);
    all.push_back(L::quiet_NaN());
    return all;
}

template <class T>
using Plain = std::function<T(T, T)>;

template <class T>
struct Function {
    Code code;
    const char* name;
    Plain<T> plain;
    bool isExact = false;  ///< to the last bit, the sign of zero included
};

template <class T>
std::vector<Function<T>> unaryFunctions()
{
    return {
        {Code::Negate, "negate", [](T v, T) { return -v; }, true},
        {Code::Abs, "abs", [](T v, T) { return std::abs(v); }, true},
        {Code::Sign, "sign", [](T v, T) { return sign(v); }, true},
        {Code::Floor, "floor", [](T v, T) { return std::floor(v); }, true},
        {Code::Ceil, "ceil", [](T v, T) { return std::ceil(v); }, true},
        {Code::Round, "round", [](T v, T) { return std::nearbyint(v); }, true},
        {Code::Sqrt, "sqrt", [](T v, T) { return std::sqrt(v); }, true},
        {Code::Not, "not", [](T v, T) { return T(v == 0); }, true},
        {Code::Exp, "exp", [](T v, T) { return std::exp(v); }},
        {Code::Expm1, "expm1", [](T v, T) { return std::expm1(v); }},
        {Code::Log, "log", [](T v, T) { return std::log(v); }},
        {Code::Log1p, "log1p", [](T v, T) { return std::log1p(v); }},
        {Code::Softplus, "log(1 + exp)", [](T v, T) { return std::log1p(std::exp(v)); }},
        {Code::Log2, "log2", [](T v, T) { return std::log2(v); }},
        {Code::Log10, "log10", [](T v, T) { return std::log10(v); }},
        {Code::Cbrt, "cbrt", [](T v, T) { return std::cbrt(v); }},
        {Code::Sin, "sin", [](T v, T) { return std::sin(v); }},
        {Code::Cos, "cos", [](T v, T) { return std::cos(v); }},
        {Code::Tan, "tan", [](T v, T) { return std::tan(v); }},
        {Code::Asin, "asin", [](T v, T) { return std::asin(v); }},
        {Code::Acos, "acos", [](T v, T) { return std::acos(v); }},
        {Code::Atan, "atan", [](T v, T) { return std::atan(v); }},
        {Code::Sinh, "sinh", [](T v, T) { return std::sinh(v); }},
        {Code::Cosh, "cosh", [](T v, T) { return std::cosh(v); }},
        {Code::Tanh, "tanh", [](T v, T) { return std::tanh(v); }},
        {Code::Asinh, "asinh", [](T v, T) { return std::asinh(v); }},
        {Code::Acosh, "acosh", [](T v, T) { return std::acosh(v); }},
        {Code::Atanh, "atanh", [](T v, T) { return std::atanh(v); }},
        {Code::Erf, "erf", [](T v, T) { return std::erf(v); }},
        {Code::Erfc, "erfc", [](T v, T) { return std::erfc(v); }},
        {Code::Sinc, "sinc", [](T v, T) { return sinc(v); }},
        {Code::Sigmoid, "sigmoid", [](T v, T) { return sigmoid(v); }},
    };
}

template <class T>
std::vector<Function<T>> binaryFunctions()
{
    return {
        {Code::Add, "+", [](T u, T v) { return u + v; }, true},
        {Code::Subtract, "-", [](T u, T v) { return u - v; }, true},
        {Code::Multiply, "*", [](T u, T v) { return u * v; }, true},
        {Code::Divide, "/", [](T u, T v) { return u / v; }, true},
        {Code::Less, "<", [](T u, T v) { return T(u < v); }, true},
        {Code::LessEqual, "<=", [](T u, T v) { return T(u <= v); }, true},
        {Code::Equal, "==", [](T u, T v) { return T(u == v); }, true},
        {Code::NotEqual, "!=", [](T u, T v) { return T(u != v); }, true},
        {Code::And, "and", [](T u, T v) { return T(u != 0 && v != 0); }, true},
        {Code::Or, "or", [](T u, T v) { return T(u != 0 || v != 0); }, true},
        {Code::Minimum, "min", [](T u, T v) { return minimum(u, v); }, true},
        {Code::Maximum, "max", [](T u, T v) { return maximum(u, v); }, true},
        {Code::Heaviside, "heaviside", [](T u, T v) { return heaviside(u, v); }, true},
        {Code::Power, "pow", [](T u, T v) { return std::pow(u, v); }},
    };
}

/// NaN is NaN, infinity and zero are themselves with their signs, and a number is within a few units.
template <class T>
bool isRight(T ours, T plain, bool isExact)
{
    if (std::isnan(ours) || std::isnan(plain))
        return std::isnan(ours) && std::isnan(plain);
    if (isExact || plain == 0 || std::isinf(plain))
        return ours == plain && std::signbit(ours) == std::signbit(plain);
    const T tolerance =
        8 * std::max(std::numeric_limits<T>::epsilon() * std::abs(plain), std::numeric_limits<T>::denorm_min());
    return std::abs(ours - plain) <= tolerance;
}

template <class T>
void expectEdges(const InstructionSet& set, const Function<T>& f, const std::vector<std::vector<T>>& operands)
{
    const auto ours = testing::resultOf<T>(set, f.code, operands);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const T u = operands[0][i], v = operands.size() > 1 ? operands[1][i] : T(0);
        EXPECT_TRUE(isRight(ours[i], f.plain(u, v), f.isExact))
            << f.name << " of " << u << " and " << v << " is " << ours[i] << ", not " << f.plain(u, v) << " ("
            << set.name << ", " << sizeof(T) << " bytes)";
    }
}

template <class T>
void expectUnaryEdges()
{
    for (const InstructionSet& set : testing::allSets())
        for (const auto& f : unaryFunctions<T>())
            expectEdges<T>(set, f, {edges<T>()});
}
TEST(StepEdges, areRightForEveryFunctionInFloat)
{
    expectUnaryEdges<float>();
}
TEST(StepEdges, areRightForEveryFunctionInDouble)
{
    expectUnaryEdges<double>();
}

template <class T>
void expectBinaryEdges()
{
    std::vector<T> left, right;
    for (const T u : edges<T>())
        for (const T v : edges<T>())
            left.push_back(u), right.push_back(v);
    for (const InstructionSet& set : testing::allSets())
        for (const auto& f : binaryFunctions<T>())
            expectEdges<T>(set, f, {left, right});
}
TEST(StepEdges, areRightForEveryPairInFloat)
{
    expectBinaryEdges<float>();
}
TEST(StepEdges, areRightForEveryPairInDouble)
{
    expectBinaryEdges<double>();
}

/// What an element becomes depends neither on its lane nor on its neighbours.
template <class T>
void expectTheSameInEveryLane()
{
    for (const InstructionSet& set : testing::allSets())
        for (const auto& f : unaryFunctions<T>()) {
            const auto together = testing::resultOf<T>(set, f.code, {edges<T>()});
            for (std::size_t lane = 0; lane < kStepPadding; ++lane) {
                auto moved = edges<T>();
                moved.insert(moved.begin(), lane, T(0.3));
                const auto apart = testing::resultOf<T>(set, f.code, {moved});
                EXPECT_EQ(std::memcmp(apart.data() + lane, together.data(), together.size() * sizeof(T)), 0)
                    << f.name << " " << set.name << " " << lane;
            }
        }
}
TEST(StepEdges, areTheSameInEveryLaneInFloat)
{
    expectTheSameInEveryLane<float>();
}
TEST(StepEdges, areTheSameInEveryLaneInDouble)
{
    expectTheSameInEveryLane<double>();
}

/// Of steps with two results: those of two steps with one each.
void expectBoth(Code pair, Code first, Code second, const std::function<double(double)>& argumentOfSecond)
{
    for (const InstructionSet& set : testing::allSets()) {
        std::vector<double> v = edges<double>();
        v.resize(48, 0.5);
        std::vector<double> arguments(48), left(48), right(48);
        std::ranges::transform(v, arguments.begin(), argumentOfSecond);
        testing::runOn(set, {.code = pair, .out = left.data(), .out2 = right.data(), .in = {v.data()}}, 48);
        const auto one = testing::resultOf<double>(set, first, {v}),
                   other = testing::resultOf<double>(set, second, {arguments});
        for (std::size_t i = 0; i < 48; ++i) {
            EXPECT_TRUE(isRight(left[i], one[i], true)) << set.name << " at " << v[i];
            EXPECT_TRUE(isRight(right[i], other[i], false)) << set.name << " at " << v[i];
        }
    }
}

TEST(StepEdges, giveBothSigmoidsAsOneByOne)
{
    expectBoth(Code::Sigmoids, Code::Sigmoid, Code::Sigmoid, [](double v) { return -v; });
}

TEST(StepEdges, giveErrorFunctionsAndBellsAsOneByOne)
{
    const auto minusSquare = [](double v) { return -(v * v); };
    expectBoth(Code::ErfAndBell, Code::Erf, Code::Exp, minusSquare);
    expectBoth(Code::ErfcAndBell, Code::Erfc, Code::Exp, minusSquare);
}

template <class T>
void expectSlopeOfTanh()
{
    std::vector<T> v = edges<T>();
    v.resize(48, T(0.5));
    for (const InstructionSet& set : testing::allSets()) {
        std::vector<T> value(48), slope(48);
        testing::runOn(set, {.code = Code::TanhAndSlope, .out = value.data(), .out2 = slope.data(), .in = {v.data()}},
                       48);
        const auto alone = testing::resultOf<T>(set, Code::Tanh, {v});
        for (std::size_t i = 0; i < 48; ++i) {
            const T expected = sigmoid(2 * v[i]) * sigmoid(-2 * v[i]);
            EXPECT_TRUE(isRight(value[i], alone[i], true)) << set.name << " at " << v[i];
            // it is 0 where the product is hardly a number
            const T tolerance = 8 * std::numeric_limits<T>::epsilon() * expected + 2 * std::numeric_limits<T>::min();
            EXPECT_EQ(slope[i] == 0, std::abs(v[i]) > (sizeof(T) == sizeof(float) ? T(43.5) : T(354))) << v[i];
            EXPECT_TRUE(std::abs(slope[i] - expected) <= tolerance || std::isnan(v[i])) << set.name << " at " << v[i];
            EXPECT_EQ(std::isnan(slope[i]), std::isnan(v[i])) << set.name;
        }
    }
}

TEST(StepEdges, giveTheSlopeOfTanhWithItsValue)
{
    expectSlopeOfTanh<float>();
    expectSlopeOfTanh<double>();
}

TEST(StepEdges, giveTheSlopeOfMishWithItsValue)
{
    for (const InstructionSet& set : testing::allSets()) {
        std::vector<double> v{-INFINITY, -800, -30, -1, 0, 1, 5, 20, 100, 800, INFINITY, NAN}, value(16), slope(16);
        v.resize(16);
        testing::runOn(
            set, {.code = Code::TanhSoftplusAndSlope, .out = value.data(), .out2 = slope.data(), .in = {v.data()}},
            16);
        for (std::size_t i = 0; i < 16; ++i) {
            const double softplus = v[i] > 40 ? v[i] : std::log1p(std::exp(v[i]));
            const double expected = sigmoid(2 * softplus) * sigmoid(-2 * softplus) * sigmoid(v[i]);
            EXPECT_TRUE(isRight(value[i], std::tanh(softplus), false)) << set.name << " at " << v[i];
            EXPECT_TRUE(std::abs(slope[i] - expected) <= 1e-15 * expected + 1e-300 || std::isnan(v[i])) << v[i];
            EXPECT_EQ(std::isnan(slope[i]), std::isnan(v[i]));
            EXPECT_EQ(slope[i] == 0, v[i] < -750 || v[i] > 350) << v[i];
        }
    }
}

}  // namespace
}  // namespace actlab::kernel
