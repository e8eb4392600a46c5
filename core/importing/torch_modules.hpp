#pragma once

#include <span>
#include <string_view>

#include "core/importing/values.hpp"

namespace actlab::importing {

/// An activation of torch.nn.functional, which the catalogue knows by the same name and keywords, and its module.
struct TorchActivation {
    std::string_view name, module;
};
std::span<const TorchActivation> torchActivations();
bool isTorchActivation(std::string_view name);

/// An instance of torch.nn.NAME(arguments), ready to be called: `nn.ELU(alpha=0.5)`. Throws Failure.
Expr makeTorchModule(const expr::WrittenCall& call, Values& values);

}  // namespace actlab::importing
