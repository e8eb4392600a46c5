#include "core/analysis/character.hpp"

#include "core/analysis/cuts.hpp"
#include "core/analysis/gaussian.hpp"
#include "core/analysis/oscillation.hpp"
#include "core/analysis/roots.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace actlab::analysis {

namespace {

using activation::Activation;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kEnd = 100;  // as far as zones and fixed points are looked for; what goes on there goes on for ever

/// f or its gradient, one number at a time.
class OneByOne {
public:
    OneByOne(const Activation& activation, int order) : m_activation(activation), m_order(order) {}
    double operator()(double x) const
    {
        return m_activation.evaluate<double>(std::span(&x, 1), m_order)[static_cast<std::size_t>(m_order)][0];
    }

private:
    const Activation& m_activation;
    int m_order;
};

bool isNear(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

/// Looks ever farther out: settles, grows by ever as much or more, or does neither.
double limitAlong(const Activation& activation, double stride)
{
    const OneByOne f(activation, 0);
    std::array<double, 5> y{};
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = f(stride * std::pow(10.0, std::exp2(static_cast<double>(i) + 2)));  // 10⁴ … 10⁶⁴
    if (std::isnan(y[4]))
        return kNaN;
    if (isNear(y[1], y[4], 1e-6) && isNear(y[2], y[4], 1e-9) && isNear(y[3], y[4], 1e-9))
        return std::abs(y[4]) < 1e-30 ? 0 : y[4];
    const auto rises = [&](double sign) {
        for (std::size_t i = 1; i < y.size(); ++i)
            if (y[i] != sign * kInfinity && !(sign * y[i] > sign * y[i - 1]))
                return false;
        return true;
    };
    const double last = std::abs(y[4] - y[3]), before = std::abs(y[3] - y[2]);
    const bool goesOn = std::isinf(y[4]) || last >= before;
    return goesOn && rises(1) ? kInfinity : goesOn && rises(-1) ? -kInfinity : kNaN;
}

/// What oscillates may look as if it grew along one row of places, not along two.
double limitTowards(const Activation& activation, double direction)
{
    const double first = limitAlong(activation, direction * 1.3703703703703703);
    const double second = limitAlong(activation, direction * 2.2360679774997896);
    return first == second || isNear(first, second, 1e-9) ? second : kNaN;
}

Parity parityOf(const Activation& activation)
{
    std::vector<double> right, left;
    for (double x = 0.0137; x < kEnd; x *= 1.07) {
        right.push_back(x);
        left.push_back(-x);
    }
    const auto a = activation.evaluate<double>(right, 0)[0], b = activation.evaluate<double>(left, 0)[0];
    double size = 0, even = 0, odd = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) && std::isnan(b[i]))
            continue;
        const double scale = std::max(std::abs(a[i]), std::abs(b[i]));
        const auto error = [&](double difference) {
            return std::isfinite(difference) ? std::abs(difference) / std::max(scale, 1e-3) : kInfinity;
        };
        size = std::max(size, scale);
        even = std::max(even, error(a[i] - b[i]));
        odd = std::max(odd, error(a[i] + b[i]));
    }
    constexpr double kRounding = 1e-12;
    if (even <= kRounding)
        return Parity::Even;
    return odd <= kRounding && size > 0 ? Parity::Odd : Parity::Neither;
}

std::vector<double> lookout()
{
    constexpr int kSteps = 1000;
    constexpr double kDense = 10;
    std::vector<double> x;
    for (int i = -kSteps; i <= kSteps; ++i)
        x.push_back(kDense * i / kSteps);
    for (double far = kDense * 1.01; far < kEnd; far *= 1.01)
        x.insert(x.end(), {-far, far});
    x.insert(x.end(), {-kEnd, kEnd});
    std::ranges::sort(x);
    return x;
}

/// The place between two neighbours where `holds` changes, to the last digits.
template <class Holds>
double edgeBetween(const Holds& holds, double inside, double outside)
{
    constexpr int kHalvings = 60;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = inside + (outside - inside) / 2;
        (holds(middle) ? inside : outside) = middle;
    }
    return inside;
}

/// Stretches of at least two neighbours of the lookout whose slope is at most so steep.
std::vector<Interval> zonesWhere(const Activation& activation, const std::vector<double>& x, double steepest)
{
    const OneByOne gradient(activation, 1);
    const auto slopes = activation.evaluate<double>(x, 1)[1];
    const auto holds = [&](double place) { return std::abs(gradient(place)) <= steepest; };
    std::vector<Interval> zones;
    for (std::size_t i = 0; i < x.size();) {
        std::size_t end = i;
        while (end < x.size() && std::abs(slopes[end]) <= steepest)
            ++end;
        if (end - i >= 2)
            zones.push_back({i == 0 ? -kInfinity : edgeBetween(holds, x[i], x[i - 1]),
                             end == x.size() ? kInfinity : edgeBetween(holds, x[end - 1], x[end])});
        i = end + 1;
    }
    return zones;
}

/// Not where f is x but for rounding.
bool isIsolated(const Function& distance, double root)
{
    const double scale = std::max(1.0, std::abs(root));
    const auto differs = [&](double x) { return std::abs(distance(x)) > 1e-13 * scale; };
    return differs(root - 1e-3 * scale) || differs(root + 1e-3 * scale);
}

/// A number with few digits that does as well.
double tidied(const Function& distance, double root)
{
    const double near = std::round(root * 1e6) / 1e6;
    return std::abs(distance(near)) <= std::abs(distance(root)) ? near + 0.0 : root;
}

/// Whether y is 0 over a whole stretch of neighbours in x, between cuts or to the end: softplus, which comes as near
/// to x as doubles can tell, is not x anywhere.
bool isZeroBetweenCuts(const Activation& activation, const std::vector<double>& x, const std::vector<double>& y)
{
    constexpr std::size_t kFew = 3;
    std::optional<Cuts> cuts;
    const auto isCutBetween = [&](double a, double b) {
        if (!cuts)
            cuts = trueCutsOf(activation, {-kEnd, kEnd});
        return std::ranges::any_of(cuts->list, [&](const Cut& cut) { return a <= cut.x && cut.x <= b; });
    };
    for (std::size_t i = 0; i < x.size();) {
        std::size_t end = i;
        while (end < x.size() && y[end] == 0)
            ++end;
        if (end - i >= kFew && (i == 0 || isCutBetween(x[i - 1], x[i])) &&
            (end == x.size() || isCutBetween(x[end - 1], x[end])))
            return true;
        i = end + 1;
    }
    return false;
}

void findFixedPoints(const Activation& activation, const std::vector<double>& x, Character& character)
{
    constexpr std::size_t kMost = 50;
    const OneByOne f(activation, 0), gradient(activation, 1);
    const Function distance = [&](double place) { return f(place) - place; };
    const Function slope = [&](double place) { return gradient(place) - 1; };
    auto y = activation.evaluate<double>(x, 0)[0];
    for (std::size_t i = 0; i < x.size(); ++i)
        y[i] -= x[i];
    character.isIdentitySomewhere = isZeroBetweenCuts(activation, x, y);
    const std::vector<double> roots = rootsOf({distance, slope, x, y}, kMost);
    for (const double root : roots) {
        const bool isThere = std::abs(distance(root)) <= 1e-9 * std::max(1.0, std::abs(root));  // or f jumps over it
        if (isThere && isIsolated(distance, root))
            character.fixedPoints.push_back(tidied(distance, root));
    }
    const auto isFar = [](double place) { return std::abs(place) > kEnd / 2; };
    character.hasMoreFixedPoints = roots.size() == kMost || (oscillates(activation.value()) &&
                                                             std::ranges::any_of(character.fixedPoints, isFar));
}

}  // namespace

Character characterOf(const Activation& activation)
{
    constexpr double kSaturated = 0.01;
    const auto moments = GaussianMoments(activation).at(1);
    const std::vector<double> x = lookout();
    Character character;
    character.limitLeft = limitTowards(activation, -1);
    character.limitRight = limitTowards(activation, 1);
    character.parity = parityOf(activation);
    character.mean = moments.mean;
    character.isZeroMean =
        std::isfinite(moments.square) && std::abs(moments.mean) <= 1e-3 * std::min(1.0, std::sqrt(moments.square));
    character.slopeSquare = moments.slopeSquare;
    character.saturatedShare = moments.saturated;
    character.deadShare = moments.dead;
    character.saturated = zonesWhere(activation, x, kSaturated);
    character.dead = zonesWhere(activation, x, 0);
    findFixedPoints(activation, x, character);
    return character;
}

}  // namespace actlab::analysis
