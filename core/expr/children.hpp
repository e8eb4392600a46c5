#pragma once

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/expr/ast.hpp"
#include "core/expr/walk_memory.hpp"

namespace actlab::expr {

/// Calls `f` with each direct child in the order in which it is written.
template <class F>
void forEachChild(const Node& node, F&& f)
{
    std::visit(Overloaded{
                   [](const Number&) {},
                   [](const Variable&) {},
                   [](const Parameter&) {},
                   [&](const Negate& n) { f(n.arg); },
                   [&]<BinaryOp Op>(const Binary<Op>& b) { f(b.left), f(b.right); },
                   [&](const Comparison& c) { f(c.left), f(c.right); },
                   [&](const And& a) { f(a.left), f(a.right); },
                   [&](const Or& o) { f(o.left), f(o.right); },
                   [&](const Not& n) { f(n.arg); },
                   [&](const Call& c) {
                       for (const Expr& arg : c.args)
                           f(arg);
                   },
                   [&](const Piecewise& p) {
                       for (const Piece& piece : p.pieces)
                           f(piece.condition), f(piece.value);
                       f(p.otherwise);
                   },
               },
               node.kind);
}
template <class F>
void forEachChild(const Expr& e, F&& f)
{
    forEachChild(e.node(), std::forward<F>(f));
}

/// Calls `f` once with each distinct node of `e`, a parent before its children and these in the order in
/// which they are written: linear however much is shared, and safe at any depth.
template <class F>
void forEachNode(const Expr& e, F&& f)
{
    WalkMemory memory;
    std::pmr::unordered_set<const Node*> seen(memory.resource());
    std::pmr::vector<const Expr*> waiting({&e}, memory.resource());
    while (!waiting.empty()) {
        const Expr& next = *waiting.back();
        waiting.pop_back();
        if (!seen.insert(&next.node()).second)
            continue;
        f(next);
        const auto firstChild = static_cast<std::ptrdiff_t>(waiting.size());
        forEachChild(next, [&](const Expr& child) { waiting.push_back(&child); });
        std::reverse(waiting.begin() + firstChild, waiting.end());
    }
}

}  // namespace actlab::expr
