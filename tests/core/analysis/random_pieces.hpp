#pragma once

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "core/expr/printer.hpp"

namespace actlab::analysis {

/// Formulas of two to five pieces with random knots, directions, ends, numbers and parameters.
class RandomPieces {
public:
    explicit RandomPieces(unsigned seed) : m_random(seed) {}

    std::string formula()
    {
        const bool goesDown = upTo(1) == 0;
        double knot = number();
        std::string text = "{";
        for (int pieces = 1 + upTo(3); pieces > 0; --pieces) {
            text += std::string(goesDown ? "x >" : "x <") + (upTo(1) == 0 ? "= " : " ");
            text += expr::printNumber(knot) + ": " + piece() + ", ";
            knot = rounded(knot + (goesDown ? -1 : 1) * (0.5 + std::abs(number())));
        }
        return text + piece() + "}";
    }
    double number() { return rounded(std::uniform_real_distribution(-2.0, 2.0)(m_random)); }
    int upTo(int most) { return std::uniform_int_distribution(0, most)(m_random); }

private:
    static double rounded(double x) { return std::round(100 * x) / 100; }

    std::string piece()
    {
        const std::string a = expr::printNumber(number()), b = expr::printNumber(number());
        const std::array<std::string, 8> pieces{
            a,     a + "*x", a + "*x + " + b,     "exp(x) - 1", "tanh(" + a + "*x) + x^2",
            "p*x", "abs(x)", "x*sigmoid(p*x) + q"};
        return pieces[static_cast<std::size_t>(upTo(7))];
    }

    std::mt19937 m_random;
};

}  // namespace actlab::analysis
