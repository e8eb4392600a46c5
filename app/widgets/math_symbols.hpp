#pragma once

#include <QString>

#include "app/widgets/math_box.hpp"
#include "core/expr/ast.hpp"

namespace actlab::widgets {

/// A parameter's name as a letter with an index: alpha is α, w_in and p1 have one, "slope" is a word.
struct MathSymbol {
    QString letters, index{};
    MathFace face = MathFace::Italic;
};
MathSymbol mathSymbol(const QString& name);

/// A number of few digits; `…` where digits were left out, and the power of ten apart.
struct MathNumber {
    QString digits;
    QString exponent{};  ///< of ten; empty where there is none
};
MathNumber mathNumber(double value);

/// What stands between the sides: "≤".
QString mathSign(expr::CompareOp op);

/// How a function's name is set: "ln", "arctan", "σ". Catalogue functions keep their own.
QString mathFunctionName(const expr::Builtin& function);

}  // namespace actlab::widgets
