#include "core/workspace/run_table.hpp"

#include "core/activation/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>

namespace actlab::workspace {
namespace {

using testing::HasSubstr;
using testing::Not;

Run madeRun(const std::string& name, double testLoss, double testAccuracy)
{
    Run run{name, {}, {{0, 1, 1, 0.5, 0.5, 0}, {7, 0.25, testLoss, 0.75, testAccuracy, 1.5}}, "finished 7 epochs"};
    run.spec.data.name = "spiral";
    run.spec.hidden = {{8, activation::findInCatalogue("Tanh")}, {4, activation::findInCatalogue("ReLU")}};
    return run;
}

Run madeRegression(const std::string& name, double r2)
{
    Run run = madeRun(name, 0.5, r2);
    run.spec.data.name = "sine";
    run.spec.loss = nn::Loss::MeanSquared;
    return run;
}

RunCell cell(const Run& run, std::string_view column)
{
    return findRunColumn(column)->of(run);
}

/// Every brace that opens closes, and every line of the body has as many cells as there are columns.
void expectWellFormed(const std::string& tex)
{
    int depth = 0;
    for (std::size_t i = 0; i < tex.size(); ++i) {
        if (tex[i] == '\\')
            ++i;  // an escaped one is a sign like others
        else
            depth += tex[i] == '{' ? 1 : tex[i] == '}' ? -1 : 0;
        ASSERT_GE(depth, 0) << tex.substr(0, i + 1);
    }
    EXPECT_EQ(depth, 0);
    const std::string begin = "\\begin{tabular}{";
    const std::size_t at = tex.find(begin) + begin.size(), end = tex.find("\\end{tabular}");
    const std::size_t columns = tex.find('}', at) - at;
    std::istringstream lines(tex.substr(at, end - at));
    for (std::string line; std::getline(lines, line);) {
        if (!line.ends_with("\\\\"))
            continue;
        std::size_t cells = 1;
        for (std::size_t i = 0; i < line.size(); ++i)
            cells += line[i] == '&' && line[i - 1] != '\\' ? 1 : 0;
        EXPECT_EQ(cells, columns) << line;
    }
}

TEST(RunTable, tellsWhatWasTrainedAndWhatCameOfIt)
{
    const workspace::Run run = madeRun("first", 0.125, 0.9);
    EXPECT_EQ(cell(run, "data"), RunCell("Spiral"));
    EXPECT_EQ(cell(run, "network"), RunCell("8·4"));
    EXPECT_EQ(cell(run, "activation"), RunCell("Tanh, ReLU"));
    EXPECT_EQ(cell(run, "epochs"), RunCell(std::uint64_t{7}));
    EXPECT_EQ(cell(run, "seconds"), RunCell(1.5));
    EXPECT_EQ(cell(run, "test_loss"), RunCell(0.125));
    EXPECT_EQ(cell(run, "test_accuracy"), RunCell(0.9));
    EXPECT_EQ(cell(run, "test_r2"), RunCell());
    EXPECT_EQ(cell(madeRegression("values", 0.75), "test_r2"), RunCell(0.75));
    EXPECT_EQ(cell(madeRegression("values", 0.75), "test_accuracy"), RunCell());
    EXPECT_EQ(cell(workspace::Run{}, "test_loss"), RunCell());
    EXPECT_EQ(findRunColumn("colour"), nullptr);
}

TEST(RunTable, comparesRunsThatLearnedTheSameDataByTheSameLoss)
{
    const workspace::Run run = madeRun("a", 1, 1);
    workspace::Run other = run;
    other.spec.learningRate = 5;
    EXPECT_TRUE(areComparable(run, other));
    other.spec.data.noise = 0.4;
    EXPECT_FALSE(areComparable(run, other));
    other = run;
    other.spec.loss = nn::Loss::MeanSquared;
    EXPECT_FALSE(areComparable(run, other));
}

TEST(RunTable, comparesWhateverTheNetworkIsGivenAndWhateverOtherDataHadAsked)
{
    const workspace::Run run = madeRun("a", 1, 1);
    workspace::Run other = run;
    other.spec.data.features = {data::Feature::XSquared};
    other.spec.data.formula = "y > x";
    EXPECT_TRUE(areComparable(run, other));
    other.spec.data.name = "formula";
    workspace::Run another = other;
    another.spec.data.formula = "y < x";
    EXPECT_FALSE(areComparable(other, another));
}

TEST(RunTable, asCsvHasAColumnForEachAndQuotesWhatWouldBreakIt)
{
    workspace::Run run = madeRun("a, \"b\"", 0.1, INFINITY);
    run.note = "two\nlines";
    const std::string csv = runsCsv({run});
    EXPECT_TRUE(csv.starts_with("name,data,network,activation,loss,optimizer,learning_rate,"));
    EXPECT_THAT(csv, HasSubstr("\n\"a, \"\"b\"\"\",Spiral,8·4,\"Tanh, ReLU\",cross-entropy,adam,0.01,10,1,7,1.5,0.25,"
                               "0.1,0.75,inf,,,finished 7 epochs,\"two\nlines\"\n"));
}

TEST(RunTable, asJsonReadsBackTheSameNumbers)
{
    const std::vector runs{madeRun("a", 0.1 + 0.2, NAN), madeRegression("b", -1e300)};
    const auto list = nlohmann::json::parse(runsJson(runs));
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0]["name"], "a");
    EXPECT_EQ(list[0]["test_loss"], 0.1 + 0.2);
    EXPECT_EQ(list[0]["test_accuracy"], "nan");
    EXPECT_EQ(list[0]["test_r2"], nullptr);
    EXPECT_EQ(list[1]["test_r2"], -1e300);
    EXPECT_EQ(list[1]["seed"], 1);
    EXPECT_EQ(list[1].size(), runColumns().size());
}

TEST(RunTable, asLatexPutsTheBestInBoldAndWhatAllShareInTheCaption)
{
    std::vector runs{madeRun("slow", 0.5, 0.75), madeRun("quick", 0.123456, 0.5)};
    runs[1].spec.learningRate = 0.3;
    const std::string tex = runsLatex(runs);
    expectWellFormed(tex);
    EXPECT_THAT(tex, HasSubstr("\\toprule\n    Run & Rate & Epochs &"));
    EXPECT_THAT(tex, HasSubstr("slow & 0.01 & 7 & \\textbf{1.5} & \\textbf{0.25} & 0.5 & \\textbf{0.75} & "
                               "\\textbf{0.75} \\\\"));
    EXPECT_THAT(tex,
                HasSubstr("quick & 0.3 & 7 & \\textbf{1.5} & \\textbf{0.25} & \\textbf{0.1235} & \\textbf{0.75} & "
                          "0.5 \\\\"));
    EXPECT_THAT(tex, HasSubstr("Data: Spiral; Network: 8$\\cdot$4; Activation: Tanh, ReLU;"));
    EXPECT_THAT(tex, HasSubstr("\\bottomrule"));
}

TEST(RunTable, saysOfARunThatDivergedThatItDidInsteadOfItsLastGoodFigures)
{
    workspace::Run lost = madeRun("lost", 0.125, 1);
    nn::Outcome outcome;
    outcome.steps = 57;
    lost.outcome = "diverged at step 57: loss became NaN";
    lost.history.push_back(nn::lostEpoch(lost.history, 0, outcome));
    EXPECT_TRUE(hasDiverged(lost));
    EXPECT_EQ(std::get<std::uint64_t>(cell(lost, "epochs")), 8U);
    for (const char* column : {"train_loss", "test_loss", "train_accuracy", "test_accuracy"})
        EXPECT_TRUE(std::isnan(std::get<double>(cell(lost, column)))) << column;
    EXPECT_THAT(runsCsv({lost}), HasSubstr(",nan,nan,nan,nan,,,diverged at step 57: loss became NaN,"));
    EXPECT_EQ(nlohmann::json::parse(runsJson({lost}))[0]["test_loss"], "nan");
    const std::string tex = runsLatex({lost, madeRun("good", 0.5, 0.75), madeRun("better", 0.25, 0.75)});
    EXPECT_THAT(tex, HasSubstr("{}lost & 8 & 0 & diverged & diverged & diverged & diverged"));
    EXPECT_THAT(tex, HasSubstr("\\textbf{1.5}")) << "the time of the lost one is not the best";
}

TEST(RunTable, asLatexPutsNothingInBoldThatHasNoRival)
{
    EXPECT_THAT(runsLatex({madeRun("alone", 0.5, 0.75)}), Not(HasSubstr("textbf")));
    const std::string mixed = runsLatex({madeRun("classes", 0.5, 0.75), madeRegression("values", 0.9)});
    expectWellFormed(mixed);
    EXPECT_THAT(mixed, Not(HasSubstr("textbf")));
    EXPECT_THAT(mixed, HasSubstr("Test acc. & Train R$^2$ & Test R$^2$"));
    EXPECT_THAT(mixed, HasSubstr("0.75 & -- & -- \\\\"));
    expectWellFormed(runsLatex({}));
}

TEST(RunTable, asLatexKeepsBracketsAndStarsOutOfTheReachOfTheLineBefore)
{
    const std::string tex = runsLatex({madeRun("[new] a", 0.5, 0.75), madeRun("*", 0.25, 0.5)});
    EXPECT_THAT(tex, HasSubstr("\\midrule\n    {}[new] a & "));
    EXPECT_THAT(tex, HasSubstr("\\\\\n    {}* & "));
}

TEST(RunTable, asLatexEscapesNamesAndWritesUnlikelyNumbers)
{
    std::vector runs{madeRun("50% of {a_b} & \\c$ <~^#", 1.5e-7, NAN), madeRun("größer", 2e-7, -INFINITY)};
    const std::string tex = runsLatex(runs);
    expectWellFormed(tex);
    EXPECT_THAT(tex, HasSubstr("50\\% of \\{a\\_b\\} \\& \\textbackslash{}c\\$ \\textless{}\\~{}\\^{}\\#"));
    EXPECT_THAT(tex, HasSubstr("größer"));
    EXPECT_THAT(tex, HasSubstr("$\\mathbf{1.5\\cdot10^{-7}}$"));
    EXPECT_THAT(tex, HasSubstr("$2\\cdot10^{-7}$"));
    EXPECT_THAT(tex, HasSubstr("NaN"));
    EXPECT_THAT(tex, HasSubstr("$-\\infty$"));
}

}  // namespace
}  // namespace actlab::workspace
