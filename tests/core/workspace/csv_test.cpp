#include "core/workspace/csv.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <sstream>

namespace actlab::workspace {

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> rowsOf(const std::string& table)
{
    std::vector<Cells> rows;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');)
            rows.back().push_back(cell);
    }
    return rows;
}

double numberIn(const std::string& cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    EXPECT_TRUE(error == std::errc() && end == cell.data() + cell.size()) << cell;
    return value;
}

TEST(CurvesCsv, readsBackToTheVeryNumbersOfEveryActivation)
{
    const std::vector shown{activation::findInCatalogue("GELU"), activation::findInCatalogue("ReLU")};
    const auto rows = rowsOf(curvesCsv(shown, {-3, 2.7}, 101));
    ASSERT_EQ(rows.size(), 102U);
    EXPECT_EQ(rows[0], (Cells{"x", "GELU f", "GELU f'", "GELU f''", "ReLU f", "ReLU f'", "ReLU f''"}));
    EXPECT_EQ(numberIn(rows[1][0]), -3);
    EXPECT_EQ(numberIn(rows.back()[0]), 2.7);
    for (std::size_t row = 1; row < rows.size(); ++row) {
        ASSERT_EQ(rows[row].size(), 7U);
        const std::vector<double> x{numberIn(rows[row][0])};
        for (std::size_t which = 0; which < shown.size(); ++which) {
            const auto values = shown[which]->evaluate<double>(x, 2);
            for (std::size_t order = 0; order < 3; ++order)
                EXPECT_EQ(numberIn(rows[row][1 + 3 * which + order]), values[order][0]);
        }
    }
}

TEST(CurvesCsv, quotesNamesThatWouldBreakTheTable)
{
    const std::vector shown{activation::findInCatalogue("ReLU")->withName("a, \"b\"")};
    EXPECT_TRUE(curvesCsv(shown, {0, 1}, 2).starts_with("x,\"a, \"\"b\"\" f\",\"a, "));
}

TEST(HistoryCsv, hasARowForEveryEpochAndWhatIsLearned)
{
    activation::Definition definition = activation::findInCatalogue("PReLU")->definition();
    definition.parameters.front().learnable = true;
    definition.parameters.front().scope = activation::Scope::Channel;
    nn::Layer layer;
    layer.activation = *activation::makeActivation(definition);
    const std::vector hidden{layer};
    const std::vector<nn::EpochMetrics> history{{0, 1.5, NAN, 0.5, 0.25, 0, {{0.25F, 0.25F, 0.25F}}},
                                                {1, 0.1, INFINITY, 1, 0.75, 0.5, {{0.5F, 0.1F, 0.9F}}, 8, 0.125, 3}};
    EXPECT_EQ(historyCsv(hidden, history),
              "epoch,train_loss,test_loss,train_accuracy,test_accuracy,seconds,steps,learning_rate,gradient_norm,"
              "layer_1.a,layer_1.a.min,layer_1.a.max\n"
              "0,1.5,nan,0.5,0.25,0,0,0,nan,0.25,0.25,0.25\n"
              "1,0.1,inf,1,0.75,0.5,8,0.125,3,0.5,0.1,0.9\n");
}

TEST(HistoryCsv, saysBesideAnEpochWhatWasEditedOnTheWayToIt)
{
    const nn::Mark rate{nn::MarkKind::LearningRate, {}, {}, "0.01", "0.003", {0, 4, 0.1}, {0, 4, 0.1}};
    const nn::Mark swap{nn::MarkKind::Activation, 0, {}, "Tanh", "GELU", {1, 9, 0.2}, {1, 9, 0.2}};
    const std::vector<nn::EpochMetrics> history{
        {0, 2, 2, 0, 0, 0, {}}, {1, 1, 1, 0, 0, 0, {}}, {2, 1, 1, 0, 0, 0, {}}};
    const std::string table = historyCsv({}, history, std::vector{rate, swap, swap});
    EXPECT_NE(table.find("gradient_norm,edits\n0,"), std::string::npos);
    EXPECT_NE(table.find(",learning rate 0.01 → 0.003\n2,"), std::string::npos);
    EXPECT_TRUE(table.ends_with(",layer 1: Tanh → GELU; layer 1: Tanh → GELU\n")) << table;
    EXPECT_EQ(historyCsv({}, history).find("edits"), std::string::npos);
}

}  // namespace

}  // namespace actlab::workspace
