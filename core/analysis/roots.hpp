#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace actlab::analysis {

using Function = std::function<double(double)>;

/// A function, its slope, and its values y at ascending points x.
struct Sampled {
    const Function& value;
    const Function& slope;
    std::span<const double> x, y;
};

/// Where a function passes through zero, touches it, or begins or ceases to be zero, to the last digits;
/// one between two samples, two where it dips through zero and back. Ends at the first `most` of them.
std::vector<double> rootsOf(const Sampled& function, std::size_t most);

}  // namespace actlab::analysis
