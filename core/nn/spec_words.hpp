#pragma once

#include <string_view>

namespace actlab::nn {

// What the command line and the document call the choices of a spec, in the order of the enumerations.
inline constexpr std::string_view kInitWords[] = {"auto", "playground", "kaiming", "xavier"};
inline constexpr std::string_view kLossWords[] = {"mse", "cross-entropy", "huber"};
inline constexpr std::string_view kOptimizerWords[] = {"sgd",     "momentum", "nesterov", "adagrad",
                                                       "rmsprop", "adam",     "adamw",    "lbfgs"};
inline constexpr std::string_view kScheduleWords[] = {"constant", "step", "cosine"};
inline constexpr std::string_view kEngineWords[] = {"auto", "fused", "torch"};

}  // namespace actlab::nn
