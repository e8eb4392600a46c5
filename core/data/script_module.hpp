#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/data/tensor.hpp"

namespace actlab::data {

/// What a TorchScript module is made of.
struct ScriptModule {
    std::string name;     ///< of the class
    std::string forward;  ///< the method's source
    std::vector<NamedTensor> parameters = {};
    std::vector<std::pair<std::string, double>> numbers = {};  ///< attributes that are not learned
    std::vector<std::pair<std::string, ScriptModule>> modules = {};
};

}  // namespace actlab::data
