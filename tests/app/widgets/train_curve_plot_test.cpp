#include "app/widgets/train_curve_plot.hpp"

#include "tests/app/widgets/train_view_bench.hpp"

#include <qcustomplot.h>

#include <cmath>

namespace actlab::widgets {
namespace {

std::vector<nn::EpochMetrics> historyOf(std::initializer_list<double> losses)
{
    std::vector<nn::EpochMetrics> history;
    for (const double loss : losses) {
        const std::size_t epoch = history.size();
        history.push_back({.epoch = epoch,
                           .trainLoss = loss,
                           .testLoss = 2 * loss,
                           .seconds = 0.5 * static_cast<double>(epoch),
                           .steps = 10 * epoch,
                           .learningRate = 0.25,
                           .gradientNorm = epoch == 0 ? NAN : 10 * loss});
    }
    return history;
}

OverlaidRun keptRun(const char* name, std::size_t colour, std::initializer_list<double> losses,
                    const char* data = "circle")
{
    auto run = std::make_shared<workspace::Run>(workspace::Run{name, {}, historyOf(losses), "finished"});
    run->spec.data.name = data;
    run->colour = colour;
    return run;
}

class TrainCurvePlotTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }

    QCustomPlot& inside() const { return *plot.findChild<QCustomPlot*>(); }
    QCPGraph* graph(const QString& name) const
    {
        for (int i = 0; i < inside().graphCount(); ++i)
            if (inside().graph(i)->name() == name)
                return inside().graph(i);
        return nullptr;
    }
    QString heading() const
    {
        QString all;
        for (const QLabel* label : plot.findChildren<QLabel*>())
            all += label->text();
        return all;
    }
    int crosses() const
    {
        int count = 0;
        for (int i = 0; i < inside().graphCount(); ++i)
            if (inside().graph(i)->scatterStyle().shape() == QCPScatterStyle::ssCross)
                count += static_cast<int>(inside().graph(i)->data()->size());
        return count;
    }
    static double last(const QCPGraph* graph) { return graph->data()->at(graph->dataCount() - 1)->value; }

    TrainCurvePlot plot{TrainCurvePlot::Measure::Loss};
};

TEST_F(TrainCurvePlotTest, drawsKeptRunsOverThePresentOneEachInItsColour)
{
    plot.show(historyOf({4, 2}), 10);
    plot.setOverlays({keptRun("old", 2, {8, 6, 5})});
    const QCPGraph *train = graph("old, train"), *test = graph("old, test");
    ASSERT_TRUE(train && test);
    EXPECT_EQ(last(train), 5);
    EXPECT_EQ(last(test), 10);
    EXPECT_EQ(train->pen().color(), curveColour(2, lightTheme()));
    EXPECT_EQ(test->pen().color(), train->pen().color());
    EXPECT_EQ(train->pen().style(), Qt::SolidLine);
    EXPECT_EQ(test->pen().style(), Qt::DashLine);
    EXPECT_NE(graph("this run, train"), nullptr);
    plot.setOverlays({});
    EXPECT_EQ(inside().graphCount(), 2);
    EXPECT_NE(graph("train"), nullptr);
}

TEST_F(TrainCurvePlotTest, readsAllRunsAtTheSamePlace)
{
    plot.show(historyOf({4, 2, 1}), 10);
    plot.setOverlays({keptRun("old & <b>", 1, {8, 6, 5})});
    plot.setCursorAt(1.2);
    EXPECT_TRUE(heading().contains("epoch 1"));
    EXPECT_TRUE(heading().contains("train&nbsp;2.0000")) << heading().toStdString();
    EXPECT_TRUE(heading().contains("old&nbsp;&amp;&nbsp;&lt;b&gt;&nbsp;6.0000")) << heading().toStdString();
    EXPECT_TRUE(heading().contains("12.0000")) << heading().toStdString();
}

TEST_F(TrainCurvePlotTest, makesRoomForARunThatWentFurther)
{
    plot.show(historyOf({4, 2}), 10);
    auto longer = std::make_shared<workspace::Run>(*keptRun("long", 1, {1}));
    longer->history.push_back({.epoch = 400, .trainLoss = 1, .testLoss = 1});
    plot.setOverlays({longer});
    EXPECT_GE(inside().xAxis->range().upper, 400);
}

TEST_F(TrainCurvePlotTest, drawsAccuracyAndDeterminationOfTheRunsThatHaveThem)
{
    plot.setOverlays({keptRun("classes", 1, {1}), keptRun("values", 2, {1}, "sine")});
    EXPECT_TRUE(graph("classes, train") && graph("values, train")) << "every run has a loss";
    plot.setMeasure(TrainCurvePlot::Measure::Accuracy);
    EXPECT_TRUE(graph("classes, train"));
    EXPECT_FALSE(graph("values, train"));
    plot.setMeasure(TrainCurvePlot::Measure::Determination);
    EXPECT_FALSE(graph("classes, train"));
    EXPECT_TRUE(graph("values, train"));
}

TEST_F(TrainCurvePlotTest, isDrawnAgainstStepsAndSeconds)
{
    const auto history = historyOf({4, 2, 1});
    plot.setView({.axis = models::CurveView::Axis::Step});
    plot.show(history, 10);
    EXPECT_EQ(graph("train")->data()->at(2)->key, 20);
    EXPECT_EQ(inside().xAxis->label(), "step");
    plot.setCursorAt(11);
    EXPECT_TRUE(heading().contains("step 10"));
    plot.setView({.axis = models::CurveView::Axis::Seconds});
    plot.show(history, 10);
    EXPECT_EQ(graph("train")->data()->at(2)->key, 1);
}

TEST_F(TrainCurvePlotTest, leavesEpochZeroOutOnALogarithmicAxisAndIsFilledAgainWithoutIt)
{
    const auto history = historyOf({4, 2, 1});
    plot.setView({.logarithmic = true});
    plot.show(history, 10);
    EXPECT_EQ(graph("train")->dataCount(), 2);
    EXPECT_EQ(inside().xAxis->range().lower, 1);
    EXPECT_EQ(inside().xAxis->scaleType(), QCPAxis::stLogarithmic);
    plot.show(history, 10);
    EXPECT_EQ(graph("train")->dataCount(), 2) << "what is known is not taken again";
    plot.setView({});
    plot.show(history, 10);
    EXPECT_EQ(graph("train")->dataCount(), 3);
}

TEST_F(TrainCurvePlotTest, keepsTheCurveItselfFaintBehindItsMean)
{
    plot.setView({.memory = 0.5});
    plot.show(historyOf({8, 2}), 10);
    EXPECT_DOUBLE_EQ(last(graph("train")), 4);
    ASSERT_EQ(inside().graphCount(), 4);
    const QCPGraph* raw = inside().graph(2);
    EXPECT_EQ(last(raw), 2);
    EXPECT_LT(raw->pen().color().alphaF(), 0.5);
    EXPECT_TRUE(heading().contains("train&nbsp;2.0000")) << "what is read is the curve: " << heading().toStdString();
    plot.setView({});
    plot.show(historyOf({8, 2}), 10);
    EXPECT_EQ(last(graph("train")), 2);
    EXPECT_EQ(inside().graph(2)->dataCount(), 0);
}

TEST_F(TrainCurvePlotTest, marksWhatIsNotFiniteAtTheUpperEdge)
{
    plot.show(historyOf({4, NAN, 2, INFINITY}), 10);
    EXPECT_TRUE(std::isnan(graph("train")->data()->at(1)->value)) << "a gap";
    EXPECT_TRUE(std::isnan(graph("train")->data()->at(3)->value));
    ASSERT_EQ(inside().graphCount(), 4);
    const QCPGraph* marks = inside().graph(2);
    ASSERT_EQ(marks->dataCount(), 2);
    EXPECT_EQ(marks->data()->at(0)->key, 1);
    EXPECT_EQ(marks->data()->at(1)->key, 3);
    EXPECT_EQ(marks->valueAxis(), inside().yAxis2);
    EXPECT_FALSE(marks->scatterStyle().isNone());
    EXPECT_LE(inside().yAxis->range().upper, 10) << "infinity does not stretch the axis";
}

TEST_F(TrainCurvePlotTest, drawsTheLearningRateAsOneLine)
{
    TrainCurvePlot rate(TrainCurvePlot::Measure::Rate);
    rate.show(historyOf({4, 2}), 10);
    const auto& drawn = *rate.findChild<QCustomPlot*>();
    ASSERT_EQ(drawn.graphCount(), 1);
    EXPECT_EQ(last(drawn.graph(0)), 0.25);
    EXPECT_GT(drawn.yAxis->range().upper, 0.25);
}

TEST_F(TrainCurvePlotTest, drawsTheGradientFromTheFirstEpochOn)
{
    TrainCurvePlot gradient(TrainCurvePlot::Measure::Gradient);
    gradient.setLogarithmic(true);
    gradient.show(historyOf({4, 2, 1}), 10);
    const auto& drawn = *gradient.findChild<QCustomPlot*>();
    ASSERT_EQ(drawn.graphCount(), 1) << "nothing is marked as lost where nothing was";
    EXPECT_EQ(drawn.graph(0)->dataCount(), 2);
    EXPECT_EQ(last(drawn.graph(0)), 10);
    auto old = std::make_shared<workspace::Run>(*keptRun("old", 1, {8, 6}));
    for (nn::EpochMetrics& metrics : old->history)
        metrics.gradientNorm = NAN;
    gradient.setOverlays({old, keptRun("new", 2, {8, 6})});
    EXPECT_EQ(drawn.graphCount(), 2) << "runs of before it was kept have none";
    EXPECT_EQ(last(drawn.graph(1)), 60);
}

TEST_F(TrainCurvePlotTest, marksWhereARunDiverged)
{
    plot.show(historyOf({1, 2, 5}), 10);
    EXPECT_EQ(crosses(), 0);
    plot.show(historyOf({1, 2, 5, NAN}), 10);
    EXPECT_EQ(crosses(), 2) << "of training and of test";
    plot.show(historyOf({1, 2, 5, NAN}), 10);
    EXPECT_EQ(crosses(), 2) << "it stays";
    plot.show({}, 10);
    EXPECT_EQ(crosses(), 0) << "another run";
}

TEST_F(TrainCurvePlotTest, marksWhereAKeptRunDiverged)
{
    plot.show(historyOf({1, 2, 5}), 10);
    plot.setOverlays({std::make_shared<const workspace::Run>(
        workspace::Run{"kept", {}, historyOf({1, 3, NAN}), "diverged at step 57"})});
    EXPECT_EQ(crosses(), 2);
}

}  // namespace
}  // namespace actlab::widgets
