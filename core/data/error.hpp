#pragma once

#include <string>

#include <tl/expected.hpp>

namespace actlab::data {

/// `field` names what is wrong as the command line spells it ("noise", "samples"); `message` is a sentence.
struct Error {
    std::string field;
    std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

}  // namespace actlab::data
