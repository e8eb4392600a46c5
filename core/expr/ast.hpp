#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/expr/source_error.hpp"

namespace actlab::expr {

struct Builtin;
struct Node;

/// Handle of an immutable expression; copying shares it. Equality compares structure, never spans.
class Expr {
public:
    explicit Expr(std::shared_ptr<const Node> node) : m_node(std::move(node)) {}

    const Node& node() const { return *m_node; }
    const std::shared_ptr<const Node>& shared() const { return m_node; }
    bool operator==(const Expr& other) const;

private:
    std::shared_ptr<const Node> m_node;
};

/// A literal, possibly negative or non-finite. pi, e, inf and nan are numbers.
struct Number {
    double value;
};
/// The input x.
struct Variable {};
struct Parameter {
    std::string name;
};
struct Negate {
    Expr arg;
};

enum class BinaryOp { Add, Subtract, Multiply, Divide, Power };
template <BinaryOp Op>
struct Binary {
    static constexpr BinaryOp op = Op;
    Expr left, right;
};
using Sum = Binary<BinaryOp::Add>;
using Difference = Binary<BinaryOp::Subtract>;
using Product = Binary<BinaryOp::Multiply>;
using Quotient = Binary<BinaryOp::Divide>;
using Power = Binary<BinaryOp::Power>;

/// Conditions have the value 1 where they hold and 0 elsewhere, and the derivative 0.
enum class CompareOp { Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual };
struct Comparison {
    CompareOp op;
    Expr left, right;
};
struct And {
    Expr left, right;
};
struct Or {
    Expr left, right;
};
struct Not {
    Expr arg;
};

/// A function of the built-in table applied to its arguments (defaults filled in).
struct Call {
    const Builtin* function;
    std::vector<Expr> args;
};

struct Piece {
    Expr condition;
    Expr value;
};
/// The value of the first piece whose condition holds, else `otherwise` (the number nan where the
/// author gave none). Every conditional of the language is this node.
struct Piecewise {
    std::vector<Piece> pieces;
    Expr otherwise;
};

using Kind = std::variant<Number, Variable, Parameter, Negate, Sum, Difference, Product, Quotient, Power, Comparison,
                          And, Or, Not, Call, Piecewise>;

struct Node {
    Node(Kind kind, Span span);
    ~Node();
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    Kind kind;
    Span span;                 ///< where the author wrote it; {0, 0} for derived expressions
    std::size_t treeSize = 1;  ///< nodes counted as a tree, saturating
    std::size_t depth = 1;     ///< 1 for a leaf
};

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

/// Calls the overload for the node's kind. Give one for every kind: a missing one must not compile.
template <class Visitor>
decltype(auto) visit(Visitor&& visitor, const Expr& e)
{
    return std::visit(std::forward<Visitor>(visitor), e.node().kind);
}
template <class T>
const T* as(const Expr& e)
{
    return std::get_if<T>(&e.node().kind);
}

// The only ways to make an expression. They keep the canonical form that print and parse agree on:
// negate(number) is a negative number; an `otherwise` that is itself piecewise is flattened.
Expr number(double value, Span span = {});
Expr variable(Span span = {});
Expr parameter(std::string name, Span span = {});
Expr negate(Expr arg, Span span = {});
Expr binary(BinaryOp op, Expr left, Expr right, Span span = {});
Expr compare(CompareOp op, Expr left, Expr right, Span span = {});
Expr both(Expr left, Expr right, Span span = {});
Expr either(Expr left, Expr right, Span span = {});
Expr negation(Expr condition, Span span = {});
Expr call(const Builtin& function, std::vector<Expr> args, Span span = {});
Expr call(std::string_view builtinName, std::vector<Expr> args, Span span = {});
Expr piecewise(std::vector<Piece> pieces, Expr otherwise, Span span = {});
/// The same expression as if it were written at `span`; what is inside keeps its place.
Expr withSpan(const Expr& e, Span span);

inline Expr operator+(Expr a, Expr b)
{
    return binary(BinaryOp::Add, std::move(a), std::move(b));
}
inline Expr operator-(Expr a, Expr b)
{
    return binary(BinaryOp::Subtract, std::move(a), std::move(b));
}
inline Expr operator*(Expr a, Expr b)
{
    return binary(BinaryOp::Multiply, std::move(a), std::move(b));
}
inline Expr operator/(Expr a, Expr b)
{
    return binary(BinaryOp::Divide, std::move(a), std::move(b));
}
inline Expr operator-(Expr a)
{
    return negate(std::move(a));
}

/// A comparison or a logical combination of comparisons.
bool isCondition(const Expr& e);
/// Whether the input x occurs in it.
bool dependsOnInput(const Expr& e);
/// Names of the free parameters in the order of their first appearance.
std::vector<std::string> parametersOf(const Expr& e);
/// Number of distinct nodes (shared ones counted once).
std::size_t distinctNodes(const Expr& e);

}  // namespace actlab::expr
