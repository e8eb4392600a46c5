#include "app/widgets/train_layer_plot.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/app/widgets/train_view_bench.hpp"

#include <qcustomplot.h>

#include <QComboBox>
#include <QLabel>
#include <limits>

namespace actlab::widgets {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

nn::LayerUse reluUse()
{
    nn::LayerUse use;
    use.activation = activation::findInCatalogue("relu");
    use.range = {-2, 2};
    use.counts = {1, 3};
    use.units = 16;
    use.deadUnits = 3;
    use.values = 4;
    use.saturated = 0.004;
    use.pieces = {{-kInfinity, 0, 0.61}, {0, kInfinity, 0.39}};
    return use;
}

class TrainLayerPlotTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }

    QCustomPlot& inside() const { return *plot.findChild<QCustomPlot*>(); }
    QComboBox& choice() const { return *plot.findChild<QComboBox*>("layer-choice"); }
    QString words() const { return plot.findChild<QLabel*>("layer-words")->text(); }
    TrainLayerPlot plot;
};

TEST_F(TrainLayerPlotTest, saysWhatIsDeadSaturatedAndUsed)
{
    EXPECT_EQ(wordsFor(reluUse()),
              "3 of 16 units dead: no row moves them. <1 % saturated. 61 % below 0, 39 % above 0.");
    nn::LayerUse smooth = reluUse();
    smooth.deadUnits = 0;
    smooth.saturated = 0;
    smooth.pieces.resize(1);
    EXPECT_EQ(wordsFor(smooth), "16 units, none dead. 0 % saturated.");
}

TEST_F(TrainLayerPlotTest, drawsBarsUnderTheCurves)
{
    plot.show({reluUse()});
    const auto* bars = qobject_cast<QCPBars*>(inside().plottable(0));
    ASSERT_NE(bars, nullptr);
    ASSERT_EQ(bars->data()->size(), 2);
    EXPECT_EQ(bars->data()->at(0)->key, -1);
    EXPECT_EQ(bars->data()->at(1)->value, 3);
    EXPECT_EQ(bars->width(), 2);
    EXPECT_GT(inside().yAxis2->range().upper, 3) << "the highest bar leaves room for the curves";
    EXPECT_EQ(inside().graph(0)->data()->constBegin()->value, 0);
    EXPECT_GT((inside().graph(0)->data()->constEnd() - 1)->value, 2);
}

TEST_F(TrainLayerPlotTest, staysWithTheLayerChosenWhileARunGoesOn)
{
    nn::LayerUse other = reluUse();
    other.deadUnits = 0;
    plot.show({reluUse(), other});
    choice().setCurrentIndex(1);
    EXPECT_TRUE(words().contains("none dead"));
    plot.show({reluUse(), other});
    EXPECT_EQ(choice().currentIndex(), 1);
    EXPECT_EQ(choice().itemText(1), "Layer 2 · ReLU");
}

TEST_F(TrainLayerPlotTest, invitesWhereThereIsNothing)
{
    plot.show({reluUse()});
    plot.show({});
    EXPECT_TRUE(words().contains("Start a training"));
    EXPECT_EQ(choice().count(), 0);
    EXPECT_EQ(inside().graph(0)->data()->size(), 0);
}

}  // namespace
}  // namespace actlab::widgets
