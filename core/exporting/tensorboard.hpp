#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace actlab::exporting {

// TensorBoard's event files: records (TFRecord: a length, its checksum, the message, its checksum) of protocol
// buffer messages (tensorflow/core/util/event.proto). A file grows by records, and TensorBoard reads it as it grows.

struct Scalar {
    std::string_view tag;  ///< "loss/train"
    double value = 0;
};

/// What a file begins with. Times are seconds since 1970.
std::string firstEventRecord(double time);

/// Numbers of one step.
std::string eventRecord(double time, std::int64_t step, std::span<const Scalar> scalars);
/// Words of one step, which TensorBoard lists under its "Text".
std::string textRecord(double time, std::int64_t step, std::string_view tag, std::string_view markdown);

}  // namespace actlab::exporting
