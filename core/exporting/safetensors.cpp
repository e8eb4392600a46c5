#include "core/exporting/safetensors.hpp"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstdint>
#include <cstring>

namespace actlab::exporting {

namespace {

static_assert(std::endian::native == std::endian::little, "the numbers would have to be turned round");

using Json = nlohmann::ordered_json;

template <class Number>
void append(std::string& bytes, const Number* numbers, std::size_t count)
{
    const std::size_t place = bytes.size();
    bytes.resize(place + count * sizeof(Number));
    if (count > 0)
        std::memcpy(bytes.data() + place, numbers, count * sizeof(Number));
}

std::string headerOf(std::span<const data::NamedTensor> tensors, const std::string& title)
{
    Json header{{"__metadata__", {{"format", "pt"}, {"title", title}}}};
    std::size_t offset = 0;
    for (const data::NamedTensor& tensor : tensors) {
        const std::size_t end = offset + tensor.values.size() * sizeof(float);
        header[tensor.name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');  // the numbers begin where they can be read in place
    return text;
}

}  // namespace

std::string safetensors(std::span<const data::NamedTensor> tensors, const std::string& title)
{
    const std::string header = headerOf(tensors, title);
    const std::uint64_t length = header.size();
    std::string bytes;
    append(bytes, &length, 1);
    bytes += header;
    for (const data::NamedTensor& tensor : tensors)
        append(bytes, tensor.values.data(), tensor.values.size());
    return bytes;
}

}  // namespace actlab::exporting
