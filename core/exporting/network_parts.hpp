#pragma once

#include <string>
#include <string_view>
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

inline constexpr std::string_view kNetworkClass = "Network";  ///< of the network itself

/// One for each of network.activations; no class has a name that the files give to something else. The error is a sentence.
tl::expected<std::vector<NetworkPart>, std::string> partsOf(const Network& network);

/// What it has learned, by the names of the class.
std::vector<data::NamedTensor> learnedTensors(const NetworkPart& part);

}  // namespace actlab::exporting
