#include "core/exporting/dialect.hpp"

#include <array>

namespace actlab::exporting {

namespace {

using enum expr::BuiltinId;

// The series of sinc is exact to the last digit within ±0.5, where autograd of sin(u)/u cancels.
constexpr std::string_view kSinc =
    "{abs(u) < 0.5: 1 + u^2*(-1/6 + u^2*(1/120 + u^2*(-1/5040 + u^2*(1/362880 + u^2*(-1/39916800 + "
    "u^2/6227020800))))), sin(u)/u}";
constexpr std::string_view kCbrt = "sign(u)*abs(u)^(1/3)";
constexpr std::string_view kClamp = "{u > w or v > w: w, u < v: v, u}";
constexpr std::string_view kMax = "{u > v: u, u < v: v, 0.5*u + 0.5*v}";
constexpr std::string_view kMin = "{u < v: u, u > v: v, 0.5*u + 0.5*v}";
constexpr std::string_view kHeaviside = "{u == 0: v, u > 0: 1, u < 0: 0, u}";

constexpr Spelling kTorch[] = {
    {Exp, "torch.exp(%u)"},         {Expm1, "torch.expm1(%u)"},     {Log, "torch.log(%u)"},
    {Log1p, "torch.log1p(%u)"},     {Log2, "torch.log2(%u)"},       {Log10, "torch.log10(%u)"},
    {Sqrt, "torch.sqrt(%u)"},       {Abs, "torch.abs(%u)"},         {Sign, "torch.sign(%u)"},
    {Floor, "torch.floor(%u)"},     {Ceil, "torch.ceil(%u)"},       {Round, "torch.round(%u)"},
    {Min, "torch.minimum(%u, %v)"}, {Max, "torch.maximum(%u, %v)"}, {Clamp, "torch.clamp(%u, %v, %w)"},
    {Sin, "torch.sin(%u)"},         {Cos, "torch.cos(%u)"},         {Tan, "torch.tan(%u)"},
    {Asin, "torch.asin(%u)"},       {Acos, "torch.acos(%u)"},       {Atan, "torch.atan(%u)"},
    {Sinh, "torch.sinh(%u)"},       {Cosh, "torch.cosh(%u)"},       {Tanh, "torch.tanh(%u)"},
    {Asinh, "torch.asinh(%u)"},     {Acosh, "torch.acosh(%u)"},     {Atanh, "torch.atanh(%u)"},
    {Erf, "torch.erf(%u)"},         {Erfc, "torch.erfc(%u)"},       {Sigmoid, "torch.sigmoid(%u)"},
};
constexpr Rule kTorchRules[] = {{Sinc, kSinc},   {Cbrt, kCbrt}, {Heaviside, kHeaviside},
                                {Clamp, kClamp}, {Max, kMax},   {Min, kMin}};

/// What the exporter of PyTorch 1.13 to ONNX lacks.
constexpr Spelling kTorchBroughtFunctions[] = {
    {Expm1, "_expm1(%u)"}, {Erfc, "_erfc(%u)"},   {Sinh, "_sinh(%u)"},   {Cosh, "_cosh(%u)"},
    {Asinh, "_asinh(%u)"}, {Acosh, "_acosh(%u)"}, {Atanh, "_atanh(%u)"},
};
constexpr Brought kTorchBrought[] = {
    {"_expm1", R"py(
def _expm1(u: torch.Tensor) -> torch.Tensor:
    """torch.expm1, and for torch.onnx, which lacks it, what it has."""
    if not torch.jit.is_scripting():
        if torch.onnx.is_in_onnx_export():
            t = torch.tanh(0.5 * u)
            return torch.where(u < 0.5, 2.0 * t / (1.0 - t), torch.exp(u) - 1.0)
    return torch.expm1(u)
)py"},
    {"_erfc", R"py(
def _erfc(u: torch.Tensor) -> torch.Tensor:
    """torch.erfc, and for torch.onnx, which lacks it, what it has."""
    if not torch.jit.is_scripting():
        if torch.onnx.is_in_onnx_export():
            return 1.0 - torch.erf(u)
    return torch.erfc(u)
)py"},
    {"_sinh", R"py(
def _sinh(u: torch.Tensor) -> torch.Tensor:
    """torch.sinh, and for torch.onnx, which lacks it, what it has."""
    if not torch.jit.is_scripting():
        if torch.onnx.is_in_onnx_export():
            return 0.5 * (torch.exp(u) - torch.exp(-u))
    return torch.sinh(u)
)py"},
    {"_cosh", R"py(
def _cosh(u: torch.Tensor) -> torch.Tensor:
    """torch.cosh, and for torch.onnx, which lacks it, what it has."""
    if not torch.jit.is_scripting():
        if torch.onnx.is_in_onnx_export():
            return 0.5 * (torch.exp(u) + torch.exp(-u))
    return torch.cosh(u)
)py"},
    {"_asinh", R"py(
def _asinh(u: torch.Tensor) -> torch.Tensor:
    """torch.asinh, and for torch.onnx, which lacks it, what it has."""
    if not torch.jit.is_scripting():
        if torch.onnx.is_in_onnx_export():
            return torch.sign(u) * torch.log(torch.abs(u) + torch.sqrt(u * u + 1.0))
    return torch.asinh(u)
)py"},
    {"_acosh", R"py(
def _acosh(u: torch.Tensor) -> torch.Tensor:
    """torch.acosh, and for torch.onnx, which lacks it, what it has."""
    if not torch.jit.is_scripting():
        if torch.onnx.is_in_onnx_export():
            return torch.log(u + torch.sqrt(u * u - 1.0))
    return torch.acosh(u)
)py"},
    {"_atanh", R"py(
def _atanh(u: torch.Tensor) -> torch.Tensor:
    """torch.atanh, and for torch.onnx, which lacks it, what it has."""
    if not torch.jit.is_scripting():
        if torch.onnx.is_in_onnx_export():
            return 0.5 * torch.log((1.0 + u) / (1.0 - u))
    return torch.atanh(u)
)py"},
};
constexpr auto kTorchModule = [] {
    auto all = std::to_array(kTorch);
    for (Spelling& spelling : all)
        for (const Spelling& brought : kTorchBroughtFunctions)
            if (spelling.function == brought.function)
                spelling = brought;
    return all;
}();

constexpr Spelling kNumpy[] = {
    {Exp, "np.exp(%u)"},
    {Expm1, "np.expm1(%u)"},
    {Log, "np.log(%u)"},
    {Log1p, "np.log1p(%u)"},
    {Log2, "np.log2(%u)"},
    {Log10, "np.log10(%u)"},
    {Sqrt, "np.sqrt(%u)"},
    {Cbrt, "np.cbrt(%u)"},
    {Abs, "np.abs(%u)"},
    {Sign, "np.sign(%u)"},
    {Floor, "np.floor(%u)"},
    {Ceil, "np.ceil(%u)"},
    {Round, "np.round(%u)"},
    {Min, "np.minimum(%u, %v)"},
    {Max, "np.maximum(%u, %v)"},
    {Clamp, "np.minimum(np.maximum(%u, %v), %w)"},
    {Sin, "np.sin(%u)"},
    {Cos, "np.cos(%u)"},
    {Tan, "np.tan(%u)"},
    {Asin, "np.arcsin(%u)"},
    {Acos, "np.arccos(%u)"},
    {Atan, "np.arctan(%u)"},
    {Sinh, "np.sinh(%u)"},
    {Cosh, "np.cosh(%u)"},
    {Tanh, "np.tanh(%u)"},
    {Asinh, "np.arcsinh(%u)"},
    {Acosh, "np.arccosh(%u)"},
    {Atanh, "np.arctanh(%u)"},
    {Erf, "_erf(%u)"},
    {Erfc, "_erfc(%u)"},
    {Heaviside, "np.heaviside(%u, %v)"},
    {Sigmoid, "_sigmoid(%u)"},
};
constexpr Rule kNumpyRules[] = {{Sinc, "{u == 0: 1, sin(u)/u}"}};
constexpr Brought kNumpyBrought[] = {
    {"_erf", "_erf = np.vectorize(math.erf, otypes=[np.float64])\n"},
    {"_erfc", "_erfc = np.vectorize(math.erfc, otypes=[np.float64])\n"},
    {"_sigmoid", "\n\ndef _sigmoid(u):\n"
                 "    e = np.exp(-np.abs(u))  # never overflows\n"
                 "    return np.where(u < 0.0, e, 1.0) / (1.0 + e)\n"},
};

constexpr Spelling kJax[] = {
    {Exp, "jnp.exp(%u)"},
    {Expm1, "jnp.expm1(%u)"},
    {Log, "jnp.log(%u)"},
    {Log1p, "jnp.log1p(%u)"},
    {Log2, "jnp.log2(%u)"},
    {Log10, "jnp.log10(%u)"},
    {Sqrt, "jnp.sqrt(%u)"},
    {Abs, "jnp.abs(%u)"},
    {Sign, "jnp.sign(%u)"},
    {Floor, "jnp.floor(%u)"},
    {Ceil, "jnp.ceil(%u)"},
    {Round, "jnp.round(%u)"},
    {Sin, "jnp.sin(%u)"},
    {Cos, "jnp.cos(%u)"},
    {Tan, "jnp.tan(%u)"},
    {Asin, "jnp.arcsin(%u)"},
    {Acos, "jnp.arccos(%u)"},
    {Atan, "jnp.arctan(%u)"},
    {Sinh, "jnp.sinh(%u)"},
    {Cosh, "jnp.cosh(%u)"},
    {Tanh, "jnp.tanh(%u)"},
    {Asinh, "jnp.arcsinh(%u)"},
    {Acosh, "jnp.arccosh(%u)"},
    {Atanh, "jnp.arctanh(%u)"},
    {Erf, "jax.scipy.special.erf(%u)"},
    {Erfc, "jax.scipy.special.erfc(%u)"},
    {Sigmoid, "jax.nn.sigmoid(%u)"},
};

constexpr Dialect kTorchDialect{.functions = kTorch,
                                .rules = kTorchRules,
                                .brought = {},
                                .number = "%u",
                                .infinity = "float(\"inf\")",
                                .notANumber = "float(\"nan\")",
                                .infixPower = "**",
                                .largestProduct = 0,
                                .both = "%u & %v",
                                .either = "%u | %v",
                                .inverse = "~%u",
                                .select = "torch.where(%u, %v, %w)",
                                .asNumber = "%u.to(x.dtype)",
                                .filled = "torch.full_like(x, %u)",
                                .isDifferentiated = true};

}  // namespace

const Dialect& pytorchDialect()
{
    return kTorchDialect;
}

const Dialect& pytorchModuleDialect()
{
    static constexpr Dialect dialect = [] {
        Dialect changed = kTorchDialect;
        changed.functions = kTorchModule;
        changed.brought = kTorchBrought;
        return changed;
    }();
    return dialect;
}

const Dialect& numpyDialect()
{
    static constexpr Dialect dialect{.functions = kNumpy,
                                     .rules = kNumpyRules,
                                     .brought = kNumpyBrought,
                                     .number = "%u",
                                     .infinity = "np.inf",
                                     .notANumber = "np.nan",
                                     .infixPower = "**",
                                     .largestProduct = 0,
                                     .both = "%u & %v",
                                     .either = "%u | %v",
                                     .inverse = "~%u",
                                     .select = "np.where(%u, %v, %w)",
                                     .asNumber = "np.where(%u, 1.0, 0.0)",
                                     .filled = "",
                                     .isDifferentiated = false};
    return dialect;
}

const Dialect& jaxDialect()
{
    static constexpr Dialect dialect{.functions = kJax,
                                     .rules = kTorchRules,
                                     .brought = {},
                                     .number = "%u",
                                     .infinity = "jnp.inf",
                                     .notANumber = "jnp.nan",
                                     .infixPower = "**",
                                     .largestProduct = 0,
                                     .both = "%u & %v",
                                     .either = "%u | %v",
                                     .inverse = "~%u",
                                     .select = "jnp.where(%u, %v, %w)",
                                     .asNumber = "jnp.where(%u, 1.0, 0.0)",
                                     .filled = "",
                                     .isDifferentiated = true};
    return dialect;
}

}  // namespace actlab::exporting
