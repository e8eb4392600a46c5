#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace actlab::models {

/// Writes the bytes to the file, all or none: what stood there stays until the new file is complete. The error is a
/// sentence.
std::optional<QString> writeWhole(const QString& path, QByteArrayView bytes);

}  // namespace actlab::models
