#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"

namespace actlab::importing {

/// What cannot be read, where, and why. Line and column count from 1, columns in code points.
struct PythonError {
    std::string message;
    std::size_t line = 1;
    std::size_t column = 1;
    std::string hint;  ///< empty or a full sentence
    bool operator==(const PythonError&) const = default;
};

/// One function of one tensor: a `def`, a named lambda, an `nn.Module` or an `autograd.Function`.
struct ImportedFunction {
    activation::Definition definition;     ///< named as in the file
    activation::ActivationPtr activation;  ///< what makeActivation makes of it
    std::size_t line = 1;                  ///< where it begins
    std::vector<std::string> notes;        ///< sentences for the person: what was taken how
    std::string gradientSource;            ///< the function that became its gradient; empty where none did
};

struct Imported {
    std::vector<ImportedFunction> functions;  ///< in the order of the file
    std::vector<PythonError> refused;         ///< of the functions that could not be read
};

struct PythonLimits {
    static constexpr std::size_t bytes = 1 << 20;
    static constexpr std::size_t functions = 256;
    static constexpr std::size_t lines = 20'000;
};

/// Reads the PyTorch functions of a Python text; nothing of it is ever executed. A function named like f_derivative,
/// f_grad, f_prime, f_backward, d_f, df or grad_f beside an f becomes the gradient of f. An `if` on x becomes a
/// conditional. Never throws, whatever the text. Being stopped leaves the functions out that were not yet read.
Imported readPython(std::string_view source, const std::stop_token& stop = {});

/// The same; the first thing refused as an error where not one function could be read.
tl::expected<Imported, PythonError> importPython(std::string_view source);

/// Whether pasted text is meant as Python rather than as a formula.
bool looksLikePython(std::string_view text);

}  // namespace actlab::importing
