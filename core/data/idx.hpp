#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// Bytes with dimensions: what an IDX file holds (http://yann.lecun.com/exdb/mnist: a magic number with the type of
/// the values and the number of dimensions, the dimensions with the greatest byte first, then the values).
struct IdxBytes {
    std::vector<std::size_t> dimensions;
    std::vector<std::uint8_t> values;
};

/// How many dimensions the values of an IDX file have, by its first bytes, unpacked where they are packed; nullopt
/// where they are not those of an IDX file or there is no such file.
std::optional<std::size_t> idxDimensions(const std::string& path);

/// Reads an IDX file of bytes with so many dimensions, packed by gzip or not. What its header promises is held
/// against the length of the file before memory is taken for it. Errors have this field.
Result<IdxBytes> readIdx(const std::string& field, const std::string& path, std::size_t dimensions,
                         const IsOver& isOver = {});

/// load() for two files as MNIST's: pictures with grey values from 0 to 1, and what they show.
Result<Dataset> loadIdx(const DataSpec& spec, const IsOver& isOver = {});

}  // namespace actlab::data
