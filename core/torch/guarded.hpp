#pragma once

#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

namespace actlab::torch_room {

/// Calls `work`; whatever it throws leaves as std::runtime_error with the first line of its message, since
/// LibTorch's own exceptions carry pages of addresses and are unknown outside this room.
template <class Work>
decltype(auto) guarded(Work&& work)
{
    try {
        return std::forward<Work>(work)();
    } catch (const std::exception& error) {
        const std::string message = error.what();
        throw std::runtime_error(message.substr(0, message.find('\n')));
    }
}

}  // namespace actlab::torch_room
