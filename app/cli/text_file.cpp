#include "app/cli/text_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace actlab::cli {

namespace {

constexpr std::size_t kMegabyte = 1 << 20;

}  // namespace

Result<std::string> readText(std::string_view place, const std::string& path, std::string_view whatIsSmaller,
                             std::size_t most)
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
    std::string text;
    while (file && text.size() <= most * kMegabyte) {
        const std::size_t before = text.size();
        text.resize(before + kMegabyte);
        file.read(text.data() + before, static_cast<std::streamsize>(kMegabyte));
        text.resize(before + static_cast<std::size_t>(file.gcount()));
    }
    if (text.size() > most * kMegabyte)
        return unreadable("it is larger than " +
                          (most == 1 ? std::string("a megabyte") : std::to_string(most) + " megabytes") + ", " +
                          std::string(whatIsSmaller));
    return text;
}

}  // namespace actlab::cli
