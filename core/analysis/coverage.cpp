#include "core/analysis/coverage.hpp"

#include "core/analysis/interval.hpp"

#include "core/expr/printer.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

std::string pieceName(std::size_t row)
{
    return "piece " + std::to_string(row + 1);
}

/// For a sentence: with a minus sign, not a hyphen.
std::string numberText(double x)
{
    std::string digits = expr::printNumber(x);
    if (digits.starts_with('-'))
        digits.replace(0, 1, "−");
    return digits;
}

/// "for x < 1", "for 0 < x < 1", "at x = 0", "everywhere"
std::string places(Interval x)
{
    if (x.low == x.high)
        return "at x = " + numberText(x.low);
    if (std::isinf(x.low) && std::isinf(x.high))
        return "everywhere";
    if (std::isinf(x.low))
        return "for x < " + numberText(x.high);
    if (std::isinf(x.high))
        return "for x > " + numberText(x.low);
    return "for " + numberText(x.low) + " < x < " + numberText(x.high);
}

class Surveyor {
public:
    explicit Surveyor(const PieceLayout& layout) : m_layout(layout) {}

    std::vector<CoverageRemark> survey()
    {
        overlaps();
        missing();
        neverReached();
        notOnX();
        return std::move(m_remarks);
    }

private:
    void overlaps()
    {
        for (std::size_t later = 1; later < m_layout.conditions.size(); ++later)
            for (std::size_t earlier = 0; earlier < later; ++earlier)
                if (isReached(later) && !encloses(later, earlier))
                    overlap(earlier, later);
    }

    /// One remark for each run of cells in which `later` holds where `earlier` applies.
    void overlap(std::size_t earlier, std::size_t later)
    {
        bool goesOn = false;
        for (const PieceCell& cell : m_layout.cells) {
            const bool overlaps = cell.row == earlier && cell.holds[later];
            if (overlaps && !goesOn)
                m_remarks.push_back({CoverageKind::Overlap, cell.x, {earlier, later}, {}});
            goesOn = overlaps;
            if (!overlaps)
                continue;
            CoverageRemark& remark = m_remarks.back();
            remark.x.high = cell.x.high;
            remark.sentence = "The conditions of " + pieceName(earlier) + " and " + pieceName(later) + " both hold " +
                              places(remark.x) + "; " + pieceName(earlier) + " applies, because it comes first.";
        }
    }

    /// Whether `later` holds wherever `earlier` applies, as in "x < 0, x < 1": one goes on where the other ends.
    bool encloses(std::size_t later, std::size_t earlier) const
    {
        return std::ranges::all_of(m_layout.cells,
                                   [&](const PieceCell& cell) { return cell.row != earlier || cell.holds[later]; });
    }

    bool isReached(std::size_t row) const
    {
        return std::ranges::find(m_layout.stretches, row, &Stretch::row) != m_layout.stretches.end();
    }

    void missing()
    {
        const auto& stretches = m_layout.stretches;
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            if (!m_layout.isGap(stretches[i].row))
                continue;
            CoverageRemark remark{CoverageKind::Missing, stretches[i].x, {}, {}};
            if (i > 0)
                remark.pieces.push_back(stretches[i - 1].row);
            if (i + 1 < stretches.size())
                remark.pieces.push_back(stretches[i + 1].row);
            remark.sentence = "No piece holds " + places(remark.x) + ": there is no value there.";
            m_remarks.push_back(std::move(remark));
        }
    }

    void neverReached()
    {
        for (std::size_t row = 0; row < m_layout.rows.size(); ++row) {
            if (m_layout.isGap(row) || isReached(row) || !m_layout.places.complete)
                continue;
            const bool isLast = row + 1 == m_layout.rows.size();
            m_remarks.push_back({CoverageKind::NeverReached,
                                 {-kInfinity, kInfinity},
                                 {row},
                                 isLast
                                     ? "The last piece is never reached: the others leave nothing over."
                                     : "Piece " + std::to_string(row + 1) + " is never reached: " + whyNever(row)});
        }
    }

    std::string whyNever(std::size_t row) const
    {
        const bool holdsSomewhere =
            std::ranges::any_of(m_layout.cells, [row](const PieceCell& cell) { return cell.holds[row]; });
        return holdsSomewhere ? "an earlier piece applies wherever its condition holds."
                              : "its condition holds nowhere.";
    }

    void notOnX()
    {
        for (std::size_t row = 0; row < m_layout.conditions.size(); ++row) {
            if (expr::dependsOnInput(m_layout.conditions[row]))
                continue;
            const bool holds = m_layout.cells.front().holds[row];
            m_remarks.push_back({CoverageKind::NotOnX,
                                 {-kInfinity, kInfinity},
                                 {row},
                                 "The condition of " + pieceName(row) + " does not contain x: it holds " +
                                     (holds ? "everywhere." : "nowhere.")});
        }
    }

    const PieceLayout& m_layout;
    std::vector<CoverageRemark> m_remarks;
};

}  // namespace

std::vector<CoverageRemark> coverageOf(const PieceLayout& layout)
{
    return Surveyor(layout).survey();
}

}  // namespace actlab::analysis
