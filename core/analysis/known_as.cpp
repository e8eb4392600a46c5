#include "core/analysis/known_as.hpp"

#include "core/activation/catalogue.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

using activation::Activation;

bool isItself(const FamilyMember& member, const Activation& activation)
{
    return member.row->definition().name == activation.definition().name &&
           member.row->definition().formula == activation.definition().formula;
}

/// Ever farther outside, on both sides.
std::vector<double> placesOutside(Interval interval)
{
    constexpr double kFarthest = 10;  // times the width of the interval
    const double middle = interval.low + interval.width() / 2;
    std::vector<double> x;
    for (double distance = 0.51; distance < kFarthest; distance *= 1.07)
        for (const double side : {-1, 1})
            x.push_back(middle + side * distance * interval.width());
    return x;
}

std::vector<double> valuesOf(const FamilyMember& member, std::span<const double> x)
{
    std::vector<double> inner;
    for (const double place : x)
        inner.push_back(member.b * place + member.c);
    std::vector<double> values = member.row->evaluate<double>(inner, 0)[0];
    for (std::size_t i = 0; i < x.size(); ++i)
        values[i] = member.a * values[i] + member.d * x[i] + member.e;
    return values;
}

/// Greatest difference as part of the height there. What was fitted inside is known to some nine digits, and errors
/// grow on the way out: what is less than a millionth is none.
double distanceAt(std::span<const double> x, const Activation& activation, const FamilyMember& member)
{
    constexpr double kUnknown = 1e-6;
    const auto ours = activation.evaluate<double>(x, 0)[0], theirs = valuesOf(member, x);
    double difference = 0, height = 1;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(ours[i]) && std::isfinite(theirs[i])) {
            difference = std::max(difference, std::abs(ours[i] - theirs[i]));
            height = std::max(height, std::abs(ours[i]));
        }
    return difference / height < kUnknown ? 0 : difference / height;
}

/// Where the member's f has its steepest places, ever nearer.
std::vector<double> placesAround(const FamilyMember& member)
{
    constexpr double kNearest = 1e-12;
    std::vector<double> x;
    for (double distance = 0.1; distance > kNearest; distance /= 10)
        for (const double inner : {-distance, distance})
            x.push_back((inner - member.c) / member.b);
    return x;
}

}  // namespace

std::vector<FamilyMember> knownAs(const Activation& activation, Interval interval, const std::stop_token& stop)
{
    constexpr std::size_t kMost = 24, kOthers = 3;
    auto members = nearestMembers(activation, interval, {kMost, stop, kOthers}).value_or(std::vector<FamilyMember>{});
    const std::vector<double> outside = placesOutside(interval);
    for (FamilyMember& member : members)
        if (member.distance < kCopy)
            member.distance = std::max({member.distance, distanceAt(outside, activation, member),
                                        distanceAt(placesAround(member), activation, member)});
    std::erase_if(members, [&](const FamilyMember& member) { return isItself(member, activation); });
    std::ranges::stable_sort(members, {}, [](const FamilyMember& m) { return std::max(m.distance, kCopy); });
    return members;
}

std::string_view referenceOf(const FamilyMember& member)
{
    const auto rows = activation::catalogueRows();
    const auto row = std::ranges::find(rows, std::string_view(member.row->name()), &activation::CatalogueRow::name);
    return row == rows.end() ? std::string_view() : row->reference;
}

}  // namespace actlab::analysis
