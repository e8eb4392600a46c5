#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/expr/ast.hpp"

namespace actlab::exporting {

using ParameterValues = std::map<std::string, double, std::less<>>;

/// Tells which parts of an expression are finite, with their slopes, wherever the input may be. Judged by what
/// functions occur (a logarithm or a quotient may fail anywhere) and else by values in float32, where exp overflows
/// first.
class Harmlessness {
public:
    explicit Harmlessness(ParameterValues parameters) : m_parameters(std::move(parameters)) {}

    bool isHarmless(const expr::Expr& e);

    /// An input at which e and its slope are finite, in `region` (a condition) if there is one; 0 where there is
    /// none.
    double insider(const expr::Expr& e, const expr::Expr& region) const;

private:
    struct Judged {
        expr::Expr expression;  ///< kept, so that no other node gets its address
        bool isHarmless;
    };
    bool isFiniteEverywhere(const expr::Expr& e) const;
    std::vector<std::vector<float>> valuesOf(const std::vector<expr::Expr>& expressions,
                                             const std::vector<float>& x) const;

    ParameterValues m_parameters;
    std::unordered_map<const expr::Node*, Judged> m_judged;
};

}  // namespace actlab::exporting
