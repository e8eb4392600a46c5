#include "core/exporting/listing.hpp"

#include "core/exporting/source_text.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/children.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace actlab::exporting {

namespace {

using namespace expr;

constexpr std::size_t kLongestLine = 84;
/// Nothing shorter becomes readable by a name of its own.
constexpr std::size_t kShortestNamed = 12;

std::string bound(const Written& part, Hold least)
{
    return part.hold < least ? "(" + part.text + ")" : part.text;
}

std::string_view symbolOf(CompareOp op)
{
    switch (op) {
    case CompareOp::Less: return " < ";
    case CompareOp::LessEqual: return " <= ";
    case CompareOp::Greater: return " > ";
    case CompareOp::GreaterEqual: return " >= ";
    case CompareOp::Equal: return " == ";
    case CompareOp::NotEqual: break;
    }
    return " != ";
}

bool isLeaf(const Expr& e)
{
    return as<Number>(e) || as<Variable>(e) || as<Parameter>(e);
}

bool isZero(const Expr& e)
{
    const auto* n = as<Number>(e);
    return n && n->value == 0;
}

/// Short enough to be written again where it is needed again.
bool isTrivial(const Expr& e)
{
    if (const auto* n = as<Negate>(e))
        return isLeaf(n->arg);
    if (const auto* c = as<Comparison>(e))
        return isLeaf(c->left) && isLeaf(c->right);
    return isLeaf(e);
}

class Lister {
public:
    Lister(const Dialect& dialect, Symbols symbols) : m_dialect(dialect), m_symbols(std::move(symbols)) {}

    void count(const Expr& e)
    {
        ++m_uses[&e.node()];
        forEachNode(e, [&](const Expr& node) {
            if (m_counted.insert({&node.node(), true}).second)
                forEachChild(node, [&](const Expr& child) { ++m_uses[&child.node()]; });
        });
    }

    Written result(const Expr& e) { return asNumber(write(e)); }
    std::vector<Statement> takeStatements() { return std::move(m_statements); }

private:
    using Parts = std::vector<Written>;

    Written write(const Expr& e)
    {
        if (const auto known = m_named.find(&e.node()); known != m_named.end())
            return known->second;
        Written written = visit([this](const auto& node) { return of(node); }, e);
        if (isTrivial(e) || m_uses[&e.node()] < 2)
            return written;
        return m_named.emplace(&e.node(), named(written)).first->second;
    }

    Written named(const Written& part)
    {
        const std::string name = m_symbols.identifiers.numbered("t");
        m_statements.push_back({name, part.text});
        return {name, Hold::Atom, part.isPlain, part.isCondition};
    }

    /// The parts joined; where that is too long for a line, the longest parts get names.
    Written joined(Parts parts, const std::function<Written(const Parts&)>& join)
    {
        Written whole = join(parts);
        while (whole.text.size() > kLongestLine) {
            const auto longest =
                std::ranges::max_element(parts, {}, [](const Written& part) { return part.text.size(); });
            if (longest->text.size() < kShortestNamed)
                break;
            *longest = named(*longest);
            whole = join(parts);
        }
        return whole;
    }

    Written asNumber(const Written& part) const
    {
        if (!part.isCondition)
            return part;
        return {filledIn(m_dialect.asNumber, {bound(part, Hold::Atom)}), Hold::Atom, false, false};
    }

    Written asCondition(const Written& part) const
    {
        if (part.isCondition)
            return part;
        return {bound(part, Hold::Sum) + " != " + of(Number{0}).text, Hold::Condition, part.isPlain, true};
    }

    /// A plain number where only arrays will do.
    Written asArray(const Written& part) const
    {
        if (!part.isPlain || m_dialect.filled.empty())
            return part;
        return {filledIn(m_dialect.filled, {part.text}), Hold::Atom, false, false};
    }

    Written number(const Expr& e) { return asNumber(write(e)); }
    Written condition(const Expr& e) { return asCondition(write(e)); }

    Written infix(const Expr& left, Hold leftLeast, std::string_view symbol, const Expr& right, Hold rightLeast,
                  Hold hold)
    {
        return joined({number(left), number(right)}, [=](const Parts& p) {
            return Written{bound(p[0], leftLeast) + std::string(symbol) + bound(p[1], rightLeast), hold,
                           p[0].isPlain && p[1].isPlain, false};
        });
    }

    Written logical(std::string_view pattern, const Expr& left, const Expr& right)
    {
        return joined({condition(left), condition(right)}, [=](const Parts& p) {
            return Written{filledIn(pattern, {bound(p[0], Hold::Atom), bound(p[1], Hold::Atom)}), Hold::Condition,
                           false, true};
        });
    }

    /// TorchScript takes the number -0.0 for 0.0 where both occur, but not an array of it.
    Written of(const Number& n) const
    {
        if (n.value == 0 && std::signbit(n.value) && !m_dialect.filled.empty())
            return {"-" + asArray(of(Number{0})).text, Hold::Sign, false, false};
        const auto text = std::isnan(n.value)   ? std::string(m_dialect.notANumber)
                          : std::isinf(n.value) ? std::string(m_dialect.infinity)
                                                : filledIn(m_dialect.number, {literal(std::abs(n.value))});
        if (!std::isnan(n.value) && std::signbit(n.value))
            return {"-" + text, Hold::Sign, true, false};
        return {text, Hold::Atom, true, false};
    }
    Written of(const Variable&) const { return {m_symbols.input, Hold::Atom, false, false}; }
    Written of(const Parameter& p) const { return m_symbols.parameters.at(p.name); }
    Written of(const Negate& n)
    {
        return joined({number(n.arg)}, [](const Parts& p) {
            return Written{"-" + bound(p[0], Hold::Power), Hold::Sign, p[0].isPlain, false};
        });
    }
    Written of(const Sum& s) { return infix(s.left, Hold::Sum, " + ", s.right, Hold::Product, Hold::Sum); }
    Written of(const Difference& d) { return infix(d.left, Hold::Sum, " - ", d.right, Hold::Product, Hold::Sum); }
    Written of(const Product& p) { return infix(p.left, Hold::Product, " * ", p.right, Hold::Sign, Hold::Product); }
    Written of(const Quotient& q) { return infix(q.left, Hold::Product, " / ", q.right, Hold::Sign, Hold::Product); }
    Written of(const Power& p) { return power(p.left, p.right); }
    Written of(const Comparison& c)
    {
        Written written = infix(c.left, Hold::Sum, symbolOf(c.op), c.right, Hold::Sum, Hold::Condition);
        written.isCondition = true;
        return written;
    }
    Written of(const And& a) { return logical(m_dialect.both, a.left, a.right); }
    Written of(const Or& o) { return logical(m_dialect.either, o.left, o.right); }
    Written of(const Not& n)
    {
        return joined({condition(n.arg)}, [this](const Parts& p) {
            return Written{filledIn(m_dialect.inverse, {bound(p[0], Hold::Atom)}), Hold::Sign, false, true};
        });
    }
    Written of(const Call& c)
    {
        if (c.function->id == BuiltinId::Pow)
            return power(c.args[0], c.args[1]);
        return called(c.function->id, c.args);
    }
    Written of(const Piecewise& p)
    {
        Written rest = number(p.otherwise);
        for (auto piece = p.pieces.rbegin(); piece != p.pieces.rend(); ++piece)
            rest = selected(condition(piece->condition), number(piece->value), rest);
        return rest;
    }

    Written selected(const Written& condition, const Written& value, const Written& rest)
    {
        return joined({condition, value, rest}, [this](const Parts& p) {
            const Written first = p[1].isPlain && p[2].isPlain ? asArray(p[1]) : p[1];
            return Written{filledIn(m_dialect.select, {p[0].text, first.text, p[2].text}), Hold::Atom, false, false};
        });
    }

    Written power(const Expr& base, const Expr& exponent)
    {
        if (m_dialect.infixPower.empty())
            return called(BuiltinId::Pow, {base, exponent});
        const auto* n = as<Number>(exponent);
        const bool isWhole = n && n->value == std::floor(n->value) && std::abs(n->value) < 1e6;
        return joined({number(base), number(exponent)}, [=, this](const Parts& p) {
            const std::string count = isWhole ? std::to_string(static_cast<long>(n->value)) : "";
            return Written{bound(p[0], Hold::Atom) + std::string(m_dialect.infixPower) +
                               (isWhole ? count : bound(p[1], Hold::Sign)),
                           Hold::Power, p[0].isPlain && p[1].isPlain, false};
        });
    }

    Written called(BuiltinId function, const std::vector<Expr>& args)
    {
        const auto spelling = std::ranges::find(m_dialect.functions, function, &Spelling::function);
        Parts parts;
        for (std::size_t i = 0; i < args.size(); ++i)
            parts.push_back(takesNumber(function, i) && isZero(args[i]) ? of(Number{0}) : number(args[i]));
        return joined(parts, [&, this](const Parts& p) {
            std::vector<std::string> texts;
            for (std::size_t i = 0; i < p.size(); ++i)
                texts.push_back(takesNumber(function, i) ? p[i].text : asArray(p[i]).text);
            return Written{filledIn(spelling->text, texts), Hold::Atom, false, false};
        });
    }

    /// The bounds of clamp and an exponent, everywhere.
    static bool takesNumber(BuiltinId function, std::size_t argument)
    {
        return argument > 0 && (function == BuiltinId::Clamp || function == BuiltinId::Pow);
    }

    const Dialect& m_dialect;
    Symbols m_symbols;
    std::unordered_map<const Node*, int> m_uses;
    std::unordered_map<const Node*, bool> m_counted;
    std::unordered_map<const Node*, Written> m_named;
    std::vector<Statement> m_statements;
};

}  // namespace

Listing list(const std::vector<Expr>& expressions, const Dialect& dialect, const Symbols& symbols)
{
    Lister lister(dialect, symbols);
    for (const Expr& e : expressions)
        lister.count(e);
    Listing listing;
    for (const Expr& e : expressions)
        listing.results.push_back(lister.result(e));
    listing.statements = lister.takeStatements();
    return listing;
}

}  // namespace actlab::exporting
