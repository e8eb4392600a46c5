#pragma once

#include <cmath>
#include <functional>
#include <optional>

namespace actlab::expr {

/// The slope of f at x by central differences, where both sides agree on one: nullopt at kinks and jumps, at the
/// edge of where f is finite and where f bends too fast to tell.
inline std::optional<double> slopeOf(const std::function<double(double)>& f, double x, double h = 1e-4)
{
    const double at = f(x), right = f(x + h), left = f(x - h), far = f(x + 2 * h), farLeft = f(x - 2 * h);
    for (const double value : {at, right, left, far, farLeft})
        if (!std::isfinite(value) || std::abs(value) > 1e8)
            return std::nullopt;
    const double near = (right - left) / (2 * h), wide = (far - farLeft) / (4 * h);
    const double result = near + (near - wide) / 3;
    // One-sided parabolas: they differ at a kink, where the central differences may agree.
    const double fromRight = (-3 * at + 4 * right - far) / (2 * h),
                 fromLeft = (3 * at - 4 * left + farLeft) / (2 * h);
    const double tolerance = 1e-5 * (1 + std::abs(result)) + 1e-9 * std::abs(at);
    const bool agree = std::abs(near - wide) < tolerance && std::abs(fromRight - fromLeft) < tolerance;
    return agree ? std::optional(result) : std::nullopt;
}

}  // namespace actlab::expr
