#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
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

/// Rows that are made one at a time.
struct RowSource {
    std::size_t features = 0;
    std::function<void(std::size_t row, float* inputs)> writeInputs;
    std::function<float(std::size_t row)> target;
};

/// The rows of `source` named by `order`; the error is that of what is broken off, or tells that memory would not
/// suffice.
Result<Table> tableOf(const RowSource& source, std::span<const std::size_t> order, const IsOver& isOver);

/// Fewer rows teach nothing.
inline constexpr std::size_t kFewestSamples = 10;

/// How many of so many rows are to train on.
std::size_t trainRows(std::size_t samples, double share);

/// How many of the rows that a file has are wanted; the error says that they are too few.
Result<std::size_t> samplesOf(const DataSpec& spec, std::size_t rows, const std::string& field);

/// Fills both parts of `data` with rows in this order, and checks that they can teach and test something.
std::optional<Error> fillParts(Dataset& data, const RowSource& source, std::span<const std::size_t> order,
                               std::size_t trained, const IsOver& isOver);

/// Why a split cannot teach or test anything: a class that the training part never shows, or a test part of
/// fewer than two classes; nullopt where it can.
std::optional<Error> errorInSplit(const Dataset& data);

}  // namespace actlab::data
