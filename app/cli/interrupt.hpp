#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace actlab::cli {

/// While it lives, Ctrl+C and a polite kill call `stop`, from a thread of its own; the second one ends the
/// program at once. Threads that begin later leave these signals to it.
class Interrupt {
public:
    explicit Interrupt(std::function<void()> stop);
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

private:
    sigset_t m_watched{}, m_before{};
    std::jthread m_thread;
};

}  // namespace actlab::cli
