#pragma once

#include <ATen/Parallel.h>

namespace actlab::torch_room {

/// Sets how many threads Torch has while it lives.
class ThreadCount {
public:
    explicit ThreadCount(int count) : m_before(at::get_num_threads()) { at::set_num_threads(count); }
    ~ThreadCount() { at::set_num_threads(m_before); }
    ThreadCount(const ThreadCount&) = delete;
    ThreadCount& operator=(const ThreadCount&) = delete;

private:
    int m_before;
};

}  // namespace actlab::torch_room
