#include "app/cli/python_file.hpp"

#include "app/cli/text_file.hpp"

#include <algorithm>
#include <filesystem>

namespace actlab::cli {

namespace {

Failure failureOf(const std::string& path, const importing::PythonError& error)
{
    const std::string place = path + ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
    return {place + ": " + error.message + (error.hint.empty() ? "" : ". " + error.hint), kBadInput};
}

struct Wanted {
    std::string path, name;
};

Wanted wanted(const std::string& pathAndName)
{
    const auto colon = pathAndName.rfind(':');
    std::error_code error;
    if (colon == pathAndName.npos || std::filesystem::exists(pathAndName, error))
        return {pathAndName, {}};
    return {pathAndName.substr(0, colon), pathAndName.substr(colon + 1)};
}

/// The function may be one of those that could not be read.
Failure noSuchFunction(const Wanted& what, const importing::Imported& imported)
{
    if (!imported.refused.empty())
        return failureOf(what.path, imported.refused.front());
    std::string known;
    for (const auto& function : imported.functions)
        known += (known.empty() ? "" : ", ") + function.definition.name;
    return {"--python: there is no function \"" + what.name + "\" in " + what.path + "; there is " + known};
}

}  // namespace

Result<importing::Imported> readPythonFile(std::string_view place, const std::string& path)
{
    const auto text = readText(place, path, "and functions to import are not");
    if (!text)
        return tl::unexpected(text.error());
    auto imported = importing::importPython(*text);
    if (!imported)
        return tl::unexpected(failureOf(path, imported.error()));
    return *std::move(imported);
}

Result<activation::Definition> readPythonFunction(const std::string& pathAndName)
{
    const Wanted what = wanted(pathAndName);
    const auto imported = readPythonFile("--python", what.path);
    if (!imported)
        return tl::unexpected(imported.error());
    if (what.name.empty()) {
        reportRefused(what.path, *imported);
        return imported->functions.back().definition;
    }
    for (const auto& function : imported->functions)
        if (function.definition.name == what.name)
            return function.definition;
    return tl::unexpected(noSuchFunction(what, *imported));
}

void reportRefused(const std::string& path, const importing::Imported& imported)
{
    for (const auto& error : imported.refused)
        report(failureOf(path, error));
}

}  // namespace actlab::cli
