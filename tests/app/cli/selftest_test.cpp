#include "tests/app/cli/run_program.hpp"

#include <gtest/gtest.h>

namespace actlab::cli {
namespace {

TEST(Selftest, passesOnASoundCopy)
{
    if (!ACTLAB_HAS_TORCH)
        GTEST_SKIP() << "built without Torch";
    const auto answer = actlab({"selftest", "--json"});
    EXPECT_EQ(answer.exitCode, 0) << answer.output << answer.error;
    EXPECT_EQ(answer.json()["failed"], 0);
    EXPECT_GE(answer.json()["passed"], 5);
}

TEST(Selftest, failsWithoutTheTorchLibrary)
{
    setenv("ACTLAB_TORCH_LIBRARY", "/no/such/library.so", 1);
    const auto answer = actlab({"selftest", "--json"});
    unsetenv("ACTLAB_TORCH_LIBRARY");
    EXPECT_EQ(answer.exitCode, 1);
    EXPECT_GE(answer.json()["failed"], 1);
    EXPECT_NE(answer.error, "");
}

}  // namespace
}  // namespace actlab::cli
