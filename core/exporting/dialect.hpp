#pragma once

#include <span>
#include <string_view>

#include "core/expr/builtins.hpp"

namespace actlab::exporting {

/// A function of ours in the words of the target; %u, %v and %w are its arguments.
struct Spelling {
    expr::BuiltinId function;
    std::string_view text;
};

/// A function that the target lacks, or differentiates by another rule than ours, in our own language.
struct Rule {
    expr::BuiltinId function;
    std::string_view meaning;
};

/// A function that a file brings along where its code calls it.
struct Brought {
    std::string_view name, text;
};

/// How a target spells an expression: data only. See list() for who reads it.
struct Dialect {
    std::span<const Spelling> functions;
    std::span<const Rule> rules;
    std::span<const Brought> brought;
    std::string_view number, infinity, notANumber;
    std::string_view infixPower;  ///< empty: pow() is a function like others
    int largestProduct;           ///< whole powers up to this one are written as products
    std::string_view both, either, inverse, select, asNumber;
    std::string_view filled;  ///< a plain number as an array like x; empty: functions take numbers too
    bool isDifferentiated;    ///< by the target: branches that are not selected must not spoil gradients
};

const Dialect& pytorchDialect();
/// The same with functions that also go through torch.onnx; for files, which can bring functions.
const Dialect& pytorchModuleDialect();
const Dialect& libtorchDialect();
const Dialect& cppDialect();
const Dialect& numpyDialect();
const Dialect& jaxDialect();
/// Its spellings are names of operators.
const Dialect& onnxDialect();

}  // namespace actlab::exporting
