#include "core/analysis/trouble_cause.hpp"

#include "core/analysis/rounded_tape.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlab::analysis {

namespace {

constexpr double kWrongBy = 0.01;

bool isOff(double got, long double truth, const Format& format)
{
    if (!std::isfinite(got))
        return true;
    const double relative = std::max(kWrongBy, 8 * format.epsilon());
    return std::isfinite(truth) && std::abs(got - truth) > relative * std::abs(truth) + format.smallestNormal;
}

/// The formula at one place, in the format and in the widest arithmetic.
class Inquest {
public:
    Inquest(const FormulaNodes& nodes, std::span<const double> parameters, double x, Precision precision,
            bool isTyped)
        : m_nodes(nodes),
          m_format(formatOf(precision)),
          m_narrow(nodes.program(), parameters, precision),
          m_wide(nodes.program(), parameters)
    {
        // Our own gradient never looks at a branch that is not selected; autograd does.
        const std::vector<char> all(nodes.program().instructions().size(), 1);
        const auto& guarded = isTyped ? nodes.guardedSlots() : all;
        m_narrow.run(x);
        m_narrow.runBackwards(nodes.whole(), guarded);
        m_wide.run(static_cast<long double>(x));
        m_wide.runBackwards(nodes.whole(), guarded);
    }

    std::optional<std::size_t> brokenValue() const
    {
        return first([this](std::size_t slot) { return !std::isfinite(m_narrow.slots()[slot]); });
    }

    std::optional<std::size_t> lostDigits() const
    {
        return first(
            [this](std::size_t slot) { return isOff(m_narrow.slots()[slot], m_wide.slots()[slot], m_format); });
    }

    /// Where the gradient is sound at a part and spoiled at one of those that it is made of.
    std::optional<std::size_t> spoiledGradient() const
    {
        const auto isSpoiled = [this](std::size_t slot) {
            return isOff(m_narrow.adjoints()[slot], m_wide.adjoints()[slot], m_format);
        };
        for (std::size_t i = m_nodes.size(); i-- > 0;) {
            const std::size_t slot = m_nodes.slot(i);
            if (!m_narrow.reaches(slot) || isSpoiled(slot))
                continue;
            for (const std::size_t part : m_nodes.parts(i))
                if (m_narrow.reaches(m_nodes.slot(part)) && isSpoiled(m_nodes.slot(part)))
                    return i;
        }
        return std::nullopt;
    }

private:
    template <class IsBad>
    std::optional<std::size_t> first(const IsBad& isBad) const
    {
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const auto& parts = m_nodes.parts(i);
            const auto isBadPart = [&](std::size_t part) { return isBad(m_nodes.slot(part)); };
            if (m_narrow.reaches(m_nodes.slot(i)) && isBad(m_nodes.slot(i)) && std::ranges::none_of(parts, isBadPart))
                return i;
        }
        return std::nullopt;
    }

    const FormulaNodes& m_nodes;
    const Format& m_format;
    RoundedTape<double> m_narrow;
    RoundedTape<long double> m_wide;
};

}  // namespace

std::size_t causeOf(const FormulaNodes& nodes, std::span<const double> parameters, double x, Precision precision,
                    Quantity quantity)
{
    const Inquest inquest(nodes, parameters, x, precision, quantity == Quantity::Autograd);
    for (const auto& found : {inquest.brokenValue(), inquest.lostDigits(), inquest.spoiledGradient()})
        if (found)
            return *found;
    return nodes.whole();
}

}  // namespace actlab::analysis
