#include "core/torch/builtin_twin.hpp"

#include <ATen/ATen.h>

#include <algorithm>
#include <string_view>

namespace actlab::torch_room {

namespace {

using activation::Activation;
using at::Tensor;

/// What a built-in is called with.
struct Arguments {
    const Tensor& x;
    const std::vector<Tensor>& learned;
    const Activation& activation;

    double operator[](std::string_view parameter) const
    {
        const auto found = std::ranges::find(activation.parameters(), parameter, &activation::Parameter::name);
        return found == activation.parameters().end() ? 0 : found->value;
    }
};

struct Row {
    std::string_view name;
    Tensor (*call)(const Arguments&);
};

constexpr Row kRows[] = {
    {"Abs", [](const Arguments& a) { return at::abs(a.x); }},
    {"Arctan", [](const Arguments& a) { return at::atan(a.x); }},
    {"Arsinh", [](const Arguments& a) { return at::asinh(a.x); }},
    {"CELU", [](const Arguments& a) { return at::celu(a.x, a["alpha"]); }},
    {"Cosine", [](const Arguments& a) { return at::cos(a.x); }},
    {"ELU", [](const Arguments& a) { return at::elu(a.x, a["alpha"]); }},
    {"Erf", [](const Arguments& a) { return at::erf(a.x); }},
    {"GELU", [](const Arguments& a) { return at::gelu(a.x); }},
    {"GELU tanh", [](const Arguments& a) { return at::gelu(a.x, "tanh"); }},
    {"Hardshrink", [](const Arguments& a) { return at::hardshrink(a.x, a["lambd"]); }},
    {"Hardsigmoid", [](const Arguments& a) { return at::hardsigmoid(a.x); }},
    {"Hardswish", [](const Arguments& a) { return at::hardswish(a.x); }},
    {"Hardtanh", [](const Arguments& a) { return at::hardtanh(a.x, a["min_val"], a["max_val"]); }},
    {"Leaky ReLU", [](const Arguments& a) { return at::leaky_relu(a.x, a["negative_slope"]); }},
    {"LogSigmoid", [](const Arguments& a) { return at::log_sigmoid(a.x); }},
    {"Mish", [](const Arguments& a) { return at::mish(a.x); }},
    {"Normal CDF", [](const Arguments& a) { return at::special_ndtr(a.x); }},
    {"PReLU",
     [](const Arguments& a) {
         return at::prelu(a.x, a.learned.empty() ? at::full({1}, a["a"], a.x.options()) : a.learned[0]);
     }},
    {"ReLU", [](const Arguments& a) { return at::relu(a.x); }},
    {"ReLU6", [](const Arguments& a) { return at::hardtanh(a.x, 0, 6); }},
    {"RReLU", [](const Arguments& a) { return at::rrelu(a.x, a["lower"], a["upper"]); }},
    {"SELU", [](const Arguments& a) { return at::selu(a.x); }},
    {"Sigmoid", [](const Arguments& a) { return at::sigmoid(a.x); }},
    {"Sign", [](const Arguments& a) { return at::sign(a.x); }},
    {"SiLU", [](const Arguments& a) { return at::silu(a.x); }},
    {"Sine", [](const Arguments& a) { return at::sin(a.x); }},
    {"Softplus", [](const Arguments& a) { return at::softplus(a.x, a["beta"], a["threshold"]); }},
    {"Softshrink", [](const Arguments& a) { return at::softshrink(a.x, a["lambd"]); }},
    {"Tanh", [](const Arguments& a) { return at::tanh(a.x); }},
    {"Threshold", [](const Arguments& a) { return at::threshold(a.x, a["threshold"], a["value"]); }},
};

}  // namespace

TensorFunction builtinTwin(const Activation& activation)
{
    const auto row = std::ranges::find(kRows, std::string_view(activation.name()), &Row::name);
    if (row == std::end(kRows))
        return {};
    return [activation, call = row->call](const Tensor& x, const std::vector<Tensor>& learned) {
        return call({x, learned, activation});
    };
}

}  // namespace actlab::torch_room
