#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/expr/ast.hpp"
#include "core/expr/builtins.hpp"

namespace actlab::kernel {

enum class Op : std::uint8_t {
    Constant,
    Input,
    Parameter,  // sources: `a` is the index in its table
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Not,     // 1 or 0
    Select,  // a != 0 ? b : c
    Call,    // builtin `function` of a, b, c
};

/// One step of the tape: writes the value of instruction number i into slot i.
struct Instruction {
    Op op;
    expr::BuiltinId function{};
    std::array<std::uint32_t, 3> operands{};
};

/// Memory that evaluations use one after the other, of whatever programs: it grows to the largest and is then
/// allocated no more. For one thread at a time.
template <std::floating_point T>
class Workspace {
    friend class Program;
    T* room(std::size_t size)
    {
        if (m_size < size)
            m_memory = std::make_unique_for_overwrite<T[]>(m_size = size);
        return m_memory.get();
    }

    std::unique_ptr<T[]> m_memory;
    std::size_t m_size = 0;
};

/// Expressions made ready for arrays: a tape of instructions in which every common subexpression stands
/// once, evaluated block by block. Immutable; evaluate may run in several threads at once.
class Program {
public:
    std::size_t outputCount() const { return m_outputs.size(); }
    std::size_t parameterCount() const { return m_parameterCount; }
    std::span<const Instruction> instructions() const { return m_instructions; }
    std::span<const double> constants() const { return m_constants; }
    std::span<const std::uint32_t> outputSlots() const { return m_outputs; }

    /// outputs[k][i] = expression k at x[i], for the first outputs.size() of the expressions; what only the others
    /// need is not calculated. Every output has x.size() elements and may not overlap x.
    /// `parameters` are in the order given to compile. T is float or double.
    template <std::floating_point T>
    void evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs) const;
    /// The same without an allocation, once `workspace` has seen as large an evaluation.
    template <std::floating_point T>
    void evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs,
                  Workspace<T>& workspace) const;

private:
    friend Program compile(std::span<const expr::Expr>, std::span<const std::string>);
    template <std::floating_point T>
    class Run;
    void placeInRegisters();
    std::size_t instructionsFor(std::size_t outputCount) const;

    std::vector<Instruction> m_instructions;
    std::vector<double> m_constants;
    std::vector<std::uint32_t> m_outputs;
    std::size_t m_parameterCount = 0;

    // How evaluate runs it: an instruction that does not depend on x runs once, not once an element, and a
    // register, which holds one value for each x of a block, is used again as soon as nobody needs what it holds.
    static constexpr std::uint32_t kNoRegister = 0xFFFF'FFFF;
    std::vector<bool> m_isUniform;           ///< of each instruction: does it give the same for all x?
    std::vector<std::uint32_t> m_registers;  ///< of each instruction; x itself needs none
    std::size_t m_registerCount = 0;
};

/// Compiles expressions that share one tape. Every free parameter must be in `parameterNames`.
Program compile(std::span<const expr::Expr> outputs, std::span<const std::string> parameterNames);

}  // namespace actlab::kernel
