#pragma once

#include <array>
#include <span>
#include <string_view>

namespace actlab::expr {

enum class BuiltinId {
    Exp,
    Expm1,
    Log,
    Log1p,
    Log2,
    Log10,
    Sqrt,
    Cbrt,
    Pow,
    Abs,
    Sign,
    Floor,
    Ceil,
    Round,
    Min,
    Max,
    Clamp,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Sinh,
    Cosh,
    Tanh,
    Asinh,
    Acosh,
    Atanh,
    Erf,
    Erfc,
    Heaviside,
    Sinc,
    Sigmoid,
};

/// One row of the one table that the parser, the differentiator, the completer and the tests read.
struct Builtin {
    BuiltinId id;
    std::string_view name;
    int arity;                                    ///< 1 to 3
    std::array<std::string_view, 3> arguments;    ///< names usable as keywords, as PyTorch spells them
    std::array<std::string_view, 3> defaults;     ///< formula text of an argument that may be left out, else ""
    std::array<std::string_view, 3> derivatives;  ///< partial derivative by each argument, in u, v, w
    std::string_view help;                        ///< one sentence
};

std::span<const Builtin> builtins();
/// nullptr where there is no such function. Exact spelling.
const Builtin* findBuiltin(std::string_view name);

}  // namespace actlab::expr
