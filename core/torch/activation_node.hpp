#pragma once

#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/activation/activation.hpp"

namespace actlab::torch_room {

/// A layer's activation as autograd sees it: values and gradients come from the activation's own kernel
/// programs, so that an author's gradient and learnable parameters are honoured. float32.
class LayerActivation {
public:
    explicit LayerActivation(activation::ActivationPtr activation);

    /// f(x) for a contiguous x. `learned` is a one-dimensional tensor with the values of the learnable parameters
    /// in the order of Activation::parameters(); undefined where there are none. Recorded for autograd where
    /// gradients are enabled; the gradient cannot be differentiated again.
    at::Tensor operator()(const at::Tensor& x, const at::Tensor& learned) const;

private:
    std::vector<float> parametersWith(const at::Tensor& learned) const;
    at::Tensor recorded(const at::Tensor& x, const at::Tensor& learned) const;

    activation::ActivationPtr m_activation;
    kernel::Program m_value;               ///< f alone
    std::vector<float> m_parameters;       ///< values of all parameters
    std::vector<std::size_t> m_learnable;  ///< which of them are learnable
};

}  // namespace actlab::torch_room
