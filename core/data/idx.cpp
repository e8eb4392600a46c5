#include "core/data/idx.hpp"

#include "core/data/generators.hpp"
#include "core/data/input_file.hpp"
#include "core/data/memory.hpp"
#include "core/data/number_text.hpp"
#include "core/data/split.hpp"

#include <algorithm>
#include <array>

namespace actlab::data {

namespace {

constexpr std::size_t kLargestSide = 1024;

std::size_t wordAt(std::span<const char> bytes)
{
    std::size_t word = 0;
    for (const char byte : bytes.first(4))
        word = word << 8 | static_cast<unsigned char>(byte);
    return word;
}

std::string kindOf(unsigned type)
{
    switch (type) {
    case 0x09: return "signed bytes";
    case 0x0B: return "16-bit numbers";
    case 0x0C: return "32-bit numbers";
    case 0x0D: return "floats";
    case 0x0E: return "doubles";
    default: return "";
    }
}

std::string dimensionsText(const std::vector<std::size_t>& dimensions)
{
    std::string text;
    for (const std::size_t dimension : dimensions)
        text += (text.empty() ? "" : " × ") + std::to_string(dimension);
    return text;
}

unsigned typeIn(std::size_t magic)
{
    return static_cast<unsigned>(magic >> 8 & 0xFF);
}

bool isMagic(std::size_t word)
{
    return word >> 16 == 0 && (typeIn(word) == 0x08 || !kindOf(typeIn(word)).empty());
}

std::optional<std::string> complaintAboutMagic(std::size_t magic, std::size_t dimensions)
{
    const unsigned type = typeIn(magic);
    if (!isMagic(magic))
        return "is no IDX file: it does not begin as one";
    if (type != 0x08)
        return "holds " + kindOf(type) + "; bytes are wanted";
    if ((magic & 0xFF) != dimensions)
        return "has " + counted(magic & 0xFF, "dimension") + ", where " +
               (dimensions == 1 ? "labels have 1" : "pictures have 3: number, height and width");
    return std::nullopt;
}

/// The product, or nothing where it is more than any file holds.
std::optional<std::size_t> productOf(const std::vector<std::size_t>& dimensions)
{
    constexpr std::size_t kMost = std::size_t{1} << 46;
    std::size_t product = 1;
    for (const std::size_t dimension : dimensions) {
        if (dimension > 0 && product > kMost / dimension)
            return std::nullopt;
        product *= dimension;
    }
    return product;
}

/// Whether a file of this length can hold so many bytes. Packed ones say their unpacked length modulo 2^32 at their
/// end, and deflate makes nothing smaller than by 1,032.
bool canHold(const InputFile& file, std::size_t bytes)
{
    constexpr std::size_t kModulo = std::size_t{1} << 32, kBest = 1032;
    if (!file.isPacked())
        return file.size() == bytes;
    return file.unpackedSizeModulo() == bytes % kModulo && bytes / kBest <= file.size();
}

std::string lengthOf(const InputFile& file)
{
    return counted(file.isPacked() ? file.unpackedSizeModulo() : file.size(), "byte") +
           (file.isPacked() ? " unpacked" : "");
}

Result<std::vector<std::size_t>> readHeader(InputFile& file, std::size_t dimensions, const IsOver& isOver)
{
    std::array<char, 16> header{};
    const std::size_t length = 4 + 4 * dimensions;
    const auto got = file.read(std::span(header).first(length), isOver);
    if (!got)
        return tl::unexpected(got.error());
    if (*got < 4)
        return tl::unexpected(file.error("ends within its header, after " + counted(*got, "byte")));
    if (const auto complaint = complaintAboutMagic(wordAt(header), dimensions))
        return tl::unexpected(file.error(*complaint));
    if (*got < length)
        return tl::unexpected(file.error("ends within its header, after " + counted(*got, "byte")));
    std::vector<std::size_t> sizes;
    for (std::size_t i = 1; i <= dimensions; ++i)
        sizes.push_back(wordAt(std::span(header).subspan(4 * i)));
    return sizes;
}

/// The labels that occur, as classes in order.
std::vector<std::uint8_t> classesIn(const std::vector<std::uint8_t>& labels)
{
    std::array<bool, 256> occurs{};
    for (const std::uint8_t label : labels)
        occurs[label] = true;
    std::vector<std::uint8_t> classes;
    for (unsigned label = 0; label < occurs.size(); ++label)
        if (occurs[label])
            classes.push_back(static_cast<std::uint8_t>(label));
    return classes;
}

std::optional<Error> complaintAboutPair(const IdxBytes& pictures, const IdxBytes& labels)
{
    const std::size_t count = pictures.dimensions[0], height = pictures.dimensions[1], width = pictures.dimensions[2];
    if (count != labels.dimensions[0])
        return Error{"idx-labels", "There are " + counted(count, "picture") + " and " +
                                       counted(labels.dimensions[0], "label") + ": they do not belong together."};
    if (height < 1 || width < 1 || height > kLargestSide || width > kLargestSide)
        return Error{"idx-images", "The pictures are " + std::to_string(width) + " by " + std::to_string(height) +
                                       " pixels; from 1 to " + std::to_string(kLargestSide) +
                                       " a side are possible."};
    return std::nullopt;
}

Dataset described(const IdxBytes& pictures, const std::vector<std::uint8_t>& classes)
{
    Dataset data;
    data.name = "mnist";
    data.imageHeight = pictures.dimensions[1];
    data.imageWidth = pictures.dimensions[2];
    data.classes = classes.size();
    for (const std::uint8_t label : classes)
        data.classNames.push_back(std::to_string(label));
    for (std::size_t pixel = 0; pixel < data.imageHeight * data.imageWidth; ++pixel)
        data.featureNames.push_back("pixel " + std::to_string(pixel / data.imageWidth) + "," +
                                    std::to_string(pixel % data.imageWidth));
    return data;
}

}  // namespace

std::optional<std::size_t> idxDimensions(const std::string& path)
{
    auto file = InputFile::open("", path);
    std::array<char, 4> magic{};
    if (!file || file->read(magic, {}).value_or(0) < magic.size() || !isMagic(wordAt(magic)))
        return std::nullopt;
    return wordAt(magic) & 0xFF;
}

Result<IdxBytes> readIdx(const std::string& field, const std::string& path, std::size_t dimensions,
                         const IsOver& isOver)
{
    auto file = InputFile::open(field, path);
    if (!file)
        return tl::unexpected(file.error());
    auto sizes = readHeader(*file, dimensions, isOver);
    if (!sizes)
        return tl::unexpected(sizes.error());
    const auto count = productOf(*sizes);
    const std::size_t header = 4 + 4 * dimensions;
    if (!count || !canHold(*file, header + *count))
        return tl::unexpected(file->error("promises " + dimensionsText(*sizes) + " bytes behind its header of " +
                                          std::to_string(header) + ", but has " + lengthOf(*file) + " in all"));
    if (const auto free = freeMemory(); free && *count > *free)
        return tl::unexpected(
            file->error("takes " + spelledBytes(*count) + " of memory, and " + spelledBytes(*free) + " are free"));
    IdxBytes idx{std::move(*sizes), std::vector<std::uint8_t>(*count)};
    const auto got = file->read({reinterpret_cast<char*>(idx.values.data()), *count}, isOver);
    if (!got)
        return tl::unexpected(got.error());
    if (*got < *count)
        return tl::unexpected(
            file->error("ends after " + std::to_string(*got) + " of " + std::to_string(*count) + " values"));
    if (file->hasChanged())
        return tl::unexpected(file->error("was changed while it was read; try once more"));
    return idx;
}

Result<Dataset> loadIdx(const DataSpec& spec, const IsOver& isOver)
{
    const auto labels = readIdx("idx-labels", spec.labels, 1, isOver);
    if (!labels)
        return tl::unexpected(labels.error());
    const auto pictures = readIdx("idx-images", spec.file, 3, isOver);
    if (!pictures)
        return tl::unexpected(pictures.error());
    if (auto complaint = complaintAboutPair(*pictures, *labels))
        return tl::unexpected(std::move(*complaint));
    const auto samples = samplesOf(spec, labels->values.size(), "idx-images");
    if (!samples)
        return tl::unexpected(samples.error());
    const std::vector<std::uint8_t> classes = classesIn(labels->values);
    Dataset data = described(*pictures, classes);
    Random random(spec.seed);
    const std::size_t pixels = data.featureNames.size();
    const auto writeInputs = [&](std::size_t row, float* to) {
        for (const std::uint8_t grey : std::span(pictures->values).subspan(row * pixels, pixels)) {
            const float value = static_cast<float>(grey) / 255;
            *to++ = spec.noise > 0 ? shakenGrey(value, spec.noise, random) : value;
        }
    };
    const auto target = [&](std::size_t row) {
        return static_cast<float>(std::ranges::lower_bound(classes, labels->values[row]) - classes.begin());
    };
    const std::vector<std::size_t> order = shuffledRows(labels->values.size(), random);
    if (auto error = fillParts(data, {pixels, writeInputs, target}, std::span(order).first(*samples),
                               trainRows(*samples, spec.trainShare), isOver))
        return tl::unexpected(std::move(*error));
    return data;
}

}  // namespace actlab::data
