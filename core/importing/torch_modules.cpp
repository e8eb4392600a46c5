#include "core/importing/torch_modules.hpp"

#include "core/importing/torch_calls.hpp"

#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

using expr::WrittenCall;

constexpr TorchActivation kActivations[] = {
    {"relu", "ReLU"},
    {"relu6", "ReLU6"},
    {"elu", "ELU"},
    {"selu", "SELU"},
    {"celu", "CELU"},
    {"leaky_relu", "LeakyReLU"},
    {"prelu", "PReLU"},
    {"rrelu", "RReLU"},
    {"gelu", "GELU"},
    {"softplus", "Softplus"},
    {"silu", "SiLU"},
    {"mish", "Mish"},
    {"hardswish", "Hardswish"},
    {"hardsigmoid", "Hardsigmoid"},
    {"hardtanh", "Hardtanh"},
    {"logsigmoid", "LogSigmoid"},
    {"softsign", "Softsign"},
    {"tanhshrink", "Tanhshrink"},
    {"hardshrink", "Hardshrink"},
    {"softshrink", "Softshrink"},
    {"threshold", "Threshold"},
    {"sigmoid", "Sigmoid"},
    {"tanh", "Tanh"},
};

Expr onlyArgument(const WrittenCall& call)
{
    if (call.args.size() != 1)
        expr::fail("a module takes one tensor", call.span);
    return call.args.front().value;
}

/// What nn.PReLU(num_parameters=1, init=0.25) learns.
Expr learnedSlope(const WrittenCall& call, Values& values)
{
    activation::Parameter slope{.name = "a", .value = 0.25, .learnable = true};
    for (std::size_t i = 0; i < call.args.size(); ++i) {
        const expr::Argument& arg = call.args[i];
        const double number = values.numberIn(arg.value);
        if (arg.keyword ? *arg.keyword == "init" : i == 1)
            slope.value = number;
        else if (number != 1)
            slope.scope = activation::Scope::Channel;
    }
    return values.parameter(slope, call.span);
}

std::vector<expr::Argument> settingsOf(const WrittenCall& call, Values& values)
{
    if (call.name != "PReLU")
        return call.args;
    return {{"a", call.span, learnedSlope(call, values)}};
}

}  // namespace

std::span<const TorchActivation> torchActivations()
{
    return kActivations;
}

bool isTorchActivation(std::string_view name)
{
    return std::ranges::find(kActivations, name, &TorchActivation::name) != std::end(kActivations);
}

Expr makeTorchModule(const WrittenCall& call, Values& values)
{
    if (call.name == "Identity")
        return values.callable(onlyArgument, call.span);
    const auto* found = std::ranges::find(kActivations, call.name, &TorchActivation::module);
    if (found == std::end(kActivations))
        expr::fail("`nn." + call.name + "` is no activation that works on each element by itself", call.nameSpan);
    const auto apply = [name = std::string(found->name), settings = settingsOf(call, values),
                        &values](const WrittenCall& use) {
        WrittenCall whole = use;
        whole.name = name;
        whole.module = "nn.";
        whole.args.insert(whole.args.end(), settings.begin(), settings.end());
        return callTorch(std::move(whole), values);
    };
    return values.callable(apply, call.span);
}

}  // namespace actlab::importing
