#include "core/kernel/program.hpp"

#include "core/kernel/scalar_functions.hpp"

#include <algorithm>
#include <cassert>

namespace actlab::kernel {

namespace {

/// Elements that go through the whole tape before the next ones: a few registers of this size stay in L1.
constexpr std::size_t kBlock = 1'024;

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
    case Op::And: return lanes.map2([=](T u, T v) { return T(isTrue(u) & isTrue(v)); });
    case Op::Or: return lanes.map2([=](T u, T v) { return T(isTrue(u) | isTrue(v)); });
    case Op::Not: return lanes.map1([=](T u) { return T(!isTrue(u)); });
    case Op::Select: return lanes.map3([=](T u, T v, T w) { return isTrue(u) ? v : w; });
    case Op::Call: return call(instruction.function, lanes);
    }
}

}  // namespace

/// One evaluation: the registers, and where in x it is.
template <std::floating_point T>
class Program::Run {
public:
    Run(const Program& program, std::span<const T> x)
        : m_program(program), m_x(x), m_block(std::min(kBlock, x.size())), m_memory(program.m_registerCount * m_block)
    {
    }

    /// Everything that is the same for all x, spread over its register.
    void runUniform(std::span<const T> parameters)
    {
        for (std::size_t slot = 0; slot < m_program.m_instructions.size() && m_block > 0; ++slot) {
            if (!m_program.m_isUniform[slot])
                continue;
            const Instruction& instruction = m_program.m_instructions[slot];
            T* out = registerOf(slot);
            if (instruction.op == Op::Constant)
                *out = static_cast<T>(m_program.m_constants[instruction.operands[0]]);
            else if (instruction.op == Op::Parameter)
                *out = parameters[instruction.operands[0]];
            else
                runSlot(slot, 1);
            std::fill_n(out, m_block, *out);
        }
    }

    void runBlocks(std::span<T* const> outputs)
    {
        for (m_begin = 0; m_begin < m_x.size(); m_begin += m_block) {
            const std::size_t n = std::min(m_block, m_x.size() - m_begin);
            for (std::size_t slot = 0; slot < m_program.m_instructions.size(); ++slot)
                if (!m_program.m_isUniform[slot] && m_program.m_instructions[slot].op != Op::Input)
                    runSlot(slot, n);
            for (std::size_t k = 0; k < outputs.size(); ++k)
                std::copy_n(valuesOf(m_program.m_outputs[k]), n, outputs[k] + m_begin);
        }
    }

private:
    T* registerOf(std::size_t slot) { return m_memory.data() + m_program.m_registers[slot] * m_block; }
    const T* valuesOf(std::size_t slot)
    {
        return m_program.m_instructions[slot].op == Op::Input ? m_x.data() + m_begin : registerOf(slot);
    }

    /// Operands that an operation does not have are slot 0, which is read by nobody.
    void runSlot(std::size_t slot, std::size_t n)
    {
        const Instruction& i = m_program.m_instructions[slot];
        run(i,
            Lanes<T>{registerOf(slot), valuesOf(i.operands[0]), valuesOf(i.operands[1]), valuesOf(i.operands[2]), n});
    }

    const Program& m_program;
    std::span<const T> m_x;
    std::size_t m_begin = 0;
    std::size_t m_block;
    std::vector<T> m_memory;
};

template <std::floating_point T>
void Program::evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs) const
{
    assert(parameters.size() == m_parameterCount && outputs.size() == m_outputs.size());
    Run<T> run(*this, x);
    run.runUniform(parameters);
    run.runBlocks(outputs);
}

template void Program::evaluate(std::span<const float>, std::span<const float>, std::span<float* const>) const;
template void Program::evaluate(std::span<const double>, std::span<const double>, std::span<double* const>) const;

}  // namespace actlab::kernel
