#include "core/data/digits.hpp"

#include "core/data/digits_file.hpp"

#include <zlib.h>

#include <charconv>
#include <optional>

namespace actlab::data {

namespace {

constexpr std::size_t kPixels = kDigitSide * kDigitSide;
constexpr std::size_t kColumns = kPixels + 1;
constexpr float kWhitest = 16;
constexpr std::size_t kMostBytes = 4 << 20;  // fifteen times the real file: a bound, should it be a wrong one

Error damaged(const std::string& how)
{
    return {"dataset", "The file of handwritten digits is damaged: " + how + "."};
}

/// Ends zlib's stream on every way out.
struct Inflation {
    z_stream stream{};
    bool open = inflateInit2(&stream, 16 + MAX_WBITS) == Z_OK;  // 16: a gzip header
    ~Inflation()
    {
        if (open)
            inflateEnd(&stream);
    }
};

std::optional<std::string> unpacked(std::span<const unsigned char> gzip)
{
    Inflation inflation;
    std::string text(kMostBytes, '\0');
    inflation.stream.next_in = const_cast<unsigned char*>(gzip.data());  // zlib reads it only
    inflation.stream.avail_in = static_cast<uInt>(gzip.size());
    inflation.stream.next_out = reinterpret_cast<unsigned char*>(text.data());
    inflation.stream.avail_out = static_cast<uInt>(text.size());
    if (!inflation.open || inflate(&inflation.stream, Z_FINISH) != Z_STREAM_END)
        return std::nullopt;
    text.resize(inflation.stream.total_out);
    return text;
}

/// One line of comma-separated whole numbers onto the end of the table; false where it is not one of ours.
bool readRow(std::string_view line, Table& table)
{
    const char* at = line.data();
    const char* const end = at + line.size();
    for (std::size_t column = 0; column < kColumns; ++column) {
        int value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        const bool last = column == kPixels;
        if (error != std::errc() || value < 0 || value > (last ? 9 : static_cast<int>(kWhitest)))
            return false;
        if (last ? next != end : next == end || *next != ',')
            return false;
        (last ? table.targets : table.inputs).push_back(static_cast<float>(value) / (last ? 1 : kWhitest));
        at = next + (last ? 0 : 1);
    }
    return true;
}

}  // namespace

Result<Table> digitsFrom(std::span<const unsigned char> gzip)
{
    const std::optional<std::string> text = unpacked(gzip);
    if (!text)
        return tl::unexpected(damaged("it cannot be unpacked"));
    Table table;
    table.features = kPixels;
    for (std::string_view rest = *text; !rest.empty();) {
        const std::size_t length = rest.find('\n');
        if (!readRow(rest.substr(0, length), table))
            return tl::unexpected(damaged("line " + std::to_string(table.rows() + 1) + " is not a digit"));
        rest.remove_prefix(length == rest.npos ? rest.size() : length + 1);
    }
    return table;
}

Result<Table> digits()
{
    return digitsFrom(digitsFile());
}

}  // namespace actlab::data
