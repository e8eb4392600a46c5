#include "app/cli/whole_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace actlab::cli {

namespace {

namespace fs = std::filesystem;

/// An open file, closed at the end of its scope at the latest.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }
    bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

class Writing {
public:
    Writing(std::string_view place, const std::string& path) : m_place(place), m_path(path) {}

    Result<void> cannotOpen() const { return tl::unexpected(failure(kBadInput)); }
    Result<void> cannotFill() const { return tl::unexpected(failure(kWorkFailed)); }

private:
    Failure failure(ExitCode code) const
    {
        return {m_place + ": cannot write \"" + m_path + "\": " + std::strerror(errno), code};
    }
    std::string m_place, m_path;
};

/// A device or a pipe: nothing can take its place.
Result<void> writeInto(const fs::path& path, std::string_view bytes, const Writing& writing)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen())
        return writing.cannotOpen();
    if (!writeAll(file.number(), bytes) || !file.close())
        return writing.cannotFill();
    return {};
}

/// What the file at `path` may do, or what a new one may.
mode_t modeFor(const fs::path& path)
{
    struct stat present {};
    if (::stat(path.c_str(), &present) == 0)
        return present.st_mode & 07777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

bool fillAndClose(Descriptor& file, std::string_view bytes, mode_t mode)
{
    return writeAll(file.number(), bytes) && ::fchmod(file.number(), mode) == 0 && ::fsync(file.number()) == 0 &&
           file.close();
}

Result<void> replaceFile(const fs::path& path, std::string_view bytes, const Writing& writing)
{
    std::string temporary = path.string() + ".XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.isOpen())
        return writing.cannotOpen();
    if (fillAndClose(file, bytes, modeFor(path)) && ::rename(temporary.c_str(), path.c_str()) == 0)
        return {};
    auto failed = writing.cannotFill();
    ::unlink(temporary.c_str());
    return failed;
}

}  // namespace

Result<void> writeWhole(std::string_view place, const std::string& path, std::string_view bytes)
{
    std::error_code error;
    const Writing writing(place, path);
    if (fs::is_directory(path, error)) {
        errno = EISDIR;
        return writing.cannotOpen();
    }
    const bool isThere = fs::exists(path, error);
    if (error) {
        errno = error.value();
        return writing.cannotOpen();
    }
    if (isThere && !fs::is_regular_file(path, error))
        return writeInto(path, bytes, writing);
    const fs::path target = fs::weakly_canonical(path, error);
    if (isThere && ::access(path.c_str(), W_OK) != 0)
        return writing.cannotOpen();
    return replaceFile(error ? fs::path(path) : target, bytes, writing);
}

}  // namespace actlab::cli
