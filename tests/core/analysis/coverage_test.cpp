#include "core/analysis/coverage.hpp"

#include "activation_of.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace actlab::analysis {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

CoverageRemark onlyRemark(const std::string& formula, std::vector<activation::Parameter> parameters = {})
{
    const auto remarks = coverageOf(layOut(*activationOf(formula, std::move(parameters))));
    EXPECT_EQ(remarks.size(), 1U) << formula;
    return remarks.empty() ? CoverageRemark{} : remarks.front();
}

TEST(Coverage, saysNothingOfPiecesThatFollowOneAnother)
{
    for (const std::string formula :
         {"tanh(x)", "{x < 0: 0, x < 1: x, 1}", "{x > 1: 1, x > 0: x, 0}",
          "{x < 0: 0, x >= 0 and x < 1: x, x >= 1: 1}", "{abs(x) < 1: 0, abs(x) < 2: 1, 2}"})
        for (const auto& remark : coverageOf(layOut(*activationOf(formula))))
            EXPECT_EQ(remark.sentence, "") << formula;
}

TEST(Coverage, namesWhatOverlapsAndWhatApplies)
{
    const auto remark = onlyRemark("{x < 1: 0, x > -1: x}");
    EXPECT_EQ(remark.kind, CoverageKind::Overlap);
    EXPECT_EQ(remark.x, (Interval{-1, 1}));
    EXPECT_EQ(remark.pieces, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(remark.sentence, "The conditions of piece 1 and piece 2 both hold for −1 < x < 1; piece 1 applies, "
                               "because it comes first.");
}

TEST(Coverage, noticesASinglePlaceWithTwoPieces)
{
    const auto remark = onlyRemark("{x <= 0: 0, x >= 0: x}");
    EXPECT_EQ(remark.kind, CoverageKind::Overlap);
    EXPECT_EQ(remark.x, (Interval{0, 0}));
}

TEST(Coverage, namesTheGap)
{
    const auto remark = onlyRemark("{x < 1: 0, x > 2: x}");
    EXPECT_EQ(remark.kind, CoverageKind::Missing);
    EXPECT_EQ(remark.x, (Interval{1, 2}));
    EXPECT_EQ(remark.pieces, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(remark.sentence, "No piece holds for 1 < x < 2: there is no value there.");
    EXPECT_EQ(onlyRemark("{x < 1: 0}").x, (Interval{1, kInfinity}));
    EXPECT_EQ(onlyRemark("{x < 1: 0, x > 1: x}").sentence, "No piece holds at x = 1: there is no value there.");
}

TEST(Coverage, namesPiecesThatAreNeverReached)
{
    EXPECT_EQ(onlyRemark("{x < 1: 0, x < 0: 5, x}").sentence,
              "Piece 2 is never reached: an earlier piece applies wherever its condition holds.");
    EXPECT_EQ(onlyRemark("{x < 1 and x > 2: 5, x}").sentence,
              "Piece 1 is never reached: its condition holds nowhere.");
    EXPECT_EQ(onlyRemark("{x < 1: 0, x >= 1: 5, x}").sentence,
              "The last piece is never reached: the others leave nothing over.");
}

TEST(Coverage, saysWhetherAConditionWithoutXHolds)
{
    const auto remarks = coverageOf(layOut(*activationOf("{a > 2: 1, x}", {{.name = "a", .value = 1}})));
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0].kind, CoverageKind::NeverReached);
    EXPECT_EQ(remarks[1].kind, CoverageKind::NotOnX);
    EXPECT_EQ(remarks[1].sentence, "The condition of piece 1 does not contain x: it holds nowhere.");
    const auto holding = coverageOf(layOut(*activationOf("{a > 2: 1, x}", {{.name = "a", .value = 3}})));
    ASSERT_EQ(holding.size(), 2U);
    EXPECT_EQ(holding[0].pieces, std::vector<std::size_t>{1});
    EXPECT_EQ(holding[1].sentence, "The condition of piece 1 does not contain x: it holds everywhere.");
}

TEST(Coverage, followsTheParameters)
{
    EXPECT_TRUE(coverageOf(layOut(*activationOf("{x < k: 0, x < 1: x, 1}", {{.name = "k", .value = 0}}))).empty());
    EXPECT_EQ(onlyRemark("{x < k: 0, x < 1: x, 1}", {{.name = "k", .value = 2}}).kind, CoverageKind::NeverReached);
}

}  // namespace
}  // namespace actlab::analysis
