#include "core/importing/python.hpp"

#include <algorithm>
#include <array>

namespace actlab::importing {

namespace {

constexpr std::array<std::string_view, 6> kBeginnings{"def ", "class ", "import ", "from ", "async def ", "@"};

std::string_view withoutIndent(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    return first == line.npos ? std::string_view() : line.substr(first);
}

/// "f = lambda x: …"
bool namesALambda(std::string_view line)
{
    const auto equals = line.find('=');
    return equals != line.npos && withoutIndent(line.substr(equals + 1)).starts_with("lambda ");
}

bool beginsPython(std::string_view line)
{
    const auto begins = [&](std::string_view word) { return line.starts_with(word); };
    return std::ranges::any_of(kBeginnings, begins) || namesALambda(line);
}

}  // namespace

bool looksLikePython(std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (beginsPython(withoutIndent(text.substr(0, end))))
            return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

}  // namespace actlab::importing
