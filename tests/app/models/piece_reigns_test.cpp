#include "app/models/piece_reigns.hpp"

#include <gmock/gmock.h>
#include <limits>

namespace actlab::models {
namespace {

using activation::PieceText;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<Reign> reigns(std::vector<PieceText> pieces, analysis::Interval x = {})
{
    return PieceReigns(std::move(pieces), {}).within(x);
}

TEST(PieceReigns, divideTheLineAtTheKnots)
{
    EXPECT_THAT(reigns({{"x < 0", "0.1*x"}, {"x < 1", "x"}, {"", "1"}}),
                ElementsAre(Reign{{-kInfinity, 0}, 0}, Reign{{0, 1}, 1}, Reign{{1, kInfinity}, 2}));
}

TEST(PieceReigns, areNoneWhereThereIsOnePiece)
{
    EXPECT_THAT(reigns({{"", "x"}}), IsEmpty());
    EXPECT_THAT(reigns({}), IsEmpty());
}

TEST(PieceReigns, askEarlierPiecesFirst)
{
    EXPECT_THAT(reigns({{"x < 1", "x"}, {"x < 0", "0"}, {"", "1"}}),
                ElementsAre(Reign{{-kInfinity, 1}, 0}, Reign{{1, kInfinity}, 2}));
}

TEST(PieceReigns, mayComeBack)
{
    EXPECT_THAT(reigns({{"abs(x) > 2", "0"}, {"", "1"}}),
                ElementsAre(Reign{{-kInfinity, -2}, 0}, Reign{{-2, 2}, 1}, Reign{{2, kInfinity}, 0}));
}

TEST(PieceReigns, areNoneWhereAConditionIsWrong)
{
    EXPECT_THAT(reigns({{"x <", "x"}, {"", "1"}}), IsEmpty());
}

TEST(PieceReigns, moveWithAParameter)
{
    const PieceReigns moved({{"x < a", "0"}, {"", "1"}}, {{"a", 3}});
    EXPECT_THAT(moved.within({}), ElementsAre(Reign{{-kInfinity, 3}, 0}, Reign{{3, kInfinity}, 1}));
}

}  // namespace
}  // namespace actlab::models
