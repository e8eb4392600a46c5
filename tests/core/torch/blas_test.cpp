#include "core/torch/blas.hpp"

#include <gtest/gtest.h>

namespace actlab::torch_room {
namespace {

TEST(Blas, findsTheOneThisProcessHasLoaded)
{
    EXPECT_NE(loadedBlas().find("libblas"), std::string::npos);
}

TEST(Blas, warnsOfTheReferenceImplementationAndNamesTheCure)
{
    const auto warning = blasWarning("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0");
    ASSERT_TRUE(warning);
    EXPECT_NE(warning->find("libopenblas0-openmp"), std::string::npos);
}

TEST(Blas, isContentWithAFastOne)
{
    EXPECT_FALSE(blasWarning("/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3"));
    EXPECT_FALSE(blasWarning("/opt/intel/mkl/lib/libblas.so.3"));
    EXPECT_FALSE(blasWarning(""));
}

}  // namespace
}  // namespace actlab::torch_room
