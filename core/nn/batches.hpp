#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/data/random.hpp"
#include "core/nn/spec.hpp"

namespace actlab::nn {

/// What the seed is changed by (exclusive or), which keeps the order of the batches apart from the random numbers
/// under the weights.
inline constexpr std::uint64_t kBatchStream = 0x5eedba7c4e500000;

enum class RowOrder {
    Shuffled,  ///< anew each epoch; the last batch of an epoch is as small as what is left
    Fixed,     ///< always as in the table; what is left of an epoch joins the first batch of the next, as in
               ///< TensorFlow Playground
};

/// Init::Playground's rows come in a fixed order.
RowOrder rowOrderOf(const TrainingSpec& spec);

/// The rows of the largest batch of a spec, of a training table with so many rows.
std::size_t mostRowsInABatch(const TrainingSpec& spec, std::size_t rows);

/// The rows of the training table in batches.
class Batches {
public:
    Batches(std::size_t rows, std::size_t batch, std::uint64_t seed, RowOrder order = RowOrder::Shuffled);

    void startEpoch();
    bool empty() const { return m_next == m_order.size() - m_left; }  ///< whether the epoch is over
    std::span<const std::size_t> next();

private:
    RowOrder m_rowOrder;
    std::size_t m_batch;
    std::size_t m_left;                ///< rows that an epoch leaves to the next
    std::vector<std::size_t> m_order;  ///< begins with the rows left over
    std::size_t m_next;
    bool m_isFirst = true;
    data::Random m_random;
};

}  // namespace actlab::nn
