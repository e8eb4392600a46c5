#pragma once

#include <optional>
#include <span>

namespace actlab::nn {

struct Summary {
    double mean = 0;
    std::optional<double> deviation = {};  ///< of a sample: divided by n − 1; one number alone has none
};
/// `numbers` may not be empty.
Summary summaryOf(std::span<const double> numbers);

/// The t that a variable of Student's distribution with `freedom` ≥ 1 degrees of freedom exceeds in size with
/// probability `tail`, in (0, 1): 2.776 for 4 and 0.05. By the finite series of Abramowitz and Stegun, 26.7.3 and 4.
double studentQuantile(std::size_t freedom, double tail);

/// The mean of differences and its confidence interval by Student's distribution. Infinite where there is one only,
/// and where fewer than five are all the same: that is by chance, as accuracies are counts.
struct Difference {
    double mean = 0, low = 0, high = 0;
};
/// `differences` may not be empty; the interval holds the true mean with probability 1 − tail.
Difference pairedDifference(std::span<const double> differences, double tail);

}  // namespace actlab::nn
