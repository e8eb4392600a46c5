#include "core/analysis/switch_points.hpp"

#include "core/analysis/line.hpp"
#include "core/analysis/roots.hpp"
#include "core/analysis/scalar_tape.hpp"

#include "core/activation/parameters.hpp"
#include "core/expr/differentiate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace actlab::analysis {

namespace {

constexpr std::size_t kMost = 200;
constexpr std::size_t kCells = 512;
// Where activations are lively: sampled finely in an interval that is far wider.
constexpr Interval kLively{-10, 10};

using Parameters = std::span<const activation::Parameter>;

/// An expression as a function of x.
class Compiled {
public:
    Compiled(const expr::Expr& e, Parameters parameters)
        : m_program(compile(e, parameters)), m_values(activation::valuesOf(parameters)), m_tape(m_program, m_values)
    {
    }
    Compiled(const Compiled&) = delete;  // the tape refers to the other members
    Compiled& operator=(const Compiled&) = delete;

    double operator()(double x) { return m_tape.at(x); }

    std::vector<double> operator()(std::span<const double> x) const
    {
        std::vector<double> y(x.size());
        m_program.evaluate<double>(x, m_values, std::array{y.data()});
        return y;
    }

private:
    static kernel::Program compile(const expr::Expr& e, Parameters parameters)
    {
        return kernel::compile(std::array{e}, activation::namesOf(parameters));
    }

    kernel::Program m_program;
    std::vector<double> m_values;
    ScalarTape m_tape;
};

void addEvenly(std::vector<double>& x, Interval interval)
{
    for (std::size_t i = 0; i < kCells; ++i)
        x.push_back(interval.low + interval.width() * static_cast<double>(i) / kCells);
    x.push_back(interval.high);
}

/// From the lively middle outwards, each step three hundredths longer than the one before.
void addFarther(std::vector<double>& x, Interval interval)
{
    for (double far = kLively.high; far < std::max(interval.high, -interval.low); far *= 1.03)
        for (const double place : {-far, far})
            if (place > interval.low && place < interval.high)
                x.push_back(place);
}

std::vector<double> gridOf(Interval interval)
{
    std::vector<double> x;
    addEvenly(x, interval);
    const Interval lively{std::max(interval.low, kLively.low), std::min(interval.high, kLively.high)};
    if (interval.width() > 2 * kLively.width() && lively.width() > 0) {
        addEvenly(x, lively);
        addFarther(x, interval);
        std::sort(x.begin(), x.end());
        x.erase(std::unique(x.begin(), x.end()), x.end());
    }
    return x;
}

class Finder {
public:
    Finder(Parameters parameters, Interval interval) : m_parameters(parameters), m_interval(interval) {}

    void find(const Switch& s)
    {
        if (const auto line = lineOf(s.quantity, m_parameters))
            findOnLine(*line, s.atEveryInteger);
        else
            findOnBend(s);
    }

    SwitchPoints take() { return std::move(m_found); }

private:
    void findOnLine(const Line& line, bool atEveryInteger)
    {
        if (line.slope == 0)
            return;
        const double atLow = line.slope * m_interval.low + line.offset;
        const double atHigh = line.slope * m_interval.high + line.offset;
        for (const double level : atEveryInteger ? integersBetween(atLow, atHigh) : std::vector<double>{0})
            add((level - line.offset) / line.slope);
    }

    void findOnBend(const Switch& s)
    {
        if (m_grid.empty())
            m_grid = gridOf(m_interval);
        Compiled quantity(s.quantity, m_parameters);
        std::optional<Compiled> derivative;
        const Function slope = [&](double x) {
            if (!derivative)
                derivative.emplace(expr::differentiate(s.quantity).value_or(expr::number(0)), m_parameters);
            return (*derivative)(x);
        };
        const auto y = quantity(m_grid);
        for (const double level : s.atEveryInteger ? integersIn(y) : std::vector<double>{0})
            if (m_found.x.size() <= 2 * kMost)  // more would be thrown away again
                findLevel([&](double x) { return quantity(x) - level; }, slope, y, level);
    }

    void findLevel(const Function& value, const Function& slope, std::vector<double> y, double level)
    {
        for (double& each : y)
            each -= level;
        const auto roots = rootsOf({value, slope, m_grid, y}, kMost + 1);
        m_found.complete = m_found.complete && roots.size() <= kMost;
        for (const double root : roots)
            add(root);
    }

    std::vector<double> integersIn(const std::vector<double>& y)
    {
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (const double each : y)
            if (std::isfinite(each)) {
                low = std::min(low, each);
                high = std::max(high, each);
            }
        return low <= high ? integersBetween(low, high) : std::vector<double>{};
    }

    std::vector<double> integersBetween(double a, double b)
    {
        double first = std::ceil(std::min(a, b)), last = std::floor(std::max(a, b));
        if (last - first >= kMost) {
            m_found.complete = false;
            const double middle = std::floor(first + (last - first) / 2);
            first = middle - kMost / 2.0;
            last = middle + kMost / 2.0;
        }
        std::vector<double> integers;
        for (double k = first; k <= last && integers.size() <= kMost; ++k)
            integers.push_back(k);
        return integers;
    }

    void add(double x)
    {
        if (x >= m_interval.low && x <= m_interval.high)
            m_found.x.push_back(x + 0.0);  // never −0
    }

    Parameters m_parameters;
    Interval m_interval;
    std::vector<double> m_grid;
    SwitchPoints m_found;
};

/// Two roots of different switches that differ by rounding are one place; the first found stands for both.
void merge(std::vector<double>& x, Interval interval)
{
    std::stable_sort(x.begin(), x.end());
    const auto isSame = [&](double a, double b) {
        return b - a <= 1e-12 * std::max(std::abs(a), std::min(1.0, interval.width()));
    };
    x.erase(std::unique(x.begin(), x.end(), isSame), x.end());
}

void keepNearestToMiddle(SwitchPoints& points, Interval interval)
{
    if (points.x.size() <= kMost)
        return;
    points.complete = false;
    const double middle = interval.low + interval.width() / 2;
    const auto nearest = std::lower_bound(points.x.begin(), points.x.end(), middle) - points.x.begin();
    const auto first = std::clamp<std::ptrdiff_t>(nearest - static_cast<std::ptrdiff_t>(kMost / 2), 0,
                                                  static_cast<std::ptrdiff_t>(points.x.size() - kMost));
    points.x = {points.x.begin() + first, points.x.begin() + first + kMost};
}

}  // namespace

SwitchPoints switchPoints(const std::vector<Switch>& switches, Parameters parameters, Interval interval)
{
    if (!(interval.low <= interval.high) || !std::isfinite(interval.width()))
        return {};
    Finder finder(parameters, interval);
    for (const auto& s : switches)
        finder.find(s);
    SwitchPoints points = finder.take();
    merge(points.x, interval);
    keepNearestToMiddle(points, interval);
    return points;
}

}  // namespace actlab::analysis
