#include "core/data/csv_format.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::data {
namespace {

using testing::ElementsAre;

CsvFormat found(std::string_view text)
{
    const auto format = findCsvFormat(text);
    EXPECT_TRUE(format) << format.error();
    return format.value_or(CsvFormat{});
}

TEST(CsvFormat, findsTheSeparator)
{
    EXPECT_EQ(found("a,b\n1,2\n").separator, ',');
    EXPECT_EQ(found("a;b\n1,5;2,5\n").separator, ';');
    EXPECT_EQ(found("a\tb\n1\t2\n").separator, '\t');
    EXPECT_EQ(found("a;b;c\n1,5;2,5;x\n2,5;3,5;y\n").separator, ';');
    EXPECT_EQ(found("\"a;b\",c\n\"1;2\",3\n").separator, ',');
}

TEST(CsvFormat, readsTheDecimalCommaOnlyWhereItSeparatesNothing)
{
    EXPECT_EQ(found("a;b\n1,5;2\n").decimalMark, ',');
    EXPECT_EQ(found("a;b\n1.5;2\n").decimalMark, '.');
    EXPECT_EQ(found("a,b\n1,5\n").decimalMark, '.');
}

TEST(CsvFormat, takesDecimalCommasOnlyWhereTheyAreMoreThanPoints)
{
    EXPECT_EQ(found("a\tb\n1.5\t2.5\n1,234\t2.5\n3.5\t4.5\n").decimalMark, '.');
    EXPECT_EQ(found("a;b\n1,5;12.05\n2,5;x\n").decimalMark, ',');
}

TEST(CsvFormat, takesALoneThousandAmongWholeNumbersForNoDecimal)
{
    EXPECT_EQ(found("a;b\n950;1\n1,234;2\n870;3\n").decimalMark, '.');
    EXPECT_EQ(found("a;b\n950;1\n1,234;2\n870,5;3\n").decimalMark, ',');
    EXPECT_EQ(found("a;b\n1;1\n0,234;2\n2;3\n").decimalMark, ',') << "no thousands begin with a zero";
    EXPECT_EQ(found("a;b\n1,234;1\n-2,345;2\n3,456;3\n").decimalMark, ',') << "three digits behind every comma";
}

TEST(CsvFormat, tellsAHeaderFromARow)
{
    EXPECT_TRUE(found("height,sex\n1,f\n2,m\n").hasHeader);
    EXPECT_FALSE(found("5.1,3.5,setosa\n4.9,3.0,setosa\n6.2,2.9,virginica\n").hasHeader);
    EXPECT_TRUE(found("150,4,setosa,versicolor\n5.1,3.5,1.4,0\n4.9,3.0,1.4,1\n").hasHeader)
        << "the first line of scikit-learn's iris.csv";
    EXPECT_TRUE(found("colour,shape\nred,round\nblue,square\nred,square\n").hasHeader);
    EXPECT_FALSE(found("red,round\nblue,square\nred,square\nblue,round\n").hasHeader);
}

TEST(CsvFormat, looksAtTheBeginningAlone)
{
    const std::string rows = "red,square\nblue,round\n", longRow = "\"" + std::string(8 << 20, 'x') + "\",square\n";
    EXPECT_FALSE(found("red,round\nblue,square\n" + rows + longRow).hasHeader);
    EXPECT_TRUE(found("red,round\n" + longRow + rows).hasHeader) << "the rows that tell are too far away";
}

TEST(CsvFormat, namesTheColumnsApart)
{
    EXPECT_THAT(found("1,2\n3,4\n").names, ElementsAre("column 1", "column 2"));
    EXPECT_THAT(found("a,,a\n1,2,3\n").names, ElementsAre("a (column 1)", "column 2", "a (column 3)"));
}

TEST(CsvFormat, knowsTextFromOtherBytes)
{
    for (const char* text : {"", "abc", "größe", "温度", "😀"})
        EXPECT_TRUE(isText(text)) << text;
    for (const char* bytes : {"\xFC", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"})
        EXPECT_FALSE(isText(bytes));
}

}  // namespace
}  // namespace actlab::data
