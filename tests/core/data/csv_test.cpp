#include "core/data/csv.hpp"

#include "tests/core/data/csv_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace actlab::data {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

Dataset loadedTable(std::string_view table, DataSpec spec)
{
    const TemporaryFile file(table);
    spec.file = file.path();
    auto data = load(spec);
    EXPECT_TRUE(data) << data.error().message;
    return data ? *std::move(data) : Dataset{};
}

Dataset loadedTable(std::string_view table, const std::string& target, Task task = Task::Classification)
{
    return loadedTable(table, csvSpec("", target, task));
}

double meanOf(const Table& table, std::size_t feature)
{
    double sum = 0;
    for (std::size_t row = 0; row < table.rows(); ++row)
        sum += table.inputs[row * table.features + feature];
    return sum / static_cast<double>(table.rows());
}

double deviationOf(const Table& table, std::size_t feature)
{
    double sum = 0;
    for (std::size_t row = 0; row < table.rows(); ++row)
        sum += std::pow(table.inputs[row * table.features + feature] - meanOf(table, feature), 2);
    return std::sqrt(sum / static_cast<double>(table.rows()));
}

/// Weights and heights with a gap, a word and a name each.
std::string people()
{
    std::string table = "name,sex,height,weight\n";
    for (int i = 0; i < 200; ++i)
        table += "person " + std::to_string(i) + "," +
                 (i % 3 == 0   ? "f"
                  : i % 3 == 1 ? "m"
                               : "d") +
                 "," + (i % 10 == 0 ? "NA" : std::to_string(150 + i % 40)) + "," + std::to_string(50 + i % 30) + "\n";
    return table;
}

TEST(Csv, standardisesByTheRowsToTrainOn)
{
    const Dataset data = loadedTable(alternating(100), "y");
    EXPECT_EQ(data.train.rows(), 80u);
    EXPECT_EQ(data.test.rows(), 20u);
    EXPECT_NEAR(meanOf(data.train, 0), 0, 1e-6);
    EXPECT_NEAR(deviationOf(data.train, 0), 1, 1e-6);
    EXPECT_GT(std::abs(meanOf(data.test, 0)), 1e-3) << "its own mean was taken from the rows to test with";
}

TEST(Csv, leavesTheNumbersAloneWhereAsked)
{
    DataSpec spec = csvSpec("", "y");
    spec.standardise = false;
    const Dataset data = loadedTable(alternating(100), spec);
    float sum = std::accumulate(data.train.inputs.begin(), data.train.inputs.end(), 0.0F);
    sum = std::accumulate(data.test.inputs.begin(), data.test.inputs.end(), sum);
    EXPECT_EQ(sum, 99 * 50 + 50);
}

TEST(Csv, remembersHowNumbersWereScaled)
{
    DataSpec spec = csvSpec("", "y");
    const Dataset scaled = loadedTable(alternating(100), spec);
    spec.standardise = false;
    const Dataset plain = loadedTable(alternating(100), spec);
    EXPECT_TRUE(plain.inputScaling.empty());
    ASSERT_EQ(scaled.inputScaling.size(), 1U);
    const auto [mean, deviation] = scaled.inputScaling[0];
    for (std::size_t i = 0; i < scaled.train.rows(); ++i)
        EXPECT_NEAR(mean + deviation * scaled.train.inputs[i], plain.train.inputs[i], 1e-3);

    const Dataset data = loadedTable(people(), "weight", Task::Regression);
    ASSERT_EQ(data.inputScaling.size(), data.featureNames.size());
    EXPECT_EQ(data.inputScaling[0], Scaling()) << "an input of 0 or 1";
    EXPECT_NE(data.inputScaling[3], Scaling());
    EXPECT_NE(data.targetScaling, Scaling());
}

TEST(Csv, makesAnInputOfEveryCategory)
{
    const Dataset data = loadedTable(people(), "weight", Task::Regression);
    EXPECT_THAT(data.featureNames, ElementsAre("sex=d", "sex=f", "sex=m", "height"));
    for (std::size_t row = 0; row < data.train.rows(); ++row) {
        const float* inputs = data.train.inputs.data() + row * data.train.features;
        EXPECT_EQ(inputs[0] + inputs[1] + inputs[2], 1);
    }
}

TEST(Csv, saysWhatItLeavesOut)
{
    const Dataset data = loadedTable(people(), "weight", Task::Regression);
    EXPECT_EQ(data.train.rows() + data.test.rows(), 180u);
    EXPECT_THAT(data.remarks, Contains(AllOf(HasSubstr("20 of 200 rows are left out"), HasSubstr("\"height\""))));
    EXPECT_THAT(data.remarks, Contains(HasSubstr("\"name\" is left out: it holds more than 100 different texts")));
}

TEST(Csv, leavesOutColumnsThatAreMostlyEmpty)
{
    std::string table = "x,cabin,y\n";
    for (int i = 0; i < 40; ++i)
        table += std::to_string(i) + "," + (i % 4 == 0 ? "7" : "?") + "," + std::to_string(i % 2) + "\n";
    const Dataset data = loadedTable(table, "y");
    EXPECT_THAT(data.featureNames, ElementsAre("x"));
    EXPECT_EQ(data.train.rows() + data.test.rows(), 40u);
    EXPECT_THAT(data.remarks, Contains(HasSubstr("\"cabin\" is left out: it misses 30 of 40 values")));
}

TEST(Csv, standardisesTheTargetOfARegressionAndSaysSo)
{
    const Dataset data = loadedTable(people(), "weight", Task::Regression);
    double sum = 0;
    for (const float target : data.train.targets)
        sum += target;
    EXPECT_NEAR(sum / static_cast<double>(data.train.rows()), 0, 1e-5);
    EXPECT_THAT(data.remarks, Contains(HasSubstr("The target is standardised")));
}

TEST(Csv, namesTheClassesOfTextsAndOfNumbers)
{
    EXPECT_THAT(loadedTable(people(), "sex").classNames, ElementsAre("d", "f", "m"));
    std::string table = "x;grade\n";
    for (int i = 0; i < 60; ++i)
        table += std::to_string(i) + ";" + std::to_string(10 - i % 3) + "\n";
    const Dataset data = loadedTable(table, "2");
    EXPECT_THAT(data.classNames, ElementsAre("8", "9", "10"));
    EXPECT_EQ(data.classes, 3u);
}

TEST(Csv, givesTheSameNumbersForTheSameFileAndSpec)
{
    DataSpec spec = csvSpec("", "sex");
    spec.noise = 0.1;
    spec.seed = 5;
    const Dataset first = loadedTable(people(), spec), second = loadedTable(people(), spec);
    EXPECT_EQ(first.train.inputs, second.train.inputs);
    EXPECT_EQ(first.test.targets, second.test.targets);
    spec.seed = 6;
    EXPECT_NE(first.train.inputs, loadedTable(people(), spec).train.inputs);
}

TEST(Csv, takesAsManySamplesAsAskedForIfThereAreSoMany)
{
    DataSpec spec = csvSpec("", "y");
    spec.samples = 50;
    EXPECT_EQ(loadedTable(alternating(100), spec).train.rows(), 40u);
    const TemporaryFile file(alternating(100));
    spec.file = file.path();
    spec.samples = 101;
    EXPECT_THAT(load(spec).error().message, HasSubstr("There are 100 rows to learn from, not 101"));
}

TEST(Csv, refusesATargetThatNeverVaries)
{
    std::string table = "x,y\n";
    for (int i = 0; i < 20; ++i)
        table += std::to_string(i) + ",3\n";
    for (const Task task : {Task::Classification, Task::Regression})
        EXPECT_THAT(complaintAbout(table, "y", task),
                    StartsWith("target: Column \"y\" never varies: it is 3 in every row"));
}

TEST(Csv, refusesAFileOfOneRow)
{
    EXPECT_THAT(complaintAbout("x,y\n1,2\n", "y"), HasSubstr("never varies"));
    EXPECT_THAT(complaintAbout("x,y\n1,2\n2,3\n", "y"),
                HasSubstr("There are 2 rows to learn from; 10 are the fewest"));
    EXPECT_THAT(complaintAbout("x,y\n", "y"), HasSubstr("no row of data"));
}

TEST(Csv, listsTheColumnsWhereTheTargetIsNone)
{
    EXPECT_THAT(complaintAbout(alternating(20), "z"), "target: There is no column \"z\"; there are x, y.");
    EXPECT_THAT(complaintAbout(alternating(20), "3"), HasSubstr("no column"));
    EXPECT_THAT(complaintAbout(alternating(20), ""), StartsWith("target: Choose the column"));
}

TEST(Csv, asksWhichOfTwoColumnsOfOneTitleIsMeant)
{
    std::string table = "x,y,y\n";
    for (int row = 0; row < 20; ++row)
        table += std::to_string(row) + (row % 2 ? ",a,b\n" : ",b,c\n");
    EXPECT_EQ(complaintAbout(table, "y"),
              "target: There is no column \"y\"; there are x, y (column 2), y (column 3).");
    EXPECT_THAT(loadedTable(table, "3").classNames, ElementsAre("b", "c"));
}

TEST(Csv, refusesClassesThatAreTooManyAndValuesThatAreTexts)
{
    EXPECT_THAT(complaintAbout(people(), "name"), HasSubstr("more than 100 different texts"));
    EXPECT_THAT(complaintAbout(people(), "sex", Task::Regression), StartsWith("task: Column \"sex\" holds texts"));
    EXPECT_THAT(complaintAbout(alternating(300), "x"), HasSubstr("Ask for regression"));
}

TEST(Csv, takesClassesAndCategoriesFromTheRowsThatAreUsed)
{
    std::string texts = "x,colour,kind\n?,red,rare\n", numbers = "x,colour,kind\n?,red,7\n";
    for (int i = 0; i < 60; ++i) {
        const std::string row = std::to_string(i) + (i % 3 == 0 ? ",blue," : ",green,");
        texts += row + (i % 2 ? "odd\n" : "even\n");
        numbers += row + std::to_string(i % 2) + "\n";
    }
    const Dataset data = loadedTable(texts, "kind");
    EXPECT_THAT(data.classNames, ElementsAre("even", "odd"));
    EXPECT_THAT(data.featureNames, ElementsAre("x", "colour=blue", "colour=green"));
    for (std::size_t row = 0; row < data.train.rows(); ++row) {
        const float* inputs = data.train.inputs.data() + row * data.train.features;
        const bool isBlue =
            std::lround(inputs[0] * data.inputScaling[0].deviation + data.inputScaling[0].mean) % 3 == 0;
        EXPECT_EQ(inputs[1], isBlue ? 1 : 0);
        EXPECT_EQ(inputs[2], isBlue ? 0 : 1);
    }
    EXPECT_THAT(data.remarks, Contains(HasSubstr("1 of 61 rows is left out")));
    EXPECT_THAT(loadedTable(numbers, "kind").classNames, ElementsAre("0", "1"));
}

TEST(Csv, refusesATargetThatVariesOnlyInRowsLeftOut)
{
    std::string table = "x,y\n?,4\n";
    for (int i = 0; i < 20; ++i)
        table += std::to_string(i) + ",3\n";
    EXPECT_THAT(complaintAbout(table, "y"), HasSubstr("it is 3 in every row that misses no value"));
}

/// Every fourth ticket begins with letters.
std::string tickets(int rows, int different)
{
    std::string table = "x,ticket,y\n";
    for (int i = 0; i < rows; ++i)
        table += std::to_string(i) + (i % 4 == 3 ? ",A/5 " : ",") + std::to_string(i % different) + "," +
                 std::to_string(i % 2) + "\n";
    return table;
}

TEST(Csv, saysThatAColumnHoldsTextsAmongItsNumbers)
{
    const Dataset few = loadedTable(tickets(200, 8), "y"), many = loadedTable(tickets(200, 200), "y");
    EXPECT_EQ(few.featureNames.size(), 9u);
    EXPECT_THAT(few.remarks, Contains(AllOf(HasSubstr("\"ticket\" holds texts and became 8 inputs"),
                                            HasSubstr("line 5, column 2: \"A/5 3\" is no number"))));
    EXPECT_THAT(many.featureNames, ElementsAre("x"));
    EXPECT_THAT(many.remarks, Contains(AllOf(HasSubstr("\"ticket\" is left out: it holds more than 100"),
                                             HasSubstr("line 5, column 2: \"A/5 3\" is no number"))));
    for (const Task task : {Task::Classification, Task::Regression})
        EXPECT_THAT(
            complaintAbout(tickets(200, 8), "ticket", task),
            StartsWith("target: Column \"ticket\" cannot be learned: line 5, column 2: \"A/5 3\" is no number"));
}

TEST(Csv, saysWhichClassIsNeverShown)
{
    std::string table = alternating(30) + "1,2\n";
    bool isTold = false;
    for (std::uint64_t seed = 1; seed <= 20 && !isTold; ++seed) {
        const TemporaryFile file(table);
        DataSpec spec = csvSpec(file.path(), "y");
        spec.seed = seed;
        const auto data = load(spec);
        isTold = !data && data.error().message.find("no row of class 2") != std::string::npos;
    }
    EXPECT_TRUE(isTold);
}

TEST(Csv, endsSoonWhereNobodyWaits)
{
    const TemporaryFile file(alternating(50'000));
    int asked = 0;
    const auto data = load(csvSpec(file.path(), "y"), [&] { return ++asked > 3; });
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().field, "");
    EXPECT_EQ(asked, 4);
}

}  // namespace
}  // namespace actlab::data
