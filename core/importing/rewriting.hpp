#pragma once

#include <string>

#include "core/importing/frame.hpp"

namespace actlab::importing {

/// What Python writes and the grammar does not know, in tokens that it knows: an element of saved tensors is one
/// name,
/// `**factory_kwargs` leaves the call, `scale is None` is done, and of a choice whose condition is known only that
/// side is left. Throws Failure.
Tokens inWordsOfTheGrammar(const Tokens& tokens, const Frame& frame);

/// `a` of `a if inplace else b` where inplace is known to be true. Throws Failure.
Tokens decided(const Tokens& tokens, const Frame& frame);

/// Whether the tokens are a dictionary or a set and nothing else.
bool isDictionary(const Tokens& tokens);

}  // namespace actlab::importing
