#pragma once

namespace actlab::models {

/// The mean of what was seen, in which the weight of a value shrinks to `memory` of itself with every epoch that
/// passes. Begins with the first value (it is debiased), and a run that keeps every tenth epoch alone is smoothed
/// over as many epochs as one that keeps them all.
class Smoothing {
public:
    explicit Smoothing(double memory = 0) : m_memory(memory) {}
    /// NaN where `value` is not finite: a gap stays one.
    double next(double epoch, double value);

private:
    double m_memory;
    double m_epoch = 0, m_sum = 0, m_weight = 0;
};

}  // namespace actlab::models
