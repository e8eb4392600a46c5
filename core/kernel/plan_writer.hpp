#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "core/kernel/plan.hpp"
#include "core/kernel/polynomial_pieces.hpp"

namespace actlab::kernel {

/// Writes the steps of a plan, one or none for each instruction of a tape, before anything is known about who needs
/// them. Float results may differ from the tape's in the last place: products are added in one rounding.
class PlanWriter {
public:
    PlanWriter(std::span<const Instruction> tape, std::span<const double> constants,
               std::span<const std::uint32_t> outputs, Plan& plan);
    void write();

private:
    using Number = std::uint32_t;
    Number valueOf(const Instruction& instruction);
    Number source(Plan::Value::Kind kind, Number index);
    Number step(Code code, std::initializer_list<Number> in);
    Number stepOf(const Instruction& instruction);
    Number select(const Instruction& instruction);
    /// Polynomials in pieces by lookups, as many as their number takes.
    Number lookUp(const PolynomialPieces& found);
    Number call(const Instruction& instruction);
    Number sigmoid(const Instruction& instruction);
    Number exponential(const Instruction& instruction);
    Number product(const Instruction& instruction);
    std::optional<Number> fused(const Instruction& instruction);

    /// The product that only the sum reads, where the sum is calculated for each x.
    const Instruction* loneProduct(Number slot) const;
    bool areOpposite(Number slot, Number other) const;
    /// u where the slot is log(1 + exp(u)), or u itself where that is the same, to the last digit.
    std::optional<Number> argumentOfSoftplus(Number slot) const;
    /// u where the slot is -(u*u).
    std::optional<Number> argumentOfBell(Number slot) const;
    bool isSlopeOfTanh(Number slot, Number other, Number u) const;
    bool isSlopeOfTanhSoftplus(Number slot, Number other, Number softplus) const;
    bool isCallOf(Number slot, expr::BuiltinId function) const;
    std::optional<double> constantAt(Number slot) const;
    Number at(Number slot) const { return m_values[slot]; }

    std::span<const Instruction> m_tape;
    std::span<const double> m_constants;
    std::span<const Number> m_outputs;
    Plan& m_plan;
    std::vector<Number> m_uses;    ///< of each slot
    std::vector<bool> m_isRest;    ///< of each slot, whether it is what another Select leaves over
    std::vector<Number> m_values;  ///< of each slot
    /// A step that could give a second result.
    struct Written {
        Number slot;  ///< of the argument
        std::size_t work;
    };
    /// Of the step that is written next.
    void remember(std::vector<Written>& written, Number slot) { written.push_back({slot, m_plan.work.size()}); }
    /// Makes the written step that `isIts` finds give its second result, for which it is not asked again.
    std::optional<Number> secondResultOf(std::vector<Written>& written, const auto& isIts)
    {
        const auto found = std::ranges::find_if(written, isIts);
        if (found == written.end())
            return std::nullopt;
        const std::size_t work = found->work;
        written.erase(found);
        return secondResultOf(m_plan.work[work]);
    }
    Number secondResultOf(Plan::Work& work);

    std::vector<Written> m_sigmoids;        ///< those without their other half
    std::vector<Written> m_errorFunctions;  ///< those without their bell
    std::vector<Written> m_tanhs;           ///< those without their slope
    std::vector<Written> m_tanhSoftplus;    ///< by the slot of the softplus; those without their slope
};

}  // namespace actlab::kernel
