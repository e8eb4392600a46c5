#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace actlab::data {

/// Numbers under a name, as state dicts and safetensors hold them.
struct NamedTensor {
    std::string name;
    std::vector<std::size_t> shape;  ///< empty: one number
    std::vector<float> values;       ///< row-major
};

}  // namespace actlab::data
