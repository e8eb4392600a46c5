#include "core/analysis/line.hpp"

#include "core/analysis/scalar_function.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::analysis {

namespace {

using namespace expr;
using MaybeLine = std::optional<Line>;

// A longer expression is read as a bent one: it may share its parts, and a walk over it as a tree may be endless.
constexpr std::size_t kLongestLine = 200;

class Reader {
public:
    explicit Reader(std::span<const activation::Parameter> parameters) : m_parameters(parameters) {}

    MaybeLine read(const Expr& e) const
    {
        if (e.node().treeSize > kLongestLine)
            return std::nullopt;
        return visit(Overloaded{
                         [](const Number& n) { return constant(n.value); },
                         [](const Variable&) {
                             return MaybeLine(Line{1, 0});
                         },
                         [this](const expr::Parameter& p) { return valueOf(p); },
                         [this](const Negate& n) { return scaled(read(n.arg), -1); },
                         [this](const Sum& s) { return added(read(s.left), read(s.right)); },
                         [this](const Difference& d) { return added(read(d.left), scaled(read(d.right), -1)); },
                         [this](const Product& p) { return multiplied(read(p.left), read(p.right)); },
                         [this](const Quotient& q) { return divided(read(q.left), read(q.right)); },
                         [this](const Power& p) { return raised(read(p.left), read(p.right)); },
                         [](const Comparison&) { return MaybeLine(); },
                         [](const And&) { return MaybeLine(); },
                         [](const Or&) { return MaybeLine(); },
                         [](const Not&) { return MaybeLine(); },
                         [this](const Call& c) { return called(c); },
                         [](const Piecewise&) { return MaybeLine(); },
                     },
                     e);
    }

private:
    static MaybeLine constant(double value) { return Line{0, value}; }
    static bool isConstant(const MaybeLine& line) { return line && line->slope == 0; }

    static MaybeLine scaled(const MaybeLine& line, double factor)
    {
        return line ? MaybeLine(Line{line->slope * factor, line->offset * factor}) : line;
    }
    static MaybeLine added(const MaybeLine& a, const MaybeLine& b)
    {
        return a && b ? MaybeLine(Line{a->slope + b->slope, a->offset + b->offset}) : std::nullopt;
    }
    static MaybeLine multiplied(const MaybeLine& a, const MaybeLine& b)
    {
        if (isConstant(a))
            return scaled(b, a->offset);
        return isConstant(b) ? scaled(a, b->offset) : std::nullopt;
    }
    static MaybeLine divided(const MaybeLine& a, const MaybeLine& b)
    {
        return a && isConstant(b) ? MaybeLine(Line{a->slope / b->offset, a->offset / b->offset}) : std::nullopt;
    }
    static MaybeLine raised(const MaybeLine& a, const MaybeLine& b)
    {
        if (isConstant(a) && isConstant(b))
            return constant(std::pow(a->offset, b->offset));
        return isConstant(b) && b->offset == 1 ? a : std::nullopt;
    }

    MaybeLine valueOf(const expr::Parameter& p) const
    {
        const auto found = std::find_if(m_parameters.begin(), m_parameters.end(),
                                        [&](const auto& known) { return known.name == p.name; });
        return found == m_parameters.end() ? std::nullopt : constant(found->value);
    }

    MaybeLine called(const Call& c) const
    {
        std::array<double, 3> values{};
        for (std::size_t i = 0; i < c.args.size(); ++i) {
            const auto argument = read(c.args[i]);
            if (!isConstant(argument))
                return std::nullopt;
            values[i] = argument->offset;
        }
        return constant(scalarFunction(c.function->id, values[0], values[1], values[2]));
    }

    std::span<const activation::Parameter> m_parameters;
};

}  // namespace

MaybeLine lineOf(const Expr& e, std::span<const activation::Parameter> parameters)
{
    const auto line = Reader(parameters).read(e);
    const bool isUsable = line && std::isfinite(line->slope) && std::isfinite(line->offset);
    return isUsable ? line : std::nullopt;
}

}  // namespace actlab::analysis
