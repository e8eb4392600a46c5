#pragma once

#include <string>

#include "app/cli/failure.hpp"

#include "core/activation/activation.hpp"
#include "core/importing/python.hpp"

namespace actlab::cli {

/// The functions of a Python file. `place` is the option or argument that names it.
Result<importing::Imported> readPythonFile(std::string_view place, const std::string& path);

/// "F.py" means the last function that can be read, "F.py:name" the one of that name.
Result<activation::Definition> readPythonFunction(const std::string& pathAndName);

/// "F.py:7:5: …" for each function that could not be read, on standard error.
void reportRefused(const std::string& path, const importing::Imported& imported);

}  // namespace actlab::cli
