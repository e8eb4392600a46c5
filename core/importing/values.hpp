#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/expr/call.hpp"

namespace actlab::importing {

using expr::Expr;
using expr::Span;

/// A function, module or class of the file, or one of PyTorch, ready to be called.
using Callable = std::function<Expr(const expr::WrittenCall&)>;

/// What reading a function gathers beside its value. Everything of Python that is no number or tensor stands in
/// expressions as a parameter whose name no person can write, and is found again here.
class Values {
public:
    /// Python's None, a text, a dtype: fine as an argument, refused as a value. `what` names it.
    static Expr thing(const std::string& what, Span span);
    static bool isThing(const Expr& e);
    static bool isNone(const Expr& e);
    static std::string nameOfThing(const Expr& e);

    /// A tensor whose elements nobody knows: torch.randn(n), torch.empty(n). Refused as a value, fine as the
    /// beginning of a parameter.
    static Expr unset(const std::string& function, Span span);
    static bool isUnset(const Expr& e);

    Expr callable(Callable function, Span span);
    const Callable* asCallable(const Expr& e) const;

    /// nn.Parameter(value), which gets its name from the attribute that it is given to.
    Expr learnable(const expr::WrittenCall& call);
    /// The value under a name: a learnable one becomes a parameter of the activation.
    Expr underName(const Expr& value, const std::string& name);

    /// `value` as detach() and autograd.Function leave it: with a gradient that is not its derivative.
    Expr withGradient(const Expr& value, const Expr& gradient);
    bool hasOwnGradient(const Expr& e) const;
    /// The value as a formula. Of the straight-through idiom y + (g - y).detach() it is g.
    Expr valueOf(const Expr& e) const;
    /// What autograd computes for d e/d x.
    Expr gradientOf(const Expr& e) const;

    /// Throws Failure where something that is no value is left in `e`.
    static void requireValue(const Expr& e);
    /// The number that `e` has at the defaults of the parameters. Throws Failure.
    double numberIn(const Expr& e) const;

    /// A parameter of the activation, under a name that is still free.
    Expr parameter(activation::Parameter p, Span span);
    const std::vector<activation::Parameter>& parameters() const { return m_parameters; }
    /// Sets the value a parameter begins with; its name is one of parameters().
    void begin(const std::string& parameter, double value);
    void fix(const std::string& parameter);  ///< it is not learned
    void noteRandom(const std::string& parameter);

    void note(const std::string& sentence);
    const std::vector<std::string>& notes() const { return m_notes; }

    bool sawVector = false;    ///< a tensor of several elements was made since this was last reset
    bool sawSequence = false;  ///< values stood in square brackets or with commas since this was last reset

private:
    struct Shadow {
        Expr value, gradient;
    };
    struct Learnable {
        std::optional<double> value;
        bool isVector;
    };
    const Shadow* shadowOf(const Expr& e) const;
    activation::Parameter& parameterNamed(const std::string& name);

    std::deque<Callable> m_callables;  // a call may add others
    std::deque<Shadow> m_shadows;
    std::vector<Learnable> m_learnables;
    std::vector<activation::Parameter> m_parameters;
    std::vector<std::string> m_notes;
};

}  // namespace actlab::importing
