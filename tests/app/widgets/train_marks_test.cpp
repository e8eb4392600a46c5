#include "app/widgets/train_marks.hpp"

#include "app/widgets/theme.hpp"

#include <gtest/gtest.h>
#include <qcustomplot.h>

namespace actlab::widgets {
namespace {

nn::Mark swapAt(std::size_t epoch)
{
    const nn::RunPlace place{epoch, 8 * epoch, 0.1 * static_cast<double>(epoch)};
    return {nn::MarkKind::Activation, 0, {}, "Tanh", "GELU", place, place};
}

class TrainMarksTest : public ::testing::Test {
protected:
    TrainMarksTest()
    {
        plot.resize(500, 200);
        plot.xAxis->setRange(0, 100);
        plot.replot(QCustomPlot::rpImmediateRefresh);
        marks.recolour(lightTheme(), plot.font());
    }
    QStringList labels() const
    {
        QStringList texts;
        for (int i = 0; i < plot.itemCount(); ++i)
            if (auto* label = qobject_cast<QCPItemText*>(plot.item(i)); label && label->visible())
                texts.append(label->text());
        return texts;
    }
    QString textAtEpoch(double epoch) const
    {
        return marks.textAt({static_cast<int>(plot.xAxis->coordToPixel(epoch)), 100});
    }

    QCustomPlot plot;
    TrainMarks marks{plot};
};

TEST_F(TrainMarksTest, sayUnderTheMouseWhatWasEdited)
{
    marks.show({swapAt(57)});
    EXPECT_EQ(labels(), QStringList{"1"});
    EXPECT_EQ(textAtEpoch(57), "1.  epoch 57 · layer 1: Tanh → GELU");
    EXPECT_EQ(textAtEpoch(20), "");
}

TEST_F(TrainMarksTest, ofNeighboursShareALine)
{
    marks.show({swapAt(10), swapAt(11), swapAt(60)});
    EXPECT_EQ(labels(), (QStringList{"1+", "3"}));
    EXPECT_EQ(textAtEpoch(10).count('\n'), 1);
    plot.xAxis->setRange(9, 13);
    marks.place();
    EXPECT_EQ(labels(), (QStringList{"1", "2"})) << "from near they lie apart";
}

TEST_F(TrainMarksTest, areFewOnTheScreenHoweverManyThereAre)
{
    std::vector<nn::Mark> many;
    for (std::size_t epoch = 0; epoch < 100; ++epoch)
        many.push_back(swapAt(epoch));
    marks.show(many);
    EXPECT_LE(labels().size(), plot.axisRect()->width() / 18 + 1);
    EXPECT_LE(textAtEpoch(50).count('\n'), 12);
}

TEST_F(TrainMarksTest, atAnEdgeOfThePlotStandInside)
{
    plot.xAxis->setRange(0, 100);
    marks.show({swapAt(0), swapAt(50), swapAt(99)});
    std::vector<Qt::Alignment> sides;
    for (int i = 0; i < plot.itemCount(); ++i)
        if (auto* label = qobject_cast<QCPItemText*>(plot.item(i)))
            sides.push_back(label->positionAlignment() & Qt::AlignHorizontal_Mask);
    EXPECT_EQ(sides, (std::vector<Qt::Alignment>{Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight}));
}

TEST_F(TrainMarksTest, tellADragFromItsFirstEpochToItsLast)
{
    nn::Mark drag{nn::MarkKind::Parameter, 1, "alpha", "0.1", "0.25", {5, 40, 1}, {9, 72, 2}};
    EXPECT_EQ(wordsFor(drag), "epochs 5 to 9 · layer 2: alpha 0.1 → 0.25");
    drag = {nn::MarkKind::Frozen, 0, {}, "trains again", "frozen", {5, 40, 1}, {5, 40, 1}};
    EXPECT_EQ(wordsFor(drag), "epoch 5 · layer 1 frozen");
}

}  // namespace
}  // namespace actlab::widgets
