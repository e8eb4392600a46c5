#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// A file of the person's, packed by gzip or not, read from its beginning. What goes wrong is told with `field` and
/// the file's path.
class InputFile {
public:
    static Result<InputFile> open(std::string field, const std::string& path);

    std::size_t size() const { return m_size; }  ///< bytes on the disk
    bool isPacked() const;
    /// What gzip says at its end of the unpacked size, modulo 2^32.
    std::size_t unpackedSizeModulo() const { return m_unpackedSize; }

    /// Fills `bytes` from where the last call ended, in portions; fewer only where the file ends. The error is empty
    /// where it was over before (see IsOver).
    Result<std::size_t> read(std::span<char> bytes, const IsOver& isOver);

    /// The file is no longer what it was when it was opened.
    bool hasChanged() const;

    Error error(const std::string& what) const;

private:
    struct Stamp {
        std::size_t size = 0;
        long long written = 0;
        bool operator==(const Stamp&) const = default;
    };
    static Stamp stampOf(const std::string& path);
    InputFile() = default;

    std::string m_field, m_path;
    std::size_t m_size = 0, m_unpackedSize = 0;
    Stamp m_stamp;
    std::shared_ptr<void> m_file;
};

/// All of it as text, unpacked. Refused where memory would not suffice.
Result<std::string> readText(InputFile& file, const IsOver& isOver);

/// Asked now and then by what takes long.
inline bool isOverBy(const IsOver& isOver)
{
    return isOver && isOver();
}
/// What a reading that was over before its end returns: nobody waits for it.
Error brokenOff();

}  // namespace actlab::data
