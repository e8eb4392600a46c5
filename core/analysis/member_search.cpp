#include "core/analysis/member_search.hpp"

#include "core/analysis/breakpoints.hpp"
#include "core/analysis/interval.hpp"
#include "core/analysis/least_squares.hpp"

#include <Eigen/Core>
#include <unsupported/Eigen/NonLinearOptimization>

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

using Vector = Eigen::VectorXd;

constexpr double kLeastBend = 0.01;   // part of f that is not a straight line, over the points
constexpr double kLeastShare = 3e-3;  // of the height: what f must bend the member by

struct Found {
    Place place;
    double distance = kInfinity;
};

/// The points with ξ, and the part of y that no straight line can be.
class Projection {
public:
    Projection(const activation::Activation& f, const FitPoints& points)
        : m_f(f), m_middle(points.middle()), m_half(points.half()), m_height(points.height)
    {
        m_xi = (Eigen::Map<const Vector>(points.x.data(), size(points)).array() - m_middle) / m_half;
        m_level = Vector::Constant(m_xi.size(), 1 / std::sqrt(static_cast<double>(m_xi.size())));
        m_slope = (m_xi - m_level * m_level.dot(m_xi)).normalized();
        m_y = Eigen::Map<const Vector>(points.y.data(), size(points)) / m_height;
        m_bend = bendOf(m_y);
    }

    const Vector& xi() const { return m_xi; }
    const Vector& bend() const { return m_bend; }
    double rootMeanSquare(const Vector& v) const { return v.norm() / std::sqrt(static_cast<double>(v.size())); }

    /// What no straight line can be.
    Vector bendOf(const Vector& v) const { return v - m_level * m_level.dot(v) - m_slope * m_slope.dot(v); }

    /// f and, for `order` 1, its slope at a place.
    std::vector<Vector> at(const Place& place, int order) const
    {
        const Vector u = (place.beta * m_xi).array() + place.gamma;
        std::vector<Vector> values;
        for (const auto& v : m_f.evaluate<double>({u.data(), static_cast<std::size_t>(u.size())}, order))
            values.push_back(Eigen::Map<const Vector>(v.data(), u.size()));
        return values;
    }

    /// The bend of f there; empty where it is hardly more than a straight line, or not finite.
    Vector bendAt(const Place& place, const Vector& f) const
    {
        const Vector bend = bendOf(f);
        const double all = (f - m_level * m_level.dot(f)).norm();
        const bool isBent = bend.allFinite() && bend.norm() > kLeastBend * all && bend.norm() > 1e-9;
        return isBent && showsEnough(place.beta, place.gamma) ? bend : Vector{};
    }

    double distanceAt(const Place& place) const
    {
        const Vector bend = bendAt(place, at(place, 0)[0]);
        if (bend.size() == 0)
            return kInfinity;
        return rootMeanSquare(m_bend - bend * (bend.dot(m_bend) / bend.squaredNorm()));
    }

    /// In the units of the points.
    Coefficients membersCoefficients(const Place& place) const
    {
        const Vector f = at(place, 0)[0], bend = bendOf(f);
        const double a = bend.dot(m_bend) / bend.squaredNorm();
        const Vector line = m_y - a * f;
        const double rise = m_slope.dot(line) / m_slope.dot(m_xi), level = (line - rise * m_xi).mean();
        const double d = m_height * rise / m_half;
        return {m_height * a, place.beta / m_half, place.gamma - place.beta * m_middle / m_half, d,
                m_height * level - d * m_middle};
    }

private:
    static Eigen::Index size(const FitPoints& points) { return static_cast<Eigen::Index>(points.x.size()); }

    const activation::Activation& m_f;
    double m_middle, m_half, m_height;
    Vector m_xi, m_level, m_slope, m_y, m_bend;
};

/// The two unknowns as Eigen's solver wants to see them. The slopes leave out, as Kaufman (1975) does, what a
/// changes by.
class PlaceProblem : public LeastSquares {
public:
    explicit PlaceProblem(const Projection& projection) : m_projection(projection) {}
    int inputs() const { return 2; }
    int values() const { return static_cast<int>(m_projection.xi().size()); }

    int operator()(const Vector& unknowns, Vector& off) const
    {
        const Place place{unknowns[0], unknowns[1]};
        const Vector bend = m_projection.bendAt(place, m_projection.at(place, 0)[0]);
        if (bend.size() == 0)
            off = 2 * m_projection.bend();  // further off than any member
        else
            off = m_projection.bend() - bend * (bend.dot(m_projection.bend()) / bend.squaredNorm());
        return 0;
    }

    int df(const Vector& unknowns, Eigen::MatrixXd& slopes) const
    {
        const Place place{unknowns[0], unknowns[1]};
        const auto f = m_projection.at(place, 1);
        const Vector bend = m_projection.bendAt(place, f[0]);
        if (bend.size() == 0 || !f[1].allFinite())
            return -1;
        const double a = bend.dot(m_projection.bend()) / bend.squaredNorm();
        for (const Eigen::Index k : {0, 1}) {
            const Vector byUnknown = k == 0 ? Vector(f[1].cwiseProduct(m_projection.xi())) : f[1];
            const Vector bent = m_projection.bendOf(byUnknown);
            slopes.col(k) = -a * (bent - bend * (bend.dot(bent) / bend.squaredNorm()));
        }
        return 0;
    }

private:
    const Projection& m_projection;
};

class MemberSearch {
public:
    explicit MemberSearch(const Projection& projection) : m_projection(projection) {}

    Found run(bool jumps) const { return run(startsOnGrid(jumps ? kStartsAmongJumps : kStarts), jumps); }

    Found run(std::span<const Place> starts, bool jumps) const
    {
        constexpr double kNoNearer = 1e-12;
        Found best;
        for (const Place& place : starts) {
            const Found start = found(place);
            best = nearer(best, jumps ? felt(moved(start)) : moved(start));
            if (best.distance < kNoNearer)
                return best;
        }
        return nearer(best, moved(shifted(best)));
    }

private:
    static constexpr std::size_t kStarts = 12, kStartsAmongJumps = 40;

    static const Found& nearer(const Found& left, const Found& right)
    {
        return right.distance < left.distance ? right : left;
    }

    Found found(const Place& place) const { return {place, m_projection.distanceAt(place)}; }

    std::vector<Place> startsOnGrid(std::size_t most) const
    {
        std::array<double, kGridPlaces> distances{};
        for (std::size_t i = 0; i < kGridPlaces; ++i)
            distances[i] = m_projection.distanceAt(gridPlace(i));
        std::vector<Place> starts;
        for (const std::size_t place : gridMinima(distances, most))
            starts.push_back(gridPlace(place));
        return starts;
    }

    Found moved(const Found& start) const
    {
        if (start.distance == kInfinity)
            return start;
        PlaceProblem problem(m_projection);
        Eigen::LevenbergMarquardt<PlaceProblem> solver(problem);
        solver.parameters.ftol = solver.parameters.xtol = 1e-13;
        solver.parameters.maxfev = 60;
        Vector unknowns(2);
        unknowns << start.place.beta, start.place.gamma;
        solver.minimize(unknowns);
        return nearer(start, found({unknowns[0], unknowns[1]}));
    }

    /// To where single steps in β and γ, smaller and smaller, lead: past the jumps, which have no slope.
    Found felt(Found best) const
    {
        for (double step = 0.25; step > 1e-3;) {
            const Found next = bestAround(best, step);
            if (next.distance >= best.distance)
                step /= 1.5;
            best = next;
        }
        return moved(best);
    }

    Found bestAround(const Found& from, double step) const
    {
        const auto [beta, gamma] = from.place;
        Found best = from;
        for (const double byBeta : {-step, 0.0, step})
            for (const double byGamma : {-step, 0.0, step})
                best = nearer(best, found({beta * (1 + byBeta), gamma + beta * byGamma}));
        return best;
    }

    /// The same stretch of f with its middle between any two points: a jump has no slope that leads there.
    Found shifted(const Found& from) const
    {
        Found best = from;
        const Vector& xi = m_projection.xi();
        for (Eigen::Index i = 0; from.distance < kInfinity && i + 1 < xi.size(); ++i)
            best = nearer(best, found({from.place.beta, -from.place.beta * (xi[i] + xi[i + 1]) / 2}));
        return best;
    }

    const Projection& m_projection;
};

bool hasJump(const activation::Activation& f)
{
    const auto isJump = [](const Breakpoint& point) { return point.join == Join::Jump; };
    return std::ranges::any_of(findBreakpoints(f, {-4, 4}).points, isJump);
}

std::optional<Coefficients> memberAt(const Found& best, const Projection& projection, const activation::Activation& f,
                                     const FitPoints& points)
{
    if (best.distance == kInfinity)
        return std::nullopt;
    const Coefficients member = refitted(f, projection.membersCoefficients(best.place), {}, points);
    const double share = std::abs(member[kA]) / points.height *
                         projection.rootMeanSquare(projection.bendOf(projection.at(best.place, 0)[0]));
    const bool isMuchNearer = best.distance < 0.1 * projection.rootMeanSquare(projection.bend());
    const bool isBent = share > kLeastShare || (share > 1e-6 && isMuchNearer);
    return isBent ? std::optional(member) : std::nullopt;
}

}  // namespace

std::optional<Coefficients> nearestMember(const activation::Activation& f, const FitPoints& points)
{
    const Projection projection(f, points);
    return memberAt(MemberSearch(projection).run(hasJump(f)), projection, f, points);
}

std::optional<Coefficients> nearestMember(const activation::Activation& f, const FitPoints& points,
                                          std::span<const Place> starts)
{
    const Projection projection(f, points);
    return memberAt(MemberSearch(projection).run(starts, hasJump(f)), projection, f, points);
}

}  // namespace actlab::analysis
