#pragma once

#include "core/torch/engine.hpp"
#include "tests/core/nn/example.hpp"

namespace actlab::torch_room::testing {

/// With the engine of this room.
struct Example : nn::testing::Example {
    using nn::testing::Example::Example;

    std::unique_ptr<nn::Engine> engine() const { return makeEngine({spec, data}, nn::initialParameters(spec, data)); }
};

}  // namespace actlab::torch_room::testing
