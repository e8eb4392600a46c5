#pragma once

namespace actlab::tests {

/// How many of n samples a long test takes: all, or a fifth where the sanitizers make each ten times as slow.
constexpr int samples(int n)
{
#if defined(__SANITIZE_ADDRESS__)
    return n / 5;
#else
    return n;
#endif
}

}  // namespace actlab::tests
