#include "app/models/compose_sketch.hpp"

#include "core/activation/catalogue.hpp"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <atomic>
#include <cmath>
#include <gmock/gmock.h>
#include <thread>

namespace actlab::models {
namespace {

using Hand = ComposeSketch::Hand;
using ::testing::HasSubstr;

/// Until `isReached`; the patience is for a worker at nice 10 on a machine that is full.
void waitFor(const std::function<bool()>& isReached)
{
    for (int i = 0; i < 60'000 && !isReached(); ++i) {
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    ASSERT_TRUE(isReached());
}

class ComposeSketchTest : public ::testing::Test {
protected:
    void stroke(const std::function<double(double)>& f, double low = -3, double high = 3)
    {
        constexpr int kSamples = 200;
        sketch.begin({low, f(low)});
        for (int i = 1; i < kSamples; ++i) {
            const double x = low + (high - low) * i / (kSamples - 1);
            sketch.extend({x, f(x)});
        }
        sketch.finish();
    }
    void settle()
    {
        waitFor([this] { return !sketch.isSearching(); });
    }
    double proposedAt(double x) const
    {
        return sketch.proposal()->activation->evaluate<double>(std::vector{x}, 0)[0][0];
    }
    const activation::Definition& draft() const { return workspace.document().draft.definition; }

    WorkspaceModel workspace;
    ComposeModel model{workspace};
    ComposeSketch sketch{model};
};

TEST_F(ComposeSketchTest, aStrokeBecomesStraightPiecesAndOneStepOfTheDocument)
{
    const activation::Definition before = draft();
    sketch.open();
    stroke([](double x) { return x < 0 ? 0 : x; });
    settle();
    ASSERT_TRUE(sketch.canBeUsed()) << sketch.problem().toStdString();
    EXPECT_NEAR(proposedAt(-2), 0, 0.05);
    EXPECT_NEAR(proposedAt(2), 2, 0.1);
    EXPECT_EQ(draft(), before);
    sketch.use();
    EXPECT_FALSE(sketch.isOpen());
    EXPECT_TRUE(sketch.drawing().isEmpty());
    EXPECT_EQ(draft().name, before.name);
    EXPECT_NE(draft().formula, before.formula);
    EXPECT_NEAR(model.valueAt(2), 2, 0.1);
    EXPECT_EQ(workspace.undoStack().count(), 1);
    workspace.undo();
    EXPECT_EQ(draft(), before);
}

TEST_F(ComposeSketchTest, leavingChangesNothingAndKeepsTheDrawing)
{
    const activation::Definition before = draft();
    sketch.open();
    stroke([](double x) { return std::tanh(x); });
    sketch.close();
    settle();
    EXPECT_EQ(draft(), before);
    EXPECT_EQ(workspace.undoStack().count(), 0);
    EXPECT_FALSE(sketch.drawing().isEmpty());
}

TEST_F(ComposeSketchTest, theNearestFunctionOfATanhIsTanh)
{
    sketch.setKind(SketchKind::Nearest);
    stroke([](double x) { return 1.5 * std::tanh(x) + 0.25; });
    settle();
    ASSERT_TRUE(sketch.proposal()) << sketch.problem().toStdString();
    EXPECT_GE(sketch.proposals().size(), 4U);
    EXPECT_THAT(sketch.proposal()->activation->definition().formula, HasSubstr("tanh"));
    EXPECT_LT(sketch.proposal()->distance, 1e-3);
    sketch.use();
    EXPECT_NEAR(model.valueAt(1), 1.5 * std::tanh(1) + 0.25, 0.01);
}

TEST_F(ComposeSketchTest, anotherOfTheNearestCanBeChosen)
{
    sketch.setKind(SketchKind::Nearest);
    stroke([](double x) { return std::tanh(x); });
    settle();
    const std::string second = sketch.proposals().at(1).activation->definition().formula;
    sketch.choose(1);
    sketch.choose(99);
    EXPECT_EQ(sketch.chosen(), 1U);
    sketch.use();
    EXPECT_EQ(draft().formula, second);
}

TEST_F(ComposeSketchTest, pointsAreTheKnotsOfAMonotoneCubic)
{
    sketch.setKind(SketchKind::MonotoneCubic);
    sketch.setHand(Hand::Points);
    for (const analysis::Point at : {analysis::Point{2, 1}, {-2, 0}, {0, 0}, {1, 1}})
        sketch.addPoint(at);
    ASSERT_TRUE(sketch.canBeUsed());
    EXPECT_FALSE(sketch.isSearching());
    EXPECT_EQ(sketch.proposal()->knots.size(), 4U);
    EXPECT_NEAR(proposedAt(1), 1, 1e-9);
    EXPECT_NEAR(proposedAt(-1), 0, 1e-9) << "no bump between knots of one height";
    EXPECT_THAT(sketch.verdict().toStdString(), HasSubstr("all 4 points"));
}

TEST_F(ComposeSketchTest, aDragOfAPointIsOneStepAndFollowedAtOnce)
{
    sketch.setHand(Hand::Points);
    sketch.addPoint({-1, 0});
    sketch.endMove();
    const std::size_t second = sketch.addPoint({1, 0});
    sketch.endMove();
    const int steps = sketch.undoStack().index();
    for (const double y : {0.5, 1.0, 2.0})
        sketch.movePoint(second, {1, y});
    sketch.endMove();
    EXPECT_EQ(sketch.undoStack().index(), steps + 1);
    EXPECT_NEAR(proposedAt(1), 2, 1e-9);
    sketch.undoStack().undo();
    EXPECT_NEAR(proposedAt(1), 0, 1e-9);
    sketch.removePoint(second);
    EXPECT_FALSE(sketch.proposal());
    EXPECT_EQ(sketch.advice(), "Click the next point.");
    sketch.undoStack().undo();
    EXPECT_TRUE(sketch.proposal());
}

TEST_F(ComposeSketchTest, aPointOnTopOfAnotherIsSaidAndMended)
{
    sketch.setHand(Hand::Points);
    sketch.addPoint({-1, 0});
    sketch.addPoint({1, 0});
    const std::size_t third = sketch.addPoint({1, 2});
    EXPECT_FALSE(sketch.proposal());
    EXPECT_THAT(sketch.problem().toStdString(), HasSubstr("same x"));
    sketch.movePoint(third, {1.5, 2});
    EXPECT_TRUE(sketch.proposal());
    EXPECT_TRUE(sketch.problem().isEmpty());
}

TEST_F(ComposeSketchTest, undoTakesTheLastStrokeBackAndLeavesTheDocumentAlone)
{
    stroke([](double x) { return x; });
    const SketchDrawing first = sketch.drawing();
    stroke([](double) { return 1; }, -1, 1);
    EXPECT_EQ(sketch.drawing().lines.size(), 3U);
    sketch.undoStack().undo();
    EXPECT_EQ(sketch.drawing(), first);
    sketch.undoStack().undo();
    EXPECT_TRUE(sketch.drawing().isEmpty());
    settle();
    EXPECT_FALSE(sketch.proposal());
    EXPECT_EQ(workspace.undoStack().count(), 0);
}

TEST_F(ComposeSketchTest, aClickIsNoStrokeAndSaysSo)
{
    sketch.begin({0, 0});
    sketch.finish();
    EXPECT_TRUE(sketch.drawing().isEmpty());
    EXPECT_THAT(sketch.problem().toStdString(), HasSubstr("one point"));
    EXPECT_EQ(sketch.undoStack().count(), 0);
}

TEST_F(ComposeSketchTest, aVerticalLineIsNoFunctionAndGivesWayToTheNextStroke)
{
    sketch.begin({0.5, 0});
    for (int i = 1; i < 50; ++i)
        sketch.extend({0.5, 0.1 * i});
    sketch.finish();
    settle();
    EXPECT_FALSE(sketch.canBeUsed());
    EXPECT_THAT(sketch.problem().toStdString(), HasSubstr("same x"));
    stroke([](double x) { return x; }, 1, 3);
    settle();
    EXPECT_TRUE(sketch.canBeUsed());
    EXPECT_EQ(sketch.drawing().lines.size(), 1U);
}

TEST_F(ComposeSketchTest, aScribbleOf100000SamplesBecomesSomething)
{
    sketch.setKind(SketchKind::NaturalCubic);
    sketch.begin({0, 0});
    for (int i = 1; i < 100'000; ++i)
        sketch.extend({3 * std::sin(0.003 * i), std::cos(0.0171 * i)});
    sketch.finish();
    settle();
    EXPECT_TRUE(sketch.canBeUsed()) << sketch.problem().toStdString();
}

TEST_F(ComposeSketchTest, learnableKnotsBecomeParameters)
{
    sketch.setLearnable(true);
    stroke([](double x) { return std::abs(x); });
    settle();
    ASSERT_TRUE(sketch.proposal());
    EXPECT_THAT(sketch.verdict().toStdString(), HasSubstr("y0 to y"));
    sketch.use();
    ASSERT_FALSE(draft().parameters.empty());
    EXPECT_TRUE(draft().parameters.front().learnable);
    EXPECT_NEAR(model.valueAt(2), 2, 0.1);
}

TEST_F(ComposeSketchTest, fewerKnotsWhereFewerAreAllowed)
{
    stroke([](double x) { return std::sin(2 * x); });
    settle();
    EXPECT_GT(sketch.proposal()->knots.size(), 3U);
    const double before = sketch.proposal()->distance;
    sketch.setMostKnots(3);
    settle();
    EXPECT_LE(sketch.proposal()->knots.size(), 3U);
    EXPECT_GT(sketch.proposal()->distance, before);
    sketch.setMostKnots(10'000);
    EXPECT_EQ(sketch.wish().mostKnots, mostKnotsOf(sketch.wish()));
}

TEST_F(ComposeSketchTest, aStrokeGoesOnAsPointsAtItsKnotsAndBack)
{
    stroke([](double x) { return x < 0 ? 0 : x; });
    settle();
    const SketchLine knots = sketch.proposal()->knots;
    sketch.setHand(Hand::Points);
    EXPECT_EQ(sketch.drawing().points, knots);
    EXPECT_NEAR(proposedAt(2), 2, 0.1);
    sketch.setHand(Hand::Stroke);
    settle();
    EXPECT_NEAR(proposedAt(2), 2, 0.1);
    sketch.undoStack().undo();
    EXPECT_EQ(sketch.drawing().points, knots);
}

TEST_F(ComposeSketchTest, aFunctionGoesOnAsPointsAlongIt)
{
    sketch.setKind(SketchKind::Nearest);
    stroke([](double x) { return std::tanh(x); });
    settle();
    sketch.setHand(Hand::Points);
    ASSERT_EQ(sketch.drawing().points.size(), 9U);
    for (const analysis::Point& p : sketch.drawing().points)
        EXPECT_NEAR(p.y, std::tanh(p.x), 0.01);
}

TEST_F(ComposeSketchTest, aDraftWithoutANameGetsOne)
{
    model.setName("  ");
    stroke([](double x) { return x * x; });
    settle();
    sketch.use();
    EXPECT_EQ(draft().name, "My drawing");
}

/// A search that lasts until it is asked to stop, but for the first drawing.
class StubbornSearch : public ::testing::Test {
protected:
    static SketchProposal proposal(const std::string& formula)
    {
        return {activation::makeActivation({"drawing", formula, {}, {}}).value(), formula, {}, 0, 0};
    }
    SketchProposals propose(const SketchDrawing& drawing, std::stop_token stop)
    {
        ++begun;
        if (drawing.lines.size() == 1)
            while (!stop.stop_requested())
                std::this_thread::yield();
        ++ended;
        return std::vector{proposal(drawing.lines.size() == 1 ? "x" : "2*x")};
    }
    void stroke(double low, double high)
    {
        sketch->begin({low, 0});
        sketch->extend({high, 0});
        sketch->finish();
    }

    std::atomic<int> begun = 0, ended = 0;
    WorkspaceModel workspace;
    ComposeModel model{workspace};
    std::unique_ptr<ComposeSketch> sketch =
        std::make_unique<ComposeSketch>(model, nullptr, [this](const auto& drawing, const auto&, auto stop) {
            return propose(drawing, std::move(stop));
        });
};

TEST_F(StubbornSearch, isStoppedByANewStrokeAndNotHeard)
{
    stroke(0, 1);
    waitFor([this] { return begun == 1; });
    EXPECT_TRUE(sketch->isSearching());
    EXPECT_FALSE(sketch->canBeUsed());
    stroke(2, 3);
    waitFor([this] { return !sketch->isSearching(); });
    EXPECT_EQ(ended, 2);
    ASSERT_EQ(sketch->proposals().size(), 1U);
    EXPECT_EQ(sketch->proposal()->family, "2*x");
    QCoreApplication::processEvents();
    EXPECT_EQ(sketch->proposal()->family, "2*x");
}

TEST_F(StubbornSearch, endsWithItsOwner)
{
    stroke(0, 1);
    waitFor([this] { return begun == 1; });
    sketch.reset();
    EXPECT_EQ(ended, 1);
    QCoreApplication::processEvents();
}

TEST_F(StubbornSearch, isGivenUpWhereTheSheetIsCleared)
{
    stroke(0, 1);
    waitFor([this] { return begun == 1; });
    sketch->clear();
    EXPECT_FALSE(sketch->isSearching());
    waitFor([this] { return ended == 1; });
    QCoreApplication::processEvents();
    EXPECT_FALSE(sketch->proposal());
}

TEST(ComposeSketchThread, whatASearchThrowsIsSaid)
{
    WorkspaceModel workspace;
    ComposeModel model(workspace);
    ComposeSketch sketch(model, nullptr, [](const auto&, const auto&, auto) -> SketchProposals {
        throw std::runtime_error("no memory");
    });
    sketch.begin({0, 0});
    sketch.extend({1, 1});
    sketch.finish();
    waitFor([&] { return !sketch.isSearching(); });
    EXPECT_THAT(sketch.problem().toStdString(), HasSubstr("no memory"));
    EXPECT_FALSE(sketch.canBeUsed());
}

}  // namespace
}  // namespace actlab::models
