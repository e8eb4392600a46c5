#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "core/data/script_module.hpp"
#include "core/exporting/network.hpp"

namespace actlab::exporting {

/// A Python file with the network's class, an nn.Sequential, and a function that loads its weights from a file. Run
/// as a program with such a file it tests itself. The error is a sentence.
tl::expected<std::string, std::string> networkModule(const Network& network);

/// What that class calls its parameters ("0.weight", "1.a", …), in the order of its state_dict().
tl::expected<std::vector<data::NamedTensor>, std::string> stateOf(const Network& network);

/// It and its weights as a module of TorchScript.
tl::expected<data::ScriptModule, std::string> networkScript(const Network& network);

/// The class Network in Python, after the classes of its activations: for files that say more. Hidden layers that are
/// `normalised` have a BatchNorm1d behind a Linear without a bias, in place of its bias.
tl::expected<std::string, std::string> networkClasses(const Network& network,
                                                      const std::vector<bool>& normalised = {});

}  // namespace actlab::exporting
