#include "core/data/generators.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace actlab::data {

namespace {

using std::numbers::pi;
constexpr double kRadius = 5;

struct Point {
    double x, y;
};

Table emptyTable(std::size_t features)
{
    Table table;
    table.features = features;
    return table;
}

void add(Table& table, Point point, bool positive)
{
    table.inputs.push_back(static_cast<float>(point.x));
    table.inputs.push_back(static_cast<float>(point.y));
    table.targets.push_back(positive ? 1.0F : 0.0F);
}

Point shaken(Point point, double reach, Random& random)
{
    const double x = random.uniform(-reach, reach);
    const double y = random.uniform(-reach, reach);
    return {point.x + x, point.y + y};
}

void addRing(Table& table, std::size_t samples, double inner, double outer, double noise, Random& random)
{
    for (std::size_t i = 0; i < samples; ++i) {
        const double radius = random.uniform(inner, outer);
        const double angle = random.uniform(0, 2 * pi);
        const Point point{radius * std::sin(angle), radius * std::cos(angle)};
        const Point judged = shaken(point, kRadius * noise, random);
        add(table, point, std::hypot(judged.x, judged.y) < kRadius / 2);
    }
}

void addCloud(Table& table, std::size_t samples, double centre, double noise, Random& random)
{
    const double deviation = std::sqrt(0.5 + 7 * noise);
    for (std::size_t i = 0; i < samples; ++i) {
        const double x = centre + deviation * random.normal();
        const double y = centre + deviation * random.normal();
        add(table, {x, y}, centre > 0);
    }
}

void addArm(Table& table, std::size_t samples, bool positive, double noise, Random& random)
{
    for (std::size_t i = 0; i < samples; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(samples);
        const double radius = kRadius * share;
        const double angle = 1.75 * share * 2 * pi + (positive ? 0 : pi);
        add(table, shaken({radius * std::sin(angle), radius * std::cos(angle)}, noise, random), positive);
    }
}

void addMoon(Table& table, std::size_t samples, bool lower, double noise, Random& random)
{
    constexpr double kScale = 3.5;
    constexpr Point kCentre{0.5, 0.25};
    for (std::size_t i = 0; i < samples; ++i) {
        const double angle = pi * static_cast<double>(i) / static_cast<double>(samples > 1 ? samples - 1 : 1);
        const double x = (lower ? 1 - std::cos(angle) : std::cos(angle)) + noise * random.normal();
        const double y = (lower ? 0.5 - std::sin(angle) : std::sin(angle)) + noise * random.normal();
        add(table, {kScale * (x - kCentre.x), kScale * (y - kCentre.y)}, lower);
    }
}

/// `value` of a place.
template <class Value>
Table valuesOverThePlane(std::size_t samples, double noise, Random& random, const Value& value)
{
    constexpr double kReach = 6;
    Table table = emptyTable(2);
    for (std::size_t i = 0; i < samples; ++i) {
        const double x = random.uniform(-kReach, kReach);
        const double y = random.uniform(-kReach, kReach);
        table.inputs.insert(table.inputs.end(), {static_cast<float>(x), static_cast<float>(y)});
        table.targets.push_back(static_cast<float>(value(shaken({x, y}, kReach * noise, random))));
    }
    return table;
}

/// Of the cones over this place the one that is highest or deepest.
double heightOfCones(Point place)
{
    constexpr double kConeRadius = 2;
    struct Cone {
        Point centre;
        double sign;
    };
    constexpr Cone kCones[] = {{{-4, 2.5}, 1},   {{0, 2.5}, -1}, {{4, 2.5}, 1},
                               {{-4, -2.5}, -1}, {{0, -2.5}, 1}, {{4, -2.5}, -1}};
    double height = 0;
    for (const auto& [centre, sign] : kCones) {
        const double distance = std::hypot(place.x - centre.x, place.y - centre.y);
        const double here = sign * std::max(0.0, 1 - distance / kConeRadius);
        if (std::abs(here) > std::abs(height))
            height = here;
    }
    return height;
}

}  // namespace

float shakenGrey(float grey, double noise, Random& random)
{
    return std::clamp(grey + static_cast<float>(noise * random.normal()), 0.0F, 1.0F);
}

Table circle(std::size_t samples, double noise, Random& random)
{
    Table table = emptyTable(2);
    addRing(table, samples / 2, 0, 0.5 * kRadius, noise, random);
    addRing(table, samples - samples / 2, 0.7 * kRadius, kRadius, noise, random);
    return table;
}

Table exclusiveOr(std::size_t samples, double noise, Random& random)
{
    constexpr double kGap = 0.3;
    Table table = emptyTable(2);
    const auto coordinate = [&] {
        const double at = random.uniform(-kRadius, kRadius);
        return at + (at > 0 ? kGap : -kGap);
    };
    for (std::size_t i = 0; i < samples; ++i) {
        const double x = coordinate();
        const double y = coordinate();
        const Point judged = shaken({x, y}, kRadius * noise, random);
        add(table, {x, y}, judged.x * judged.y >= 0);
    }
    return table;
}

Table twoGaussians(std::size_t samples, double noise, Random& random)
{
    Table table = emptyTable(2);
    addCloud(table, samples / 2, 2, noise, random);
    addCloud(table, samples - samples / 2, -2, noise, random);
    return table;
}

Table spiral(std::size_t samples, double noise, Random& random)
{
    Table table = emptyTable(2);
    addArm(table, samples / 2, true, noise, random);
    addArm(table, samples - samples / 2, false, noise, random);
    return table;
}

Table plane(std::size_t samples, double noise, Random& random)
{
    return valuesOverThePlane(samples, noise, random, [](Point place) { return (place.x + place.y) / 10; });
}

Table multiGauss(std::size_t samples, double noise, Random& random)
{
    return valuesOverThePlane(samples, noise, random, heightOfCones);
}

Table moons(std::size_t samples, double noise, Random& random)
{
    Table table = emptyTable(2);
    addMoon(table, samples / 2, true, noise, random);
    addMoon(table, samples - samples / 2, false, noise, random);
    return table;
}

Table sine(std::size_t samples, double noise, Random& random)
{
    Table table = emptyTable(1);
    for (std::size_t i = 0; i < samples; ++i) {
        const double x = random.uniform(-6, 6);
        table.inputs.push_back(static_cast<float>(x));
        table.targets.push_back(static_cast<float>(std::sin(x) + noise * random.normal()));
    }
    return table;
}

}  // namespace actlab::data
