#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace actlab::importing {

template <class Names>
bool isAmong(const Names& names, std::string_view name)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace actlab::importing
