#include "app/cli/activation_file.hpp"

#include "app/cli/text_file.hpp"

#include "core/workspace/document_json.hpp"

namespace actlab::cli {

Result<activation::Definition> readActivationFile(const std::string& path)
{
    const auto text = readText("--file", path, "which no saved activation is");
    if (!text)
        return tl::unexpected(text.error());
    auto definition = workspace::definitionFromJson(*text);
    if (!definition)
        return badInput(path, definition.error());
    return *std::move(definition);
}

}  // namespace actlab::cli
