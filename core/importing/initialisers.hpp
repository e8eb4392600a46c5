#pragma once

#include <string>

#include "core/importing/frame.hpp"

namespace actlab::importing {

/// A statement that gives a learnable parameter the value it begins with: `nn.init.constant_(self.alpha, 0.25)`,
/// `self.alpha.data.fill_(0.25)`. False where it is none. Throws Failure.
bool runInitialiser(const std::string& path, const std::vector<Tokens>& args, const Frame& frame, Values& values);

/// `self.alpha.requires_grad = False`. False where it is none.
bool setsLearning(const std::string& path, const Expr& value, const Frame& frame, Values& values);

}  // namespace actlab::importing
