#include "tests/app/widgets/train_view_bench.hpp"

#include "app/widgets/number_slider.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_network_picture.hpp"
#include "app/widgets/train_paint_surface.hpp"

#include <QAction>
#include <QTemporaryDir>
#include <algorithm>

namespace actlab::widgets {
namespace {

class TrainPaintTest : public TrainViewBench {
protected:
    /// An empty canvas on which every dab is one point.
    void openCanvas()
    {
        open();
        choose("paint-empty");
        setSpray(0);
    }
    void choose(const char* action)
    {
        click("dataset-points");
        find<QAction>(action)->trigger();
    }
    void setSpray(double width)
    {
        find<NumberSlider>("paint-width")->setValue(width);
        Q_EMIT find<NumberSlider>("paint-width")->valueChanged(width);
    }
    /// Keys reach the window.
    void listen() const
    {
        if (auto* menu = QApplication::activePopupWidget())
            menu->close();
        QApplication::setActiveWindow(view.get());
    }
    QWidget* surface() const { return find<TrainPaintSurface>("paint-surface"); }
    QPoint pixel(double x, double y) const
    {
        const QSize size = surface()->size();
        return {qRound((x / 6 + 1) / 2 * size.width()), qRound((1 - y / 6) / 2 * size.height())};
    }
    void stroke(QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton)
    {
        constexpr int kMoves = 10;
        QTest::mousePress(surface(), button, {}, pixel(from.x(), from.y()));
        for (int i = 1; i <= kMoves; ++i) {
            const QPointF place = from + (to - from) * i / kMoves;
            QTest::mouseMove(surface(), pixel(place.x(), place.y()));
        }
        QTest::mouseRelease(surface(), button, {}, pixel(to.x(), to.y()));
    }
    const std::vector<data::PaintedPoint>& points() const { return spec().data.points; }
    std::size_t pointsOfClass(std::size_t label) const
    {
        return static_cast<std::size_t>(std::ranges::count(points(), label, &data::PaintedPoint::label));
    }
    QString errors() const
    {
        QString all;
        for (const auto* line : view->findChildren<TrainFieldError*>())
            all += line->text();
        return all;
    }
    /// Two bars that a line parts.
    void paintTwoBars()
    {
        stroke({-4, 3}, {4, 3});
        click("paint-B");
        stroke({-4, -3}, {4, -3});
    }
};

TEST_F(TrainPaintTest, beginsEmptyAndSaysWhatToDo)
{
    open();
    EXPECT_FALSE(surface()->isVisible());
    choose("paint-empty");
    EXPECT_EQ(spec().data.name, "points");
    EXPECT_TRUE(surface()->isVisible());
    EXPECT_TRUE(find<QWidget>("paint-palette")->isVisible());
    EXPECT_EQ(text("paint-count"), "0 points");
    EXPECT_TRUE(text("train-message").contains("Nothing is painted yet")) << text("train-message").toStdString();
    EXPECT_EQ(errors(), "") << "the canvas invites, it does not scold";
    EXPECT_FALSE(find<QWidget>("noise")->isEnabled());
    click("train-toggle");
    EXPECT_EQ(session->state(), models::TrainingSession::State::Idle);
}

TEST_F(TrainPaintTest, setsAPointWhereTheMouseIsPressed)
{
    openCanvas();
    QTest::mouseClick(surface(), Qt::LeftButton, {}, pixel(3, -2));
    ASSERT_EQ(points().size(), 1U);
    EXPECT_NEAR(points()[0].x, 3, 0.05);
    EXPECT_NEAR(points()[0].y, -2, 0.05);
    EXPECT_EQ(text("paint-count"), "1 point");
}

TEST_F(TrainPaintTest, makesEveryStrokeOneStepToUndo)
{
    openCanvas();
    const int before = workspace.undoStack().count();
    paintTwoBars();
    EXPECT_EQ(workspace.undoStack().count(), before + 2);
    const std::size_t both = points().size();
    EXPECT_GT(pointsOfClass(0), 20U);
    EXPECT_GT(pointsOfClass(1), 20U);
    workspace.undo();
    EXPECT_EQ(pointsOfClass(1), 0U);
    EXPECT_EQ(text("paint-count"), QString("%1 points").arg(points().size()));
    workspace.redo();
    EXPECT_EQ(points().size(), both);
}

TEST_F(TrainPaintTest, spraysWiderWhereItIsAsked)
{
    openCanvas();
    setSpray(2);
    QTest::mouseClick(surface(), Qt::LeftButton, {}, pixel(0, 0));
    EXPECT_GT(points().size(), 3U);
}

TEST_F(TrainPaintTest, erasesWithTheRightButtonAndWithTheEraser)
{
    openCanvas();
    paintTwoBars();
    stroke({-5, 3}, {5, 3}, Qt::RightButton);
    EXPECT_EQ(pointsOfClass(0), 0U);
    EXPECT_GT(pointsOfClass(1), 20U);
    const int before = workspace.undoStack().count();
    stroke({-5, 3}, {5, 3}, Qt::RightButton);
    EXPECT_EQ(workspace.undoStack().count(), before) << "a stroke that hits nothing is no step";
    click("paint-eraser");
    stroke({-5, -3}, {5, -3});
    EXPECT_TRUE(points().empty());
    EXPECT_EQ(text("paint-count"), "0 points");
}

TEST_F(TrainPaintTest, clearsAllInOneStep)
{
    openCanvas();
    paintTwoBars();
    const auto before = points();
    click("paint-clear");
    EXPECT_TRUE(points().empty());
    EXPECT_FALSE(find<QWidget>("paint-clear")->isEnabled());
    workspace.undo();
    EXPECT_EQ(points(), before);
}

TEST_F(TrainPaintTest, saysWhichClassIsMissing)
{
    openCanvas();
    stroke({-4, 3}, {4, 3});
    EXPECT_TRUE(text("train-message").contains("Class B has no points yet"));
    click("paint-D");
    QTest::mouseClick(surface(), Qt::LeftButton, {}, pixel(2, -3));
    EXPECT_TRUE(text("train-message").contains("Class D has one point only"));
    click("train-toggle");
    EXPECT_EQ(session->state(), models::TrainingSession::State::Idle);
    QTest::mouseClick(surface(), Qt::LeftButton, {}, pixel(4, -3));
    EXPECT_TRUE(text("train-message").contains("Press Start")) << "B and C may be left out";
}

TEST_F(TrainPaintTest, showsNoNetworkBeforeThereIsSomethingToLearn)
{
    openCanvas();
    const auto network = [this] { return view->findChild<TrainNetworkPicture*>()->accessibleDescription(); };
    EXPECT_TRUE(network().contains("Nothing is painted yet"));
    EXPECT_FALSE(find<QWidget>("layer-more-1")->isVisible());
    paintTwoBars();
    EXPECT_TRUE(network().isEmpty());
    EXPECT_TRUE(find<QWidget>("layer-more-1")->isVisible());
    workspace.undo();
    EXPECT_TRUE(network().contains("Class B has no points yet"));
    view = std::make_unique<TrainView>(workspace, *session);  // as a document that is opened
    view->resize(1280, 720);
    view->show();
    EXPECT_TRUE(network().contains("Class B has no points yet"));
}

TEST_F(TrainPaintTest, goesByKeyboardToo)
{
    openCanvas();
    listen();
    surface()->setFocus(Qt::TabFocusReason);
    const auto press = [this](std::initializer_list<Qt::Key> keys) {
        for (const Qt::Key key : keys)
            QTest::keyClick(surface(), key);
    };
    press({Qt::Key_Space});
    ASSERT_EQ(points().size(), 1U);
    EXPECT_NEAR(points()[0].x, 0, 0.05) << "the cursor begins in the middle";
    press({Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Up, Qt::Key_Up, Qt::Key_2, Qt::Key_Return});
    ASSERT_EQ(points().size(), 2U);
    EXPECT_EQ(points()[1].label, 1U);
    EXPECT_TRUE(points()[1].x > 0.2 && points()[1].y > 0.1);
    EXPECT_TRUE(find<QAbstractButton>("paint-B")->isChecked());
    press({Qt::Key_Delete});
    EXPECT_EQ(points().size(), 1U);
    workspace.undo();
    EXPECT_EQ(points().size(), 2U) << "each is a step";
    EXPECT_EQ(session->state(), models::TrainingSession::State::Idle);
}

TEST_F(TrainPaintTest, choosesClassesByNumberAtOnce)
{
    openCanvas();
    listen();
    view->setFocus();
    QTest::keyClick(view.get(), Qt::Key_3);
    EXPECT_TRUE(find<QAbstractButton>("paint-C")->isChecked());
    QTest::mouseClick(surface(), Qt::LeftButton, {}, pixel(1, 1));
    EXPECT_EQ(pointsOfClass(2), 1U);
    auto* samples = find<QWidget>("batch");
    samples->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    EXPECT_TRUE(find<QAbstractButton>("paint-C")->isChecked()) << "a number that is typed stays one";
    click("dataset-moons");
    view->setFocus();
    QTest::keyClick(view.get(), Qt::Key_1);
    click("dataset-points");
    EXPECT_TRUE(find<QAbstractButton>("paint-C")->isChecked()) << "away from the canvas they mean nothing";
}

TEST_F(TrainPaintTest, goesOnFromThePointsOfAPlaneSet)
{
    open();
    choose("paint-upon");
    EXPECT_EQ(points().size(), 500U);
    setSpray(0);
    click("paint-C");
    stroke({-5, 5}, {5, 5});
    EXPECT_GT(pointsOfClass(2), 20U);
    EXPECT_EQ(pointsOfClass(0) + pointsOfClass(1), 500U);
    workspace.undo();
    workspace.undo();
    EXPECT_EQ(spec().data.name, "circle");
    EXPECT_FALSE(surface()->isVisible());
}

TEST_F(TrainPaintTest, beginsAtOnceWhereThereIsNothingToGoOnFrom)
{
    open();
    click("dataset-digits");
    click("dataset-points");
    EXPECT_EQ(spec().data.name, "points");
    EXPECT_TRUE(points().empty());
    EXPECT_TRUE(surface()->isVisible());
}

TEST_F(TrainPaintTest, leavesTheCanvasWithItsPoints)
{
    openCanvas();
    paintTwoBars();
    const auto painted = points();
    click("dataset-moons");
    EXPECT_TRUE(points().empty());
    EXPECT_FALSE(surface()->isVisible());
    EXPECT_FALSE(find<QWidget>("paint-palette")->isVisible());
    EXPECT_TRUE(find<QWidget>("noise")->isEnabled());
    workspace.undo();
    EXPECT_EQ(points(), painted);
    EXPECT_TRUE(surface()->isVisible());
}

TEST_F(TrainPaintTest, letsARunKeepThePointsItBeganWith)
{
    openCanvas();
    paintTwoBars();
    const auto first = points();
    click("train-toggle");
    ASSERT_TRUE(trains(2));
    stroke({-4, 0}, {4, 0});
    EXPECT_TRUE(session->isOn());
    EXPECT_EQ(session->spec().data.points, first);
    EXPECT_GT(points().size(), first.size());
    EXPECT_TRUE(text("train-message").contains("Changed since Start: data")) << text("train-message").toStdString();
    click("train-stop");
    ASSERT_TRUE(models::waitUntil([this] { return !session->isOn(); }));
    click("train-toggle");
    ASSERT_TRUE(trains(1));
    EXPECT_EQ(session->spec().data.points, points());
}

TEST_F(TrainPaintTest, endsItsStrokeWhereTheCanvasGoesAway)
{
    openCanvas();
    QTest::mousePress(surface(), Qt::LeftButton, {}, pixel(0, 0));
    ASSERT_EQ(points().size(), 1U);
    view->hide();
    view->show();
    QTest::mouseMove(surface(), pixel(4, 4));
    EXPECT_EQ(points().size(), 1U);
}

/// With our own engine, not by a script.
TEST_F(TrainPaintTest, trainsOnWhatIsPaintedAndFindsItAgainInTheDocument)
{
    openCanvas();
    paintTwoBars();
    models::TrainingSession real;
    TrainView trained(workspace, real);
    trained.show();
    editSpec([](nn::TrainingSpec& spec) { spec.epochs = 100; });
    trained.toggle();
    ASSERT_TRUE(models::waitUntil([&] { return real.state() == models::TrainingSession::State::Finished; }));
    ASSERT_FALSE(real.history().empty());
    EXPECT_EQ(real.history().back().testAccuracy, 1);
    const QTemporaryDir folder;
    const QString path = folder.filePath("painted.actlab");
    ASSERT_FALSE(workspace.save(path));
    models::WorkspaceModel again;
    ASSERT_FALSE(again.open(path));
    EXPECT_TRUE(again.document().training.data == spec().data);
    ASSERT_EQ(again.document().runs.size(), workspace.document().runs.size());
    EXPECT_EQ(again.document().runs.back().spec.data.points, points());
    EXPECT_EQ(again.document().runs.back().name.substr(0, 6), "Points");
}

}  // namespace
}  // namespace actlab::widgets
