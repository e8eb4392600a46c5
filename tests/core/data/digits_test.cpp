#include "core/data/digits.hpp"

#include "core/data/digits_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <fstream>
#include <iterator>

namespace actlab::data {
namespace {

using testing::HasSubstr;

std::vector<unsigned char> zipped(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::vector<unsigned char> bytes(deflateBound(&stream, text.size()));
    std::string copy = text;
    stream.next_in = reinterpret_cast<unsigned char*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    stream.next_out = bytes.data();
    stream.avail_out = static_cast<uInt>(bytes.size());
    deflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return bytes;
}

std::string row(const std::string& last)
{
    std::string text;
    for (int i = 0; i < 64; ++i)
        text += std::to_string(i % 17) + ",";
    return text + last;
}

TEST(Digits, areTheFileInTheResources)
{
    std::ifstream file(ACTLAB_SOURCE_DIR "/resources/data/digits.csv.gz", std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    const auto embedded = digitsFile();
    ASSERT_EQ(bytes.size(), embedded.size());
    EXPECT_TRUE(std::equal(embedded.begin(), embedded.end(), bytes.begin(),
                           [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); }));
}

TEST(Digits, areAllOfThem)
{
    const auto table = digits();
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows(), kDigits);
    EXPECT_EQ(table->inputs.size(), kDigits * 64);
    const auto [least, most] = std::minmax_element(table->inputs.begin(), table->inputs.end());
    EXPECT_EQ(*least, 0);
    EXPECT_EQ(*most, 1);
    std::array<int, 10> counts{};
    for (const float target : table->targets)
        ++counts.at(static_cast<std::size_t>(target));
    // as published with the set
    EXPECT_EQ(counts, (std::array<int, 10>{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}));
}

TEST(Digits, beginWithAZero)
{
    const auto table = digits();
    ASSERT_TRUE(table);
    EXPECT_EQ(table->targets[0], 0);
    const float firstLine[] = {0, 0, 5 / 16.0F, 13 / 16.0F, 9 / 16.0F, 1 / 16.0F, 0, 0};
    EXPECT_TRUE(std::equal(std::begin(firstLine), std::end(firstLine), table->inputs.begin()));
}

TEST(Digits, readBackWhatIsWritten)
{
    for (const std::string end : {"", "\n"}) {
        const auto table = digitsFrom(zipped(row("7") + "\n" + row("0") + end));
        ASSERT_TRUE(table);
        EXPECT_EQ(table->rows(), 2u);
        EXPECT_EQ(table->targets[0], 7);
        EXPECT_EQ(table->inputs[16], 1);
    }
}

TEST(Digits, sayWhichLineOfADamagedFileIsWrong)
{
    for (const std::string& bad : {row("10"), row("-1"), row("x"), row(""), row("3,3"), std::string("1,2,3"),
                                   row("3 "), "17" + row("3").substr(1)}) {
        const auto table = digitsFrom(zipped(row("1") + "\n" + bad + "\n"));
        ASSERT_FALSE(table) << bad;
        EXPECT_THAT(table.error().message, HasSubstr("line 2")) << bad;
        EXPECT_EQ(table.error().field, "dataset");
    }
}

TEST(Digits, refuseWhatIsNoGzipFile)
{
    std::vector<unsigned char> bytes = zipped(row("1"));
    bytes.resize(bytes.size() / 2);
    for (const auto& wrong : {bytes, std::vector<unsigned char>{}, std::vector<unsigned char>{'P', 'K', 3, 4}})
        EXPECT_FALSE(digitsFrom(wrong));
}

}  // namespace
}  // namespace actlab::data
