#include "app/widgets/train_parameter_plot.hpp"

#include "app/widgets/controls.hpp"
#include "tests/app/widgets/train_view_bench.hpp"

#include <qcustomplot.h>

namespace actlab::widgets {
namespace {

nn::LearnedParameter learned(std::string name, std::vector<std::size_t> layers, activation::Scope scope)
{
    return {.name = std::move(name), .scope = scope, .layers = std::move(layers)};
}

std::vector<nn::EpochMetrics> historyOf(std::initializer_list<nn::LearnedValue> values)
{
    std::vector<nn::EpochMetrics> history;
    for (const nn::LearnedValue& value : values)
        history.push_back({.epoch = history.size(), .learned = {value}});
    return history;
}

class TrainParameterPlotTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }

    QCustomPlot& inside() const { return *plot.findChild<QCustomPlot*>(); }
    QString legend() const
    {
        QString all;
        for (const QLabel* label : plot.findChildren<QLabel*>())
            all += label->text();
        return all;
    }
    TrainParameterPlot plot;
};

TEST_F(TrainParameterPlotTest, namesLayerAndParameter)
{
    using enum activation::Scope;
    EXPECT_EQ(TrainParameterPlot::labelOf(learned("alpha", {0}, Layer)), "layer 1 · α");
    EXPECT_EQ(TrainParameterPlot::labelOf(learned("kl", {0, 2}, Shared)), "layers 1, 3 · kl");
}

TEST_F(TrainParameterPlotTest, drawsALineAndForChannelsABandAroundIt)
{
    plot.setLearned({learned("a", {0}, activation::Scope::Channel)});
    plot.show(historyOf({{0.25F, 0.25F, 0.25F}, {0.5F, -1, 2}}), 10);
    ASSERT_EQ(inside().graphCount(), 3);
    EXPECT_EQ(inside().graph(0)->data()->at(1)->value, -1);
    EXPECT_EQ(inside().graph(1)->data()->at(1)->value, 2);
    EXPECT_EQ(inside().graph(1)->channelFillGraph(), inside().graph(0));
    EXPECT_EQ(inside().graph(2)->data()->at(1)->value, 0.5);
    EXPECT_LT(inside().yAxis->range().lower, -1);
    EXPECT_GT(inside().yAxis->range().upper, 2);
    EXPECT_TRUE(legend().contains("layer 1 · a 0.500 (-1.000…2.000)")) << legend().toStdString();
}

TEST_F(TrainParameterPlotTest, readsTheValuesUnderTheMouse)
{
    plot.setLearned({learned("a", {1}, activation::Scope::Layer)});
    plot.show(historyOf({{0.25F, 0.25F, 0.25F}, {0.5F, 0.5F, 0.5F}, {0.75F, 0.75F, 0.75F}}), 10);
    EXPECT_TRUE(legend().contains("a 0.750")) << legend().toStdString();
    plot.setCursorAt(1.1);
    EXPECT_TRUE(legend().contains("a 0.500")) << legend().toStdString();
}

TEST_F(TrainParameterPlotTest, beginsAnewWithAnotherRunOrOtherParameters)
{
    const auto one = learned("a", {0}, activation::Scope::Layer), other = learned("b", {0}, activation::Scope::Layer);
    plot.setLearned({one});
    plot.show(historyOf({{1, 1, 1}, {2, 2, 2}}), 10);
    plot.show(historyOf({{3, 3, 3}}), 10);
    EXPECT_EQ(inside().graph(0)->dataCount(), 1);
    plot.setLearned({one, other});
    EXPECT_EQ(inside().graphCount(), 2);
    plot.show(historyOf({{3, 3, 3}}), 10);  // has a value of one of them only
    EXPECT_EQ(inside().graph(0)->data()->at(0)->value, 3);
}

TEST_F(TrainParameterPlotTest, readsOverlaidRunsWithTheirBands)
{
    plot.setLearned({learned("a", {0}, activation::Scope::Channel)});
    plot.show(historyOf({{1, 1, 1}, {2, 1.5F, 2.5F}}), 10);
    workspace::Run kept{"kept run", {}, historyOf({{3, 3, 3}, {4, 3.5F, 4.5F}, {5, 4, 6}}), "finished 2 epochs"};
    const activation::Parameter slope{"a", 0.25, -1, 1, true, activation::Scope::Channel};
    kept.spec.hidden = {{4, activation::makeActivation({"leaky", "{x > 0: x, a*x}", "", {slope}}).value()}};
    plot.setOverlays({std::make_shared<const workspace::Run>(kept)});
    ASSERT_EQ(inside().graphCount(), 6);
    EXPECT_EQ(inside().graph(4)->channelFillGraph(), inside().graph(3));
    EXPECT_EQ(inside().graph(4)->data()->at(2)->value, 6);
    EXPECT_TRUE(legend().contains("layer 1 · a 2.000 (1.500…2.500)")) << legend().toStdString();
    EXPECT_TRUE(legend().contains("kept&nbsp;run")) << legend().toStdString();
    EXPECT_TRUE(legend().contains("layer 1 · a 5.000 (4.000…6.000)")) << legend().toStdString();
    plot.setCursorAt(1);
    EXPECT_TRUE(legend().contains("layer 1 · a 4.000 (3.500…4.500)")) << legend().toStdString();
    plot.setOverlays({});
    EXPECT_EQ(inside().graphCount(), 3);
}

TEST_F(TrainParameterPlotTest, readsAnOverlaidRunInTheFirstLineWhereThePresentOneLearnsNothing)
{
    workspace::Run kept{"kept run", {}, historyOf({{3, 3, 3}}), "finished 0 epochs"};
    const activation::Parameter slope{"a", 0.25, -1, 1, true, activation::Scope::Channel};
    kept.spec.hidden = {{4, activation::makeActivation({"leaky", "{x > 0: x, a*x}", "", {slope}}).value()}};
    plot.setOverlays({std::make_shared<const workspace::Run>(kept)});
    EXPECT_TRUE(legend().contains("kept&nbsp;run")) << legend().toStdString();
    EXPECT_FALSE(legend().contains("<br>")) << legend().toStdString();
}

TEST_F(TrainParameterPlotTest, namesNoMoreThanThereIsRoomFor)
{
    std::vector<nn::LearnedParameter> many;
    for (std::size_t i = 0; i < 30; ++i)
        many.push_back(learned("p" + std::to_string(i), {0}, activation::Scope::Layer));
    plot.setLearned(many);
    EXPECT_EQ(inside().graphCount(), 30);
    EXPECT_TRUE(legend().contains("24&nbsp;more")) << legend().toStdString();
    QString tips;
    for (const QLabel* label : plot.findChildren<QLabel*>())
        tips += label->toolTip();
    EXPECT_TRUE(tips.contains("layer 1 · p29")) << "the rest is a hover away";
}

class TrainParametersView : public TrainViewBench {
protected:
    void learn(bool learnable)
    {
        const auto slope = activation::Parameter{"a", 0.25, -1, 1, learnable, activation::Scope::Channel};
        const auto leaky = activation::makeActivation({"leaky", "{x > 0: x, a*x}", "", {slope}}).value();
        editSpec([&](nn::TrainingSpec& spec) { spec.hidden = {{4, leaky}}; });
    }
    bool offersParameters() const
    {
        return find<QComboBox>("curve-views")->findText("Learned parameters") >= 0;
    }
};

TEST_F(TrainParametersView, isThereOnlyWhereSomethingIsLearned)
{
    open();
    learn(false);
    EXPECT_FALSE(offersParameters());
    learn(true);
    EXPECT_TRUE(offersParameters());
    EXPECT_TRUE(find<QWidget>("accuracy-plot")->isVisible());
    find<QComboBox>("curve-views")->setCurrentText("Learned parameters");
    EXPECT_TRUE(find<QWidget>("parameter-plot")->isVisible());
    workspace.undo();
    EXPECT_FALSE(offersParameters());
    EXPECT_TRUE(find<QWidget>("accuracy-plot")->isVisible());
}

TEST_F(TrainParametersView, drawsWhatARunHasLearnedAndItsRunKeepsIt)
{
    open();
    learn(true);
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    click("train-stop");
    ASSERT_TRUE(reaches(models::TrainingSession::State::Finished));
    const auto* drawn = find<QWidget>("parameter-plot")->findChild<QCustomPlot*>();
    EXPECT_GT(drawn->graph(2)->dataCount(), 3);
    const auto& kept = workspace.document().runs.back().history;
    ASSERT_EQ(kept.back().learned.size(), 1U);
    EXPECT_EQ(kept.back().learned, session->history().back().learned);
}

}  // namespace
}  // namespace actlab::widgets
