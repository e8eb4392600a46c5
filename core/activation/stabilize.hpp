#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlab::activation {

/// A part of a formula and the spelling that takes its place, both as text.
struct Rewrite {
    std::string before, after;
    bool operator==(const Rewrite&) const = default;
};

struct StableSpelling {
    std::string formula;
    std::vector<Rewrite> rewrites;  ///< in the order of the text; at least one
};

/// The formula with its unstable parts, at any depth, spelled stably and every other word left as it stands;
/// nullopt where the formula is wrong or nothing in it is unstable. What depends on no x is left alone.
std::optional<StableSpelling> stabilize(std::string_view formula);

}  // namespace actlab::activation
