#include "core/analysis/switches.hpp"

#include "core/expr/builtins.hpp"

#include <cmath>
#include <numbers>
#include <unordered_set>

namespace actlab::analysis {

namespace {

using namespace expr;

bool isWholePower(const Expr& exponent)
{
    const auto* number = as<Number>(exponent);
    return number && number->value >= 0 && number->value == std::floor(number->value);
}

class Collector {
public:
    std::vector<Switch> take() { return std::move(m_switches); }

    void collect(const Expr& e)
    {
        if (!m_seen.insert(&e.node()).second)
            return;
        visit(Overloaded{
                  [](const Number&) {},
                  [](const Variable&) {},
                  [](const Parameter&) {},
                  [this](const Negate& n) { collect(n.arg); },
                  [this](const Sum& s) { collectBoth(s); },
                  [this](const Difference& d) { collectBoth(d); },
                  [this](const Product& p) { collectBoth(p); },
                  [this](const Quotient& q) { collectBoth(q), zero(q.right); },
                  [this](const Power& p) { collectBoth(p), power(p.left, p.right); },
                  [this](const Comparison& c) { collectBoth(c), difference(c.left, c.right); },
                  [this](const And& a) { collectBoth(a); },
                  [this](const Or& o) { collectBoth(o); },
                  [this](const Not& n) { collect(n.arg); },
                  [this](const Call& c) { collectCall(c); },
                  [this](const Piecewise& p) { collectPieces(p); },
              },
              e);
    }

private:
    template <class Pair>
    void collectBoth(const Pair& pair)
    {
        collect(pair.left);
        collect(pair.right);
    }

    void collectPieces(const Piecewise& p)
    {
        for (const auto& piece : p.pieces) {
            collect(piece.condition);
            collect(piece.value);
        }
        collect(p.otherwise);
    }

    void collectCall(const Call& c)
    {
        for (const auto& argument : c.args)
            collect(argument);
        switchesOfBuiltin(c.function->id, c.args);
    }

    void switchesOfBuiltin(BuiltinId id, const std::vector<Expr>& args)
    {
        using Id = BuiltinId;
        const Expr& u = args.front();
        switch (id) {
        case Id::Abs:
        case Id::Sign:
        case Id::Heaviside:
        case Id::Sqrt:
        case Id::Cbrt:
        case Id::Log:
        case Id::Log2:
        case Id::Log10: return zero(u);
        case Id::Log1p: return zero(u + number(1));
        case Id::Acosh: return zero(u - number(1));
        case Id::Asin:
        case Id::Acos:
        case Id::Atanh: return zero(u - number(1)), zero(u + number(1));
        case Id::Floor:
        case Id::Ceil: return integers(u);
        case Id::Round: return integers(u + number(0.5));
        case Id::Tan: return integers(u / number(std::numbers::pi) + number(0.5));
        case Id::Min:
        case Id::Max: return difference(u, args[1]);
        case Id::Clamp: return difference(u, args[1]), difference(u, args[2]);
        case Id::Pow: return power(u, args[1]);
        case Id::Exp:
        case Id::Expm1:
        case Id::Sin:
        case Id::Cos:
        case Id::Atan:
        case Id::Sinh:
        case Id::Cosh:
        case Id::Tanh:
        case Id::Asinh:
        case Id::Erf:
        case Id::Erfc:
        case Id::Sinc:
        case Id::Sigmoid: return;
        }
    }

    void power(const Expr& base, const Expr& exponent)
    {
        if (!isWholePower(exponent))
            zero(base);
    }

    void zero(const Expr& quantity) { add({quantity, false}); }
    void integers(const Expr& quantity) { add({quantity, true}); }

    /// A bound at infinity is no bound.
    void difference(const Expr& left, const Expr& right)
    {
        const auto* bound = as<Number>(right);
        if (!bound || std::isfinite(bound->value))
            zero(left - right);
    }

    void add(Switch s)
    {
        if (dependsOnInput(s.quantity))
            m_switches.push_back(std::move(s));
    }

    std::vector<Switch> m_switches;
    std::unordered_set<const Node*> m_seen;
};

}  // namespace

std::vector<Switch> switchesOf(const Expr& e)
{
    Collector collector;
    collector.collect(e);
    return collector.take();
}

}  // namespace actlab::analysis
