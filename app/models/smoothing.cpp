#include "app/models/smoothing.hpp"

#include <cmath>
#include <limits>

namespace actlab::models {

double Smoothing::next(double epoch, double value)
{
    if (!std::isfinite(value))
        return std::numeric_limits<double>::quiet_NaN();
    const double kept = m_weight > 0 ? std::pow(m_memory, epoch - m_epoch) : 0;
    m_epoch = epoch;
    m_sum = kept * m_sum + value;
    m_weight = kept * m_weight + 1;
    return m_sum / m_weight;
}

}  // namespace actlab::models
