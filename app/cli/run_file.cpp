#include "app/cli/run_file.hpp"

#include "app/cli/text_file.hpp"
#include "app/cli/whole_file.hpp"

#include "core/workspace/document_json.hpp"

#include <algorithm>

namespace actlab::cli {

namespace {

std::string namesOf(const std::vector<workspace::Run>& runs)
{
    std::string names;
    for (const workspace::Run& run : runs)
        names += (names.empty() ? "\"" : ", \"") + run.name + "\"";
    return names;
}

}  // namespace

Result<workspace::Run> readRun(const std::string& path, const std::string& name)
{
    const auto text = readText("--network", path, "which no document is", workspace::kLargestFile >> 20U);
    if (!text)
        return tl::unexpected(text.error());
    auto document = workspace::fromJson(*text);
    if (!document)
        return badInput(path, document.error());
    auto& runs = document->runs;
    if (runs.empty())
        return badInput(path, "there is no run in this document; actlab train --save makes one");
    const auto found = std::find_if(runs.rbegin(), runs.rend(),
                                    [&](const workspace::Run& run) { return name.empty() || run.name == name; });
    if (found == runs.rend())
        return badInput("--run", "there is no run \"" + name + "\"; there are " + namesOf(runs));
    return std::move(*found);
}

Result<void> writeRun(std::string_view place, const std::string& path, workspace::Run run)
{
    workspace::Document document = workspace::initialDocument();
    document.training = run.spec;
    addRun(document, std::move(run));
    return writeWhole(place, path, workspace::toJson(document));
}

}  // namespace actlab::cli
