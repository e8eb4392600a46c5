#include "core/data/random.hpp"

#include <bit>
#include <cmath>

namespace actlab::data {

namespace {

// Steele, Lea and Flood: spreads any seed, 0 too, over the whole state.
std::uint64_t splitmix64(std::uint64_t& state)
{
    std::uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

}  // namespace

Random::Random(std::uint64_t seed)
{
    for (std::uint64_t& word : m_state)
        word = splitmix64(seed);
}

std::uint64_t Random::next()
{
    auto& s = m_state;
    const std::uint64_t result = std::rotl(s[1] * 5, 7) * 9;
    const std::uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = std::rotl(s[3], 45);
    return result;
}

double Random::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1p-53;
}

double Random::uniform(double low, double high)
{
    return low + (high - low) * uniform();
}

double Random::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double x, y, square;
    do {
        x = uniform(-1, 1);
        y = uniform(-1, 1);
        square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double scale = std::sqrt(-2 * std::log(square) / square);
    m_spare = y * scale;
    m_hasSpare = true;
    return x * scale;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    // The first 2^64 mod bound numbers are refused, so that what is left divides evenly. Of a small bound, hardly a
    // number is even below it.
    std::uint64_t number;
    do
        number = next();
    while (number < bound && number < (0 - bound) % bound);
    return number % bound;
}

}  // namespace actlab::data
