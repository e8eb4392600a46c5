#include "core/exporting/cpp.hpp"

#include "core/exporting/cpp_text.hpp"
#include "core/exporting/source_text.hpp"

#include "core/expr/children.hpp"

#include <algorithm>

namespace actlab::exporting {

namespace {

constexpr std::string_view kDetail = R"(namespace detail {

/// T where it is to be told by the first argument alone.
template <typename T>
using Same = typename std::common_type<T>::type;

template <typename T>
T sign(T u)
{
    return static_cast<T>((u > 0) - (u < 0));
}

/// A NaN on either side is the result.
template <typename T>
T minimum(T u, T v)
{
    return u != u ? u : (v < u || v != v) ? v : u;
}

template <typename T>
T maximum(T u, T v)
{
    return u != u ? u : (v > u || v != v) ? v : u;
}

/// Neither overflows nor cancels.
template <typename T>
T sigmoid(T u)
{
    const T e = std::exp(-std::abs(u));
    return (u < 0 ? e : T(1)) / (T(1) + e);
}

}  // namespace detail
)";

Symbols symbolsOf(const Subject& subject)
{
    Symbols symbols{"x", {}, subject.identifiers};
    for (const Argument& a : subject.arguments)
        symbols.parameters[a.parameter.name] = {a.name, Hold::Atom, true, false};
    return symbols;
}

std::string declared(const Subject& subject)
{
    std::string list;
    for (const Argument& a : subject.arguments)
        list += ", detail::Same<T> " + a.name + " = T(" + literal(a.parameter.value) + ")";
    return list;
}

std::string passedOn(const Subject& subject)
{
    std::string list;
    for (const Argument& a : subject.arguments)
        list += ", " + a.name;
    return list;
}

void writeSignature(CppText& text, const std::string& signature)
{
    text.line(0, "template <typename T>");
    const auto rows = wrapped(signature, 100, ", ");
    for (std::size_t i = 0; i < rows.size(); ++i)
        text.line(i == 0 ? 0 : 2, rows[i]);
    text.line(0, "{");
}

void writeUnused(CppText& text, const Subject& subject, const expr::Expr& e)
{
    if (!dependsOnInput(e))
        text.line(1, "(void)x;");
    const auto used = parametersOf(e);
    for (const Argument& a : subject.arguments)
        if (std::ranges::find(used, a.parameter.name) == used.end())
            text.line(1, "(void)" + a.name + ";");
}

void writeScalar(CppText& text, const Subject& subject, const std::string& function, const expr::Expr& e)
{
    const Listing listing = list({e}, cppDialect(), symbolsOf(subject));
    writeSignature(text, "T " + function + "(T x" + declared(subject) + ")");
    text.line(1, "static_assert(std::is_floating_point<T>::value, \"T must be float, double or long double\");");
    writeUnused(text, subject, e);
    text.statements(1, listing);
    text.line(1, "return " + listing.results[0].text + ";");
    text.line(0, "}");
    text.blank();
}

void writeArray(CppText& text, const Subject& subject, const std::string& space, const std::string& function)
{
    text.comment(0, "The same for `count` numbers; y may be x.");
    writeSignature(text, "void " + function + "(const T* x, T* y, std::size_t count" + declared(subject) + ")");
    text.line(1, "for (std::size_t i = 0; i < count; ++i)");
    text.line(2, "y[i] = activations::" + space + "::" + function + "(x[i]" + passedOn(subject) + ");");
    text.line(0, "}");
    text.blank();
}

}  // namespace

tl::expected<std::string, std::string> cppHeader(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, cppDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    const std::string name = functionName(activation.name());
    CppText text;
    text.comments(*subject);
    text.line(0, "#pragma once");
    text.blank();
    for (const char* header : {"cmath", "cstddef", "limits", "type_traits"})
        text.line(0, "#include <" + std::string(header) + ">");
    text.blank();
    text.line(0, "namespace activations {");
    text.line(0, "namespace " + name + " {");
    text.blank();
    text.raw(kDetail);
    text.blank();
    writeScalar(text, *subject, "value", subject->value);
    writeScalar(text, *subject, "derivative", subject->slope);
    writeArray(text, *subject, name, "value");
    writeArray(text, *subject, name, "derivative");
    text.line(0, "}  // namespace " + name);
    text.line(0, "}  // namespace activations");
    return text.take();
}

}  // namespace actlab::exporting
