#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"

namespace actlab::cli {

/// What the program ends with.
enum ExitCode { kDone = 0, kWorkFailed = 1, kBadInput = 2 };

/// One line for standard error that begins with the place: "formula:1:7: …", "--param: …".
struct Failure {
    std::string line;
    ExitCode code = kBadInput;
};

template <class T>
using Result = tl::expected<T, Failure>;

tl::unexpected<Failure> badInput(std::string_view place, std::string_view message);

/// An error in a definition, with line and column counted from 1. Those of the author's gradient get that name as
/// place.
tl::unexpected<Failure> badDefinition(std::string_view place, const activation::Definition& definition,
                                      const activation::DefinitionError& error);

/// Prints the line and returns the code.
int report(const Failure& failure);

}  // namespace actlab::cli
