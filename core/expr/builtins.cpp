#include "core/expr/builtins.hpp"

#include <algorithm>

namespace actlab::expr {

namespace {

using enum BuiltinId;

// Derivatives are spelled so that they neither cancel nor overflow where the function is finite:
// tanh′ = 1 - tanh² loses every digit in the tails, 4 σ(2u) σ(-2u) none.
constexpr Builtin kBuiltins[] = {
    {Exp, "exp", 1, {"input"}, {}, {"exp(u)"}, "e to the power of u."},
    {Expm1, "expm1", 1, {"input"}, {}, {"exp(u)"}, "exp(u) - 1, exact near 0."},
    {Log, "log", 1, {"input"}, {}, {"1/u"}, "Natural logarithm."},
    {Log1p, "log1p", 1, {"input"}, {}, {"1/(1 + u)"}, "log(1 + u), exact near 0."},
    {Log2, "log2", 1, {"input"}, {}, {"1/(u*log(2))"}, "Logarithm to base 2."},
    {Log10, "log10", 1, {"input"}, {}, {"1/(u*log(10))"}, "Logarithm to base 10."},
    {Sqrt, "sqrt", 1, {"input"}, {}, {"0.5/sqrt(u)"}, "Square root."},
    {Cbrt, "cbrt", 1, {"input"}, {}, {"1/(3*cbrt(u)^2)"}, "Cube root, also of negative numbers."},
    {Pow,
     "pow",
     2,
     {"input", "exponent"},
     {},
     {"{v == 0: 0, v*u^(v - 1)}", "{u == 0: 0, u^v*log(u)}"},
     "u to the power of v."},
    {Abs, "abs", 1, {"input"}, {}, {"sign(u)"}, "Absolute value; its derivative at 0 is 0."},
    {Sign, "sign", 1, {"input"}, {}, {"0"}, "-1, 0 or 1."},
    {Floor, "floor", 1, {"input"}, {}, {"0"}, "The greatest whole number that is not above u."},
    {Ceil, "ceil", 1, {"input"}, {}, {"0"}, "The least whole number that is not below u."},
    {Round, "round", 1, {"input"}, {}, {"0"}, "The nearest whole number; halves go to the even one."},
    {Min,
     "min",
     2,
     {"input", "other"},
     {},
     {"{u < v: 1, u == v: 0.5, 0}", "{v < u: 1, u == v: 0.5, 0}"},
     "The smaller of u and v; a tie splits the gradient evenly."},
    {Max,
     "max",
     2,
     {"input", "other"},
     {},
     {"{u > v: 1, u == v: 0.5, 0}", "{v > u: 1, u == v: 0.5, 0}"},
     "The greater of u and v; a tie splits the gradient evenly."},
    {Clamp,
     "clamp",
     3,
     {"input", "min", "max"},
     {"", "-inf", "inf"},
     {"{u >= v and u <= w: 1, 0}", "{u < v and v <= w: 1, 0}", "{u > w or v > w: 1, 0}"},
     "u limited to [min, max]; its derivative is 1 on the closed interval."},
    {Sin, "sin", 1, {"input"}, {}, {"cos(u)"}, "Sine of u in radians."},
    {Cos, "cos", 1, {"input"}, {}, {"-sin(u)"}, "Cosine of u in radians."},
    {Tan, "tan", 1, {"input"}, {}, {"1 + tan(u)^2"}, "Tangent of u in radians."},
    {Asin, "asin", 1, {"input"}, {}, {"1/sqrt((1 - u)*(1 + u))"}, "Inverse sine, in radians."},
    {Acos, "acos", 1, {"input"}, {}, {"-1/sqrt((1 - u)*(1 + u))"}, "Inverse cosine, in radians."},
    {Atan, "atan", 1, {"input"}, {}, {"1/(1 + u^2)"}, "Inverse tangent, in radians."},
    {Sinh, "sinh", 1, {"input"}, {}, {"cosh(u)"}, "Hyperbolic sine."},
    {Cosh, "cosh", 1, {"input"}, {}, {"sinh(u)"}, "Hyperbolic cosine."},
    {Tanh, "tanh", 1, {"input"}, {}, {"4*sigmoid(2*u)*sigmoid(-2*u)"}, "Hyperbolic tangent."},
    {Asinh, "asinh", 1, {"input"}, {}, {"1/sqrt(1 + u^2)"}, "Inverse hyperbolic sine."},
    {Acosh, "acosh", 1, {"input"}, {}, {"1/sqrt((u - 1)*(u + 1))"}, "Inverse hyperbolic cosine."},
    {Atanh, "atanh", 1, {"input"}, {}, {"1/((1 - u)*(1 + u))"}, "Inverse hyperbolic tangent."},
    {Erf, "erf", 1, {"input"}, {}, {"2/sqrt(pi)*exp(-u^2)"}, "Error function."},
    {Erfc, "erfc", 1, {"input"}, {}, {"-2/sqrt(pi)*exp(-u^2)"}, "1 - erf(u), exact in the right tail."},
    {Heaviside,
     "heaviside",
     2,
     {"input", "values"},
     {"", "0"},
     {"0", "{u == 0: 1, 0}"},
     "0 left of 0, 1 right of it, and the second argument at 0."},
    // Near 0 the closed form of sinc′ cancels; the series is exact to the last digit within ±0.5.
    {Sinc,
     "sinc",
     1,
     {"input"},
     {},
     {"{abs(u) < 0.5: u*(-1/3 + u^2*(1/30 + u^2*(-1/840 + u^2*(1/45360 + u^2*(-1/3991680 + u^2*(1/518918400 - "
      "u^2/93405312000)))))), "
      "(u*cos(u) - sin(u))/u^2}"},
     "sin(u)/u, and 1 at 0."},
    {Sigmoid, "sigmoid", 1, {"input"}, {}, {"sigmoid(u)*sigmoid(-u)"}, "1/(1 + exp(-u)) without overflow."},
};

}  // namespace

std::span<const Builtin> builtins()
{
    return kBuiltins;
}

const Builtin* findBuiltin(std::string_view name)
{
    const auto* found = std::ranges::find(kBuiltins, name, &Builtin::name);
    return found == std::end(kBuiltins) ? nullptr : found;
}

}  // namespace actlab::expr
