#include "core/exporting/dialect.hpp"

namespace actlab::exporting {

namespace {

using enum expr::BuiltinId;

constexpr Spelling kStandard[] = {
    {Exp, "std::exp(%u)"},
    {Expm1, "std::expm1(%u)"},
    {Log, "std::log(%u)"},
    {Log1p, "std::log1p(%u)"},
    {Log2, "std::log2(%u)"},
    {Log10, "std::log10(%u)"},
    {Sqrt, "std::sqrt(%u)"},
    {Cbrt, "std::cbrt(%u)"},
    {Pow, "std::pow(%u, %v)"},
    {Abs, "std::abs(%u)"},
    {Sign, "detail::sign(%u)"},
    {Floor, "std::floor(%u)"},
    {Ceil, "std::ceil(%u)"},
    {Round, "std::nearbyint(%u)"},
    {Min, "detail::minimum(%u, %v)"},
    {Max, "detail::maximum(%u, %v)"},
    {Clamp, "detail::minimum(detail::maximum(%u, %v), %w)"},
    {Sin, "std::sin(%u)"},
    {Cos, "std::cos(%u)"},
    {Tan, "std::tan(%u)"},
    {Asin, "std::asin(%u)"},
    {Acos, "std::acos(%u)"},
    {Atan, "std::atan(%u)"},
    {Sinh, "std::sinh(%u)"},
    {Cosh, "std::cosh(%u)"},
    {Tanh, "std::tanh(%u)"},
    {Asinh, "std::asinh(%u)"},
    {Acosh, "std::acosh(%u)"},
    {Atanh, "std::atanh(%u)"},
    {Erf, "std::erf(%u)"},
    {Erfc, "std::erfc(%u)"},
    {Sigmoid, "detail::sigmoid(%u)"},
};
constexpr Rule kStandardRules[] = {{Sinc, "{u == 0: 1, sin(u)/u}"},
                                   {Heaviside, "{u == 0: v, u > 0: 1, u < 0: 0, u}"}};

constexpr Spelling kTorch[] = {
    {Exp, "torch::exp(%u)"},         {Expm1, "torch::expm1(%u)"},
    {Log, "torch::log(%u)"},         {Log1p, "torch::log1p(%u)"},
    {Log2, "torch::log2(%u)"},       {Log10, "torch::log10(%u)"},
    {Sqrt, "torch::sqrt(%u)"},       {Pow, "torch::pow(%u, %v)"},
    {Abs, "torch::abs(%u)"},         {Sign, "torch::sign(%u)"},
    {Floor, "torch::floor(%u)"},     {Ceil, "torch::ceil(%u)"},
    {Round, "torch::round(%u)"},     {Min, "torch::minimum(%u, %v)"},
    {Max, "torch::maximum(%u, %v)"}, {Clamp, "torch::clamp(%u, %v, %w)"},
    {Sin, "torch::sin(%u)"},         {Cos, "torch::cos(%u)"},
    {Tan, "torch::tan(%u)"},         {Asin, "torch::asin(%u)"},
    {Acos, "torch::acos(%u)"},       {Atan, "torch::atan(%u)"},
    {Sinh, "torch::sinh(%u)"},       {Cosh, "torch::cosh(%u)"},
    {Tanh, "torch::tanh(%u)"},       {Asinh, "torch::asinh(%u)"},
    {Acosh, "torch::acosh(%u)"},     {Atanh, "torch::atanh(%u)"},
    {Erf, "torch::erf(%u)"},         {Erfc, "torch::erfc(%u)"},
    {Sigmoid, "torch::sigmoid(%u)"},
};

}  // namespace

const Dialect& cppDialect()
{
    static constexpr Dialect dialect{.functions = kStandard,
                                     .rules = kStandardRules,
                                     .brought = {},
                                     .number = "T(%u)",
                                     .infinity = "std::numeric_limits<T>::infinity()",
                                     .notANumber = "std::numeric_limits<T>::quiet_NaN()",
                                     .infixPower = "",
                                     .largestProduct = 4,
                                     .both = "%u && %v",
                                     .either = "%u || %v",
                                     .inverse = "!%u",
                                     .select = "(%u ? %v : %w)",
                                     .asNumber = "T(%u)",
                                     .filled = "",
                                     .isDifferentiated = false};
    return dialect;
}

const Dialect& libtorchDialect()
{
    static const Dialect dialect{.functions = kTorch,
                                 .rules = pytorchDialect().rules,
                                 .brought = {},
                                 .number = "%u",
                                 .infinity = "std::numeric_limits<double>::infinity()",
                                 .notANumber = "std::numeric_limits<double>::quiet_NaN()",
                                 .infixPower = "",
                                 .largestProduct = 0,
                                 .both = "%u & %v",
                                 .either = "%u | %v",
                                 .inverse = "~%u",
                                 .select = "torch::where(%u, %v, %w)",
                                 .asNumber = "%u.to(x.scalar_type())",
                                 .filled = "torch::full_like(x, %u)",
                                 .isDifferentiated = true};
    return dialect;
}

}  // namespace actlab::exporting
