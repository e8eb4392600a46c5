#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/activation/activation.hpp"

namespace actlab::torch_room {

/// A layer's activation as autograd sees it: values and gradients come from the activation's own kernel
/// programs, so that an author's gradient and learnable parameters are honoured. float32. Nothing but x is kept for
/// the way back.
class LayerActivation {
public:
    explicit LayerActivation(activation::ActivationPtr activation);

    /// f(x) for a contiguous x, of rows × channels where a parameter has a value for each channel. `learned` has one
    /// tensor for each learnable parameter in the order of Activation::parameters(): one value for all of x, or one
    /// for each channel. Recorded for autograd where gradients are enabled; the gradient cannot be differentiated
    /// again.
    at::Tensor operator()(const at::Tensor& x, const std::vector<at::Tensor>& learned) const;

    /// What stays the same from pass to pass.
    struct Fixed {
        activation::ActivationPtr activation;
        std::vector<float> parameters;       ///< values of all parameters
        std::vector<std::size_t> learnable;  ///< which of them are learnable
    };

private:
    at::Tensor recorded(const at::Tensor& x, const std::vector<at::Tensor>& learned) const;

    std::shared_ptr<const Fixed> m_fixed;
};

}  // namespace actlab::torch_room
