#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// A file with these bytes, gone with this.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view bytes, const std::string& name = "table.csv")
        : m_folder(std::filesystem::temp_directory_path() /
                   ("actlab-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "-" +
                    std::to_string(std::filesystem::file_time_type::clock::now().time_since_epoch().count())))
    {
        std::filesystem::create_directory(m_folder);
        m_path = m_folder / name;
        write(bytes);
    }
    ~TemporaryFile() { std::filesystem::remove_all(m_folder); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void write(std::string_view bytes) const
    {
        std::ofstream(m_path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_folder, m_path;
};

inline DataSpec csvSpec(const std::string& path, const std::string& target, Task task = Task::Classification)
{
    DataSpec spec;
    spec.name = "csv";
    spec.file = path;
    spec.target = target;
    spec.task = task;
    return spec;
}

/// load() of a table's text: the sentence of the error, with its field before it; "" where there is none.
inline std::string complaintAbout(std::string_view table, const std::string& target, Task task = Task::Classification)
{
    const TemporaryFile file(table);
    const auto data = load(csvSpec(file.path(), target, task));
    return data ? "" : data.error().field + ": " + data.error().message;
}

/// A table "x,y" with as many rows; y is 0 and 1 in turn.
inline std::string alternating(std::size_t rows)
{
    std::string table = "x,y\n";
    for (std::size_t row = 0; row < rows; ++row)
        table += std::to_string(row) + ".5," + std::to_string(row % 2) + "\n";
    return table;
}

}  // namespace actlab::data
