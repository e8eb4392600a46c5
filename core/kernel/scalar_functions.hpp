#pragma once

#include <cmath>
#include <concepts>

namespace actlab::kernel {

// The functions that <cmath> lacks, or has with other rules than ours. One element each.

/// Accurate in both tails: neither overflows nor cancels.
template <std::floating_point T>
T sigmoid(T u)
{
    const T e = std::exp(-std::abs(u));
    const T right = 1 / (1 + e);
    return u < 0 ? e * right : right;
}

/// -1, 0 or 1; 0 for NaN, as in PyTorch.
template <std::floating_point T>
T sign(T u)
{
    return static_cast<T>((u > 0) - (u < 0));
}

// A NaN on either side is the result, as in torch.minimum and torch.maximum (std::fmin would drop it).
template <std::floating_point T>
T minimum(T u, T v)
{
    return u != u ? u : (v < u || v != v) ? v : u;
}
template <std::floating_point T>
T maximum(T u, T v)
{
    return u != u ? u : (v > u || v != v) ? v : u;
}

/// min(max(u, low), high), in this order where low > high, as torch.clamp.
template <std::floating_point T>
T clamp(T u, T low, T high)
{
    return minimum(maximum(u, low), high);
}

template <std::floating_point T>
T heaviside(T u, T atZero)
{
    return u > 0 ? T(1) : u < 0 ? T(0) : u == 0 ? atZero : u;
}

/// sin(u)/u, and 1 at 0.
template <std::floating_point T>
T sinc(T u)
{
    return u == 0 ? T(1) : std::sin(u) / u;
}

}  // namespace actlab::kernel
