#pragma once

#include <cstdint>

namespace actlab::data {

/// Small, fast generator whose numbers are the same on every platform (the distributions of <random>
/// are not). xoshiro256** of Blackman and Vigna, seeded by splitmix64.
class Random {
public:
    explicit Random(std::uint64_t seed);
    std::uint64_t next();
    double uniform();                          ///< [0, 1)
    double uniform(double low, double high);   ///< [low, high)
    double normal();                           ///< N(0, 1), Marsaglia's polar method
    std::uint64_t below(std::uint64_t bound);  ///< 0 … bound-1, unbiased

private:
    std::uint64_t m_state[4];
    double m_spare = 0;
    bool m_hasSpare = false;
};

}  // namespace actlab::data
