#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace actlab::models {

/// The text of a file that should be Python. The error is a sentence: no file, too large, not text, not UTF-8.
tl::expected<QString, QString> readPythonFile(const QString& path);

}  // namespace actlab::models
