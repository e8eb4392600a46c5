#include "app/models/another_formula.hpp"

#include <algorithm>
#include <string>

namespace actlab::models {

namespace {

bool isDigit(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

bool isOfName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Without blanks, and every number as '#'; the digits of a name stay.
std::string skeletonOf(std::string_view formula)
{
    std::string skeleton;
    bool isInName = false;
    for (const char c : formula) {
        isInName = isOfName(c) || (isInName && isDigit(c));
        if (isDigit(c) && !isInName) {
            if (!skeleton.ends_with('#'))
                skeleton += '#';
        } else if (c != ' ' && c != '\t' && c != '\n')
            skeleton += c;
    }
    return skeleton;
}

}  // namespace

bool isAnotherFormula(std::string_view before, std::string_view now)
{
    std::string shorter = skeletonOf(before), longer = skeletonOf(now);
    if (shorter.size() > longer.size())
        std::swap(shorter, longer);
    if (shorter.empty() || longer.find(shorter) != std::string::npos)
        return shorter.empty() && !longer.empty();
    const auto prefix = static_cast<std::size_t>(std::ranges::mismatch(shorter, longer).in1 - shorter.begin());
    std::size_t suffix = 0;
    while (prefix + suffix < shorter.size() &&
           shorter[shorter.size() - 1 - suffix] == longer[longer.size() - 1 - suffix])
        ++suffix;
    return 2 * (prefix + suffix) < shorter.size();
}

}  // namespace actlab::models
