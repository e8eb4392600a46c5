#pragma once

#include <span>
#include <string_view>

namespace actlab::activation {

/// Two spellings of one function as formula text, equal in exact arithmetic. Their one-letter names stand for any
/// expression. The first one overflows, or loses its digits where nearly equal numbers are subtracted. Where the
/// second is empty the first is sound, though a later rule would fit it.
struct StableRule {
    std::string_view unstable, stable;
};

/// Those that say more come first: the first one that fits is taken.
std::span<const StableRule> stableRules();

}  // namespace actlab::activation
