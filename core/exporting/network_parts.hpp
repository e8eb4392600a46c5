#pragma once

#include <string>
#include <vector>

#include "core/data/tensor.hpp"
#include "core/exporting/network.hpp"
#include "core/exporting/subject.hpp"

namespace actlab::exporting {

/// An activation instance of a network and what PyTorch's files call its class.
struct NetworkPart {
    const ActivationInstance* instance;
    Subject subject;
    std::string className;
    bool isFirst;  ///< the first of its class
};

/// One for each of network.activations. No class has the name `taken`. The error is a sentence.
tl::expected<std::vector<NetworkPart>, std::string> partsOf(const Network& network, const std::string& taken);

/// What it has learned, by the names of the class.
std::vector<data::NamedTensor> learnedBy(const NetworkPart& part);

}  // namespace actlab::exporting
