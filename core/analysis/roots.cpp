#include "core/analysis/roots.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

constexpr int kHalvings = 200;
constexpr int kThirdings = 40;

// NaN has the sign 2, which equals no other.
int signOf(double y)
{
    return std::isnan(y) ? 2 : y > 0 ? 1 : y < 0 ? -1 : 0;
}

/// The neighbouring numbers between which the sign stops to be that of `low`.
std::pair<double, double> edge(const Function& value, double low, double high)
{
    const int sign = signOf(value(low));
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        (signOf(value(middle)) == sign ? low : high) = middle;
    }
    return {low, high};
}

double rootBetween(const Function& value, double low, double high)
{
    if (low < 0 && high > 0 && value(0) == 0)
        return 0;
    const auto [before, after] = edge(value, low, high);
    // x − sin x is zero in floating point for a while: its root is the middle of that
    if (value(after) == 0 && value(high) != 0)
        return after + (edge(value, after, high).first - after) / 2;
    return std::abs(value(before)) < std::abs(value(after)) ? before : after;
}

class Search {
public:
    Search(const Sampled& function, std::size_t most) : m_f(function), m_most(most) {}

    std::vector<double> run()
    {
        for (std::size_t i = 0; i < m_f.x.size() && m_roots.size() < m_most; ++i) {
            if (isLoneZero(i))
                m_roots.push_back(m_f.x[i]);
            if (i + 1 < m_f.x.size())
                cross(i);
            if (isDip(i))
                touch(i);
        }
        return std::move(m_roots);
    }

private:
    int sign(std::size_t i) const { return i < m_f.y.size() ? signOf(m_f.y[i]) : 2; }

    bool isLoneZero(std::size_t i) const { return sign(i) == 0 && sign(i + 1) != 0 && (i == 0 || sign(i - 1) != 0); }

    void cross(std::size_t i)
    {
        const bool isUsable = std::isfinite(m_f.y[i]) && std::isfinite(m_f.y[i + 1]);
        if (isUsable && sign(i) != sign(i + 1) && !isLoneZero(i) && !isLoneZero(i + 1))
            m_roots.push_back(rootBetween(m_f.value, m_f.x[i], m_f.x[i + 1]));
    }

    bool isDip(std::size_t i) const
    {
        if (i == 0 || i + 1 >= m_f.y.size() || sign(i) == 0 || sign(i - 1) != sign(i) || sign(i + 1) != sign(i))
            return false;
        const double left = std::abs(m_f.y[i - 1]), here = std::abs(m_f.y[i]), right = std::abs(m_f.y[i + 1]);
        return here <= left && here <= right && (here < left || here < right);
    }

    void touch(std::size_t i)
    {
        const double from = m_f.x[i - 1], to = m_f.x[i + 1];
        const double lowest = lowestBetween(from, to, sign(i));
        const double height = std::max(std::abs(m_f.y[i - 1]), std::abs(m_f.y[i + 1]));
        if (signOf(m_f.value(lowest)) == -sign(i)) {
            m_roots.push_back(rootBetween(m_f.value, from, lowest));
            m_roots.push_back(rootBetween(m_f.value, lowest, to));
        } else if (std::abs(m_f.value(lowest)) <= 1e-6 * height) {
            const bool turns = signOf(m_f.slope(from)) * signOf(m_f.slope(to)) == -1;
            const double turning = turns ? rootBetween(m_f.slope, from, to) : lowest;
            if (std::abs(m_f.value(turning)) <= 1e-9 * height)
                m_roots.push_back(turning);
        }
    }

    /// The point nearest to zero, or one beyond it.
    double lowestBetween(double from, double to, int sign) const
    {
        for (int i = 0; i < kThirdings; ++i) {
            const double a = from + (to - from) / 3, b = to - (to - from) / 3;
            const double atA = sign * m_f.value(a), atB = sign * m_f.value(b);
            if (atA < 0 || atB < 0)
                return atA < 0 ? a : b;
            (atA < atB ? to : from) = atA < atB ? b : a;
        }
        return from + (to - from) / 2;
    }

    const Sampled& m_f;
    const std::size_t m_most;
    std::vector<double> m_roots;
};

}  // namespace

std::vector<double> rootsOf(const Sampled& function, std::size_t most)
{
    return Search(function, most).run();
}

}  // namespace actlab::analysis
