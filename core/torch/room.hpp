#pragma once

#include "core/nn/torch_room.hpp"

/// The one function the library shows: the room, which lives as long as the process. Loaded by core/nn, which
/// never closes the library.
extern "C" __attribute__((visibility("default"))) actlab::nn::TorchRoom* actlab_torch_room();
