#include "tests/core/kernel/values.hpp"

#include <functional>
#include <map>

namespace actlab::kernel {
namespace {

template <class T>
using Function = std::function<T(T u, T v, T w)>;

/// The built-in functions once more, one number at a time, in the plainest spelling.
template <class T>
const std::map<std::string_view, Function<T>>& references()
{
    static const T kNan = std::numeric_limits<T>::quiet_NaN();
    static const std::map<std::string_view, Function<T>> table{
        {"exp", [](T u, T, T) { return std::exp(u); }},
        {"expm1", [](T u, T, T) { return std::expm1(u); }},
        {"log", [](T u, T, T) { return std::log(u); }},
        {"log1p", [](T u, T, T) { return std::log1p(u); }},
        {"log2", [](T u, T, T) { return std::log2(u); }},
        {"log10", [](T u, T, T) { return std::log10(u); }},
        {"sqrt", [](T u, T, T) { return std::sqrt(u); }},
        {"cbrt", [](T u, T, T) { return std::cbrt(u); }},
        {"pow", [](T u, T v, T) { return std::pow(u, v); }},
        {"abs", [](T u, T, T) { return std::fabs(u); }},
        {"sign", [](T u, T, T) { return u > 0   ? T(1)
                                        : u < 0 ? T(-1)
                                                : T(0); }},
        {"floor", [](T u, T, T) { return std::floor(u); }},
        {"ceil", [](T u, T, T) { return std::ceil(u); }},
        {"round", [](T u, T, T) { return std::nearbyint(u); }},
        {"min", [](T u, T v, T) { return std::isnan(u) || std::isnan(v) ? kNan : std::fmin(u, v); }},
        {"max", [](T u, T v, T) { return std::isnan(u) || std::isnan(v) ? kNan : std::fmax(u, v); }},
        {"clamp", [](T u, T v, T w) { return std::isnan(u) ? kNan : std::fmin(std::fmax(u, v), w); }},
        {"sin", [](T u, T, T) { return std::sin(u); }},
        {"cos", [](T u, T, T) { return std::cos(u); }},
        {"tan", [](T u, T, T) { return std::tan(u); }},
        {"asin", [](T u, T, T) { return std::asin(u); }},
        {"acos", [](T u, T, T) { return std::acos(u); }},
        {"atan", [](T u, T, T) { return std::atan(u); }},
        {"sinh", [](T u, T, T) { return std::sinh(u); }},
        {"cosh", [](T u, T, T) { return std::cosh(u); }},
        {"tanh", [](T u, T, T) { return std::tanh(u); }},
        {"asinh", [](T u, T, T) { return std::asinh(u); }},
        {"acosh", [](T u, T, T) { return std::acosh(u); }},
        {"atanh", [](T u, T, T) { return std::atanh(u); }},
        {"erf", [](T u, T, T) { return std::erf(u); }},
        {"erfc", [](T u, T, T) { return std::erfc(u); }},
        {"heaviside", [](T u, T v, T) { return std::isnan(u) ? kNan
                                               : u > 0       ? T(1)
                                               : u < 0       ? T(0)
                                                             : v; }},
        {"sinc", [](T u, T, T) { return u == 0 ? T(1) : std::sin(u) / u; }},
        {"sigmoid",
         [](T u, T, T) {
             const long double wide = u;
             return static_cast<T>(1 / (1 + std::exp(-wide)));
         }},
    };
    return table;
}

/// f(x, v, w) for as many arguments as f has.
expr::Expr callOf(const expr::Builtin& f)
{
    const std::vector<expr::Expr> all{expr::variable(), expr::parameter("v"), expr::parameter("w")};
    return expr::call(f, {all.begin(), all.begin() + f.arity});
}

template <class T>
void expectReferenceValues(const expr::Builtin& f, std::size_t length)
{
    const auto reference = references<T>().find(f.name);
    ASSERT_NE(reference, references<T>().end()) << f.name << " has no reference";
    const std::vector<T> x = testing::points<T>(length);
    const T v = T(-0.75), w = T(1.5);
    const std::vector<std::string> names{"v", "w"};
    const auto ours = testing::valuesOf<T>(compile(std::vector{callOf(f)}, names), x, {v, w})[0];
    for (std::size_t i = 0; i < length; ++i)
        ASSERT_TRUE(testing::areClose(ours[i], reference->second(x[i], v, w))) << f.name << " at " << x[i];
}

TEST(EvaluateBuiltins, agreeWithAScalarReferenceAtEveryLength)
{
    for (const expr::Builtin& f : expr::builtins())
        for (const std::size_t length : {0, 1, 1023, 1024, 1025, 5000}) {
            expectReferenceValues<double>(f, length);
            expectReferenceValues<float>(f, length);
        }
}

TEST(EvaluateBuiltins, areTheSameOfAConstantAsOfAnArray)
{
    for (const expr::Builtin& f : expr::builtins()) {
        const std::vector<expr::Expr> numbers{expr::number(0.625), expr::number(-0.5), expr::number(0.75)};
        const Program constant =
            compile(std::vector{expr::call(f, {numbers.begin(), numbers.begin() + f.arity})}, {});
        std::vector<expr::Expr> args(numbers.begin(), numbers.begin() + f.arity);
        args[0] = expr::variable();
        const Program varying = compile(std::vector{expr::call(f, args)}, {});
        const auto left = testing::valuesOf<double>(constant, {0.625})[0][0];
        const auto right = testing::valuesOf<double>(varying, {0.625})[0][0];
        EXPECT_TRUE(testing::areClose(left, right)) << f.name;
    }
}

}  // namespace
}  // namespace actlab::kernel
