#pragma once

#include <stop_token>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"
#include "core/analysis/nearest.hpp"

namespace actlab::analysis {

/// Where nearly all inputs of a layer lie, and what the catalogue's functions do there and a little beyond.
inline constexpr Interval kKnownOver{-7, 7};

/// The catalogue's functions that are an activation in disguise, itself left out, and the three that come nearest
/// besides; nearest first. They are sought over the interval, and the distance is that there, far outside, or ever
/// nearer to where f is steep, whichever is greatest: ReLU6 is no ReLU, though they agree up to 6. A copy thirty times as wide or narrow is not
/// found. Empty where the activation is not finite over the whole interval.
std::vector<FamilyMember> knownAs(const activation::Activation& activation, Interval interval,
                                  const std::stop_token& stop = {});

/// Where the catalogue says that a function comes from.
std::string_view referenceOf(const FamilyMember& member);

}  // namespace actlab::analysis
