#include "core/data/input_file.hpp"

#include "core/data/memory.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace actlab::data {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPortion = 1 << 20;  // a few milliseconds, unpacking included

gzFile handleOf(const std::shared_ptr<void>& file)
{
    return static_cast<gzFile>(file.get());
}

/// The last four bytes, the least first.
std::size_t unpackedSizeAtTheEndOf(const std::string& path)
{
    std::array<unsigned char, 4> bytes{};
    std::ifstream file(path, std::ios::binary);
    file.seekg(-4, std::ios::end);
    file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    return file ? bytes[0] | bytes[1] << 8 | bytes[2] << 16 | std::size_t{bytes[3]} << 24 : 0;
}

std::optional<Error> complaintAboutPath(const std::string& field, const std::string& path)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (!fs::exists(status))
        return Error{field, "There is no file \"" + path + "\"."};
    if (fs::is_directory(status))
        return Error{field, "\"" + path + "\" is a folder, not a file."};
    if (!fs::is_regular_file(status))
        return Error{field, "\"" + path + "\" is no ordinary file."};
    return std::nullopt;
}

}  // namespace

Error brokenOff()
{
    return {"", "The reading of the data was broken off."};
}

InputFile::Stamp InputFile::stampOf(const std::string& path)
{
    std::error_code code;
    const auto written = fs::last_write_time(path, code);
    const auto size = fs::file_size(path, code);
    return code ? Stamp{} : Stamp{size, static_cast<long long>(written.time_since_epoch().count())};
}

Result<InputFile> InputFile::open(std::string field, const std::string& path)
{
    if (auto complaint = complaintAboutPath(field, path))
        return tl::unexpected(std::move(*complaint));
    InputFile file;
    file.m_field = std::move(field);
    file.m_path = path;
    file.m_stamp = stampOf(path);
    file.m_size = file.m_stamp.size;
    const gzFile handle = gzopen(path.c_str(), "rb");
    if (!handle)
        return tl::unexpected(Error{file.m_field, "\"" + path + "\" cannot be opened."});
    file.m_file = std::shared_ptr<void>(handle, [](void* open) { gzclose(static_cast<gzFile>(open)); });
    gzbuffer(handle, 1 << 17);
    if (file.isPacked())
        file.m_unpackedSize = unpackedSizeAtTheEndOf(path);
    return file;
}

bool InputFile::isPacked() const
{
    return gzdirect(handleOf(m_file)) == 0;
}

Result<std::size_t> InputFile::read(std::span<char> bytes, const IsOver& isOver)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        if (isOverBy(isOver))
            return tl::unexpected(brokenOff());
        const auto portion = static_cast<unsigned>(std::min(kPortion, bytes.size() - done));
        const int got = gzread(handleOf(m_file), bytes.data() + done, portion);
        int trouble = Z_OK;
        gzerror(handleOf(m_file), &trouble);
        if (got < 0 || trouble == Z_BUF_ERROR)  // the latter where the packed data ends too early
            return tl::unexpected(
                error(isPacked() ? "is damaged: it cannot be unpacked to its end" : "cannot be read to its end"));
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

bool InputFile::hasChanged() const
{
    return stampOf(m_path) != m_stamp;
}

Error InputFile::error(const std::string& what) const
{
    return {m_field, "\"" + fs::path(m_path).filename().string() + "\" " + what + "."};
}

Result<std::string> readText(InputFile& file, const IsOver& isOver)
{
    std::string text;
    for (std::size_t capacity = file.size() + 1;; capacity = 2 * capacity) {
        // While it grows, the old text lies beside the new one.
        const std::size_t needed = text.size() + capacity;
        if (const auto free = freeMemory(); free && needed > *free)
            return tl::unexpected(file.error("takes " + spelledBytes(needed) + " of memory to read, and " +
                                             spelledBytes(*free) + " are free"));
        const std::size_t before = text.size();
        text.resize(capacity);
        const auto got = file.read(std::span(text).subspan(before), isOver);
        if (!got)
            return tl::unexpected(got.error());
        if (before + *got < capacity) {
            text.resize(before + *got);
            break;
        }
    }
    if (file.hasChanged())
        return tl::unexpected(file.error("was changed while it was read; try once more"));
    return text;
}

}  // namespace actlab::data
