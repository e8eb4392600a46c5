#include "core/analysis/precision.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace actlab::analysis {
namespace {

TEST(Precision, roundsToFloat32AsTheMachineDoes)
{
    for (const double x : {0.1, 1.0 / 3, 1e-40, 1e-46, 3.4028235e38, 3.5e38, -88.7228, 16777217.0, -0.0, 1e300})
        EXPECT_EQ(rounded(x, Precision::Float32), static_cast<double>(static_cast<float>(x))) << x;
    EXPECT_EQ(rounded(0.1, Precision::Float64), 0.1);
    EXPECT_TRUE(std::isnan(rounded(NAN, Precision::Float32)));
}

TEST(Precision, roundsToFloat16)
{
    EXPECT_EQ(rounded(0.1, Precision::Float16), 0.0999755859375);
    EXPECT_EQ(rounded(65504, Precision::Float16), 65504);
    EXPECT_EQ(rounded(65519, Precision::Float16), 65504);
    EXPECT_EQ(rounded(65520, Precision::Float16), INFINITY);
    EXPECT_EQ(rounded(2049, Precision::Float16), 2048);  // ties to even
    EXPECT_EQ(rounded(2051, Precision::Float16), 2052);
    EXPECT_EQ(rounded(0x1p-24, Precision::Float16), 0x1p-24);
    EXPECT_EQ(rounded(0x1p-25, Precision::Float16), 0);
    EXPECT_EQ(rounded(-0x1.8p-24, Precision::Float16), -0x1p-23);
}

TEST(Precision, roundsToBfloat16)
{
    EXPECT_EQ(rounded(0.1, Precision::Bfloat16), 0.10009765625);
    EXPECT_EQ(rounded(257, Precision::Bfloat16), 256);
    EXPECT_EQ(rounded(3.39e38, Precision::Bfloat16), 0x1.fep127);
    EXPECT_EQ(rounded(3.4e38, Precision::Bfloat16), INFINITY);
    EXPECT_EQ(rounded(0x1p-133, Precision::Bfloat16), 0x1p-133);
}

TEST(Precision, knowsItsDigits)
{
    EXPECT_EQ(formatOf(Precision::Float64).epsilon(), 0x1p-52);
    EXPECT_EQ(formatOf(Precision::Float16).epsilon(), 0x1p-10);
    EXPECT_EQ(formatOf(Precision::Bfloat16).name, "bfloat16");
}

}  // namespace
}  // namespace actlab::analysis
