#pragma once

#include <chrono>

namespace actlab::nn {

/// Seconds of training: runs from the start, stands still while held.
class Stopwatch {
public:
    void start();
    void hold();
    void goOn();
    double seconds() const;

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_since{};
    Clock::duration m_before{};
    bool m_runs = false;
};

}  // namespace actlab::nn
