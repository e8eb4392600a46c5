#include "core/data/input_file.hpp"

#include "tests/core/data/csv_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::data {
namespace {

using testing::HasSubstr;

TEST(InputFile, noticesThatItsFileWasReplacedOrShortened)
{
    const TemporaryFile file(std::string(3'000'000, 'a'));
    auto open = InputFile::open("csv", file.path());
    ASSERT_TRUE(open);
    EXPECT_FALSE(open->hasChanged());
    int looks = 0;
    const auto text = readText(*open, [&] {
        if (++looks == 2)
            file.write("short");
        return false;
    });
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message, HasSubstr("was changed while it was read"));
}

TEST(InputFile, isNoticedToBeGone)
{
    auto file = std::make_unique<TemporaryFile>("abc");
    auto open = InputFile::open("csv", file->path());
    ASSERT_TRUE(open);
    file.reset();
    EXPECT_TRUE(open->hasChanged());
    EXPECT_FALSE(readText(*open, {}));
}

TEST(InputFile, isReadToItsEndOrUntilNobodyWaits)
{
    const TemporaryFile file(std::string(5'000'000, 'a'));
    auto open = InputFile::open("csv", file.path());
    EXPECT_EQ(readText(*open, {})->size(), 5'000'000u);
    auto again = InputFile::open("csv", file.path());
    const auto text = readText(*again, [] { return true; });
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().field, "");
}

}  // namespace
}  // namespace actlab::data
