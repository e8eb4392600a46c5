#include "core/analysis/precision.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

constexpr std::array<Format, 4> kFormats{{
    {"float64", 53, -1074, std::numeric_limits<double>::max(), 0x1p-1022},
    {"float32", 24, -149, 0x1.fffffep127, 0x1p-126},
    {"bfloat16", 8, -133, 0x1.fep127, 0x1p-126},
    {"float16", 11, -24, 65504, 0x1p-14},
}};

}  // namespace

double Format::epsilon() const
{
    return std::ldexp(1.0, 1 - digits);
}

const Format& formatOf(Precision precision)
{
    return kFormats[static_cast<std::size_t>(precision)];
}

double rounded(double number, Precision precision)
{
    if (precision == Precision::Float64 || !std::isfinite(number) || number == 0)
        return number;
    const Format& format = formatOf(precision);
    const int unit = std::max(std::ilogb(number) + 1 - format.digits, format.lowestUnit);
    const double near = std::ldexp(std::nearbyint(std::ldexp(number, -unit)), unit);
    return std::abs(near) > format.largest ? std::copysign(std::numeric_limits<double>::infinity(), number) : near;
}

}  // namespace actlab::analysis
