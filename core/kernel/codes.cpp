#include "core/kernel/codes.hpp"

#include <algorithm>
#include <cassert>

namespace actlab::kernel {

Code codeOf(Op op)
{
    switch (op) {
    case Op::Negate: return Code::Negate;
    case Op::Add: return Code::Add;
    case Op::Subtract: return Code::Subtract;
    case Op::Multiply: return Code::Multiply;
    case Op::Divide: return Code::Divide;
    case Op::Power: return Code::Power;
    case Op::Less:
    case Op::Greater: return Code::Less;
    case Op::LessEqual:
    case Op::GreaterEqual: return Code::LessEqual;
    case Op::Equal: return Code::Equal;
    case Op::NotEqual: return Code::NotEqual;
    case Op::And: return Code::And;
    case Op::Or: return Code::Or;
    case Op::Not: return Code::Not;
    case Op::Select: return Code::Select;
    case Op::Constant:
    case Op::Input:
    case Op::Parameter:
    case Op::Call: break;
    }
    assert(false);
    return Code::Copy;
}

Code codeOf(expr::BuiltinId function)
{
    using enum expr::BuiltinId;
    switch (function) {
    case Exp: return Code::Exp;
    case Expm1: return Code::Expm1;
    case Log: return Code::Log;
    case Log1p: return Code::Log1p;
    case Log2: return Code::Log2;
    case Log10: return Code::Log10;
    case Sqrt: return Code::Sqrt;
    case Cbrt: return Code::Cbrt;
    case Pow: return Code::Power;
    case Abs: return Code::Abs;
    case Sign: return Code::Sign;
    case Floor: return Code::Floor;
    case Ceil: return Code::Ceil;
    case Round: return Code::Round;
    case Min: return Code::Minimum;
    case Max: return Code::Maximum;
    case Clamp: return Code::Clamp;
    case Sin: return Code::Sin;
    case Cos: return Code::Cos;
    case Tan: return Code::Tan;
    case Asin: return Code::Asin;
    case Acos: return Code::Acos;
    case Atan: return Code::Atan;
    case Sinh: return Code::Sinh;
    case Cosh: return Code::Cosh;
    case Tanh: return Code::Tanh;
    case Asinh: return Code::Asinh;
    case Acosh: return Code::Acosh;
    case Atanh: return Code::Atanh;
    case Erf: return Code::Erf;
    case Erfc: return Code::Erfc;
    case Heaviside: return Code::Heaviside;
    case Sinc: return Code::Sinc;
    case Sigmoid: break;
    }
    return Code::Sigmoid;
}

namespace {

std::size_t operandCount(const Instruction& instruction)
{
    switch (instruction.op) {
    case Op::Constant:
    case Op::Input:
    case Op::Parameter: return 0;
    case Op::Negate:
    case Op::Not: return 1;
    case Op::Select: return 3;
    case Op::Call:
        return static_cast<std::size_t>(
            std::ranges::find(expr::builtins(), instruction.function, &expr::Builtin::id)->arity);
    default: return 2;
    }
}

}  // namespace

Code withSecondResult(Code code)
{
    switch (code) {
    case Code::Sigmoid: return Code::Sigmoids;
    case Code::Erf: return Code::ErfAndBell;
    case Code::Erfc: return Code::ErfcAndBell;
    case Code::Tanh: return Code::TanhAndSlope;
    case Code::TanhSoftplus: return Code::TanhSoftplusAndSlope;
    default: break;
    }
    assert(false);
    return code;
}

std::span<const std::uint32_t> operandsOf(const Instruction& instruction)
{
    return std::span(instruction.operands).first(operandCount(instruction));
}

}  // namespace actlab::kernel
