#include "core/analysis/member_grid.hpp"

#include "core/activation/catalogue.hpp"
#include "core/analysis/interval.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace actlab::analysis {

namespace {

using activation::Activation;
using Vector = Eigen::VectorXd;

constexpr Eigen::Index kSamples = 60;  // of every place of the grid, evenly spaced in ξ

Vector evenXi()
{
    return Vector::LinSpaced(kSamples, -1, 1);
}

/// What no straight line can be, with norm 1; 0 where that is next to nothing or not finite.
Vector unitBend(const Vector& v)
{
    const Vector xi = evenXi();
    const Vector straightened = v.array() - v.mean();
    const Vector bend = straightened - xi * (xi.dot(straightened) / xi.squaredNorm());
    const bool isBent = bend.allFinite() && bend.norm() > 0.01 * straightened.norm() && bend.norm() > 1e-9;
    return isBent ? Vector(bend.normalized()) : Vector(Vector::Zero(kSamples));
}

/// A column for each place.
Eigen::MatrixXf bendsOf(const Activation& f)
{
    const Vector xi = evenXi();
    Eigen::MatrixXd u(kSamples, kGridPlaces);
    for (std::size_t i = 0; i < kGridPlaces; ++i)
        u.col(static_cast<Eigen::Index>(i)) = (gridPlace(i).beta * xi).array() + gridPlace(i).gamma;
    const auto values = f.evaluate<double>({u.data(), static_cast<std::size_t>(u.size())}, 0)[0];
    Eigen::MatrixXf bends(kSamples, kGridPlaces);
    for (std::size_t i = 0; i < kGridPlaces; ++i) {
        const auto column = static_cast<Eigen::Index>(i);
        const Eigen::Map<const Vector> value(values.data() + column * kSamples, kSamples);
        bends.col(column) = unitBend(value).cast<float>();
    }
    return bends;
}

std::vector<Eigen::MatrixXf> bendsOfCatalogue()
{
    std::vector<Eigen::MatrixXf> bends;
    for (const auto& row : activation::catalogue())
        bends.push_back(bendsOf(*row));
    return bends;
}

/// The points at evenly spaced ξ, straight lines between them.
Vector evened(const FitPoints& points)
{
    Vector y(kSamples);
    const Vector xi = evenXi();
    for (Eigen::Index i = 0; i < kSamples; ++i) {
        const double x = std::clamp(points.middle() + points.half() * xi[i], points.x.front(), points.x.back());
        const auto found = std::ranges::upper_bound(points.x, x) - points.x.begin();
        const auto right = std::clamp<std::ptrdiff_t>(found, 1, std::ssize(points.x) - 1);
        const auto to = static_cast<std::size_t>(right), from = to - 1;
        const double gap = points.x[to] - points.x[from], share = gap > 0 ? (x - points.x[from]) / gap : 0;
        y[i] = points.y[from] + share * (points.y[to] - points.y[from]);
    }
    return y / points.height;
}

/// Of directions, 0 where they agree.
double distanceOf(double cosine)
{
    return std::sqrt(std::max(0.0, 1 - cosine * cosine));
}

Lead leadOf(const activation::ActivationPtr& row, const Eigen::MatrixXf& bends, const Eigen::VectorXf& target)
{
    constexpr std::size_t kStarts = 4;
    const Eigen::VectorXf likeness = bends.transpose() * target;
    std::array<double, kGridPlaces> distances{};
    for (std::size_t i = 0; i < kGridPlaces; ++i) {
        const auto column = static_cast<Eigen::Index>(i);
        distances[i] = bends(0, column) == 0 && bends.col(column).isZero() ? kInfinity : distanceOf(likeness[column]);
    }
    Lead lead{row, kInfinity, {}};
    for (const std::size_t place : gridMinima(distances, kStarts)) {
        lead.distance = std::min(lead.distance, distances[place]);
        lead.starts.push_back(gridPlace(place));
    }
    return lead;
}

/// Looks between the places of the grid.
class Closer {
public:
    Closer(const Activation& f, const Vector& target) : m_f(f), m_target(target) {}

    /// The distance of the place where it ends.
    double move(Place& place) const
    {
        double distance = distancesAt<1>({place})[0];
        for (double step = 0.12; step > 0.004;)
            step /= moveBy(step, place, distance) ? 1 : 2;
        return distance;
    }

private:
    /// To the best of the four neighbours, if it is nearer.
    bool moveBy(double step, Place& place, double& distance) const
    {
        const auto& [beta, gamma] = place;
        const std::array<Place, 4> next{{{beta * (1 + step), gamma * (1 + step)},
                                         {beta * (1 - step), gamma * (1 - step)},
                                         {beta, gamma + beta * step},
                                         {beta, gamma - beta * step}}};
        const auto distances = distancesAt<4>(next);
        const auto best = static_cast<std::size_t>(std::ranges::min_element(distances) - distances.begin());
        if (!(distances[best] < distance))
            return false;
        place = next[best];
        distance = distances[best];
        return true;
    }

    template <std::size_t n>
    std::array<double, n> distancesAt(const std::array<Place, n>& places) const
    {
        Eigen::MatrixXd u(kSamples, n);
        for (std::size_t i = 0; i < n; ++i)
            u.col(static_cast<Eigen::Index>(i)) = (places[i].beta * m_xi).array() + places[i].gamma;
        const auto f = m_f.evaluate<double>({u.data(), static_cast<std::size_t>(u.size())}, 0)[0];
        std::array<double, n> distances{};
        for (std::size_t i = 0; i < n; ++i) {
            const Eigen::Map<const Vector> value(f.data() + i * kSamples, kSamples);
            const bool isAllowed = showsEnough(places[i].beta, places[i].gamma);
            distances[i] = isAllowed ? distanceOf(unitBend(value).dot(m_target)) : kInfinity;
        }
        return distances;
    }

    const Vector m_xi = evenXi();
    const Activation& m_f;
    const Vector& m_target;
};

void moveCloser(Lead& lead, const Vector& target)
{
    constexpr std::size_t kKept = 2;
    const Closer closer(*lead.row, target);
    std::vector<std::pair<double, Place>> starts;
    for (Place place : lead.starts) {
        const double distance = closer.move(place);
        starts.emplace_back(distance, place);
    }
    std::ranges::stable_sort(starts, {}, [](const auto& start) { return start.first; });
    lead.distance = starts.front().first;
    lead.starts.clear();
    for (const auto& [distance, place] : std::span(starts).first(std::min(starts.size(), kKept)))
        lead.starts.push_back(place);
}

void keepNearest(std::vector<Lead>& leads, std::size_t most)
{
    std::ranges::stable_sort(leads, {}, &Lead::distance);
    leads.resize(std::min(leads.size(), most));
}

}  // namespace

Place gridPlace(std::size_t index)
{
    constexpr double kNarrowest = 0.5;  // |β| where the grid begins
    const double sign = index < kGridPlaces / 2 ? 1 : -1;
    const std::size_t row = index / kGridGammas % kGridBetas, column = index % kGridGammas;
    const double beta = sign * kNarrowest * std::pow(2, static_cast<double>(row) / 3);
    const double middle = -1.4 + 2.8 * static_cast<double>(column) / (kGridGammas - 1);
    return {beta, -beta * middle};
}

std::vector<std::size_t> gridMinima(std::span<const double, kGridPlaces> distances, std::size_t most)
{
    const auto at = [&](std::size_t half, std::size_t row, std::size_t column) {
        const bool isInside = row < kGridBetas && column < kGridGammas;
        return isInside ? distances[(half * kGridBetas + row) * kGridGammas + column] : kInfinity;
    };
    std::vector<std::size_t> minima;
    for (std::size_t i = 0; i < kGridPlaces; ++i) {
        const std::size_t half = i / (kGridPlaces / 2), row = i / kGridGammas % kGridBetas, column = i % kGridGammas;
        const double around = std::min({at(half, row - 1, column), at(half, row + 1, column),
                                        at(half, row, column - 1), at(half, row, column + 1)});
        if (distances[i] < kInfinity && distances[i] <= around)
            minima.push_back(i);
    }
    std::ranges::stable_sort(minima, {}, [&](std::size_t i) { return distances[i]; });
    minima.resize(std::min(minima.size(), most));
    return minima;
}

std::vector<Lead> nearestLeads(const FitPoints& points, std::size_t most)
{
    static const std::vector<Eigen::MatrixXf> bends = bendsOfCatalogue();
    const Vector target = unitBend(evened(points));
    std::vector<Lead> leads;
    if (target.isZero())
        return leads;
    const auto& rows = activation::catalogue();
    for (std::size_t i = 0; i < rows.size(); ++i)
        leads.push_back(leadOf(rows[i], bends[i], target.cast<float>()));
    std::erase_if(leads, [](const Lead& lead) { return lead.starts.empty(); });
    for (Lead& lead : leads)
        moveCloser(lead, target);
    keepNearest(leads, most);
    return leads;
}

}  // namespace actlab::analysis
