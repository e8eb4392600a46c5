#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/expr/ast.hpp"
#include "core/kernel/instruction.hpp"
#include "core/kernel/plan.hpp"

namespace actlab::kernel {

namespace jit {
class Cache;
}

/// Memory that evaluations use one after the other, of whatever programs: it grows to the largest and is then
/// allocated no more. For one thread at a time.
template <std::floating_point T>
class Workspace {
public:
    /// At least so many bytes, valid until the next call.
    std::byte* room(std::size_t bytes)
    {
        if (m_size < bytes)
            m_memory = std::make_unique_for_overwrite<std::byte[]>(m_size = bytes);
        return m_memory.get();
    }

private:
    std::unique_ptr<std::byte[]> m_memory;
    std::size_t m_size = 0;
};

/// Expressions made ready for arrays: a tape of instructions in which every common subexpression stands
/// once, evaluated block by block. Immutable; evaluate may run in several threads at once. Where the processor has
/// AVX2 and FMA, what is evaluated in float becomes machine code at its first use, which changes no bit.
class Program {
public:
    std::size_t outputCount() const { return m_outputs.size(); }
    std::size_t parameterCount() const { return m_parameterCount; }
    std::span<const Instruction> instructions() const { return m_instructions; }
    std::span<const double> constants() const { return m_constants; }
    std::span<const std::uint32_t> outputSlots() const { return m_outputs; }

    /// The same program without machine code, however often it is evaluated.
    Program onTape() const;

    /// outputs[k][i] = expression k at x[i], for the first outputs.size() of the expressions; what only the others
    /// need is not calculated. Every output has x.size() elements and may not overlap x.
    /// `parameters` are in the order given to compile. T is float or double.
    template <std::floating_point T>
    void evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs) const;
    /// The same without an allocation, once `workspace` has seen as large an evaluation.
    template <std::floating_point T>
    void evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs,
                  Workspace<T>& workspace) const;

    /// Backpropagation in one pass, of a program whose outputs are f, f′ and then ∂f/∂p for some parameters p:
    /// gradient[i] = upstream[i]·f′(x[i]), and the sum over i of upstream[i]·∂f/∂p(x[i]) is added to sums[p], in
    /// double. `sums` may be shorter than there are parameters. `gradient` may be `upstream` itself; neither may
    /// overlap x.
    template <std::floating_point T>
    void pullBack(std::span<const T> x, std::span<const T> parameters, const T* upstream, T* gradient,
                  std::span<double> sums) const;
    template <std::floating_point T>
    void pullBack(std::span<const T> x, std::span<const T> parameters, const T* upstream, T* gradient,
                  std::span<double> sums, Workspace<T>& workspace) const;

private:
    friend Program compile(std::span<const expr::Expr>, std::span<const std::string>);

    std::vector<Instruction> m_instructions;
    std::vector<double> m_constants;
    std::vector<std::uint32_t> m_outputs;
    std::size_t m_parameterCount = 0;
    Plan m_plan;
    std::shared_ptr<jit::Cache> m_cache;  ///< of all copies; nullptr: always the tape
};

/// Compiles expressions that share one tape. Every free parameter must be in `parameterNames`.
Program compile(std::span<const expr::Expr> outputs, std::span<const std::string> parameterNames);

}  // namespace actlab::kernel
