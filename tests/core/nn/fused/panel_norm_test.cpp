// What batch normalisation does in the fused engine; that it does the same as LibTorch's is claimed in
// tests/core/torch.
#include "core/nn/fused_engine.hpp"

#include "core/nn/batch_norm.hpp"
#include "tests/core/data/csv_files.hpp"
#include "tests/core/nn/example.hpp"
#include "tests/core/nn/recorder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

namespace actlab::nn {
namespace {

using testing::activationOf;
using testing::Example;

/// One hidden layer with batch normalisation, of which all numbers can be calculated by hand.
struct Normalised : Example {
    Normalised() : Example(activationOf("x"), 0)
    {
        spec.hidden = {{3, activationOf("x"), false, true}};
        spec.batch = 40;
        spec.optimizer = Optimizer::AdamW;
        start = initialParameters(spec, data);
    }
    std::unique_ptr<Engine> engine() const { return makeFusedEngine({spec, data}, start); }
    Layout::Dense dense() const { return layoutOf(spec, data).layers[0]; }

    /// W x of a unit for the first rows.
    std::vector<double> sums(std::size_t unit, std::size_t rows) const
    {
        std::vector<double> all;
        for (std::size_t row = 0; row < rows; ++row)
            all.push_back(std::inner_product(start.begin() + static_cast<std::ptrdiff_t>(2 * unit),
                                             start.begin() + static_cast<std::ptrdiff_t>(2 * unit + 2),
                                             data.train.inputs.begin() + static_cast<std::ptrdiff_t>(2 * row), 0.0));
        return all;
    }

    std::vector<float> start;
};

std::vector<std::size_t> rowsUpTo(std::size_t count)
{
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

TEST(BatchNorm, letsTheRunningNumbersFollowTheBatchByATenth)
{
    const Normalised example;
    for (const std::size_t rows : {2, 15, 33, 40}) {
        const auto engine = example.engine();
        engine->step(rowsUpTo(rows));
        const std::vector<float> after = engine->parameters();
        for (std::size_t unit = 0; unit < 3; ++unit) {
            const std::vector<double> sums = example.sums(unit, rows);
            const auto count = static_cast<double>(rows);
            const double mean = std::accumulate(sums.begin(), sums.end(), 0.0) / count;
            double squares = 0;
            for (const double sum : sums)
                squares += (sum - mean) * (sum - mean);
            EXPECT_NEAR(after[example.dense().norm->mean + unit], 0.1 * mean, 1e-6);
            EXPECT_NEAR(after[example.dense().norm->variance + unit], 0.9 + 0.1 * squares / (count - 1), 1e-5);
        }
    }
}

TEST(BatchNorm, keepsTheRunningNumbersOverAStepOnOneRow)
{
    const Normalised example;
    const auto engine = example.engine();
    const double loss = engine->step(rowsUpTo(1));
    const std::vector<float> after = engine->parameters();
    const std::size_t mean = example.dense().norm->mean;
    for (std::size_t i = mean; i < example.dense().activation; ++i)
        EXPECT_EQ(after[i], example.start[i]);
    EXPECT_NE(after[0], example.start[0]) << "the weights move all the same";
    data::Table one = example.data.train;
    one.inputs.resize(2);
    one.targets.resize(1);
    EXPECT_NEAR(example.engine()->evaluate(one).loss, loss, 1e-7) << "it is normalised as answers are";
}

TEST(BatchNorm, makesTheScaleOfTheWeightsNoMatter)
{
    Normalised small, large;
    small.spec.dropout = large.spec.dropout = 0;
    for (std::size_t i = 0; i < large.dense().bias; ++i)
        large.start[i] *= 50;
    EXPECT_NEAR(small.engine()->step(rowsUpTo(40)), large.engine()->step(rowsUpTo(40)), 1e-4);
}

TEST(BatchNorm, answersByTheRunningNumbers)
{
    Normalised example;
    const Layout::Dense dense = example.dense();
    const float mean = 0.5F, variance = 4, scale = 3;
    example.start[dense.norm->mean] = mean;
    example.start[dense.norm->variance] = variance;
    example.start[dense.norm->scale] = scale;
    const UnitNorm norm = runningNorm(dense, example.start, 0);
    EXPECT_EQ(norm.mean, 0.5);
    EXPECT_NEAR(norm.factor, 3 / std::sqrt(4 + 1e-5), 1e-12);

    // An output that is the first unit.
    const Layout::Dense last = layoutOf(example.spec, example.data).layers[1];
    for (std::size_t i = 0; i < 3; ++i)
        example.start[last.weights + i] = i == 0;
    example.start[last.bias] = 0;
    const std::vector<float> answers = example.engine()->predict(example.data.train.inputs);
    const std::vector<double> sums = example.sums(0, 50);
    for (std::size_t row = 0; row < sums.size(); ++row)
        EXPECT_NEAR(answers[row], (sums[row] - norm.mean) * norm.factor + example.start[dense.bias], 1e-5);
}

TEST(BatchNorm, refusesABatchThatIsLargerThanItsSpecSays)
{
    const Normalised example;
    EXPECT_THROW(example.engine()->step(rowsUpTo(100)), std::runtime_error);
}

TEST(BatchNorm, takesHugeInputsForNoDivergence)
{
    std::string table = "time,class\n";
    for (int row = 0; row < 40; ++row)
        table += std::to_string(1e9 + 1e8 * row) + (row % 2 == 0 ? ",a\n" : ",b\n");
    const data::TemporaryFile file(table);
    TrainingSpec spec;
    spec.data.name = "csv";
    spec.data.file = file.path();
    spec.data.target = "class";
    spec.data.standardise = false;
    spec.hidden = {{4, activationOf("x"), false, true}};
    spec.init = Init::Kaiming;
    spec.epochs = 2;
    Commands commands;
    Recorder recorder;
    const Outcome outcome = train(spec, {}, commands, recorder);
    EXPECT_EQ(outcome.ending, Ending::Finished) << outcome.message;
    EXPECT_GT(outcome.parameters.at(layoutOf(spec, *recorder.data()).layers[0].norm->variance), 1e15);
}

TEST(BatchNorm, breaksOffInTheMidstOfALargeBatchAndChangesNothing)
{
    Normalised example;
    example.spec.hidden.assign(3, {512, activationOf("x"), false, true});
    example.spec.batch = 200;
    example.start = initialParameters(example.spec, example.data);
    for (const int asked : {1, 2, 4, 40, 90}) {
        int questions = 0;
        const auto engine =
            makeFusedEngine({example.spec, example.data}, example.start, [&] { return ++questions >= asked; });
        engine->step(rowsUpTo(200));
        EXPECT_EQ(questions, asked) << "nobody is asked again";
        EXPECT_EQ(engine->parameters(), example.start);
    }
}

TEST(BatchNorm, isAskedOftenWhereTheRowsAndUnitsAreManyButTheWeightsFew)
{
    Normalised example;
    const std::size_t rows = 200, units = 1024, numbers = rows * units;
    example.spec.hidden = {{units, activationOf("tanh(x)"), false, true}};
    example.spec.batch = rows;
    example.spec.dropout = 0.1;
    example.start = initialParameters(example.spec, example.data);
    std::size_t questions = 0;
    const auto engine = makeFusedEngine({example.spec, example.data}, example.start, [&] {
        ++questions;
        return false;
    });
    engine->step(rowsUpTo(rows));
    EXPECT_GT(questions, 2 * numbers / 20'000) << "there and back";
}

}  // namespace
}  // namespace actlab::nn
