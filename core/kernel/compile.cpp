#include "core/kernel/program.hpp"

#include "core/kernel/jit/kernel.hpp"

#include "core/expr/walk_memory.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

namespace actlab::kernel {

namespace {

using expr::Expr;
using Slot = std::uint32_t;

constexpr Op opOf(expr::BinaryOp op)
{
    switch (op) {
    case expr::BinaryOp::Add: return Op::Add;
    case expr::BinaryOp::Subtract: return Op::Subtract;
    case expr::BinaryOp::Multiply: return Op::Multiply;
    case expr::BinaryOp::Divide: return Op::Divide;
    case expr::BinaryOp::Power: break;
    }
    return Op::Power;
}

constexpr Op opOf(expr::CompareOp op)
{
    switch (op) {
    case expr::CompareOp::Less: return Op::Less;
    case expr::CompareOp::LessEqual: return Op::LessEqual;
    case expr::CompareOp::Greater: return Op::Greater;
    case expr::CompareOp::GreaterEqual: return Op::GreaterEqual;
    case expr::CompareOp::Equal: return Op::Equal;
    case expr::CompareOp::NotEqual: break;
    }
    return Op::NotEqual;
}

/// Writes the tape. The same operation on the same slots is written once, wherever it occurs.
class TapeWriter {
public:
    TapeWriter(std::span<const std::string> parameters, std::vector<Instruction>& tape,
               std::vector<double>& constants)
        : m_parameters(parameters), m_tape(tape), m_constants(constants)
    {
    }

    Slot write(const Expr& e)
    {
        if (const auto known = m_slotOfNode.find(&e.node()); known != m_slotOfNode.end())
            return known->second;
        const Slot slot = expr::visit([this](const auto& node) { return of(node); }, e);
        m_slotOfNode.emplace(&e.node(), slot);
        return slot;
    }

private:
    Slot of(const expr::Number& n) { return constant(n.value); }
    Slot of(const expr::Variable&) { return emit({Op::Input, {}, {}}); }
    Slot of(const expr::Parameter& p)
    {
        const auto found = std::ranges::find(m_parameters, p.name);
        assert(found != m_parameters.end());
        return emit({Op::Parameter, {}, {static_cast<Slot>(found - m_parameters.begin()), 0, 0}});
    }
    Slot of(const expr::Negate& n) { return emit({Op::Negate, {}, {write(n.arg), 0, 0}}); }
    template <expr::BinaryOp O>
    Slot of(const expr::Binary<O>& b)
    {
        return emitBinary(opOf(O), b.left, b.right);
    }
    Slot of(const expr::Power& p)
    {
        const auto* exponent = expr::as<expr::Number>(p.right);
        return exponent ? powerOf(write(p.left), exponent->value) : emitBinary(Op::Power, p.left, p.right);
    }
    Slot of(const expr::Comparison& c) { return emitBinary(opOf(c.op), c.left, c.right); }
    Slot of(const expr::And& a) { return emitBinary(Op::And, a.left, a.right); }
    Slot of(const expr::Or& o) { return emitBinary(Op::Or, o.left, o.right); }
    Slot of(const expr::Not& n) { return emit({Op::Not, {}, {write(n.arg), 0, 0}}); }
    Slot of(const expr::Call& c)
    {
        Instruction call{Op::Call, c.function->id, {}};
        for (std::size_t i = 0; i < c.args.size(); ++i)
            call.operands[i] = write(c.args[i]);
        return emit(call);
    }
    Slot of(const expr::Piecewise& p)
    {
        Slot result = write(p.otherwise);
        for (auto piece = p.pieces.rbegin(); piece != p.pieces.rend(); ++piece)
            result = emit({Op::Select, {}, {write(piece->condition), write(piece->value), result}});
        return result;
    }

    Slot emitBinary(Op op, const Expr& left, const Expr& right)
    {
        const Slot a = write(left), b = write(right);
        return emit({op, {}, {a, b, 0}});
    }

    /// Constants are told apart by their bits: -0 is not 0, and nan is nan.
    Slot constant(double value)
    {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        const auto [entry, isNew] = m_indexOfConstant.emplace(bits, static_cast<Slot>(m_constants.size()));
        if (isNew)
            m_constants.push_back(value);
        return emit({Op::Constant, {}, {entry->second, 0, 0}});
    }

    /// Whole exponents up to this size are products: faster than pow, and as exact to a few units.
    static constexpr double kLargestProduct = 16;

    Slot powerOf(Slot base, double exponent)
    {
        if (std::abs(exponent) > kLargestProduct || exponent != std::floor(exponent) || exponent == 0)
            return emit({Op::Power, {}, {base, constant(exponent), 0}});
        const Slot product = productOf(base, static_cast<unsigned>(std::abs(exponent)));
        return exponent > 0 ? product : emit({Op::Divide, {}, {constant(1), product, 0}});
    }

    Slot productOf(Slot base, unsigned exponent)
    {
        if (exponent == 1)
            return base;
        const Slot half = productOf(base, exponent / 2);
        const Slot square = emit({Op::Multiply, {}, {half, half, 0}});
        return exponent % 2 == 0 ? square : emit({Op::Multiply, {}, {square, base, 0}});
    }

    Slot emit(const Instruction& i)
    {
        const auto key = std::tuple(i.op, i.function, i.operands);
        const auto [entry, isNew] = m_slotOfInstruction.emplace(key, static_cast<Slot>(m_tape.size()));
        if (isNew)
            m_tape.push_back(i);
        return entry->second;
    }

    std::span<const std::string> m_parameters;
    std::vector<Instruction>& m_tape;
    std::vector<double>& m_constants;
    expr::WalkMemory m_memory;
    std::pmr::unordered_map<std::uint64_t, Slot> m_indexOfConstant{m_memory.resource()};
    std::pmr::unordered_map<const expr::Node*, Slot> m_slotOfNode{m_memory.resource()};
    std::pmr::map<std::tuple<Op, expr::BuiltinId, std::array<Slot, 3>>, Slot> m_slotOfInstruction{
        m_memory.resource()};
};

}  // namespace

Program compile(std::span<const Expr> outputs, std::span<const std::string> parameterNames)
{
    Program program;
    program.m_parameterCount = parameterNames.size();
    TapeWriter writer(parameterNames, program.m_instructions, program.m_constants);
    for (const Expr& output : outputs)
        program.m_outputs.push_back(writer.write(output));
    program.m_plan = plan(program.m_instructions, program.m_constants, program.m_outputs);
    if (jit::isSupported())
        program.m_cache = std::make_shared<jit::Cache>(program.m_outputs.size());
    return program;
}

Program Program::onTape() const
{
    Program program = *this;
    program.m_cache = nullptr;
    return program;
}

}  // namespace actlab::kernel
