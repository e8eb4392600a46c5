#include "core/expr/spelling.hpp"

#include <algorithm>
#include <utility>

namespace actlab::expr {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Optimal string alignment distance, letter case aside.
std::size_t distance(std::string_view a, std::string_view b)
{
    const std::size_t n = a.size(), m = b.size();
    std::vector<std::vector<std::size_t>> d(n + 1, std::vector<std::size_t>(m + 1));
    for (std::size_t i = 0; i <= n; ++i)
        for (std::size_t j = 0; j <= m; ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[n][m];
}

}  // namespace

std::string nearestName(std::string_view typed, const std::vector<std::string>& names)
{
    constexpr std::size_t kLongestName = 64;
    const std::size_t farthest = std::max<std::size_t>(1, typed.size() / 3);
    std::string nearest;
    // Of two names equally near, the one as long as what was typed: "tahn" is meant for "tanh", not "tan".
    std::pair<std::size_t, bool> least{farthest + 1, false};
    for (const std::string& name : names) {
        if (typed.size() > kLongestName || name.size() > kLongestName)
            continue;
        const std::pair now{distance(typed, name), name.size() != typed.size()};
        if (now < least) {
            least = now;
            nearest = name;
        }
    }
    return nearest;
}

}  // namespace actlab::expr
