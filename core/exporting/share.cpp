#include "core/exporting/share.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/children.hpp"
#include "core/expr/rebuild.hpp"

#include <bit>
#include <cstdint>
#include <unordered_map>

namespace actlab::exporting {

namespace {

using namespace expr;

/// What a node says itself, its children left aside.
std::string headOf(const Expr& e)
{
    const auto text = [](auto number) { return std::to_string(number); };
    return visit(Overloaded{
                     [&](const Number& n) { return text(std::bit_cast<std::uint64_t>(n.value)); },
                     [](const Variable&) { return std::string(); },
                     [](const Parameter& p) { return p.name; },
                     [](const Negate&) { return std::string(); },
                     []<BinaryOp Op>(const Binary<Op>&) { return std::string(); },
                     [&](const Comparison& c) { return text(static_cast<int>(c.op)); },
                     [](const And&) { return std::string(); },
                     [](const Or&) { return std::string(); },
                     [](const Not&) { return std::string(); },
                     [](const Call& c) { return std::string(c.function->name); },
                     [](const Piecewise&) { return std::string(); },
                 },
                 e);
}

/// Equal for nodes with the same head and the same children.
std::string keyOf(const Expr& e)
{
    std::string key = std::to_string(e.node().kind.index()) + ":" + headOf(e);
    forEachChild(
        e, [&](const Expr& child) { key += ',' + std::to_string(reinterpret_cast<std::uintptr_t>(&child.node())); });
    return key;
}

}  // namespace

std::vector<Expr> shared(const std::vector<Expr>& expressions)
{
    std::unordered_map<std::string, Expr> known;
    std::vector<Expr> result;
    for (const Expr& e : expressions)
        result.push_back(rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
            return known.emplace(keyOf(node), node).first->second;
        }));
    return result;
}

}  // namespace actlab::exporting
