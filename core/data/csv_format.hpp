#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// How a file of separated cells is written, found by looking at its first lines.
struct CsvFormat {
    char separator = ',';  ///< comma, semicolon or tab
    char decimalMark = '.';
    bool hasHeader = false;
    std::vector<std::string> names;  ///< of the columns, no two alike; "column 1" and so on without a header
};

/// Takes the mark of UTF-8 (BOM) off the beginning; a sentence's end where the text begins as UTF-16 does.
std::optional<std::string> complaintAboutEncoding(std::string_view& text);

/// Whether the bytes are UTF-8 without zeros.
bool isText(std::string_view bytes);

/// Looks at the first 100 records, and no farther than 4 MB. The error is a sentence's end.
tl::expected<CsvFormat, std::string> findCsvFormat(std::string_view text);

}  // namespace actlab::data
