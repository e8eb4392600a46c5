#include "core/expr/ast.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/children.hpp"

#include <cassert>
#include <cmath>
#include <limits>
#include <set>

namespace actlab::expr {

namespace {

std::size_t saturatingSum(std::size_t a, std::size_t b)
{
    const std::size_t sum = a + b;
    return sum < a ? std::numeric_limits<std::size_t>::max() : sum;
}

Expr make(Kind kind, Span span)
{
    return Expr(std::make_shared<const Node>(std::move(kind), span));
}

bool sameNumber(double a, double b)
{
    return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b);
}

/// What a node says itself, its children left aside.
bool sameHead(const Expr& a, const Expr& b)
{
    const Node &left = a.node(), &right = b.node();
    if (left.kind.index() != right.kind.index() || left.treeSize != right.treeSize || left.depth != right.depth)
        return false;
    return visit(Overloaded{
                     [&](const Number& n) { return sameNumber(n.value, as<Number>(b)->value); },
                     [](const Variable&) { return true; },
                     [&](const Parameter& p) { return p.name == as<Parameter>(b)->name; },
                     [](const Negate&) { return true; },
                     []<BinaryOp Op>(const Binary<Op>&) { return true; },
                     [&](const Comparison& c) { return c.op == as<Comparison>(b)->op; },
                     [](const And&) { return true; },
                     [](const Or&) { return true; },
                     [](const Not&) { return true; },
                     [&](const Call& c) { return c.function->id == as<Call>(b)->function->id; },
                     [&](const Piecewise& p) { return p.pieces.size() == as<Piecewise>(b)->pieces.size(); },
                 },
                 a);
}

std::vector<Expr> childrenOf(const Expr& e)
{
    std::vector<Expr> children;
    forEachChild(e.node(), [&](const Expr& child) { children.push_back(child); });
    return children;
}

}  // namespace

Node::Node(Kind what, Span where) : kind(std::move(what)), span(where)
{
    forEachChild(*this, [this](const Expr& child) {
        treeSize = saturatingSum(treeSize, child.node().treeSize);
        depth = std::max(depth, child.node().depth + 1);
    });
}

/// What is deep is freed one after another instead of parents calling children: a chain of a million is as safe as
/// one.
Node::~Node()
{
    constexpr std::size_t kShallow = 100;
    if (depth <= kShallow)
        return;
    thread_local std::vector<Kind>* tWaiting = nullptr;
    if (tWaiting) {
        tWaiting->push_back(std::move(kind));
        return;
    }
    std::vector<Kind> waiting;
    waiting.push_back(std::move(kind));
    tWaiting = &waiting;
    while (!waiting.empty()) {
        const Kind next = std::move(waiting.back());
        waiting.pop_back();
    }
    tWaiting = nullptr;
}

bool Expr::operator==(const Expr& other) const
{
    if (&node() == &other.node() || !sameHead(*this, other))
        return &node() == &other.node();
    // No pair of nodes is walked twice, so that sharing stays cheap, and none by recursion.
    std::set<std::pair<const Node*, const Node*>> seen;
    std::vector<std::pair<Expr, Expr>> waiting{{*this, other}};
    while (!waiting.empty()) {
        const auto [a, b] = std::move(waiting.back());
        waiting.pop_back();
        if (&a.node() == &b.node() || !seen.insert({&a.node(), &b.node()}).second)
            continue;
        if (!sameHead(a, b))
            return false;
        const std::vector<Expr> left = childrenOf(a), right = childrenOf(b);
        for (std::size_t i = 0; i < left.size(); ++i)
            waiting.emplace_back(left[i], right[i]);
    }
    return true;
}

Expr number(double value, Span span)
{
    return make(Number{value}, span);
}

Expr variable(Span span)
{
    return make(Variable{}, span);
}

Expr parameter(std::string name, Span span)
{
    return make(Parameter{std::move(name)}, span);
}

Expr negate(Expr arg, Span span)
{
    if (const auto* n = as<Number>(arg))
        return number(-n->value, span);
    return make(Negate{std::move(arg)}, span);
}

Expr binary(BinaryOp op, Expr left, Expr right, Span span)
{
    switch (op) {
    case BinaryOp::Add: return make(Sum{std::move(left), std::move(right)}, span);
    case BinaryOp::Subtract: return make(Difference{std::move(left), std::move(right)}, span);
    case BinaryOp::Multiply: return make(Product{std::move(left), std::move(right)}, span);
    case BinaryOp::Divide: return make(Quotient{std::move(left), std::move(right)}, span);
    case BinaryOp::Power: break;
    }
    return make(Power{std::move(left), std::move(right)}, span);
}

Expr compare(CompareOp op, Expr left, Expr right, Span span)
{
    return make(Comparison{op, std::move(left), std::move(right)}, span);
}

Expr both(Expr left, Expr right, Span span)
{
    return make(And{std::move(left), std::move(right)}, span);
}

Expr either(Expr left, Expr right, Span span)
{
    return make(Or{std::move(left), std::move(right)}, span);
}

Expr negation(Expr condition, Span span)
{
    return make(Not{std::move(condition)}, span);
}

Expr call(const Builtin& function, std::vector<Expr> args, Span span)
{
    assert(args.size() == static_cast<std::size_t>(function.arity));
    return make(Call{&function, std::move(args)}, span);
}

Expr call(std::string_view builtinName, std::vector<Expr> args, Span span)
{
    const Builtin* function = findBuiltin(builtinName);
    assert(function != nullptr);
    return call(*function, std::move(args), span);
}

Expr piecewise(std::vector<Piece> pieces, Expr otherwise, Span span)
{
    if (const auto* rest = as<Piecewise>(otherwise)) {
        pieces.insert(pieces.end(), rest->pieces.begin(), rest->pieces.end());
        return piecewise(std::move(pieces), rest->otherwise, span);
    }
    if (pieces.empty())
        return otherwise;
    return make(Piecewise{std::move(pieces), std::move(otherwise)}, span);
}

Expr withSpan(const Expr& e, Span span)
{
    return make(e.node().kind, span);
}

bool isCondition(const Expr& e)
{
    return as<Comparison>(e) || as<And>(e) || as<Or>(e) || as<Not>(e);
}

bool dependsOnInput(const Expr& e)
{
    bool found = false;
    forEachNode(e, [&](const Expr& node) { found = found || as<Variable>(node); });
    return found;
}

std::vector<std::string> parametersOf(const Expr& e)
{
    std::vector<std::string> names;
    forEachNode(e, [&](const Expr& node) {
        const auto* p = as<Parameter>(node);
        if (p && std::find(names.begin(), names.end(), p->name) == names.end())
            names.push_back(p->name);
    });
    return names;
}

std::size_t distinctNodes(const Expr& e)
{
    std::size_t count = 0;
    forEachNode(e, [&](const Expr&) { ++count; });
    return count;
}

}  // namespace actlab::expr
