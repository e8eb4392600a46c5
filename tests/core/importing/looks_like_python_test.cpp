#include "core/importing/python.hpp"

#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

TEST(LooksLikePython, knowsFunctionsClassesAndImports)
{
    EXPECT_TRUE(looksLikePython("def f(x):\n    return x"));
    EXPECT_TRUE(looksLikePython("\n\n  import torch\n"));
    EXPECT_TRUE(looksLikePython("# a comment\nclass A(nn.Module):\n    pass"));
    EXPECT_TRUE(looksLikePython("relu = lambda x: x"));
    EXPECT_TRUE(looksLikePython("from torch import nn\r\n"));
    EXPECT_TRUE(looksLikePython("import numpy as np, math"));
    EXPECT_TRUE(looksLikePython("@torch.jit.script\ndef f (x): return x"));
}

TEST(LooksLikePython, leavesFormulasAlone)
{
    for (const char* text : {"", "x", "max(x, 0)", "torch.where(x > 0, x, 0)", "{x < 0: 0, x}", "x if x > 0 else 0",
                             "define*x", "a == lambda", "It was a dark night,\nfrom the sea came\nimport and class."})
        EXPECT_FALSE(looksLikePython(text)) << text;
}

}  // namespace
}  // namespace actlab::importing
