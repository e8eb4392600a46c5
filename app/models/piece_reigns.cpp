#include "app/models/piece_reigns.hpp"

#include "core/analysis/breakpoints.hpp"

#include <limits>
#include <string>

namespace actlab::models {

namespace {

using activation::PieceText;

/// The same conditions, and for values the numbers of the pieces: a staircase that jumps where the rule changes.
std::vector<PieceText> numbered(std::vector<PieceText> pieces)
{
    for (std::size_t i = 0; i < pieces.size(); ++i)
        pieces[i].formula = std::to_string(i);
    return pieces;
}

std::vector<double> bordersWithin(const activation::Activation& staircase, analysis::Interval x)
{
    std::vector<double> borders{x.low};
    for (const auto& point : analysis::findBreakpoints(staircase, x).points)
        if (point.x > borders.back() && point.x < x.high)
            borders.push_back(point.x);
    borders.push_back(x.high);
    return borders;
}

}  // namespace

PieceReigns::PieceReigns(std::vector<PieceText> pieces, const std::vector<activation::Parameter>& parameters)
{
    if (pieces.size() < 2)
        return;
    const std::string formula = activation::formulaOf(numbered(std::move(pieces)));
    if (const auto made = activation::makeActivation({"pieces", formula, "", parameters}))
        m_index = *made;
}

std::vector<Reign> PieceReigns::within(analysis::Interval x) const
{
    std::vector<Reign> reigns;
    if (!m_index)
        return reigns;
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const std::vector<double> borders = bordersWithin(*m_index, x);
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const std::vector<double> middle{borders[i] + (borders[i + 1] - borders[i]) / 2};
        const double piece = m_index->evaluate<double>(middle, 0)[0][0];
        if (!(piece >= 0))
            continue;
        const analysis::Interval whole{i == 0 ? -kInfinity : borders[i],
                                       i + 2 == borders.size() ? kInfinity : borders[i + 1]};
        const auto number = static_cast<std::size_t>(piece);
        if (!reigns.empty() && reigns.back().piece == number && reigns.back().x.high == whole.low)
            reigns.back().x.high = whole.high;
        else
            reigns.push_back({whole, number});
    }
    return reigns;
}

}  // namespace actlab::models
