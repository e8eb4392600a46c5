#include "core/analysis/nearest.hpp"

#include "core/activation/catalogue.hpp"
#include "core/analysis/member_search.hpp"
#include "core/analysis/member_tidying.hpp"
#include "core/analysis/sketch_formula.hpp"
#include "core/analysis/stroke.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace actlab::analysis {

namespace {

using activation::ActivationPtr;

constexpr std::size_t kMostPoints = 200;  // more are thinned out: the members do not change

struct Candidate {
    ActivationPtr row;
    std::size_t place = 0;  ///< in the catalogue
    Coefficients member{};
    double distance = 0;
};

bool isLine(const ActivationPtr& row)
{
    return expr::as<expr::Variable>(row->value()) != nullptr;
}

/// The straight line of least squares, as a member of the family of the identity.
Coefficients nearestLine(const activation::Activation& identity, const FitPoints& points)
{
    return refitted(identity, {0, 1, 0, 0, 0}, {false, true, true, true, false}, points);
}

class Candidates {
public:
    Candidates(const FitPoints& points, const std::stop_token& stop) : m_points(points), m_stop(stop) {}

    void addAll()
    {
        for (const ActivationPtr& row : activation::catalogue())
            add(row, [&] { return isLine(row) ? nearestLine(*row, m_points) : nearestMember(*row, m_points); });
    }

    void addLeads()
    {
        constexpr std::size_t kMost = 24;
        const ActivationPtr line = *std::ranges::find_if(activation::catalogue(), isLine);
        add(line, [&] { return std::optional(nearestLine(*line, m_points)); });
        for (const Lead& lead : nearestLeads(m_points, kMost))
            if (lead.row != line)
                add(lead.row, [&] { return nearestMember(*lead.row, m_points, lead.starts); });
    }

    /// Nearest first.
    std::vector<Candidate> take()
    {
        std::ranges::stable_sort(m_found, {}, &Candidate::distance);
        return std::move(m_found);
    }

private:
    template <class Find>
    void add(const ActivationPtr& row, const Find& find)
    {
        if (m_stop.stop_requested())
            return;
        if (const std::optional<Coefficients> member = find())
            m_found.push_back({row, placeOf(row), *member, distanceOf(*row, *member, m_points).mean});
    }

    static std::size_t placeOf(const ActivationPtr& row)
    {
        const auto& rows = activation::catalogue();
        return static_cast<std::size_t>(std::ranges::find(rows, row) - rows.begin());
    }

    const FitPoints& m_points;
    const std::stop_token& m_stop;
    std::vector<Candidate> m_found;
};

std::vector<Candidate> candidates(const FitPoints& points, const NearestSettings& settings)
{
    Candidates all(points, settings.stop);
    if (!settings.others) {
        all.addAll();
        return all.take();
    }
    all.addLeads();
    std::vector<Candidate> found = all.take();
    const auto isCopy = [](const Candidate& c) { return c.distance < kCopy; };
    const auto copies = static_cast<std::size_t>(std::ranges::count_if(found, isCopy));
    found.resize(std::min(found.size(), copies + *settings.others));
    return found;
}

FamilyMember memberOf(const Candidate& candidate, const FitPoints& points)
{
    const auto& row = *candidate.row;
    const Coefficients tidy = tidied(row, candidate.member, points);
    const auto [mean, greatest] = distanceOf(row, tidy, points);
    const auto& [a, b, c, d, e] = tidy;
    const std::string text =
        isLine(candidate.row) ? lineText(a, e) : memberText(activation::functionNameOf(row.name()), tidy);
    return {candidate.row, a, b, c, d, e, mean, greatest, text};
}

/// By distance in steps of 5 %, then by how much the formula shows, then by place in the catalogue, where members
/// stand now.
void rank(std::vector<FamilyMember>& members)
{
    const auto key = [](const FamilyMember& m) {
        const double step = std::floor(std::log(std::max(m.distance, 1e-9)) / std::log(1.05));
        return std::tuple(step, shownCoefficients({m.a, m.b, m.c, m.d, m.e}));
    };
    std::ranges::stable_sort(members, {}, key);
}

/// Those worth tidying: the nearest, and all that are as near as the last of them.
std::size_t countWorthTidying(const std::vector<Candidate>& found, std::size_t most)
{
    if (found.size() <= most)
        return found.size();
    const double asNear = std::max(1e-9, 1.05 * found[most - 1].distance);
    const auto isFar = [&](const Candidate& c) { return c.distance > asNear; };
    return static_cast<std::size_t>(std::ranges::find_if(found, isFar) - found.begin());
}

std::vector<FamilyMember> nearest(const FitPoints& points, const NearestSettings& settings)
{
    std::vector<Candidate> found = candidates(points, settings);
    found.resize(countWorthTidying(found, settings.most));
    std::ranges::sort(found, {}, &Candidate::place);
    std::vector<FamilyMember> members;
    for (const Candidate& candidate : found)
        members.push_back(memberOf(candidate, points));
    rank(members);
    members.resize(std::min(members.size(), settings.most));
    return members;
}

FitPoints fitPointsOf(const Stroke& stroke)
{
    FitPoints points{{}, {}, stroke.height()};
    for (const Point& p : stroke.points) {
        points.x.push_back(p.x);
        points.y.push_back(p.y);
    }
    return points;
}

}  // namespace

FromPoints<std::vector<FamilyMember>> nearestMembers(std::span<const Point> points, const NearestSettings& settings)
{
    auto stroke = strokeOf(points);
    if (!stroke)
        return tl::unexpected(stroke.error());
    if (points.size() <= kMostPoints) {
        stroke->points.assign(points.begin(), points.end());
        std::ranges::stable_sort(stroke->points, {}, &Point::x);
    }
    return nearest(fitPointsOf(*stroke), settings);
}

FromPoints<std::vector<FamilyMember>> nearestMembers(const activation::Activation& activation, Interval interval,
                                                     const NearestSettings& settings)
{
    constexpr std::size_t kSamples = 120;
    std::vector<double> x;
    for (std::size_t i = 0; i < kSamples; ++i)
        x.push_back(interval.low + interval.width() * (static_cast<double>(i) + 0.5) / kSamples);
    const auto y = activation.evaluate<double>(x, 0)[0];
    std::vector<Point> points;
    for (std::size_t i = 0; i < kSamples; ++i)
        points.push_back({x[i], y[i]});
    return nearestMembers(points, settings);
}

}  // namespace actlab::analysis
