#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace actlab::nn::fused {

/// Lanes are the rows of a batch side by side. Memory is laid out in multiples of this on every processor.
inline constexpr std::size_t kLanes = 16;

constexpr std::size_t paddedToLanes(std::size_t count)
{
    return (count + kLanes - 1) / kLanes * kLanes;
}

/// c = a · b: rows × columns from rows × steps and steps × columns.
struct Product {
    std::size_t rows, columns, steps;
    const float* a;  ///< element (row, step) at row · aRow + step · aStep
    std::size_t aRow, aStep;
    const float* b;  ///< a step's columns side by side; up to the next multiple of kLanes they may be read
    std::size_t bStep;
    float* c;  ///< a row's columns side by side
    std::size_t cRow;
    const float* start = nullptr;  ///< a number for each row that its columns start from; nullptr: 0
    bool adds = false;             ///< start from c as it is
};

// Where one element p of the parameters with the slope g goes: see Descent.

/// mean = momentum · mean + g, p −= rate · (ofMean · mean + ofSlope · g)
struct Momentum {
    float rate, momentum, ofMean, ofSlope;
};

/// square = kept · square + added · g², p −= rate · g / (√square + epsilon)
struct Squares {
    float rate, kept, added, epsilon;
};

/// In the manner of Adam: both means, the square's root times scale; p is multiplied by kept first.
struct Moments {
    float rate, scale, kept;
    float beta1, new1, beta2, new2, epsilon;
};

/// The inner loops, compiled for one kind of processor.
struct Kernels {
    std::string_view name;
    void (*multiply)(const Product& product);
    /// to[i · toRow + column] = from[rows[i] · columns + column] for `count` rows. After a row's columns kLanes more
    /// may be written.
    void (*gather)(const float* from, std::size_t columns, const std::size_t* rows, std::size_t count, float* to,
                   std::size_t toRow);
    /// to[column · toRow + row] = from[row · fromRow + column]
    void (*transpose)(const float* from, std::size_t fromRow, std::size_t rows, std::size_t columns, float* to,
                      std::size_t toRow);
    /// sums[row] = Σ from[row · fromRow + column], or that more than it was
    void (*sumRows)(const float* from, std::size_t fromRow, std::size_t rows, std::size_t columns, float* sums,
                    bool adds);
    /// values[i] *= factors[i]; `count` is a multiple of kLanes
    void (*scale)(float* values, const float* factors, std::size_t count);
    /// Σ a[i] · b[i]; `count` is a multiple of kLanes
    float (*dot)(const float* a, const float* b, std::size_t count);

    // Steps of an optimiser on `count` parameters, any number. `mean` and `square` reach to the next multiple of
    // kLanes, and what they hold behind `count` may change.
    void (*descend)(float* parameters, const float* gradient, float rate, std::size_t count);
    void (*descendWithMomentum)(float* parameters, const float* gradient, float* mean, const Momentum& momentum,
                                std::size_t count);
    void (*descendBySquares)(float* parameters, const float* gradient, float* square, const Squares& squares,
                             std::size_t count);
    void (*descendWithMoments)(float* parameters, const float* gradient, float* mean, float* square,
                               const Moments& moments, std::size_t count);
};

/// Those that this processor can run, the fastest last.
std::span<const Kernels* const> runnableKernels();
/// The one of the instruction set that evaluates activations, too (kernel::instructionSet).
const Kernels& kernels();

}  // namespace actlab::nn::fused
