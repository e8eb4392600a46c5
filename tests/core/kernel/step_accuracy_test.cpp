#include "tests/core/kernel/steps.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace actlab::kernel {
namespace {

using Reference = long double (*)(long double);

/// A function, the range of arguments, and the greatest error in units of the last place: ours, rounded up.
struct Claim {
    Code code;
    const char* name;
    Reference reference;
    double least, most;
    double floatUlp, doubleUlp;
};

long double sigmoidOf(long double v)
{
    return 1 / (1 + std::exp(-v));
}

long double softplusOf(long double v)
{
    return std::log1p(std::exp(v));
}

/// log(1 + exp(v)) loses what exp(v) is beside 1 only where tanh is 1.
long double tanhSoftplusOf(long double v)
{
    return std::tanh(v > 100 ? v : std::log1p(std::exp(v)));
}

const Claim kClaims[] = {
    {Code::Exp, "exp", std::exp, -1e4, 1e4, 1.1, 1.1},
    {Code::Expm1, "expm1", std::expm1, -1e4, 1e4, 1.3, 2},
    {Code::Log, "log", std::log, 0, 1e300, 0.8, 0.8},
    {Code::Log1p, "log1p", std::log1p, -1, 1e300, 0.8, 0.8},
    {Code::Log2, "log2", std::log2, 0, 1e300, 0.51, 0.51},
    {Code::Log10, "log10", std::log10, 0, 1e300, 0.51, 0.51},
    {Code::Sqrt, "sqrt", std::sqrt, 0, 1e300, 0.51, 0.51},
    {Code::Cbrt, "cbrt", std::cbrt, -1e300, 1e300, 0.51, 0.51},
    {Code::Sin, "sin", std::sin, -1e6, 1e6, 2, 0.8},
    {Code::Cos, "cos", std::cos, -1e6, 1e6, 2.3, 0.8},
    {Code::Tan, "tan", std::tan, -1e6, 1e6, 0.7, 2},
    {Code::Asin, "asin", std::asin, -1, 1, 0.8, 1.1},
    {Code::Acos, "acos", std::acos, -1, 1, 0.8, 0.8},
    {Code::Atan, "atan", std::atan, -1e6, 1e6, 1.5, 1.3},
    {Code::Sinh, "sinh", std::sinh, -1e4, 1e4, 1.9, 2.1},
    {Code::Cosh, "cosh", std::cosh, -1e4, 1e4, 1.4, 1.3},
    {Code::Tanh, "tanh", std::tanh, -1e3, 1e3, 2.1, 1.8},
    {Code::Asinh, "asinh", std::asinh, -1e300, 1e300, 1.5, 1.4},
    {Code::Acosh, "acosh", std::acosh, 1, 1e300, 1.5, 1.4},
    {Code::Atanh, "atanh", std::atanh, -1, 1, 1.5, 1.7},
    {Code::Erf, "erf", std::erf, -10, 10, 2.7, 1.9},
    {Code::Erfc, "erfc", std::erfc, -10, 30, 3.8, 3.5},
    {Code::Sigmoid, "sigmoid", sigmoidOf, -1e4, 1e4, 2.5, 2.3},
    {Code::Softplus, "log(1 + exp)", softplusOf, -1e4, 88, 2, 2},
    {Code::TanhSoftplus, "tanh(softplus)", tanhSoftplusOf, -1e4, 1e4, 3, 3},
};

template <class T>
double claimed(const Claim& claim)
{
    return sizeof(T) == sizeof(float) ? claim.floatUlp : claim.doubleUlp;
}

/// Arguments in [least, most]: every order of magnitude alike, the ordinary range densely, both ends. A multiple of
/// the padding.
template <class T>
std::vector<T> argumentsOf(const Claim& claim)
{
    using Limits = std::numeric_limits<T>;
    const T least = static_cast<T>(std::max<double>(claim.least, Limits::lowest())),
            most = static_cast<T>(std::min<double>(claim.most, Limits::max()));
    std::vector<T> all{least, most};
    const auto add = [&](T v) {
        for (const T sided : {v, -v})
            if (sided >= least && sided <= most)
                all.push_back(sided);
    };
    for (T v = Limits::denorm_min(); v < most; v = v * T(1.0173) + Limits::denorm_min())
        add(v);
    for (int i = 0; i < 20'000; ++i)
        add(T(0.001'462) * static_cast<T>(i) + T(1e-5));
    // near the zeros and poles of the angles, and near 1
    for (int i = 0; i < 4'000; ++i) {
        add(static_cast<T>(i * std::acos(-1.0L) / 2));
        add(1 - T(1) / static_cast<T>(1 << (i % 24)) / static_cast<T>(1 + i));
    }
    all.resize((all.size() / kStepPadding + 1) * kStepPadding, least);
    return all;
}

/// The distance in units of the reference's last place, those of the smallest normal number below it.
template <class T>
double ulps(T ours, long double reference)
{
    const T nearest = static_cast<T>(reference);
    if (!std::isfinite(nearest) || !std::isfinite(ours))
        return ours == nearest || (std::isnan(ours) && std::isnan(nearest)) ? 0 : INFINITY;
    const int normal = std::numeric_limits<T>::min_exponent - 1;
    const int exponent = nearest == 0 ? normal : std::max(std::ilogb(nearest), normal);
    const long double unit = std::ldexp(1.0L, exponent - std::numeric_limits<T>::digits + 1);
    return static_cast<double>(std::abs(static_cast<long double>(ours) - reference) / unit);
}

template <class T>
void expectAccuracy(const InstructionSet& set, const Claim& claim)
{
    const std::vector<T> v = argumentsOf<T>(claim);
    std::vector<T> ours(v.size());
    testing::runOn(set, Step<T>{.code = claim.code, .out = ours.data(), .in = {v.data()}}, v.size());
    double worst = 0;
    T where = 0;
    for (std::size_t i = 0; i < v.size(); ++i)
        if (const double error = ulps(ours[i], claim.reference(static_cast<long double>(v[i]))); error > worst)
            worst = error, where = v[i];
    EXPECT_LE(worst, claimed<T>(claim)) << claim.name << " of " << sizeof(T) << " bytes, " << set.name << ", at "
                                        << where;
}

TEST(StepAccuracy, isWhatIsClaimedOnEveryInstructionSet)
{
    for (const InstructionSet& set : testing::allSets())
        for (const Claim& claim : kClaims) {
            expectAccuracy<float>(set, claim);
            expectAccuracy<double>(set, claim);
        }
}

template <class T>
void expectAccuracyOfPower(const InstructionSet& set, double claimedUlp)
{
    std::vector<T> base, exponent;
    for (int i = 0; i < 16'000; ++i) {
        const T v = std::exp2(T(-30) + T(60) * static_cast<T>(i * 37 % 1601) / T(1601));
        base.push_back(i % 3 == 0 ? v : 1 + v / 64 / T(0x1p24));
        // up to where the result leaves the range
        const T most = std::log(std::numeric_limits<T>::max()) / std::abs(std::log(base.back()));
        exponent.push_back(most * (T(i % 1013) / T(506) - 1));
    }
    const auto ours = testing::resultOf<T>(set, Code::Power, {base, exponent});
    double worst = 0;
    for (std::size_t i = 0; i < base.size(); ++i)
        worst = std::max(
            worst, ulps(ours[i], std::pow(static_cast<long double>(base[i]), static_cast<long double>(exponent[i]))));
    EXPECT_LE(worst, claimedUlp) << set.name << ", " << sizeof(T) << " bytes";
}

TEST(StepAccuracy, isWhatIsClaimedOfPowers)
{
    for (const InstructionSet& set : testing::allSets()) {
        expectAccuracyOfPower<float>(set, 0.51);
        expectAccuracyOfPower<double>(set, 1.1);
    }
}

}  // namespace
}  // namespace actlab::kernel
