#include "core/nn/batches.hpp"

#include "core/data/split.hpp"

#include <algorithm>

namespace actlab::nn {

namespace {

// Keeps the order of the batches apart from the random numbers under the weights.
constexpr std::uint64_t kStream = 0x5eedba7c4e500000;

}  // namespace

Batches::Batches(std::size_t rows, std::size_t batch, std::uint64_t seed)
    : m_order(rows), m_batch(batch), m_next(rows), m_random(seed ^ kStream)
{
}

void Batches::shuffle()
{
    data::shuffleRows(m_order, m_random);
    m_next = 0;
}

std::span<const std::size_t> Batches::next()
{
    const std::size_t count = std::min(m_batch, m_order.size() - m_next);
    const std::span rows = std::span(m_order).subspan(m_next, count);
    m_next += count;
    return rows;
}

}  // namespace actlab::nn
