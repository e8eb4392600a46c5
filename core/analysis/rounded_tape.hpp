#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <vector>

#include "core/analysis/precision.hpp"
#include "core/kernel/program.hpp"

namespace actlab::analysis {

/// A program run at single numbers in a narrow format: every step is rounded to it. In double precision where T is
/// double and no format is given, in the widest the machine has where T is long double. Needs the program to live as
/// long as itself.
template <std::floating_point T>
class RoundedTape {
public:
    RoundedTape(const kernel::Program& program, std::span<const double> parameters,
                std::optional<Precision> precision = std::nullopt);

    /// Fills the slots.
    void run(T x);
    T output(std::size_t index) const { return m_slots[m_program.outputSlots()[index]]; }
    /// One for each instruction.
    std::span<const T> slots() const { return m_slots; }

    /// As PyTorch's autograd would go back from an output after the last run: the derivative of that output by every
    /// slot, and 0 by those that it does not reach. Both branches of a conditional get a gradient, the one not
    /// selected the gradient 0, which times infinity is NaN; those whose slots are `guarded` are spelled as library
    /// functions are and pass nothing there.
    void runBackwards(std::size_t output, std::span<const char> guarded);
    std::span<const T> adjoints() const { return m_adjoints; }
    bool reaches(std::size_t slot) const { return m_reached[slot] != 0; }

private:
    T round(T number) const;
    void pass(const kernel::Instruction& step, std::size_t slot, bool isGuarded);
    void passSelect(const kernel::Instruction& step, T gradient, bool isGuarded);
    void add(std::size_t slot, T gradient);

    const kernel::Program& m_program;
    std::optional<Precision> m_precision;
    std::vector<T> m_parameters, m_slots, m_adjoints;
    std::vector<char> m_reached, m_changes;  // m_changes: does the slot depend on x?
};

}  // namespace actlab::analysis
