#include "tests/core/importing/imported.hpp"

#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

TEST(Pairs, takeADerivativeByItsName)
{
    for (const char* name : {"f_derivative", "f_grad", "f_prime", "f_backward", "d_f", "df", "grad_f"}) {
        const ImportedFunction f =
            functionIn("def f(x): return torch.sign(x)\ndef " + std::string(name) + "(x, w=2.0): return w * x\n");
        EXPECT_EQ(f.definition.name, "f") << name;
        EXPECT_EQ(f.definition.gradient, "w*x") << name;
        EXPECT_EQ(f.definition.parameters.size(), 1U) << name;
        EXPECT_EQ(f.notes.size(), 1U) << name;
    }
}

TEST(Pairs, leaveOtherFunctionsAlone)
{
    const auto imported = importPython("def f(x): return x\ndef g(x): return x\ndef f_twice(x): return 2 * x\n");
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->functions.size(), 3U);
}

}  // namespace
}  // namespace actlab::importing
