#include "core/torch/lower.hpp"

#include "core/torch/lower_builtin.hpp"

#include "core/expr/builtins.hpp"

#include <ATen/ATen.h>

#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace actlab::torch_room {

namespace {

using at::Tensor;
using expr::BuiltinId;
using expr::Expr;

/// What one call of lower() shares: the values of the parameters and how much it has done.
struct Work {
    const ParameterTensors& parameters;
    bool isPlain = false;  ///< every branch gets every element
    std::size_t operations = 0;
};

/// Lowers expressions for one set of inputs. Shared subexpressions are computed once.
class Lowering {
public:
    Lowering(Tensor x, Work& work) : m_x(std::move(x)), m_work(work) {}

    Tensor lower(const Expr& e)
    {
        if (const auto done = m_done.find(&e.node()); done != m_done.end())
            return done->second;
        if (++m_work.operations > kMostOperations)
            throw std::runtime_error("The formula is too large for PyTorch's operations.");
        Tensor result = expr::visit([this](const auto& node) { return operation(node); }, e);
        return m_done.emplace(&e.node(), std::move(result)).first->second;
    }

private:
    /// What some of the elements get: `value` is asked for a Lowering that knows only those elements.
    struct Branch {
        Tensor mask;
        std::function<Tensor(Lowering&)> value;
    };

    Tensor operation(const expr::Number& n) { return at::scalar_tensor(n.value, m_x.options()); }
    Tensor operation(const expr::Variable&) { return m_x; }
    Tensor operation(const expr::Parameter& p);
    Tensor operation(const expr::Negate& n) { return -lower(n.arg); }
    Tensor operation(const expr::Sum& s) { return lower(s.left) + lower(s.right); }
    Tensor operation(const expr::Difference& d) { return lower(d.left) - lower(d.right); }
    Tensor operation(const expr::Product& p) { return lower(p.left) * lower(p.right); }
    Tensor operation(const expr::Quotient& q) { return lower(q.left) / lower(q.right); }
    Tensor operation(const expr::Power& p) { return power(p.left, p.right); }
    Tensor operation(const expr::Comparison& c) { return asNumbers(compare(c)); }
    Tensor operation(const expr::And& c) { return asNumbers(condition(c.left) & condition(c.right)); }
    Tensor operation(const expr::Or& c) { return asNumbers(condition(c.left) | condition(c.right)); }
    Tensor operation(const expr::Not& c) { return asNumbers(~condition(c.arg)); }
    Tensor operation(const expr::Call& c);
    Tensor operation(const expr::Piecewise& p);

    Tensor asNumbers(const Tensor& mask) const { return mask.to(m_x.scalar_type()); }
    Tensor condition(const Expr& e) { return lower(e).detach() != 0; }
    Tensor compare(const expr::Comparison& c);
    Tensor power(const Expr& base, const Expr& exponent);
    Tensor extreme(const Expr& a, const Expr& b, bool wantsLarger);
    Tensor clamped(const Expr& e, const Expr& low, const Expr& high);
    Tensor select(const std::vector<Branch>& branches);
    Tensor valueWithin(const Branch& branch);

    Tensor m_x;
    Work& m_work;
    std::unordered_map<const expr::Node*, Tensor> m_done;
};

Tensor Lowering::operation(const expr::Parameter& p)
{
    const auto found = m_work.parameters.find(p.name);
    if (found == m_work.parameters.end())
        throw std::runtime_error("The parameter " + p.name + " has no value.");
    return found->second;
}

Tensor Lowering::operation(const expr::Call& c)
{
    const BuiltinId id = c.function->id;
    if (id == BuiltinId::Max || id == BuiltinId::Min)
        return extreme(c.args[0], c.args[1], id == BuiltinId::Max);
    if (id == BuiltinId::Clamp)
        return clamped(c.args[0], c.args[1], c.args[2]);
    if (id == BuiltinId::Pow)
        return power(c.args[0], c.args[1]);
    std::vector<Tensor> args;
    for (const Expr& arg : c.args)
        args.push_back(lower(arg));
    return applyBuiltin(id, args);
}

Tensor Lowering::operation(const expr::Piecewise& p)
{
    std::vector<Branch> branches;
    Tensor rest = at::ones_like(m_x, m_x.options().dtype(at::kBool));
    for (const auto& [when, value] : p.pieces) {
        const Tensor holds = condition(when);
        branches.push_back({rest & holds, [&value = value](Lowering& within) { return within.lower(value); }});
        rest = rest & ~holds;
    }
    branches.push_back({rest, [&p](Lowering& within) { return within.lower(p.otherwise); }});
    return select(branches);
}

Tensor Lowering::compare(const expr::Comparison& c)
{
    const Tensor left = lower(c.left).detach(), right = lower(c.right).detach();
    switch (c.op) {
    case expr::CompareOp::Less: return left < right;
    case expr::CompareOp::LessEqual: return left <= right;
    case expr::CompareOp::Greater: return left > right;
    case expr::CompareOp::GreaterEqual: return left >= right;
    case expr::CompareOp::Equal: return left == right;
    case expr::CompareOp::NotEqual: return left != right;
    }
    throw std::logic_error("unknown comparison");
}

/// A constant exponent is handed over as a number: ATen then multiplies where it can.
Tensor Lowering::power(const Expr& base, const Expr& exponent)
{
    if (const auto* constant = expr::as<expr::Number>(exponent))
        return at::pow(lower(base), constant->value);
    return at::pow(lower(base), lower(exponent));
}

/// max and min are conditionals too: only the winner may send a gradient back. A tie shares it evenly; NaN
/// falls to the tie and stays NaN.
Tensor Lowering::extreme(const Expr& a, const Expr& b, bool wantsLarger)
{
    const Tensor left = lower(a).detach(), right = lower(b).detach();
    const Tensor first = wantsLarger ? left > right : left < right;
    const Tensor second = wantsLarger ? left < right : left > right;
    const Tensor everywhere = at::ones_like(m_x, m_x.options().dtype(at::kBool));
    return select({{everywhere & first, [&](Lowering& within) { return within.lower(a); }},
                   {everywhere & second, [&](Lowering& within) { return within.lower(b); }},
                   {everywhere & ~(first | second),
                    [&](Lowering& within) { return 0.5 * within.lower(a) + 0.5 * within.lower(b); }}});
}

/// The closed interval keeps the gradient. Where the bounds cross, the upper one wins, as in PyTorch.
Tensor Lowering::clamped(const Expr& e, const Expr& low, const Expr& high)
{
    const Tensor value = lower(e).detach(), bottom = lower(low).detach(), top = lower(high).detach();
    const Tensor over = (value > top) | (bottom > top);
    const Tensor under = (value < bottom) & ~over;
    const Tensor everywhere = at::ones_like(m_x, m_x.options().dtype(at::kBool));
    return select({{everywhere & over, [&](Lowering& within) { return within.lower(high); }},
                   {everywhere & under, [&](Lowering& within) { return within.lower(low); }},
                   {everywhere & ~(over | under), [&](Lowering& within) { return within.lower(e); }}});
}

/// The masks are disjoint and cover every element.
Tensor Lowering::select(const std::vector<Branch>& branches)
{
    Tensor result;
    for (const Branch& branch : branches) {
        if (!m_work.isPlain && !branch.mask.any().item<bool>())
            continue;
        const Tensor value = valueWithin(branch);
        result = result.defined() ? at::where(branch.mask, value, result) : value;
    }
    return result.defined() ? result : at::zeros_like(m_x);
}

/// The inner half of the double-where: elements that do not select the branch are replaced by one that does,
/// so that nothing is computed outside the branch's own domain. The outer half is select().
Tensor Lowering::valueWithin(const Branch& branch)
{
    if (m_work.isPlain || branch.mask.all().item<bool>())
        return branch.value(*this);
    const Tensor insider = m_x.detach().masked_select(branch.mask)[0];
    Lowering within(at::where(branch.mask, m_x, insider), m_work);
    return branch.value(within);
}

}  // namespace

at::Tensor lower(const expr::Expr& e, const at::Tensor& x, const ParameterTensors& parameters)
{
    Work work{parameters};
    return Lowering(x, work).lower(e).expand_as(x);
}

at::Tensor lowerPlainly(const expr::Expr& e, const at::Tensor& x, const ParameterTensors& parameters)
{
    Work work{parameters, true};
    return Lowering(x, work).lower(e).expand_as(x);
}

}  // namespace actlab::torch_room
