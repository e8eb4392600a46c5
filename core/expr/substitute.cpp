#include "core/expr/substitute.hpp"

#include "core/expr/rebuild.hpp"

namespace actlab::expr {

Expr substitute(const Expr& e, const Expr& input,
                const std::function<std::optional<Expr>(std::string_view)>& forParameter)
{
    return rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
        if (as<Variable>(node))
            return input;
        const auto* p = as<Parameter>(node);
        return p ? forParameter(p->name) : std::nullopt;
    });
}

}  // namespace actlab::expr
