#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/activation/activation.hpp"

namespace actlab::torch_room {

/// A layer's activation as autograd sees it: values and gradients come from the activation's own kernel
/// programs, so that an author's gradient and learnable parameters are honoured. float32.
class LayerActivation {
public:
    explicit LayerActivation(activation::ActivationPtr activation);

    /// f(x) for a contiguous x of rows × channels. `learned` has one tensor for each learnable parameter in the order
    /// of Activation::parameters(): one value for all of x, or one for each channel. Recorded for autograd where
    /// gradients are enabled; the gradient cannot be differentiated again.
    at::Tensor operator()(const at::Tensor& x, const std::vector<at::Tensor>& learned) const;

private:
    using Tensors = std::vector<at::Tensor>;
    std::vector<float> parametersAt(const Tensors& learned, std::int64_t channel) const;
    Tensors run(const kernel::Program& program, const at::Tensor& x, const Tensors& learned) const;
    Tensors runOnce(const kernel::Program& program, const at::Tensor& x, const Tensors& learned) const;
    Tensors runByChannel(const kernel::Program& program, const at::Tensor& x, const Tensors& learned) const;
    at::Tensor recorded(const at::Tensor& x, const Tensors& learned) const;

    activation::ActivationPtr m_activation;
    kernel::Program m_value;               ///< f alone
    std::vector<float> m_parameters;       ///< values of all parameters
    std::vector<std::size_t> m_learnable;  ///< which of them are learnable
};

}  // namespace actlab::torch_room
