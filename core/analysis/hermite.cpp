#include "core/analysis/hermite.hpp"

#include "core/activation/summand.hpp"
#include "core/expr/algebra.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace actlab::analysis {

namespace {

namespace algebra = expr::algebra;
using activation::Activation;
using activation::tidy;
using expr::Expr;

/// What is there without the parameters, under the name "", and what one more of each of them adds.
template <class T>
using Shares = std::map<std::string, T>;

struct Ends {
    JoinSide left, right;
};

double valueOf(const std::string& parameter, const Activation& activation)
{
    const auto found = std::ranges::find(activation.parameters(), parameter, &activation::Parameter::name);
    return found->value;
}

bool isFinite(const JoinSide& side)
{
    return std::isfinite(side.value) && std::isfinite(side.slope);
}

/// False where a parameter bends the piece, or more than adds to it.
bool addShares(const CubicEnd& end, JoinSide Ends::*side, const Activation& activation, Shares<Ends>& shares)
{
    JoinSide& rest = shares[""].*side;
    rest = end.limits;
    for (const std::string& name : expr::parametersOf(end.piece)) {
        const auto share = expr::differentiateByParameter(end.piece, name);
        if (!share || !expr::parametersOf(*share).empty())
            return false;
        const JoinSide limits = limitsOf(*share, end.x, end.from, activation);
        if (!isFinite(limits))
            return false;
        rest.value -= limits.value * valueOf(name, activation);
        rest.slope -= limits.slope * valueOf(name, activation);
        shares[name].*side = limits;
    }
    return true;
}

/// All of it without the parameters where that is the only way.
Shares<Ends> sharesOf(const CubicEnd& left, const CubicEnd& right, const Activation& activation)
{
    Shares<Ends> shares;
    const bool isInProportion =
        addShares(left, &Ends::left, activation, shares) && addShares(right, &Ends::right, activation, shares);
    return isInProportion ? shares : Shares<Ends>{{"", {left.limits, right.limits}}};
}

using Powers = std::array<double, 4>;

Powers powersOf(const Ends& ends, double width)
{
    const auto& [a, b] = ends;
    const double mean = (b.value - a.value) / width;
    const double size =
        std::max(std::abs(a.value), std::abs(b.value)) + std::abs(width * a.slope) + std::abs(width * b.slope);
    const double square = (3 * mean - 2 * a.slope - b.slope) / width;
    const double cube = (a.slope + b.slope - 2 * mean) / (width * width);
    // what only rounding makes different from zero is left out
    const auto clean = [size](double c, double power) { return std::abs(c) * power < 1e-15 * size ? 0 : tidy(c); };
    return {tidy(a.value), tidy(a.slope), clean(square, width * width), clean(cube, width * width * width)};
}

Expr withTerm(const Expr& sum, double factor, const Expr& term)
{
    const Expr added = algebra::product(expr::number(std::abs(factor)), term);
    return factor < 0 ? algebra::difference(sum, added) : algebra::sum(sum, added);
}

/// "1 - 2*a"
Expr inParameters(const Shares<double>& shares)
{
    Expr sum = expr::number(0);
    for (const auto& [name, share] : shares)
        if (share != 0)
            sum = withTerm(sum, share, name.empty() ? expr::number(1) : expr::parameter(name));
    return sum;
}

}  // namespace

std::string cubicBetween(const CubicEnd& left, const CubicEnd& right, const Activation& activation)
{
    std::array<Shares<double>, 4> coefficients;
    for (const auto& [name, ends] : sharesOf(left, right, activation)) {
        const Powers powers = powersOf(ends, right.x - left.x);
        for (std::size_t k = 0; k < powers.size(); ++k)
            coefficients[k][name] = powers[k];
    }
    const Expr t = algebra::difference(expr::variable(), expr::number(left.x));
    Expr sum = inParameters(coefficients[0]);
    for (std::size_t k = 1; k < coefficients.size(); ++k) {
        const Expr coefficient = inParameters(coefficients[k]);
        const Expr power = algebra::power(t, expr::number(static_cast<double>(k)));
        const auto* number = expr::as<expr::Number>(coefficient);
        sum = number ? withTerm(sum, number->value, power) : algebra::sum(sum, algebra::product(coefficient, power));
    }
    return expr::print(sum);
}

Expr turnBetween(const CubicEnd& left, const CubicEnd& right, const Activation& activation)
{
    Shares<double> turns;
    for (const auto& [name, ends] : sharesOf(left, right, activation))
        turns[name] = tidy(ends.right.slope - ends.left.slope);
    return inParameters(turns);
}

}  // namespace actlab::analysis
