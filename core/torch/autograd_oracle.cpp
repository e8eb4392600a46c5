#include "core/torch/autograd_oracle.hpp"

#include "core/torch/lower.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

namespace actlab::torch_room {

namespace {

ParameterTensors parameterTensors(const activation::Activation& activation)
{
    ParameterTensors tensors;
    for (const activation::Parameter& p : activation.parameters())
        tensors.emplace(p.name, at::scalar_tensor(p.value, at::kDouble));
    return tensors;
}

std::vector<double> numbersOf(const at::Tensor& tensor)
{
    // copied, since autograd may answer with zeros that have no memory
    const at::Tensor plain = at::empty(tensor.sizes(), at::kDouble).copy_(tensor.detach());
    const auto* first = plain.data_ptr<double>();
    return {first, first + plain.numel()};
}

}  // namespace

std::vector<std::vector<double>> evaluateByAutograd(const activation::Activation& activation,
                                                    std::span<const double> x)
{
    const at::AutoGradMode recording(true);
    at::Tensor input = at::empty({static_cast<std::int64_t>(x.size())}, at::kDouble);
    std::copy(x.begin(), x.end(), input.data_ptr<double>());
    input.requires_grad_(true);

    const at::Tensor value = lower(activation.value(), input, parameterTensors(activation));
    at::Tensor derivative = at::zeros_like(input);
    if (value.requires_grad())
        if (const at::Tensor found = torch::autograd::grad({value.sum()}, {input}, {}, {}, false, true)[0];
            found.defined())
            derivative = found;
    return {numbersOf(value), numbersOf(derivative)};
}

}  // namespace actlab::torch_room
