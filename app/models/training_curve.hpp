#pragma once

#include <cstddef>
#include <vector>

namespace actlab::models {

/// One measure of a run against its epoch, which may grow to millions of values while a screen has a
/// thousand columns: keeps the extremes of every 2, 4, 8, … neighbours, so that appending costs O(1) and
/// drawing costs as much as the screen is wide.
class TrainingCurve {
public:
    struct Point {
        double epoch = 0, value = 0;
    };

    /// Epochs ascend; a value that is not a number is a gap, as long as it is as wide as a column.
    void append(double epoch, double value);
    void clear();

    std::size_t size() const { return m_points.size(); }
    const Point& at(std::size_t index) const { return m_points[index]; }
    /// The value whose epoch is nearest; size() must not be 0.
    const Point& nearest(double epoch) const;

    /// What to draw between two epochs on `columns` columns: all points, or the least and the greatest of
    /// each run of neighbours, at most two for a column; one neighbour beyond either end.
    std::vector<Point> points(double first, double last, std::size_t columns) const;

private:
    struct Extremes {
        std::size_t least = 0, greatest = 0;  // indices into m_points
    };
    static std::size_t runAt(std::size_t index, std::size_t longest);  // the longest run kept that begins here
    Extremes extremesOf(std::size_t index, std::size_t length) const;  // length: a power of two
    Extremes join(const Extremes& left, const Extremes& right) const;
    std::size_t indexOf(double epoch) const;

    std::vector<Point> m_points;
    std::vector<std::vector<Extremes>> m_levels;  // m_levels[k][i]: of the 2^(k+1) points from i·2^(k+1) on
};

}  // namespace actlab::models
