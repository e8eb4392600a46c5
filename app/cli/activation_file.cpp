#include "app/cli/activation_file.hpp"

#include "core/workspace/document_json.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace actlab::cli {

namespace {

constexpr std::size_t kLargest = 1 << 20;

Result<std::string> readText(const std::string& path)
{
    const auto unreadable = [&](std::string_view why) {
        return badInput("--file", "cannot read \"" + path + "\": " + std::string(why));
    };
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return unreadable("it is a folder");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return unreadable(std::strerror(errno));
    std::string text(kLargest + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > kLargest)
        return unreadable("it is larger than a megabyte, which no saved activation is");
    return text;
}

}  // namespace

Result<activation::Definition> readActivationFile(const std::string& path)
{
    const auto text = readText(path);
    if (!text)
        return tl::unexpected(text.error());
    auto definition = workspace::definitionFromJson(*text);
    if (!definition)
        return badInput(path, definition.error());
    return *std::move(definition);
}

}  // namespace actlab::cli
