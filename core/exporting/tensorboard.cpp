#include "core/exporting/tensorboard.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace actlab::exporting {

namespace {

static_assert(std::endian::native == std::endian::little, "the numbers would have to be turned round");

constexpr std::array<std::uint32_t, 256> castagnoli()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        table[byte] = byte;
        for (int bit = 0; bit < 8; ++bit)
            table[byte] = (table[byte] >> 1U) ^ ((table[byte] & 1U) != 0 ? 0x82F63B78U : 0U);
    }
    return table;
}

/// CRC-32C, rotated and moved as the format wants it.
std::uint32_t checksum(std::string_view bytes)
{
    static constexpr auto kTable = castagnoli();
    std::uint32_t crc = ~0U;
    for (const char c : bytes)
        crc = kTable[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    crc = ~crc;
    return std::rotr(crc, 15) + 0xA282EAD8U;
}

template <class Number>
std::string bytesOf(Number number)
{
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

std::string varint(std::uint64_t number)
{
    std::string bytes;
    for (; number >= 0x80; number >>= 7U)
        bytes += static_cast<char>((number & 0x7FU) | 0x80U);
    return bytes + static_cast<char>(number);
}

// Fields of a protocol buffer message: a number and what kind of value follows.
enum Wire { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

std::string field(unsigned number, Wire wire)
{
    return varint((number << 3U) | static_cast<unsigned>(wire));
}

std::string bytesField(unsigned number, std::string_view bytes)
{
    return (field(number, kBytes) + varint(bytes.size())).append(bytes);
}

std::string record(const std::string& message)
{
    const std::string length = bytesOf<std::uint64_t>(message.size());
    return length + bytesOf(checksum(length)) + message + bytesOf(checksum(message));
}

constexpr unsigned kWallTime = 1, kStep = 2, kFileVersion = 3, kSummary = 5, kValue = 1, kTag = 1, kSimpleValue = 2,
                   kTensor = 8, kMetadata = 9;

std::string eventAt(double time)
{
    return field(kWallTime, kFixed64) + bytesOf(time);
}

std::string numberField(unsigned number, std::uint64_t value)
{
    return field(number, kVarint) + varint(value);
}

std::string summaryRecord(double time, std::int64_t step, const std::string& summary)
{
    return record(eventAt(time) + numberField(kStep, static_cast<std::uint64_t>(step)) +
                  bytesField(kSummary, summary));
}

/// A TensorProto: a list of one text.
std::string textTensor(std::string_view text)
{
    constexpr unsigned kType = 1, kShape = 2, kTexts = 8, kDimension = 2, kSize = 1;
    constexpr std::uint64_t kOfTexts = 7;
    return numberField(kType, kOfTexts) + bytesField(kShape, bytesField(kDimension, numberField(kSize, 1))) +
           bytesField(kTexts, text);
}

/// A SummaryMetadata: whose dashboard shows it.
std::string shownAsText()
{
    constexpr unsigned kPlugin = 1, kName = 1, kDataClass = 4;
    constexpr std::uint64_t kTensors = 2;
    return bytesField(kPlugin, bytesField(kName, "text")) + numberField(kDataClass, kTensors);
}

}  // namespace

std::string firstEventRecord(double time)
{
    return record(eventAt(time) + bytesField(kFileVersion, "brain.Event:2"));
}

std::string eventRecord(double time, std::int64_t step, std::span<const Scalar> scalars)
{
    std::string summary;
    for (const Scalar& scalar : scalars)
        summary += bytesField(kValue, bytesField(kTag, scalar.tag) + field(kSimpleValue, kFixed32) +
                                          bytesOf(static_cast<float>(scalar.value)));
    return summaryRecord(time, step, summary);
}

std::string textRecord(double time, std::int64_t step, std::string_view tag, std::string_view markdown)
{
    const std::string value =
        bytesField(kTag, tag) + bytesField(kTensor, textTensor(markdown)) + bytesField(kMetadata, shownAsText());
    return summaryRecord(time, step, bytesField(kValue, value));
}

}  // namespace actlab::exporting
