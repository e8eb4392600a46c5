#include "app/widgets/train_layer_plot.hpp"

#include "app/widgets/train_flow_picture.hpp"
#include "app/widgets/train_layer_words.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/app/widgets/train_view_bench.hpp"

#include <qcustomplot.h>

#include <QComboBox>
#include <QLabel>
#include <QShortcut>
#include <QTextDocumentFragment>
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
    use.deadUnits = {2, 6, 11};
    use.values = 4;
    use.saturated = 0.004;
    use.pieces = {{-kInfinity, 0, 0.61, {0.5, 0.9, 1, 0.2}}, {0, kInfinity, 0.39, {0.5, 0.1, 0, 0.8}}};
    return use;
}

QString plain(const QString& rich)
{
    return QTextDocumentFragment::fromHtml(rich).toPlainText();
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
    EXPECT_EQ(plain(wordsFor(reluUse(), regionsOf(reluUse()))),
              "Dead, for no row moves them: units 3, 7, 12 of 16. <1 % saturated. 61 % below 0, 39 % above 0.");
    nn::LayerUse smooth = reluUse();
    smooth.deadUnits.clear();
    smooth.saturated = 0;
    smooth.pieces.resize(1);
    EXPECT_EQ(plain(wordsFor(smooth, regionsOf(smooth))), "16 units, none dead. 0 % saturated.");
}

TEST_F(TrainLayerPlotTest, saysWhereTheGradientVanishes)
{
    EXPECT_EQ(wordsFor({{1e-7, 1}, {1e-3, 1}, {0.1, 1}, {0.5, 1}}),
              "The gradient vanishes on its way back: layer 3 gets 1000000 times what layer 1 gets.");
    EXPECT_EQ(wordsFor({{300, 1}, {3, 1}, {0.1, 1}, {0.5, 1}}),
              "The gradient explodes on its way back: layer 1 gets 3000 times what layer 3 gets.");
    EXPECT_EQ(wordsFor({{0.1, 1}, {0.2, 1}, {0.5, 1}}), "Gradients reach every layer.");
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
    other.deadUnits.clear();
    plot.show({reluUse(), other});
    choice().setCurrentIndex(1);
    EXPECT_TRUE(words().contains("none dead"));
    plot.show({reluUse(), other});
    EXPECT_EQ(choice().currentIndex(), 1);
    EXPECT_EQ(choice().itemText(1), "Layer 2 · ReLU");
}

class TrainLayerPlotChoice : public TrainLayerPlotTest {
protected:
    TrainLayerPlotChoice()
    {
        plot.resize(400, 400);
        QObject::connect(&plot, &TrainLayerPlot::pointed,
                         [this](std::size_t, const std::vector<std::size_t>& units) { pointed = units; });
        plot.QWidget::show();
        plot.show({reluUse()});
        inside().replot();
    }
    QString units() const { return plot.findChild<QLabel*>("layer-units")->text(); }
    void clickAt(double x)
    {
        const QRect area = inside().axisRect()->rect();
        QTest::mouseClick(&inside(), Qt::LeftButton, {},
                          {qRound(inside().xAxis->coordToPixel(x)), area.center().y()});
    }
    void follow(const char* link) { Q_EMIT plot.findChild<QLabel*>("layer-words")->linkActivated(link); }

    std::vector<std::size_t> pointed;
};

TEST_F(TrainLayerPlotChoice, aClickOnABandPointsAtTheUnitsThatAreMostlyThere)
{
    clickAt(-1);
    EXPECT_EQ(pointed, (std::vector<std::size_t>{2, 1}));
    EXPECT_EQ(units(), "Mostly below 0: units 3 (100 %), 2 (90 %); 2 of 16.");
    clickAt(1);
    EXPECT_EQ(pointed, std::vector<std::size_t>{3});
    clickAt(1);
    EXPECT_TRUE(pointed.empty());
    EXPECT_TRUE(units().startsWith("Click a part"));
}

TEST_F(TrainLayerPlotChoice, theWordsAreLinksToTheSame)
{
    EXPECT_TRUE(words().contains("href='piece-0'"));
    follow("piece-0");
    EXPECT_EQ(pointed, (std::vector<std::size_t>{2, 1}));
    EXPECT_TRUE(words().contains("<b>61 % below 0</b>"));
    follow("dead");
    EXPECT_EQ(pointed, (std::vector<std::size_t>{2, 6, 11}));
    follow("saturated");
    EXPECT_TRUE(pointed.empty());
    EXPECT_EQ(units(), "No unit is mostly saturated.");
}

TEST_F(TrainLayerPlotChoice, endsWithEscAndStaysWhileTheRunGoesOn)
{
    auto* escape = plot.findChild<QShortcut*>();
    EXPECT_FALSE(escape->isEnabled()) << "Esc is for others";
    follow("piece-0");
    nn::LayerUse later = reluUse();
    later.pieces[0].shareOfUnits = {0, 0, 0, 0.75};
    plot.show({later});
    EXPECT_EQ(pointed, std::vector<std::size_t>{3});
    Q_EMIT escape->activated();
    EXPECT_TRUE(pointed.empty());
    EXPECT_FALSE(escape->isEnabled());
}

TEST_F(TrainLayerPlotChoice, endsWhereTheViewIsLeftAndWithTheRun)
{
    follow("piece-1");
    plot.hide();
    EXPECT_TRUE(pointed.empty());
    plot.QWidget::show();
    follow("piece-1");
    plot.show({});
    EXPECT_TRUE(pointed.empty());
    EXPECT_TRUE(units().isEmpty());
}

TEST_F(TrainLayerPlotChoice, endsWithItsLayer)
{
    plot.show({reluUse(), reluUse()});
    choice().setCurrentIndex(1);
    follow("piece-0");
    ASSERT_FALSE(pointed.empty());
    plot.show({reluUse()});
    EXPECT_EQ(choice().currentIndex(), 0);
    EXPECT_TRUE(pointed.empty()) << "another layer's piece was meant";
}

TEST_F(TrainLayerPlotTest, invitesWhereThereIsNothing)
{
    plot.show({reluUse()});
    plot.show({});
    EXPECT_TRUE(words().contains("once the network can be trained"));
    EXPECT_EQ(choice().count(), 0);
    EXPECT_EQ(inside().graph(0)->data()->size(), 0);
}

}  // namespace
}  // namespace actlab::widgets
