#include "core/data/idx.hpp"

#include "tests/core/data/csv_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <zlib.h>

#include <algorithm>

namespace actlab::data {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string word(std::size_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

/// Pictures of 2 by 3 pixels, the number n all of n.
std::string pictures(std::size_t count, std::size_t promised)
{
    std::string file = word(0x803) + word(promised) + word(3) + word(2);
    for (std::size_t i = 0; i < count; ++i)
        file += std::string(6, static_cast<char>(i));
    return file;
}

std::string labels(std::size_t count, std::size_t classes = 4)
{
    std::string file = word(0x801) + word(count);
    for (std::size_t i = 0; i < count; ++i)
        file += static_cast<char>(5 + i % classes);
    return file;
}

std::string packed(const std::string& bytes)
{
    std::string to(bytes.size() + 100, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(to.data());
    stream.avail_out = static_cast<uInt>(to.size());
    deflate(&stream, Z_FINISH);
    to.resize(stream.total_out);
    deflateEnd(&stream);
    return to;
}

Result<Dataset> loadedFrom(const std::string& images, const std::string& answers)
{
    const TemporaryFile imageFile(images, "images"), labelFile(answers, "labels");
    DataSpec spec;
    spec.name = "mnist";
    spec.file = imageFile.path();
    spec.labels = labelFile.path();
    return load(spec);
}

std::string errorFrom(const std::string& images, const std::string& answers)
{
    const auto data = loadedFrom(images, answers);
    return data ? "" : data.error().field + ": " + data.error().message;
}

TEST(Idx, readsPicturesAndTheirLabels)
{
    const auto data = loadedFrom(pictures(100, 100), labels(100));
    ASSERT_TRUE(data) << data.error().message;
    EXPECT_EQ(data->imageWidth, 2u);
    EXPECT_EQ(data->imageHeight, 3u);
    EXPECT_THAT(data->classNames, ElementsAre("5", "6", "7", "8"));
    EXPECT_EQ(data->train.rows(), 80u);
    for (std::size_t row = 0; row < data->train.rows(); ++row) {
        const auto number = static_cast<std::size_t>(data->train.inputs[row * 6] * 255 + 0.5F);
        EXPECT_EQ(data->train.targets[row], static_cast<float>(number % 4));
    }
}

TEST(Idx, areKnownByTheirFirstBytesWhateverTheirName)
{
    EXPECT_EQ(idxDimensions(TemporaryFile(pictures(2, 2)).path()), 3U);
    EXPECT_EQ(idxDimensions(TemporaryFile(labels(2)).path()), 1U);
    EXPECT_EQ(idxDimensions(TemporaryFile("a,b\n1,2\n").path()), std::nullopt);
    EXPECT_EQ(idxDimensions(TemporaryFile("").path()), std::nullopt);
    EXPECT_EQ(idxDimensions("/no/such/file"), std::nullopt);
}

TEST(Idx, readsPackedFilesToTheSameNumbers)
{
    const auto plain = loadedFrom(pictures(100, 100), labels(100));
    const auto unpacked = loadedFrom(packed(pictures(100, 100)), packed(labels(100)));
    ASSERT_TRUE(unpacked) << unpacked.error().message;
    EXPECT_EQ(plain->train.inputs, unpacked->train.inputs);
    EXPECT_EQ(plain->test.targets, unpacked->test.targets);
}

TEST(Idx, refusesHeadersThatPromiseMoreOrLess)
{
    EXPECT_EQ(errorFrom(pictures(100, 99), labels(100)),
              "idx-images: \"images\" promises 99 × 3 × 2 bytes behind its header of 16, but has 616 bytes in all.");
    EXPECT_THAT(errorFrom(pictures(100, 101), labels(100)), HasSubstr("promises 101 × 3 × 2"));
    EXPECT_THAT(errorFrom(packed(pictures(100, 101)), labels(100)), HasSubstr("616 bytes unpacked"));
}

TEST(Idx, takesNoMemoryForHeadersThatLie)
{
    const std::string huge = word(0x803) + word(0xFFFFFFFF) + word(0xFFFFFFFF) + word(0xFFFFFFFF) + "abc";
    for (const std::string& file : {huge, packed(huge)})
        EXPECT_THAT(errorFrom(file, labels(100)), HasSubstr("promises 4294967295 × 4294967295 × 4294967295"));
    // Its packed length agrees modulo 2^32, but no packing is so good.
    const std::string wrapping = word(0x803) + word(1 << 22) + word(1 << 10) + word(1) + "";
    EXPECT_THAT(errorFrom(packed(wrapping), labels(100)), HasSubstr("promises"));
}

TEST(Idx, refusesFilesThatEndTooEarly)
{
    EXPECT_THAT(errorFrom(pictures(100, 100).substr(0, 300), labels(100)), HasSubstr("has 300 bytes in all"));
    EXPECT_THAT(errorFrom(pictures(1, 1).substr(0, 10), labels(100)),
                HasSubstr("ends within its header, after 10 bytes"));
    EXPECT_THAT(errorFrom("", labels(100)), HasSubstr("after 0 bytes"));
    const std::string cut = packed(pictures(200, 200));
    EXPECT_THAT(errorFrom(cut.substr(0, cut.size() / 2), labels(200)), HasSubstr("\"images\""));
}

TEST(Idx, refusesOtherKindsOfFiles)
{
    EXPECT_THAT(errorFrom("GIF89a and more of it", labels(100)), HasSubstr("is no IDX file"));
    EXPECT_THAT(errorFrom(word(0xD03) + word(1) + word(1) + word(1) + "abcd", labels(100)),
                HasSubstr("holds floats; bytes are wanted"));
    EXPECT_THAT(errorFrom(labels(100), labels(100)), HasSubstr("has 1 dimension, where pictures have 3"));
    EXPECT_THAT(errorFrom(pictures(100, 100), pictures(100, 100)), HasSubstr("where labels have 1"));
    EXPECT_THAT(errorFrom(word(0x803) + word(100) + word(0) + word(7), labels(100)), HasSubstr("7 by 0 pixels"));
}

TEST(Idx, refusesPicturesAndLabelsThatAreNotAsMany)
{
    EXPECT_EQ(errorFrom(pictures(100, 100), labels(90)),
              "idx-labels: There are 100 pictures and 90 labels: they do not belong together.");
}

TEST(Idx, asksForBothFiles)
{
    DataSpec spec;
    spec.name = "mnist";
    EXPECT_EQ(load(spec).error().field, "idx-images");
    spec.file = "images";
    EXPECT_EQ(load(spec).error().field, "idx-labels");
}

TEST(Idx, endsSoonWhereNobodyWaits)
{
    const TemporaryFile imageFile(pictures(100, 100), "images"), labelFile(labels(100), "labels");
    DataSpec spec;
    spec.name = "mnist";
    spec.file = imageFile.path();
    spec.labels = labelFile.path();
    for (int after = 0; after < 5; ++after) {
        int asked = 0;
        const auto data = load(spec, [&] { return asked++ >= after; });
        ASSERT_FALSE(data) << after;
        EXPECT_EQ(data.error().field, "");
    }
}

}  // namespace
}  // namespace actlab::data
