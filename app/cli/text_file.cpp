#include "app/cli/text_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace actlab::cli {

namespace {

constexpr std::size_t kLargest = 1 << 20;

}  // namespace

Result<std::string> readText(std::string_view place, const std::string& path, std::string_view whatIsSmaller)
{
    const auto unreadable = [&](const std::string& why) {
        return badInput(place, "cannot read \"" + path + "\": " + why);
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
        return unreadable("it is larger than a megabyte, " + std::string(whatIsSmaller));
    return text;
}

}  // namespace actlab::cli
