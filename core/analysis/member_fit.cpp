#include "core/analysis/member_fit.hpp"

#include "core/analysis/least_squares.hpp"

#include <Eigen/Core>
#include <unsupported/Eigen/NonLinearOptimization>

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

std::vector<double> arguments(const Coefficients& member, const FitPoints& points)
{
    std::vector<double> u;
    u.reserve(points.x.size());
    for (const double x : points.x)
        u.push_back(member[kB] * x + member[kC]);
    return u;
}

/// The coefficients that may move, as Eigen's solver wants to see them.
class MemberProblem : public LeastSquares {
public:
    MemberProblem(const activation::Activation& f, const Coefficients& start, std::vector<std::size_t> free,
                  const FitPoints& points)
        : m_f(f), m_start(start), m_free(std::move(free)), m_points(points)
    {
    }

    int inputs() const { return static_cast<int>(m_free.size()); }
    int values() const { return static_cast<int>(m_points.x.size()); }

    Coefficients memberOf(const InputType& unknowns) const
    {
        Coefficients member = m_start;
        for (std::size_t i = 0; i < m_free.size(); ++i)
            member[m_free[i]] = unknowns[static_cast<Eigen::Index>(i)];
        return member;
    }

    int operator()(const InputType& unknowns, ValueType& off) const
    {
        const Coefficients m = memberOf(unknowns);
        const auto f = m_f.evaluate<double>(arguments(m, m_points), 0)[0];
        for (std::size_t i = 0; i < f.size(); ++i) {
            const double y = m[kA] * f[i] + m[kD] * m_points.x[i] + m[kE];
            off[static_cast<Eigen::Index>(i)] = (y - m_points.y[i]) / m_points.height;
        }
        return off.allFinite() ? 0 : -1;
    }

    int df(const InputType& unknowns, JacobianType& slopes) const
    {
        const Coefficients m = memberOf(unknowns);
        const auto f = m_f.evaluate<double>(arguments(m, m_points), 1);
        for (std::size_t i = 0; i < f[0].size(); ++i) {
            const double x = m_points.x[i], slope = m[kA] * f[1][i];
            const Coefficients all{f[0][i], slope * x, slope, x, 1};
            for (std::size_t k = 0; k < m_free.size(); ++k)
                slopes(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = all[m_free[k]] / m_points.height;
        }
        return slopes.allFinite() ? 0 : -1;
    }

private:
    const activation::Activation& m_f;
    Coefficients m_start;
    std::vector<std::size_t> m_free;
    const FitPoints& m_points;
};

/// Whether the solver may end here, having moved b or c.
bool isAllowed(const Coefficients& m, const FitPoints& points)
{
    return showsEnough(m[kB] * points.half(), m[kB] * points.middle() + m[kC]);
}

}  // namespace

bool showsEnough(double beta, double gamma)
{
    constexpr double kNarrowest = 0.5, kWidest = 45, kFarthest = 2.5;
    const double half = std::abs(beta);
    return half >= kNarrowest && half <= kWidest && std::abs(gamma) <= kFarthest * half;
}

MemberDistance distanceOf(const activation::Activation& f, const Coefficients& m, const FitPoints& points)
{
    const auto values = f.evaluate<double>(arguments(m, points), 0)[0];
    double squares = 0, greatest = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double off = (m[kA] * values[i] + m[kD] * points.x[i] + m[kE] - points.y[i]) / points.height;
        squares += off * off;
        greatest = std::max(greatest, std::abs(off));
    }
    const double infinite = std::numeric_limits<double>::infinity();
    if (!std::isfinite(squares))
        return {infinite, infinite};
    return {std::sqrt(squares / static_cast<double>(values.size())), greatest};
}

Coefficients refitted(const activation::Activation& f, Coefficients start, const std::array<bool, 5>& fixed,
                      const FitPoints& points)
{
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < fixed.size(); ++i)
        if (!fixed[i])
            free.push_back(i);
    if (free.empty() || free.size() > points.x.size())
        return start;
    Eigen::VectorXd unknowns(static_cast<Eigen::Index>(free.size()));
    for (std::size_t i = 0; i < free.size(); ++i)
        unknowns[static_cast<Eigen::Index>(i)] = start[free[i]];
    MemberProblem problem(f, start, free, points);
    Eigen::LevenbergMarquardt<MemberProblem> solver(problem);
    solver.parameters.ftol = solver.parameters.xtol = 1e-14;
    solver.parameters.maxfev = 60;
    solver.minimize(unknowns);
    const Coefficients moved = problem.memberOf(unknowns);
    if (!(fixed[kB] && fixed[kC]) && !isAllowed(moved, points))
        return start;
    return distanceOf(f, moved, points).mean <= distanceOf(f, start, points).mean ? moved : start;
}

}  // namespace actlab::analysis
