#include "core/activation/stable_rules.hpp"

namespace actlab::activation {

namespace {

// The threshold of softplus is the one from which on log(1 + exp(u)) is u to the last digit of a double.
constexpr StableRule kRules[] = {
    // gates
    {"u*tanh(log(1 + exp(u)))", "mish(u)"},
    {"u*tanh(log1p(exp(u)))", "mish(u)"},
    {"u*tanh(exp(u))", "tanhexp(u)"},
    {"u/(1 + exp(-u))", "silu(u)"},
    // the logistic function and its derivative
    {"exp(-u)/(1 + exp(-u))^2", "sigmoid(u)*sigmoid(-u)"},
    {"exp(u)/(1 + exp(u))^2", "sigmoid(u)*sigmoid(-u)"},
    {"1/(1 + exp(-u))", "sigmoid(u)"},
    {"1/(1 + exp(u))", "sigmoid(-u)"},
    {"exp(u)/(1 + exp(u))", "sigmoid(u)"},
    {"exp(u)/(exp(u) + exp(-u))", "sigmoid(2*u)"},
    {"exp(-u)/(exp(u) + exp(-u))", "sigmoid(-2*u)"},
    {"exp(u)/(exp(u) + exp(v))", "sigmoid(u - v)"},
    {"log(1 - sigmoid(u))", "logsigmoid(-u)"},
    {"log(1 - 1/(1 + exp(-u)))", "logsigmoid(-u)"},
    {"log(sigmoid(u))", "logsigmoid(u)"},
    {"1 - sigmoid(u)", "sigmoid(-u)"},
    // the hyperbolic functions
    {"(exp(u) - exp(-u))/(exp(u) + exp(-u))", "tanh(u)"},
    {"(exp(2*u) - 1)/(exp(2*u) + 1)", "tanh(u)"},
    {"(exp(u) - 1)/(exp(u) + 1)", "tanh(u/2)"},
    {"(1 - exp(-2*u))/(1 + exp(-2*u))", "tanh(u)"},
    {"(1 - exp(-u))/(1 + exp(-u))", "tanh(u/2)"},
    {"2/(1 + exp(-2*u)) - 1", "tanh(u)"},
    {"2/(1 + exp(-u)) - 1", "tanh(u/2)"},
    {"2*sigmoid(2*u) - 1", "tanh(u)"},
    {"2*sigmoid(u) - 1", "tanh(u/2)"},
    {"(exp(u) - exp(-u))/2", "sinh(u)"},
    {"0.5*(exp(u) - exp(-u))", "sinh(u)"},
    {"1 - tanh(u)^2", "4*sigmoid(2*u)*sigmoid(-2*u)"},
    {"1 - tanh(u)*tanh(u)", "4*sigmoid(2*u)*sigmoid(-2*u)"},
    {"v/(1 + exp(-u))", "v*sigmoid(u)"},
    {"v/(1 + exp(u))", "v*sigmoid(-u)"},
    // inverse functions
    {"log(u + sqrt(u^2 + 1))", "asinh(u)"},
    {"0.5*log((1 + u)/(1 - u))", "atanh(u)"},
    {"log((1 + u)/(1 - u))/2", "atanh(u)"},
    // logarithms
    {"log(exp(u))", "u"},
    {"log1p(exp(-abs(u)))", ""},
    {"log(1 + exp(-abs(u)))", "log1p(exp(-abs(u)))"},
    {"log(1 + exp(u))", "softplus(u, threshold=40)"},
    {"log1p(exp(u))", "softplus(u, threshold=40)"},
    {"log(exp(u) + exp(v))", "v + softplus(u - v, threshold=40)"},
    {"log(1 + u)", "log1p(u)"},
    {"log(1 - u)", "log1p(-u)"},
    // differences of nearly equal numbers
    {"v*exp(u) - v", "v*expm1(u)"},
    {"exp(u) - 1", "expm1(u)"},
    {"1 - exp(u)", "-expm1(u)"},
    {"1 - erf(u)", "erfc(u)"},
    {"1 + erf(u)", "erfc(-u)"},
    {"sqrt(1 + u) - 1", "u/(sqrt(1 + u) + 1)"},
    // squares that overflow long before their root does
    {"sqrt(u^2)", "abs(u)"},
    {"sqrt(u*u)", "abs(u)"},
};

}  // namespace

std::span<const StableRule> stableRules()
{
    return kRules;
}

}  // namespace actlab::activation
