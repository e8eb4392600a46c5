#include "core/exporting/dialect.hpp"

#include "core/exporting/source_text.hpp"

#include <vector>

namespace actlab::exporting {

namespace {

using enum expr::BuiltinId;

constexpr Spelling kOperators[] = {
    {Exp, "Exp"},   {Log, "Log"},     {Sqrt, "Sqrt"},   {Pow, "Pow"},     {Abs, "Abs"},
    {Sign, "Sign"}, {Floor, "Floor"}, {Ceil, "Ceil"},   {Round, "Round"}, {Min, "Min"},
    {Max, "Max"},   {Clamp, "Clip"},  {Sin, "Sin"},     {Cos, "Cos"},     {Tan, "Tan"},
    {Asin, "Asin"}, {Acos, "Acos"},   {Atan, "Atan"},   {Sinh, "Sinh"},   {Cosh, "Cosh"},
    {Tanh, "Tanh"}, {Asinh, "Asinh"}, {Acosh, "Acosh"}, {Atanh, "Atanh"}, {Erf, "Erf"},
};

// onnxruntime's Sigmoid is off by 8e-8 everywhere, which x*sigmoid(x) multiplies; and exp(88) is the last in float32.
constexpr std::string_view kSigmoid = "1/(1 + exp(-max(u, -88)))";
// Below -80 the factors would under- and overflow, and the product is -1 in float32.
constexpr std::string_view kExpm1 = "2*exp(max(u, -80)/2)*sinh(max(u, -80)/2)";
constexpr std::string_view kLog1p = "{abs(u) < 0.5: 2*atanh(u/(2 + u)), log(1 + u)}";

// exp(-u^2) from two factors, of which the first has an exact exponent, times a Chebyshev fit of erfc(u) exp(u^2) in
// 2/(2 + u) from 0.5 to 11, which is off by 2.3e-8 at most.
constexpr std::string_view kErfc =
    "{u < 0.5: 1 - erf(u), u > 11: 0, exp(-%v*%v)*exp((%v - u)*(%v + u))*%u*(0.28207500862957263 + %u*("
    "0.2826127130341837 + %u*(0.24106417485532391 + %u*(0.2121479686612307 + %u*(-0.052608882755571344 + %u*("
    "0.32146623709819855 + %u*(-0.5303988470430911 + %u*(0.3080797063911929 + %u*-0.06443655041881469))))))))}";

std::vector<Rule> onnxRules()
{
    static const std::string erfc = filledIn(kErfc, {"(2/(2 + u))", "(floor(16*u)/16)"});
    const auto& shared = pytorchDialect().rules;
    std::vector<Rule> rules(shared.begin(), shared.end());
    rules.insert(rules.end(), {{Expm1, kExpm1},
                               {Log1p, kLog1p},
                               {Sigmoid, kSigmoid},
                               {Log2, "log(u)*(1/log(2))"},
                               {Log10, "log(u)*(1/log(10))"},
                               {Erfc, erfc}});
    return rules;
}

}  // namespace

const Dialect& onnxDialect()
{
    static const std::vector<Rule> rules = onnxRules();
    static const Dialect dialect{.functions = kOperators,
                                 .rules = rules,
                                 .brought = {},
                                 .number = "Constant",
                                 .infinity = "Constant",
                                 .notANumber = "Constant",
                                 .infixPower = "",
                                 .largestProduct = 0,
                                 .both = "And",
                                 .either = "Or",
                                 .inverse = "Not",
                                 .select = "Where",
                                 .asNumber = "Cast",
                                 .filled = "Expand",
                                 .isDifferentiated = true};
    return dialect;
}

}  // namespace actlab::exporting
