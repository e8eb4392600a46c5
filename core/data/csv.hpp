#pragma once

#include <string>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// load() for a file of separated cells. Rows that miss a value are left out, as are columns that miss more than half
/// of them or hold too many texts; a column of texts becomes an input of 0 or 1 for each of its categories. Noise is
/// in deviations of a column of numbers.
Result<Dataset> loadCsv(const DataSpec& spec, const IsOver& isOver = {});

}  // namespace actlab::data
