#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "core/expr/call.hpp"
#include "core/expr/token_reader.hpp"

namespace actlab::importing {

/// The arguments of a call by name. Throws Failure for one too many and where one of the first `needed` is missing;
/// those with a default in `optional` may be left out.
class Arguments {
public:
    Arguments(const expr::WrittenCall& call, std::initializer_list<std::string_view> names, std::size_t needed)
        : m_values(names.size())
    {
        std::size_t position = 0;
        for (const expr::Argument& arg : call.args) {
            const auto* slot = arg.keyword ? std::ranges::find(names, *arg.keyword) : names.begin() + position++;
            if (slot >= names.end())
                expr::fail("`" + call.name + "` has no such argument", arg.value.node().span);
            m_values[static_cast<std::size_t>(slot - names.begin())] = arg.value;
        }
        for (std::size_t i = 0; i < needed; ++i)
            if (!m_values[i])
                expr::fail("`" + call.name + "` needs its argument `" + std::string(names.begin()[i]) + "`",
                           call.span);
    }

    bool has(std::size_t i) const { return m_values[i].has_value(); }
    const expr::Expr& operator[](std::size_t i) const { return *m_values[i]; }

private:
    std::vector<std::optional<expr::Expr>> m_values;
};

}  // namespace actlab::importing
