#pragma once

#include <cstddef>
#include <vector>

namespace actlab::models {

/// One measure of a run in its course, which may grow to millions of values while a screen has a
/// thousand columns: keeps the extremes of every 2, 4, 8, … neighbours, so that appending costs O(1) and
/// drawing costs as much as the screen is wide.
class TrainingCurve {
public:
    struct Point {
        double x = 0, value = 0;  ///< x: the epoch, or another place in the course of the run
    };

    enum class Spacing { Even, Logarithmic };

    /// x ascends; a value that is not finite is a gap, as long as it is as wide as a column, and among wild().
    void append(double x, double value);
    void clear();

    std::size_t size() const { return m_points.size(); }
    const Point& at(std::size_t index) const { return m_points[index]; }
    /// The value whose x is nearest; size() must not be 0.
    const Point& nearest(double x) const;

    /// What to draw between two places on `columns` columns: all points, or the least and the greatest of
    /// each run of neighbours, at most two for a column; one neighbour beyond either end. The columns of a
    /// logarithmic axis are narrow at its right end; `first` must be above 0 there.
    std::vector<Point> points(double first, double last, std::size_t columns, Spacing spacing = Spacing::Even) const;
    /// The points between two places that are not finite, about one for a column at most.
    std::vector<Point> wild(double first, double last, std::size_t columns) const;

private:
    struct Extremes {
        std::size_t least = 0, greatest = 0;  // indices into m_points
    };
    static std::size_t runAt(std::size_t index, std::size_t longest);  // the longest run kept that begins here
    Extremes extremesOf(std::size_t index, std::size_t length) const;  // length: a power of two
    Extremes join(const Extremes& left, const Extremes& right) const;
    std::size_t indexOf(double x) const;
    void collect(std::size_t begin, std::size_t end, std::size_t columns, std::vector<Point>& into) const;

    std::vector<Point> m_points;
    std::vector<Point> m_wild;
    std::vector<std::vector<Extremes>> m_levels;  // m_levels[k][i]: of the 2^(k+1) points from i·2^(k+1) on
};

}  // namespace actlab::models
