#pragma once

#include <memory>
#include <set>
#include <string>

#include "core/importing/frame.hpp"
#include "core/importing/source_file.hpp"
#include "core/importing/values.hpp"

namespace actlab::importing {

/// Reads one function of a file: follows its statements with formulas for values. Every method throws Failure.
class Reader {
public:
    /// `steps` counts what is read of the whole file.
    Reader(const SourceFile& file, std::size_t& steps) : m_file(file), m_steps(steps) {}

    /// The function or class of this name applied to x; its parameters and notes are in values() from then on.
    Expr read(const std::string& name);

    Values& values() { return m_values; }
    const SourceFile& file() const { return m_file; }

    /// A constant of the file; nullopt where there is none of this name.
    std::optional<Expr> constant(std::string_view name);
    /// Whether the file declares a function or class of this name.
    bool declares(std::string_view name) const;
    /// Whether a class of the file has an apply or a static method of this name.
    bool declaresIn(const std::string& module, std::string_view name) const;
    /// A constant in the body of a class: Step.width.
    std::optional<Expr> constantOf(const std::string& module, std::string_view name);
    /// A call of what the file declares: f(x), Module(alpha=1), Step.apply(x).
    Expr call(const expr::WrittenCall& call);
    /// Runs a function on arguments that are known already.
    Expr apply(const Function& function, const expr::WrittenCall& call, Frame frame);
    Expr callableOf(const Function& function, const Frame& frame);
    /// Calls a method of an object that has `self` for its name in `frame`.
    Expr callMethod(const Class& one, const expr::WrittenCall& call, const Frame& frame, const std::string& self);
    /// The same for what the method leaves in its object: self.reset_parameters().
    void runMethod(const Class& one, const expr::WrittenCall& call, Frame& frame, const std::string& self);
    /// Functions and classes of the file that another one called.
    const std::set<std::string>& used() const { return m_used; }

    /// Counts what is read, so that no file takes long.
    void countStep(Span span);

private:
    /// While a function is read it cannot be called again. Throws Failure where it is.
    class Inside {
    public:
        Inside(Reader& reader, std::string name, Span span);
        ~Inside() { m_reader.m_inside.erase(m_name); }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

    private:
        Reader& m_reader;
        std::string m_name;
    };

    Expr instance(const Class& module, const expr::WrittenCall* call);
    Expr applyAutograd(const Class& one, const expr::WrittenCall& call);
    Frame attributesOf(const Class& one, const std::string& self);
    void addMethods(const Class& one, const std::string& self, const std::shared_ptr<Frame>& frame);
    Expr onInput(const Class& one, Span span);
    /// x for the first argument and parameters for the others.
    expr::WrittenCall callOnInput(const Function& function);
    void bind(const Function& function, const expr::WrittenCall& call, Frame& frame);
    static void bindRest(const Function& function, Frame& frame);
    void bindParameters(const Function& function, Frame& frame);
    Expr parameterOf(const Formal& formal);

    const SourceFile& m_file;
    Values m_values;
    std::set<std::string, std::less<>> m_inside;  ///< functions being read, outermost first
    std::set<std::string> m_used;
    std::size_t& m_steps;
};

/// Runs the statements of a function. nullopt where it ends without a return.
std::optional<Expr> run(const Block& body, Frame frame, Reader& reader);
/// The same for __init__ and forward(ctx, …), which leave names behind.
std::optional<Expr> runAndKeep(const Block& body, Frame& frame, Reader& reader);

}  // namespace actlab::importing
