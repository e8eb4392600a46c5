#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/nn/spec_words.hpp"

namespace actlab::cli {

/// Refuses what is none of the words.
inline CLI::IsMember anyOf(std::span<const std::string_view> words)
{
    return CLI::IsMember(std::vector<std::string>(words.begin(), words.end()));
}

/// Changes `field` where a word is given; the words stand in the order of the enumeration.
template <class Enum>
void choose(Enum& field, std::span<const std::string_view> words, const std::optional<std::string>& word)
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (word == words[i])
            field = static_cast<Enum>(i);
}

}  // namespace actlab::cli
