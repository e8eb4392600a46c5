#include "core/data/csv_table.hpp"

#include "tests/core/data/csv_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace actlab::data {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

CsvTable tableOf(std::string_view text)
{
    const TemporaryFile file(text);
    auto table = readCsv(file.path());
    EXPECT_TRUE(table) << table.error().message;
    return table ? *std::move(table) : CsvTable{};
}

std::string errorOf(std::string_view text)
{
    const TemporaryFile file(text);
    const auto table = readCsv(file.path());
    return table ? "" : table.error().message;
}

TEST(CsvTable, readsNumbersTextsAndGaps)
{
    const CsvTable table = tableOf("a,b\n1,red\n?,blue\n-2.5e1,\n+4,red\n");
    ASSERT_EQ(table.columns.size(), 2u);
    EXPECT_EQ(table.rows, 4u);
    EXPECT_EQ(table.columns[0].numbers[2], -25);
    EXPECT_TRUE(table.columns[0].isMissingAt(1));
    EXPECT_EQ(table.columns[0].missing, 1u);
    EXPECT_THAT(table.columns[1].categories, ElementsAre("blue", "red"));
    EXPECT_THAT(table.columns[1].codes, ElementsAre(1, 0, CsvColumn::kMissing, 1));
}

TEST(CsvTable, pointsAtTextInAColumnOfNumbers)
{
    EXPECT_EQ(errorOf("a,b\n1,2\n3,4\n5,six\n7,8\n"),
              "\"table.csv\" cannot be used: line 4, column 2: \"six\" is no number, as most of column \"b\" is.");
    EXPECT_THAT(errorOf("a,b\n1,2\n3,1e999\n5,6\n"), HasSubstr("line 3, column 2"));
    EXPECT_THAT(errorOf("a,b\n1,2\n3,inf\n5,6\n"), HasSubstr("\"inf\" is no number"));
}

TEST(CsvTable, pointsAtANumberThatIsTooLargeInAColumnOfSuch)
{
    std::string table = "a,b\n";
    for (int row = 0; row < 200; ++row)
        table += std::to_string(row) + "," + std::to_string(row + 1) + "e300\n";
    EXPECT_EQ(errorOf(table),
              "\"table.csv\" cannot be used: line 2, column 2: \"1e300\" is too large a number: it may "
              "be up to 3.4e38.");
}

TEST(CsvTable, countsTheLinesWithinQuotesToo)
{
    EXPECT_THAT(errorOf("a,b\n\"one\ntwo\",1\nx,2\ny,3\nz,no\n"), HasSubstr("line 6, column 2"));
}

TEST(CsvTable, pointsAtRowsOfAnotherWidth)
{
    EXPECT_EQ(errorOf("a,b,c\n1,2,3\n\n4,5\n"), "\"table.csv\" has 2 cells in line 4, where the first line has 3.");
    EXPECT_THAT(errorOf("a,b\n1,2\n3,4,5\n"), HasSubstr("has 3 cells in line 3"));
}

TEST(CsvTable, pointsAtBrokenQuotes)
{
    EXPECT_THAT(errorOf("a,b\n1,2\n\"3,4\n5,6\n"), HasSubstr("line 3, column 1: a quote is opened and never closed"));
    EXPECT_THAT(errorOf("a,b\n1,2\n\"3\"x,4\n"), HasSubstr("line 3, column 1: text stands behind a closing quote"));
}

TEST(CsvTable, refusesWhatIsNoTextInUtf8)
{
    EXPECT_THAT(errorOf(std::string("\xFF\xFE"
                                    "a\0,\0b\0\n\0",
                                    10)),
                HasSubstr("is written in UTF-16. Save it as \"CSV UTF-8\"."));
    EXPECT_THAT(errorOf(std::string("a\0,\0b\0\n\0", 8)), HasSubstr("UTF-16"));
    EXPECT_THAT(errorOf("a,b\n1,2\n3,M\xFCnchen\n"), HasSubstr("bytes in line 3 that are not UTF-8"));
    EXPECT_THAT(errorOf(std::string("a,b\n1,2\n3,\0\n", 12)), HasSubstr("bytes in line 3 that are not UTF-8"));
}

TEST(CsvTable, pointsAtBadBytesInTheTitles)
{
    EXPECT_THAT(errorOf("a,M\xFCnchen\n1,2\n3,4\n"), HasSubstr("bytes in line 1 that are not UTF-8"));
    EXPECT_THAT(errorOf("a,M\xFCnchen\n"), HasSubstr("bytes in line 1 that are not UTF-8"));
    EXPECT_THAT(errorOf("1,2\n3,M\xFCnchen\n"), HasSubstr("bytes in line 2 that are not UTF-8"));
}

TEST(CsvTable, pointsAtAThousandWithAComma)
{
    EXPECT_THAT(errorOf("a;b\n950;1\n1,234;2\n870;3\n"), HasSubstr("line 3, column 1: \"1,234\" is no number"));
    EXPECT_THAT(errorOf("a\tb\n9.5\t1\n1,234\t2\n8.5\t3\n"), HasSubstr("line 3, column 1: \"1,234\" is no number"));
}

TEST(CsvTable, takesAColumnOfNumbersAndManyTextsForTexts)
{
    std::string text = "ticket,y\n";
    for (int i = 0; i < 200; ++i)
        text += (i % 4 == 3 ? "A/5 " : "") + std::to_string(i % 8) + "," + std::to_string(i) + "\n";
    const CsvTable table = tableOf(text);
    ASSERT_EQ(table.columns.size(), 2u);
    EXPECT_FALSE(table.columns[0].isNumber);
    EXPECT_THAT(table.columns[0].categories, ElementsAre("0", "1", "2", "4", "5", "6", "A/5 3", "A/5 7"));
    EXPECT_TRUE(table.columns[1].isNumber);
}

TEST(CsvTable, pointsAtTextsThatAreRareInALongColumn)
{
    std::string text = "a,b\n";
    for (int i = 0; i < 400; ++i)
        text += std::to_string(i) + "," + (i % 100 == 50 ? "six" : "6") + "\n";
    EXPECT_THAT(errorOf(text), HasSubstr("line 52, column 2: \"six\" is no number"));
}

TEST(CsvTable, readsUtf8WithItsMarkAndEveryLineEnd)
{
    EXPECT_EQ(tableOf("\xEF\xBB\xBF"
                      "größe,b\r\n1,2\r\n3,4")
                  .columns[0]
                  .name,
              "größe");
    EXPECT_EQ(tableOf("a,b\r1,2\r3,4\r").rows, 2u);
}

TEST(CsvTable, refusesFilesThatAreNoTables)
{
    EXPECT_EQ(errorOf(""), "\"table.csv\" is empty.");
    EXPECT_EQ(errorOf("\n \n"), "\"table.csv\" is empty.");
    EXPECT_THAT(errorOf("a|b\n1|2\n"), EndsWith("cells must be separated by commas, semicolons or tabs."));
    EXPECT_THAT(readCsv("/no/such/file.csv").error().message, "There is no file \"/no/such/file.csv\".");
    EXPECT_THAT(readCsv("/").error().message, StartsWith("\"/\" is a folder"));
}

TEST(CsvTable, readsPackedFiles)
{
    // "a,b\n1,2\n3,4\n", packed by gzip
    constexpr char kPacked[] = "\037\213\010\000\000\000\000\000\002\377\113\324\111\342\062\324\061\342\062\326\061"
                               "\341\002\000\345\351\326\316\014\000\000\000";
    const std::string_view packed(kPacked, sizeof kPacked - 1);
    const TemporaryFile whole(packed), cut(packed.substr(0, packed.size() - 12));
    EXPECT_EQ(readCsv(whole.path())->columns[1].numbers[1], 4);
    EXPECT_THAT(readCsv(cut.path()).error().message, HasSubstr("cannot be unpacked to its end"));
}

TEST(CsvTable, findsColumnsByNameBeforeNumber)
{
    const CsvTable table = tableOf("2,a,b\n1,x,1\n2,y,2\n");
    ASSERT_TRUE(table.format.hasHeader);
    EXPECT_EQ(findColumn(table, "2"), &table.columns[0]);
    EXPECT_EQ(findColumn(table, "a"), &table.columns[1]);
    EXPECT_EQ(findColumn(table, "1"), &table.columns[0]);
    EXPECT_EQ(findColumn(table, "4"), nullptr);
    EXPECT_EQ(findColumn(table, "0"), nullptr);
    EXPECT_EQ(findColumn(table, "-1"), nullptr);
}

TEST(CsvTable, guessesClassesOfTextsAndOfAFewWholeNumbers)
{
    std::string text = "word,class,value,many\n";
    for (int i = 0; i < 60; ++i)
        text += std::string(i % 2 ? "a" : "b") + "," + std::to_string(i % 3) + "," + std::to_string(i % 5) + ".5," +
                std::to_string(i) + "\n";
    const CsvTable table = tableOf(text);
    EXPECT_EQ(guessTask(table.columns[0]), Task::Classification);
    EXPECT_EQ(guessTask(table.columns[1]), Task::Classification);
    EXPECT_EQ(guessTask(table.columns[2]), Task::Regression);
    EXPECT_EQ(guessTask(table.columns[3]), Task::Regression);
}

}  // namespace
}  // namespace actlab::data
