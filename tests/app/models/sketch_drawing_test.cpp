#include "app/models/sketch_drawing.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace actlab::models {
namespace {

using Hand = SketchDrawing::Hand;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SketchDrawing, aNewStrokeTakesThePlaceOfWhatItPassesOver)
{
    const SketchDrawing first = withStroke({}, {{-2, 0}, {-1, 0}, {0, 0}, {1, 0}, {2, 0}});
    const SketchDrawing second = withStroke(first, {{-0.5, 3}, {1.5, 4}});
    EXPECT_THAT(second.lines,
                ElementsAre(SketchLine{{-2, 0}, {-1, 0}}, SketchLine{{2, 0}}, SketchLine{{-0.5, 3}, {1.5, 4}}));
    EXPECT_EQ(second.samples().size(), 5U);
}

TEST(SketchDrawing, aStrokeBackwardsCoversTheSame)
{
    const SketchDrawing first = withStroke({}, {{0, 0}, {1, 0}, {2, 0}});
    EXPECT_THAT(withStroke(first, {{2, 1}, {0, 1}}).lines, ElementsAre(SketchLine{{2, 1}, {0, 1}}));
}

TEST(SketchDrawing, nothingDrawnChangesNothing)
{
    const SketchDrawing first = withStroke({}, {{0, 0}, {1, 0}});
    EXPECT_EQ(withStroke(first, {}), first);
}

TEST(SketchDrawing, ofAScribbleOf100000SamplesSomeThousandStay)
{
    SketchLine scribble;
    for (int i = 0; i < 100'000; ++i)
        scribble.push_back({std::sin(0.01 * i), std::cos(0.017 * i)});
    const SketchDrawing drawing = withStroke({}, scribble);
    EXPECT_LE(drawing.samples().size(), 5'000U);
    EXPECT_EQ(drawing.samples().front(), scribble.front());
    EXPECT_EQ(drawing.samples().back(), scribble.back());
}

TEST(SketchDrawing, pointsGoOnAsTheCurveThroughThem)
{
    const SketchDrawing points{Hand::Points, {}, {{1, 1}, {-1, 0}, {3, -1}}};
    const SketchDrawing stroke = asStroke(points, analysis::SketchForm::Linear);
    ASSERT_EQ(stroke.lines.size(), 1U);
    EXPECT_EQ(stroke.hand, Hand::Stroke);
    EXPECT_EQ(stroke.lines[0].front(), (analysis::Point{-1, 0}));
    EXPECT_NEAR(stroke.lines[0].back().y, -1, 1e-12);
    for (const analysis::Point& p : stroke.lines[0])
        EXPECT_NEAR(p.y, p.x < 1 ? (p.x + 1) / 2 : 2 - p.x, 1e-12);
}

TEST(SketchDrawing, pointsWithoutACurveGoOnAsAnEmptySheet)
{
    EXPECT_THAT(asStroke({Hand::Points, {}, {{1, 1}}}, analysis::SketchForm::Linear).lines, IsEmpty());
    EXPECT_THAT(asStroke({Hand::Points, {}, {{1, 1}, {1, 2}}}, analysis::SketchForm::NaturalCubic).lines, IsEmpty());
}

}  // namespace
}  // namespace actlab::models
