#include "core/torch/script.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/jit/api/module.h>

#include <sstream>

namespace actlab::torch_room {

namespace {

void add(torch::jit::Module& module, const activation::Parameter& parameter)
{
    if (!parameter.learnable)
        return module.register_attribute(parameter.name, c10::FloatType::get(), parameter.value);
    const bool isPerChannel = parameter.scope == activation::Scope::Channel;
    const std::vector<std::int64_t> shape(isPerChannel ? 1 : 0, 1);
    module.register_parameter(parameter.name, at::full(shape, parameter.value, at::kFloat).requires_grad_(), false);
}

}  // namespace

std::string torchScript(const std::string& name, const std::string& method,
                        std::span<const activation::Parameter> parameters)
{
    torch::jit::Module module("__torch__." + name);
    for (const activation::Parameter& parameter : parameters)
        add(module, parameter);
    module.define(method);
    std::ostringstream bytes;
    module.save(bytes);
    return std::move(bytes).str();
}

}  // namespace actlab::torch_room
