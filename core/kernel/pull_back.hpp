#pragma once

#include <span>

namespace actlab::kernel {

/// What backpropagation brings along and takes home.
template <class T>
struct PullBack {
    const T* upstream = nullptr;
    T* gradient = nullptr;
    std::span<double> sums = {};
};

}  // namespace actlab::kernel
