#include "core/analysis/oscillation.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/children.hpp"

#include <algorithm>
#include <array>

namespace actlab::analysis {

namespace {

bool isPeriodic(expr::BuiltinId id)
{
    using enum expr::BuiltinId;
    constexpr std::array kPeriodic{Sin, Cos, Tan, Sinc, Floor, Ceil, Round};
    return std::ranges::find(kPeriodic, id) != kPeriodic.end();
}

}  // namespace

bool oscillates(const expr::Expr& e)
{
    bool found = false;
    expr::forEachNode(e, [&](const expr::Expr& node) {
        const auto* call = expr::as<expr::Call>(node);
        found = found || (call && isPeriodic(call->function->id) && expr::dependsOnInput(node));
    });
    return found;
}

}  // namespace actlab::analysis
