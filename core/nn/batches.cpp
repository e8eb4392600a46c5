#include "core/nn/batches.hpp"

#include "core/data/split.hpp"

#include <algorithm>
#include <numeric>

namespace actlab::nn {

RowOrder rowOrderOf(const TrainingSpec& spec)
{
    return spec.init == Init::Playground ? RowOrder::Fixed : RowOrder::Shuffled;
}

std::size_t mostRowsInABatch(const TrainingSpec& spec, std::size_t rows)
{
    const std::size_t batch = std::clamp<std::size_t>(rows, 1, spec.batch);
    return rowOrderOf(spec) == RowOrder::Fixed ? batch + rows % batch : batch;
}

Batches::Batches(std::size_t rows, std::size_t batch, std::uint64_t seed, RowOrder order)
    : m_rowOrder(order),
      m_batch(std::clamp<std::size_t>(rows, 1, batch)),
      m_left(order == RowOrder::Fixed ? rows % m_batch : 0),
      m_order(m_left + rows),
      m_next(rows),
      m_random(seed ^ kBatchStream)
{
    std::iota(m_order.begin(), m_order.begin() + static_cast<std::ptrdiff_t>(m_left), rows - m_left);
    std::iota(m_order.begin() + static_cast<std::ptrdiff_t>(m_left), m_order.end(), std::size_t{0});
}

void Batches::startEpoch()
{
    if (m_rowOrder == RowOrder::Shuffled)
        data::shuffleRows(m_order, m_random);
    m_next = m_isFirst ? m_left : 0;
    m_isFirst = false;
}

std::span<const std::size_t> Batches::next()
{
    const std::size_t carried = m_next == 0 ? m_left : 0;
    const std::size_t count = std::min(m_batch + carried, m_order.size() - m_left - m_next);
    const std::span rows = std::span(m_order).subspan(m_next, count);
    m_next += count;
    return rows;
}

}  // namespace actlab::nn
