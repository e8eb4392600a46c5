#include "core/analysis/member_tidying.hpp"

#include "core/analysis/sketch_formula.hpp"
#include "core/expr/printer.hpp"

#include <cmath>

namespace actlab::analysis {

namespace {

class Tidying {
public:
    Tidying(const activation::Activation& f, const Coefficients& member, const FitPoints& points)
        : m_f(f), m_points(points), m_member(member), m_allowed(1.03 * distance(member) + 1e-10)
    {
    }

    Coefficients run()
    {
        turn();
        for (const auto& [coefficient, value] : kLiked)
            set(coefficient, value);
        shorten();
        return m_member;
    }

private:
    struct Liked {
        Coefficient coefficient;
        double value;
    };
    // First b: where f has no scale of its own, as ReLU, a tells the same.
    static constexpr std::array kLiked{Liked{kB, 1}, Liked{kB, -1}, Liked{kD, 0}, Liked{kC, 0},
                                       Liked{kE, 0}, Liked{kA, 1},  Liked{kA, -1}};

    double distance(const Coefficients& member) const { return distanceOf(m_f, member, m_points).mean; }

    /// To a positive b where f is its own mirror image, as far as a, d and e can tell.
    void turn()
    {
        if (m_member[kB] > 0)
            return;
        const auto& [a, b, c, d, e] = m_member;
        for (const double sign : {-1.0, 1.0}) {
            const Coefficients start{sign * a, -b, -c, d, e};
            const Coefficients turned = refitted(m_f, start, {false, true, true, false, false}, m_points);
            if (distance(turned) <= m_allowed) {
                m_member = turned;
                return;
            }
        }
    }

    /// Gives a coefficient this value for good, where the others can make up for it.
    void set(Coefficient coefficient, double value)
    {
        if (m_fixed[coefficient] || (value != 0 && m_member[coefficient] * value <= 0))
            return;
        auto fixed = m_fixed;
        fixed[coefficient] = true;
        Coefficients start = m_member;
        start[coefficient] = value;
        if (coefficient == kB)
            start[kA] *= std::abs(m_member[kB]), start[kC] /= std::abs(m_member[kB]);
        const Coefficients member = refitted(m_f, start, fixed, m_points);
        if (distance(member) > m_allowed)
            return;
        m_fixed = fixed;
        m_member = member;
    }

    void shorten()
    {
        for (double part = 0.05; part > 1e-16; part /= 10) {
            Coefficients rounded = m_member;
            for (double& coefficient : rounded)
                coefficient = shortened(coefficient, part * std::abs(coefficient));
            if (distance(rounded) > m_allowed)
                continue;
            m_member = rounded;
            return;
        }
    }

    const activation::Activation& m_f;
    const FitPoints& m_points;
    Coefficients m_member;
    double m_allowed;
    std::array<bool, 5> m_fixed{};
};

/// "2*x", "-x" or, for a factor of 0, nothing.
std::string termText(double factor, std::string_view what)
{
    if (factor == 0)
        return "";
    const std::string name(what);
    return factor == 1 ? name : factor == -1 ? "-" + name : expr::printNumber(factor) + "*" + name;
}

/// Both, with a sign between them that is no double sign.
std::string sumText(const std::string& left, const std::string& right)
{
    if (left.empty() || right.empty())
        return left + right;
    return right.starts_with('-') ? left + " - " + right.substr(1) : left + " + " + right;
}

std::string levelText(double level)
{
    return level == 0 ? "" : expr::printNumber(level);
}

}  // namespace

Coefficients tidied(const activation::Activation& f, const Coefficients& member, const FitPoints& points)
{
    return Tidying(f, member, points).run();
}

int shownCoefficients(const Coefficients& member)
{
    const auto& [a, b, c, d, e] = member;
    return (std::abs(a) != 1) + (a < 0) + (std::abs(b) != 1) + (b < 0) + (c != 0) + (d != 0) + (e != 0);
}

std::string memberText(std::string_view f, const Coefficients& member)
{
    const auto& [a, b, c, d, e] = member;
    const std::string argument = sumText(termText(b, "x"), levelText(c));
    const std::string scaled = termText(a, std::string(f) + "(" + argument + ")");
    return sumText(sumText(scaled, termText(d, "x")), levelText(e));
}

std::string lineText(double slope, double level)
{
    const std::string text = sumText(termText(slope, "x"), levelText(level));
    return text.empty() ? "0" : text;
}

}  // namespace actlab::analysis
