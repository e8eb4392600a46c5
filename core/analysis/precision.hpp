#pragma once

#include <array>
#include <string_view>

namespace actlab::analysis {

enum class Precision { Float64, Float32, Bfloat16, Float16 };

inline constexpr std::array kPrecisions{Precision::Float64, Precision::Float32, Precision::Bfloat16,
                                        Precision::Float16};

/// What a floating-point format can hold.
struct Format {
    std::string_view name;  ///< as PyTorch calls it
    int digits;             ///< binary, the leading one counted
    int lowestUnit;         ///< the smallest number above 0 is 2 to the power of this
    double largest;
    double smallestNormal;

    double epsilon() const;
};

const Format& formatOf(Precision precision);

/// The nearest number of the format, infinite beyond the largest; ties to even.
double rounded(double number, Precision precision);

}  // namespace actlab::analysis
