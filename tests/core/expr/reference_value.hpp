#pragma once

#include "core/expr/ast.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace actlab::expr {

/// What an expression is worth, by the plainest reading of the language: the kernel is not asked.
class ReferenceValue {
public:
    using Parameters = std::map<std::string, double>;

    explicit ReferenceValue(double x, Parameters parameters = {}) : m_x(x), m_parameters(std::move(parameters)) {}
    virtual ~ReferenceValue() = default;

    double of(const Expr& e);

    /// Whether every part that was looked at so far had a finite value.
    bool isFinite() const { return m_isFinite; }

protected:
    /// Called with the result of every operation; a test may disturb it.
    virtual double rounded(double value) { return value; }

private:
    double binary(BinaryOp op, double left, double right) const;
    double piecewise(const Piecewise& p);
    double fresh(const Expr& e);

    double m_x;
    Parameters m_parameters;
    std::map<const Node*, double> m_known;
    bool m_isFinite = true;
};

double valueAt(const Expr& e, double x, const ReferenceValue::Parameters& parameters = {});
/// nullopt where the value, or any part of it that counts, is not finite.
std::optional<double> finiteValueAt(const Expr& e, double x, const ReferenceValue::Parameters& parameters = {});

/// The built-in function itself.
double valueOfBuiltin(const Builtin& f, const std::vector<double>& args);

}  // namespace actlab::expr
