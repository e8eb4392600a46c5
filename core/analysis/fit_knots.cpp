#include "core/analysis/fit_knots.hpp"

#include "core/analysis/least_squares.hpp"

#include <Eigen/Core>
#include <unsupported/Eigen/NonLinearOptimization>
#include <unsupported/Eigen/NumericalDiff>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actlab::analysis {

namespace {

using Knots = std::vector<Point>;
using Numbers = std::vector<double>;

constexpr double kNarrowestGap = 0.015;  // of the width: what is nearer is one bend, and readers see one
constexpr std::size_t kFewest = 8;       // points; so few are the knots themselves

/// How far each point of a stroke is from a curve.
Numbers residuals(const Knots& points, const Knots& knots, SketchForm form)
{
    const Interpolant curve = interpolate(knots, form);
    Numbers off;
    off.reserve(points.size());
    for (const Point& p : points)
        off.push_back(curve.at(p.x) - p.y);
    return off;
}

/// Means of five neighbours: what the curve misses, without the trembling.
Numbers smoothed(const Numbers& values)
{
    Numbers means;
    const auto count = static_cast<std::ptrdiff_t>(values.size());
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const auto begin = values.begin() + std::max<std::ptrdiff_t>(i - 2, 0);
        const auto end = values.begin() + std::min(i + 3, count);
        means.push_back(std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin));
    }
    return means;
}

double rootMeanSquare(const Numbers& values)
{
    return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0) /
                     static_cast<double>(values.size()));
}

/// The problem of least squares: the unknowns are the values at the knots, then the logarithms of the gaps
/// between them, so that the knots stay in order whatever a step does.
class KnotProblem : public LeastSquares {
public:
    KnotProblem(const Knots& points, SketchForm form, std::size_t knotCount)
        : m_points(points), m_form(form), m_knotCount(knotCount)
    {
    }

    int inputs() const { return static_cast<int>(2 * m_knotCount - 1); }
    int values() const { return static_cast<int>(m_points.size()); }

    int operator()(const InputType& unknowns, ValueType& off) const
    {
        const Numbers numbers = residuals(m_points, knotsOf(unknowns), m_form);
        off = Eigen::Map<const Eigen::VectorXd>(numbers.data(), values());
        return 0;
    }

    InputType unknownsOf(const Knots& knots) const
    {
        InputType unknowns(inputs());
        for (std::size_t i = 0; i < m_knotCount; ++i)
            unknowns[index(i)] = knots[i].y;
        for (std::size_t i = 0; i + 1 < m_knotCount; ++i)
            unknowns[index(m_knotCount + i)] = std::log(std::max(knots[i + 1].x - knots[i].x - leastGap(), 1e-4));
        return unknowns;
    }

    Knots knotsOf(const InputType& unknowns) const
    {
        const Eigen::ArrayXd gaps = unknowns.tail(index(m_knotCount) - 1).array().min(50).exp();
        const double share = (1 - static_cast<double>(m_knotCount - 1) * leastGap()) / gaps.sum();
        Knots knots{{0, unknowns[0]}};
        for (std::size_t i = 1; i < m_knotCount; ++i)
            knots.push_back({knots.back().x + leastGap() + share * gaps[index(i) - 1], unknowns[index(i)]});
        return knots;
    }

private:
    static Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }
    double leastGap() const { return std::min(kNarrowestGap, 0.5 / static_cast<double>(m_knotCount)); }

    const Knots& m_points;
    SketchForm m_form;
    std::size_t m_knotCount;
};

/// Knots for a stroke that has been stretched to the unit square.
class KnotSearch {
public:
    KnotSearch(Knots points, SketchForm form, double tolerance, std::size_t most)
        : m_points(std::move(points)), m_form(form), m_tolerance(tolerance), m_greatest(2 * tolerance), m_most(most)
    {
    }

    Knots run()
    {
        Knots knots = moved({m_points.front(), m_points.back()});
        while (!isNear(knots) && knots.size() < m_most)
            knots = withBestKnot(knots);
        contentWith(knots);
        return withoutNeedless(std::move(knots));
    }

private:
    Numbers off(const Knots& knots) const { return residuals(m_points, knots, m_form); }
    double distance(const Knots& knots) const { return rootMeanSquare(off(knots)); }

    double greatest(const Knots& knots) const
    {
        const auto bySize = [](double mean) { return std::abs(mean); };
        return std::abs(std::ranges::max(smoothed(off(knots)), {}, bySize));
    }

    bool isNear(const Knots& knots) const { return distance(knots) <= m_tolerance && greatest(knots) <= m_greatest; }

    /// What is not reached with all knots allowed need not be reached with fewer.
    void contentWith(const Knots& knots)
    {
        constexpr double kHardlyMore = 1.05;
        m_tolerance = std::max(m_tolerance, kHardlyMore * distance(knots));
        m_greatest = std::max(m_greatest, kHardlyMore * greatest(knots));
    }

    /// To where the curve is nearest to the stroke.
    Knots moved(const Knots& knots) const
    {
        const KnotProblem plain(m_points, m_form, knots.size());
        Eigen::NumericalDiff<KnotProblem> problem(plain);
        Eigen::LevenbergMarquardt<Eigen::NumericalDiff<KnotProblem>> solver(problem);
        solver.parameters.maxfev = 60 * problem.inputs();
        solver.parameters.ftol = solver.parameters.xtol = 1e-5;
        Eigen::VectorXd unknowns = plain.unknownsOf(knots);
        solver.minimize(unknowns);
        Knots better = plain.knotsOf(unknowns);
        return distance(better) <= distance(knots) ? better : knots;
    }

    /// One more knot: in each of the three gaps that miss most, where the curve misses most; the best of them.
    Knots withBestKnot(const Knots& knots) const
    {
        Knots best;
        for (const std::size_t gap : worstGaps(knots)) {
            Knots candidate = moved(withKnotIn(knots, gap));
            if (best.empty() || distance(candidate) < distance(best))
                best = std::move(candidate);
        }
        return best;
    }

    std::vector<std::size_t> worstGaps(const Knots& knots) const
    {
        constexpr std::size_t kTried = 3;
        Numbers missed(knots.size() - 1);
        const Numbers means = smoothed(off(knots));
        for (std::size_t i = 0; i < means.size(); ++i)
            missed[gapOf(knots, m_points[i].x)] += means[i] * means[i];
        std::vector<std::size_t> gaps(missed.size());
        std::iota(gaps.begin(), gaps.end(), std::size_t{0});
        std::ranges::sort(gaps, std::greater{}, [&](std::size_t gap) { return missed[gap]; });
        gaps.resize(std::min(gaps.size(), kTried));
        return gaps;
    }

    static std::size_t gapOf(const Knots& knots, double x)
    {
        const auto inner = std::span(knots).subspan(1, knots.size() - 2);
        return static_cast<std::size_t>(std::ranges::upper_bound(inner, x, {}, &Point::x) - inner.begin());
    }

    Knots withKnotIn(Knots knots, std::size_t gap) const
    {
        const Numbers means = smoothed(off(knots));
        const double low = knots[gap].x, high = knots[gap + 1].x, margin = 0.2 * (high - low);
        Point knot{(low + high) / 2, (knots[gap].y + knots[gap + 1].y) / 2};
        double worst = 0;
        for (std::size_t i = 0; i < m_points.size(); ++i)
            if (m_points[i].x > low + margin && m_points[i].x < high - margin && std::abs(means[i]) > worst) {
                worst = std::abs(means[i]);
                knot = m_points[i];
            }
        knots.insert(knots.begin() + static_cast<std::ptrdiff_t>(gap) + 1, knot);
        return knots;
    }

    Knots withoutNeedless(Knots knots) const
    {
        for (std::size_t i = 1; i + 1 < knots.size();) {
            Knots fewer = knots;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            fewer = moved(fewer);
            const bool isNeedless = isNear(fewer);
            knots = isNeedless ? fewer : knots;
            i = isNeedless ? 1 : i + 1;
        }
        return knots;
    }

    Knots m_points;
    SketchForm m_form;
    double m_tolerance, m_greatest;  // of the root mean square, and of the means of five neighbours
    std::size_t m_most;
};

}  // namespace

std::vector<Point> fitKnots(const Stroke& stroke, SketchForm form, double tolerance, std::size_t most)
{
    const std::size_t count = stroke.points.size();
    if (count < kFewest && count <= most)
        return stroke.points;
    const Point origin = stroke.points.front();
    const double width = stroke.width(), height = stroke.height();
    Knots unit;
    for (const Point& p : stroke.points)
        unit.push_back({(p.x - origin.x) / width, (p.y - origin.y) / height});
    const double reachable = std::max(tolerance, 1.05 * stroke.tremble() / height);
    const std::size_t mostUnknowns = (count + 1) / 2;
    Knots knots = KnotSearch(std::move(unit), form, reachable, std::clamp<std::size_t>(most, 2, mostUnknowns)).run();
    for (Point& knot : knots)
        knot = {origin.x + width * knot.x, origin.y + height * knot.y};
    return knots;
}

}  // namespace actlab::analysis
