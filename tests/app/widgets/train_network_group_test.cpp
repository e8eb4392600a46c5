#include "tests/app/widgets/train_view_bench.hpp"

#include "app/widgets/train_network_picture.hpp"
#include "app/widgets/train_network_scroll.hpp"
#include "core/nn/limits.hpp"

#include <QAbstractItemView>
#include <QComboBox>
#include <QScrollBar>

namespace actlab::widgets {
namespace {

class TrainNetworkGroupTest : public TrainViewBench {};

TEST_F(TrainNetworkGroupTest, saysQuietlyThatSmallBatchesDoNotSuitBatchNormalisation)
{
    open();
    editSpec([](nn::TrainingSpec& spec) { spec.batch = 10; });
    EXPECT_FALSE(find<QLabel>("norm-hint")->isVisible());
    editSpec([](nn::TrainingSpec& spec) { spec.hidden.front().batchNorm = true; });
    EXPECT_TRUE(find<QLabel>("norm-hint")->isVisible());
    EXPECT_TRUE(text("norm-hint").contains("Batches of 10 are small"));
    editSpec([](nn::TrainingSpec& spec) { spec.batch = 32; });
    EXPECT_FALSE(find<QLabel>("norm-hint")->isVisible());
}

TEST_F(TrainNetworkGroupTest, letsALongNetworkScrollSideways)
{
    open();
    const auto* scroll = view->findChild<TrainNetworkScroll*>();
    const auto* picture = view->findChild<TrainNetworkPicture*>();
    EXPECT_EQ(scroll->horizontalScrollBar()->maximum(), 0);
    view->resize(1024, 600);
    editSpec([](nn::TrainingSpec& spec) { spec.hidden.assign(nn::kMostLayers, spec.hidden.front()); });
    QCoreApplication::processEvents();
    EXPECT_GT(scroll->horizontalScrollBar()->maximum(), 0);
    EXPECT_GT(picture->width(), scroll->width());
    EXPECT_GE(scroll->viewport()->height(), picture->minimumSizeHint().height());
    QWheelEvent down(QPointF(9, 9), scroll->viewport()->mapToGlobal(QPointF(9, 9)), {}, {0, -120}, Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(scroll->viewport(), &down);
    EXPECT_GT(scroll->horizontalScrollBar()->value(), 0);
}

TEST_F(TrainNetworkGroupTest, makesTheListOfActivationsAsLowAsTheRowsThatAreFound)
{
    open();
    auto* combo = find<QComboBox>("layer-activation-1");
    combo->showPopup();
    const QWidget* popup = combo->view()->window();
    const int whole = popup->height();
    QTest::keyClicks(combo->view(), "leaky");
    EXPECT_LT(popup->height(), whole / 2);
    EXPECT_GE(combo->view()->viewport()->height(), combo->view()->sizeHintForRow(0));
    for (int letter = 0; letter < 5; ++letter)
        QTest::keyClick(combo->view(), Qt::Key_Backspace);
    EXPECT_EQ(popup->height(), whole);
    combo->hidePopup();
}

}  // namespace
}  // namespace actlab::widgets
