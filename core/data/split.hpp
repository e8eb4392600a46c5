#pragma once

#include <cstddef>
#include <vector>

#include "core/data/dataset.hpp"
#include "core/data/random.hpp"

namespace actlab::data {

/// 0 … rows−1 in random order (Fisher and Yates).
std::vector<std::size_t> shuffledRows(std::size_t rows, Random& random);
/// The same in memory that is there: as many as `order` is long.
void shuffleRows(std::vector<std::size_t>& order, Random& random);

/// The rows of `all` named by `order[begin … end)`.
Table rowsOf(const Table& all, const std::vector<std::size_t>& order, std::size_t begin, std::size_t end);

/// Why a split cannot teach or test anything: a class that the training part never shows, or a test part of
/// fewer than two classes; nullopt where it can.
std::optional<Error> errorInSplit(const Dataset& data);

}  // namespace actlab::data
