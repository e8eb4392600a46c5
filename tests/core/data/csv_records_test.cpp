#include "core/data/csv_records.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::data {
namespace {

using testing::ElementsAre;

std::vector<std::vector<std::string>> recordsOf(std::string_view text, char separator = ',')
{
    std::vector<std::vector<std::string>> all;
    CsvRecords records(text, separator);
    while (records.next())
        all.emplace_back(records.cells().begin(), records.cells().end());
    return all;
}

TEST(CsvRecords, readQuotesSeparatorsAndLineEndsWithinThem)
{
    EXPECT_THAT(recordsOf("a,\"b,c\"\n\"say \"\"so\"\"\",\"two\nlines\"\n"),
                ElementsAre(ElementsAre("a", "b,c"), ElementsAre("say \"so\"", "two\nlines")));
    EXPECT_THAT(recordsOf("5\" pipe,x"), ElementsAre(ElementsAre("5\" pipe", "x")));
}

TEST(CsvRecords, passOverEmptyLinesAndBlanksAroundCells)
{
    EXPECT_THAT(recordsOf("\n  a , b  \n \n\"c\" , d\n\n"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
    EXPECT_THAT(recordsOf("a\t\tb\n", '\t'), ElementsAre(ElementsAre("a", "", "b")));
    EXPECT_THAT(recordsOf(",\n"), ElementsAre(ElementsAre("", "")));
}

TEST(CsvRecords, endLinesInEveryWay)
{
    EXPECT_THAT(recordsOf("a,b\r\nc,d\re,f"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d"), ElementsAre("e", "f")));
}

TEST(CsvRecords, countTheLinesOfEveryEndWithinQuotes)
{
    CsvRecords records("\"one\rtwo\r\nthree\nfour\",1\nb,2\n", ',');
    EXPECT_TRUE(records.next());
    EXPECT_TRUE(records.next());
    EXPECT_EQ(records.line(), 5u);
}

TEST(CsvRecords, sayWhereAQuoteIsBroken)
{
    CsvRecords open("a,b\n1,\"2\n3\n", ',');
    EXPECT_TRUE(open.next());
    EXPECT_FALSE(open.next());
    ASSERT_TRUE(open.problem());
    EXPECT_EQ(open.problem()->place.line, 2u);
    EXPECT_EQ(open.problem()->place.column, 2u);
    CsvRecords behind("\"a\"b,c\n", ',');
    EXPECT_FALSE(behind.next());
    EXPECT_EQ(behind.problem()->place.column, 1u);
}

TEST(CsvRecords, surviveAnyBytes)
{
    std::uint32_t state = 1;
    const std::string_view letters = "a1,;\"\r\n \t\xFF";
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i) {
            state = state * 1'664'525 + 1'013'904'223;
            text += letters[(state >> 16) % letters.size()];
        }
        CsvRecords records(text, ',');
        std::size_t before = 0;
        while (records.next()) {
            EXPECT_GT(records.position(), before);
            before = records.position();
        }
    }
}

}  // namespace
}  // namespace actlab::data
