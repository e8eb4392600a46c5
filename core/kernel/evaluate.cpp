#include "core/kernel/program.hpp"

#include "core/kernel/scalar_functions.hpp"

#include <algorithm>
#include <cassert>

namespace actlab::kernel {

namespace {

/// Elements that go through the whole tape before the next ones: the few registers of most tapes then stay near.
constexpr std::size_t kBlock = 1'024;
/// Tapes with very many registers take smaller blocks, so that all of them fit here.
constexpr std::size_t kMemory = 512 * 1'024;
constexpr std::size_t kSmallestBlock = 64;

std::size_t blockFor(std::size_t elements, std::size_t bytesPerElement)
{
    const std::size_t fitting = kMemory / std::max<std::size_t>(bytesPerElement, 1);
    return std::min(elements, std::clamp(fitting, kSmallestBlock, kBlock));
}

/// Where one instruction reads and writes: n elements each.
template <class T>
struct Lanes {
    T* out;
    const T* a;
    const T* b;
    const T* c;
    std::size_t n;

    template <class F>
    void map1(F f) const
    {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = f(a[i]);
    }
    template <class F>
    void map2(F f) const
    {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = f(a[i], b[i]);
    }
    template <class F>
    void map3(F f) const
    {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = f(a[i], b[i], c[i]);
    }
};

template <class T>
void call(expr::BuiltinId function, const Lanes<T>& lanes)
{
    using enum expr::BuiltinId;
    switch (function) {
    case Exp: return lanes.map1([](T u) { return std::exp(u); });
    case Expm1: return lanes.map1([](T u) { return std::expm1(u); });
    case Log: return lanes.map1([](T u) { return std::log(u); });
    case Log1p: return lanes.map1([](T u) { return std::log1p(u); });
    case Log2: return lanes.map1([](T u) { return std::log2(u); });
    case Log10: return lanes.map1([](T u) { return std::log10(u); });
    case Sqrt: return lanes.map1([](T u) { return std::sqrt(u); });
    case Cbrt: return lanes.map1([](T u) { return std::cbrt(u); });
    case Pow: return lanes.map2([](T u, T v) { return std::pow(u, v); });
    case Abs: return lanes.map1([](T u) { return std::abs(u); });
    case Sign: return lanes.map1([](T u) { return sign(u); });
    case Floor: return lanes.map1([](T u) { return std::floor(u); });
    case Ceil: return lanes.map1([](T u) { return std::ceil(u); });
    case Round: return lanes.map1([](T u) { return std::nearbyint(u); });
    case Min: return lanes.map2([](T u, T v) { return minimum(u, v); });
    case Max: return lanes.map2([](T u, T v) { return maximum(u, v); });
    case Clamp: return lanes.map3([](T u, T low, T high) { return clamp(u, low, high); });
    case Sin: return lanes.map1([](T u) { return std::sin(u); });
    case Cos: return lanes.map1([](T u) { return std::cos(u); });
    case Tan: return lanes.map1([](T u) { return std::tan(u); });
    case Asin: return lanes.map1([](T u) { return std::asin(u); });
    case Acos: return lanes.map1([](T u) { return std::acos(u); });
    case Atan: return lanes.map1([](T u) { return std::atan(u); });
    case Sinh: return lanes.map1([](T u) { return std::sinh(u); });
    case Cosh: return lanes.map1([](T u) { return std::cosh(u); });
    case Tanh: return lanes.map1([](T u) { return std::tanh(u); });
    case Asinh: return lanes.map1([](T u) { return std::asinh(u); });
    case Acosh: return lanes.map1([](T u) { return std::acosh(u); });
    case Atanh: return lanes.map1([](T u) { return std::atanh(u); });
    case Erf: return lanes.map1([](T u) { return std::erf(u); });
    case Erfc: return lanes.map1([](T u) { return std::erfc(u); });
    case Heaviside: return lanes.map2([](T u, T atZero) { return heaviside(u, atZero); });
    case Sinc: return lanes.map1([](T u) { return sinc(u); });
    case Sigmoid: return lanes.map1([](T u) { return sigmoid(u); });
    }
}

template <class T>
void run(const Instruction& instruction, const Lanes<T>& lanes)
{
    constexpr auto isTrue = [](T u) { return u != 0; };
    switch (instruction.op) {
    case Op::Constant:
    case Op::Input:
    case Op::Parameter: return;  // sources are in their registers already
    case Op::Negate: return lanes.map1([](T u) { return -u; });
    case Op::Add: return lanes.map2([](T u, T v) { return u + v; });
    case Op::Subtract: return lanes.map2([](T u, T v) { return u - v; });
    case Op::Multiply: return lanes.map2([](T u, T v) { return u * v; });
    case Op::Divide: return lanes.map2([](T u, T v) { return u / v; });
    case Op::Power: return lanes.map2([](T u, T v) { return std::pow(u, v); });
    case Op::Less: return lanes.map2([](T u, T v) { return T(u < v); });
    case Op::LessEqual: return lanes.map2([](T u, T v) { return T(u <= v); });
    case Op::Greater: return lanes.map2([](T u, T v) { return T(u > v); });
    case Op::GreaterEqual: return lanes.map2([](T u, T v) { return T(u >= v); });
    case Op::Equal: return lanes.map2([](T u, T v) { return T(u == v); });
    case Op::NotEqual: return lanes.map2([](T u, T v) { return T(u != v); });
    case Op::And: return lanes.map2([=](T u, T v) { return T(int{isTrue(u)} & int{isTrue(v)}); });
    case Op::Or: return lanes.map2([=](T u, T v) { return T(int{isTrue(u)} | int{isTrue(v)}); });
    case Op::Not: return lanes.map1([=](T u) { return T(!isTrue(u)); });
    case Op::Select: return lanes.map3([=](T u, T v, T w) { return isTrue(u) ? v : w; });
    case Op::Call: return call(instruction.function, lanes);
    }
}

}  // namespace

/// One evaluation: the values that do not depend on x, the registers, and where in x it is.
template <std::floating_point T>
class Program::Run {
public:
    /// Runs the first `count` instructions.
    Run(const Program& program, std::span<const T> x, std::size_t count, Workspace<T>& workspace)
        : m_program(program),
          m_x(x),
          m_count(count),
          m_block(blockFor(x.size(), program.m_registerCount * sizeof(T))),
          m_uniform(workspace.room(count + program.m_registerCount * m_block)),
          m_registers(m_uniform + count)
    {
    }

    /// Everything that is the same for all x, and spreads it over its register.
    void runUniform(std::span<const T> parameters)
    {
        for (std::size_t slot = 0; slot < m_count; ++slot) {
            if (!m_program.m_isUniform[slot])
                continue;
            m_uniform[slot] = uniformValue(m_program.m_instructions[slot], parameters);
            if (m_program.m_registers[slot] != kNoRegister)
                std::fill_n(registerOf(slot), m_block, m_uniform[slot]);
        }
    }

    void runBlocks(std::span<T* const> outputs)
    {
        for (m_begin = 0; m_begin < m_x.size(); m_begin += m_block) {
            const std::size_t n = std::min(m_block, m_x.size() - m_begin);
            for (std::size_t slot = 0; slot < m_count; ++slot)
                if (!m_program.m_isUniform[slot] && m_program.m_instructions[slot].op != Op::Input)
                    runSlot(slot, n);
            for (std::size_t k = 0; k < outputs.size(); ++k)
                write(m_program.m_outputs[k], n, outputs[k] + m_begin);
        }
    }

private:
    T uniformValue(const Instruction& i, std::span<const T> parameters) const
    {
        if (i.op == Op::Constant)
            return static_cast<T>(m_program.m_constants[i.operands[0]]);
        if (i.op == Op::Parameter)
            return parameters[i.operands[0]];
        T value{};
        run(i, Lanes<T>{&value, m_uniform + i.operands[0], m_uniform + i.operands[1], m_uniform + i.operands[2], 1});
        return value;
    }

    T* registerOf(std::size_t slot) { return m_registers + m_program.m_registers[slot] * m_block; }

    /// nullptr for a value without a register, which no instruction on blocks reads.
    const T* valuesOf(std::size_t slot)
    {
        if (m_program.m_instructions[slot].op == Op::Input)
            return m_x.data() + m_begin;
        return m_program.m_registers[slot] == kNoRegister ? nullptr : registerOf(slot);
    }

    /// Operands that an operation does not have are slot 0, which it does not read.
    void runSlot(std::size_t slot, std::size_t n)
    {
        const Instruction& i = m_program.m_instructions[slot];
        const auto& [a, b, c] = i.operands;
        run(i, Lanes<T>{registerOf(slot), valuesOf(a), valuesOf(b), valuesOf(c), n});
    }

    void write(std::size_t slot, std::size_t n, T* output)
    {
        if (m_program.m_isUniform[slot])
            std::fill_n(output, n, m_uniform[slot]);
        else
            std::copy_n(valuesOf(slot), n, output);
    }

    const Program& m_program;
    std::span<const T> m_x;
    std::size_t m_count;
    std::size_t m_begin = 0;
    std::size_t m_block;
    T* m_uniform;  ///< what is the same for all x, by instruction
    T* m_registers;
};

/// The tape is written output by output, so a beginning of it is enough for the first ones.
std::size_t Program::instructionsFor(std::size_t outputCount) const
{
    std::size_t count = 0;
    for (const std::uint32_t slot : std::span(m_outputs).first(outputCount))
        count = std::max<std::size_t>(count, slot + 1);
    return count;
}

template <std::floating_point T>
void Program::evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs) const
{
    Workspace<T> workspace;
    evaluate(x, parameters, outputs, workspace);
}

template <std::floating_point T>
void Program::evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs,
                       Workspace<T>& workspace) const
{
    assert(parameters.size() == m_parameterCount && outputs.size() <= m_outputs.size());
    Run<T> run(*this, x, instructionsFor(outputs.size()), workspace);
    run.runUniform(parameters);
    run.runBlocks(outputs);
}

template void Program::evaluate(std::span<const float>, std::span<const float>, std::span<float* const>) const;
template void Program::evaluate(std::span<const double>, std::span<const double>, std::span<double* const>) const;
template void Program::evaluate(std::span<const float>, std::span<const float>, std::span<float* const>,
                                Workspace<float>&) const;
template void Program::evaluate(std::span<const double>, std::span<const double>, std::span<double* const>,
                                Workspace<double>&) const;

}  // namespace actlab::kernel
