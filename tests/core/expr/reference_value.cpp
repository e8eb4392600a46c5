#include "reference_value.hpp"

#include "core/expr/builtins.hpp"

#include <cmath>
#include <limits>

namespace actlab::expr {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double limited(double u, double low, double high)
{
    if (std::isnan(u) || std::isnan(low) || std::isnan(high))
        return kNan;
    return std::fmin(std::fmax(u, low), high);
}

double valueOfOne(BuiltinId id, double u)
{
    using enum BuiltinId;
    switch (id) {
    case Exp: return std::exp(u);
    case Expm1: return std::expm1(u);
    case Log: return std::log(u);
    case Log1p: return std::log1p(u);
    case Log2: return std::log2(u);
    case Log10: return std::log10(u);
    case Sqrt: return std::sqrt(u);
    case Cbrt: return std::cbrt(u);
    case Abs: return std::fabs(u);
    case Sign: return u > 0 ? 1 : u < 0 ? -1 : 0;
    case Floor: return std::floor(u);
    case Ceil: return std::ceil(u);
    case Round: return std::nearbyint(u);
    case Sin: return std::sin(u);
    case Cos: return std::cos(u);
    case Tan: return std::tan(u);
    case Asin: return std::asin(u);
    case Acos: return std::acos(u);
    case Atan: return std::atan(u);
    case Sinh: return std::sinh(u);
    case Cosh: return std::cosh(u);
    case Tanh: return std::tanh(u);
    case Asinh: return std::asinh(u);
    case Acosh: return std::acosh(u);
    case Atanh: return std::atanh(u);
    case Erf: return std::erf(u);
    case Erfc: return std::erfc(u);
    case Sinc: return u == 0 ? 1 : std::sin(u) / u;
    case Sigmoid: return 1 / (1 + std::exp(-u));
    default: return kNan;
    }
}

bool holds(CompareOp op, double a, double b)
{
    switch (op) {
    case CompareOp::Less: return a < b;
    case CompareOp::LessEqual: return a <= b;
    case CompareOp::Greater: return a > b;
    case CompareOp::GreaterEqual: return a >= b;
    case CompareOp::Equal: return a == b;
    case CompareOp::NotEqual: break;
    }
    return a != b;
}

}  // namespace

double valueOfBuiltin(const Builtin& f, const std::vector<double>& args)
{
    using enum BuiltinId;
    const double u = args.front(), v = args.size() > 1 ? args[1] : 0;
    if (f.id == Pow)
        return std::pow(u, v);
    if (f.id == Min || f.id == Max)
        return std::isnan(u) || std::isnan(v) ? kNan : f.id == Min ? std::fmin(u, v) : std::fmax(u, v);
    if (f.id == Clamp)
        return limited(u, v, args[2]);
    if (f.id == Heaviside)
        return std::isnan(u) ? kNan : u > 0 ? 1 : u < 0 ? 0 : v;
    return valueOfOne(f.id, u);
}

double ReferenceValue::of(const Expr& e)
{
    if (const auto known = m_known.find(&e.node()); known != m_known.end())
        return known->second;
    const double value = fresh(e);
    m_isFinite = m_isFinite && std::isfinite(value);
    m_known.emplace(&e.node(), value);
    return value;
}

double ReferenceValue::fresh(const Expr& e)
{
    return visit(Overloaded{
                     [](const Number& n) { return n.value; },
                     [&](const Variable&) { return m_x; },
                     [&](const Parameter& p) { return m_parameters.at(p.name); },
                     [&](const Negate& n) { return -of(n.arg); },
                     [&]<BinaryOp Op>(const Binary<Op>& b) { return rounded(binary(Op, of(b.left), of(b.right))); },
                     [&](const Comparison& c) { return holds(c.op, of(c.left), of(c.right)) ? 1.0 : 0.0; },
                     [&](const And& a) { return of(a.left) != 0 && of(a.right) != 0 ? 1.0 : 0.0; },
                     [&](const Or& o) { return of(o.left) != 0 || of(o.right) != 0 ? 1.0 : 0.0; },
                     [&](const Not& n) { return of(n.arg) == 0 ? 1.0 : 0.0; },
                     [&](const Call& c) {
                         std::vector<double> args;
                         for (const Expr& arg : c.args)
                             args.push_back(of(arg));
                         return rounded(valueOfBuiltin(*c.function, args));
                     },
                     [&](const Piecewise& p) { return piecewise(p); },
                 },
                 e);
}

double ReferenceValue::binary(BinaryOp op, double left, double right) const
{
    switch (op) {
    case BinaryOp::Add: return left + right;
    case BinaryOp::Subtract: return left - right;
    case BinaryOp::Multiply: return left * right;
    case BinaryOp::Divide: return left / right;
    case BinaryOp::Power: break;
    }
    return std::pow(left, right);
}

double ReferenceValue::piecewise(const Piecewise& p)
{
    for (const Piece& piece : p.pieces)
        if (of(piece.condition) != 0)
            return of(piece.value);
    return of(p.otherwise);
}

double valueAt(const Expr& e, double x, const ReferenceValue::Parameters& parameters)
{
    return ReferenceValue(x, parameters).of(e);
}

std::optional<double> finiteValueAt(const Expr& e, double x, const ReferenceValue::Parameters& parameters)
{
    ReferenceValue reference(x, parameters);
    const double value = reference.of(e);
    return reference.isFinite() ? std::optional(value) : std::nullopt;
}

}  // namespace actlab::expr
