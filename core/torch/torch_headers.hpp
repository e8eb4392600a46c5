#pragma once

// The part of LibTorch this room is built on, precompiled: torch/torch.h would cost three times as much.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/optim/optimizer.h>
