#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/data/random.hpp"

namespace actlab::nn {

/// The rows of the training table in batches, in a new random order each epoch. The last batch of an epoch is
/// as small as what is left.
class Batches {
public:
    Batches(std::size_t rows, std::size_t batch, std::uint64_t seed);

    void shuffle();
    bool empty() const { return m_next == m_order.size(); }  ///< whether the epoch is over
    std::span<const std::size_t> next();

private:
    std::vector<std::size_t> m_order;
    std::size_t m_batch;
    std::size_t m_next;
    data::Random m_random;
};

}  // namespace actlab::nn
