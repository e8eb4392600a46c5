#include "core/analysis/stability.hpp"

#include "core/analysis/stability_probe.hpp"
#include "core/analysis/stable_proposal.hpp"
#include "core/analysis/trouble_cause.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

using activation::Activation;
using activation::ActivationPtr;

/// Numbers that every format has, as far as it reaches: closely spaced where activations live, then so many an
/// octave, fewer and fewer. And the largest of each format.
std::vector<double> inputsToTry()
{
    std::vector<double> x{0};
    for (int i = 1; i <= 256; ++i)
        x.push_back(i / 16.0);
    const auto addOctaves = [&x](int first, int last, int step, int parts) {
        for (int octave = first; octave < last; octave += step)
            for (int part = 0; part < parts; ++part)
                x.push_back(std::ldexp(1 + part / static_cast<double>(parts), octave));
    };
    addOctaves(4, 11, 1, 16);
    addOctaves(11, 40, 1, 4);
    addOctaves(40, 128, 2, 1);
    addOctaves(128, 1024, 16, 1);
    addOctaves(-30, -4, 1, 1);
    addOctaves(-140, -30, 5, 1);
    addOctaves(-1020, -140, 40, 1);
    for (const Precision precision : kPrecisions)
        x.push_back(formatOf(precision).largest);
    for (std::size_t i = x.size(); i > 0; --i)
        x.push_back(0 - x[i - 1]);  // never -0
    std::ranges::sort(x);
    x.erase(std::unique(x.begin(), x.end()), x.end());
    return x;
}

/// The same function in a stable spelling with the same gradient of the author; null where there is none.
ActivationPtr stableTwinOf(const Activation& activation)
{
    const auto proposal = proposeStable(activation);
    if (!proposal)
        return nullptr;
    activation::Definition definition = activation.definition();
    definition.formula = proposal->spelling.formula;
    return activation::makeActivation(definition).value_or(nullptr);
}

class Scan {
public:
    Scan(const Activation& activation, const std::vector<double>& x)
        : m_activation(activation),
          m_stable(stableTwinOf(activation)),
          m_nodes(activation),
          m_truth(activation, m_stable),
          m_x(x)
    {
        for (const double place : x)
            m_truths.push_back(m_truth.at(place));
    }

    void run(Precision precision)
    {
        StabilityProbe probe(m_activation, m_nodes, precision);
        std::vector<double> x;
        std::vector<Troubles> troubles;
        for (std::size_t i = 0; i < m_x.size(); ++i)
            if (rounded(m_x[i], precision) == m_x[i] && std::isfinite(m_x[i])) {
                x.push_back(m_x[i]);
                troubles.push_back(probe.at(m_x[i], m_truth, m_truths[i]));
            }
        for (const Quantity quantity :
             {Quantity::Value, Quantity::Gradient, Quantity::TypedValue, Quantity::Autograd})
            assemble(probe, x, troubles, quantity);
    }

    std::vector<Instability> take() { return std::move(m_found); }

private:
    /// Stretches of neighbours that fail in the same way.
    void assemble(StabilityProbe& probe, const std::vector<double>& x, const std::vector<Troubles>& troubles,
                  Quantity quantity)
    {
        const auto trouble = [&](std::size_t i) { return troubles[i][static_cast<std::size_t>(quantity)]; };
        for (std::size_t i = 0; i < x.size();) {
            std::size_t end = i + 1;
            for (std::size_t next = end; next < x.size() && isOneStretch(x, end, next, trouble(i), probe.precision());
                 ++next)
                if (trouble(next) == trouble(i))
                    end = next + 1;
            if (trouble(i))
                m_found.push_back(told(probe, x, i, end, quantity, *trouble(i)));
            i = end;
        }
    }

    /// Digits are lost now more, now less, and around 0 they do not matter: a few sound numbers in between end no
    /// stretch.
    static bool isOneStretch(const std::vector<double>& x, std::size_t end, std::size_t next,
                             std::optional<Trouble> trouble, Precision precision)
    {
        constexpr std::size_t kFew = 4;
        if (trouble != Trouble::Inaccurate)
            return next == end;
        const double tiny = 4 * formatOf(precision).smallestNormal;
        return next <= end + kFew || (x[end] >= -tiny && x[next - 1] <= tiny);
    }

    Instability told(StabilityProbe& probe, const std::vector<double>& x, std::size_t begin, std::size_t end,
                     Quantity quantity, Trouble trouble)
    {
        Instability found{probe.precision(), quantity, trouble, {}, {}, {}, {}};
        found.x.low = begin == 0 ? -kInfinity : edge(probe, x[begin], x[begin - 1], quantity, trouble);
        found.x.high = end == x.size() ? kInfinity : edge(probe, x[end - 1], x[end], quantity, trouble);
        blame(found, std::abs(x[begin]) < std::abs(x[end - 1]) ? x[begin] : x[end - 1]);
        return found;
    }

    /// The last number of the format that still fails, on the way from one that does to one that does not.
    double edge(StabilityProbe& probe, double failing, double sound, Quantity quantity, Trouble trouble)
    {
        constexpr int kHalvings = 1100;
        for (int i = 0; i < kHalvings; ++i) {
            const double middle = rounded(failing / 2 + sound / 2, probe.precision());
            if (middle == failing || middle == sound)
                break;
            const bool fails =
                probe.at(middle, m_truth, m_truth.at(middle))[static_cast<std::size_t>(quantity)] == trouble;
            (fails ? failing : sound) = middle;
        }
        return failing;
    }

    void blame(Instability& found, double x)
    {
        const std::size_t node = causeOf(m_nodes, m_activation.parameterValues(), x, found.precision, found.quantity);
        found.node = m_nodes.text(node);
        found.span = m_nodes.node(node).node().span;
        if (m_stable && found.trouble != Trouble::TooLarge && isCured(found, x))
            found.suggestion = m_stable->definition().formula;
    }

    bool isCured(const Instability& found, double x)
    {
        const FormulaNodes nodes(*m_stable);
        StabilityProbe probe(*m_stable, nodes, found.precision);
        return !probe.at(x, m_truth, m_truth.at(x))[static_cast<std::size_t>(found.quantity)];
    }

    const Activation& m_activation;
    ActivationPtr m_stable;
    FormulaNodes m_nodes;
    Truth m_truth;
    const std::vector<double>& m_x;
    std::vector<std::array<long double, 3>> m_truths;
    std::vector<Instability> m_found;
};

}  // namespace

std::vector<Instability> findInstabilities(const Activation& activation)
{
    static const std::vector<double> places = inputsToTry();
    Scan scan(activation, places);
    for (const Precision precision : kPrecisions)
        scan.run(precision);
    return scan.take();
}

std::string sentenceOf(const Instability& instability)
{
    constexpr std::array<std::string_view, 4> kQuantities{"value", "gradient", "value as typed",
                                                          "gradient by autograd"};
    constexpr std::array<std::string_view, 4> kTroubles{"is NaN", "is infinite", "is too large for the format",
                                                        "is wrong by more than 1 %"};
    return std::string(kQuantities[static_cast<std::size_t>(instability.quantity)]) + " " +
           std::string(kTroubles[static_cast<std::size_t>(instability.trouble)]);
}

}  // namespace actlab::analysis
