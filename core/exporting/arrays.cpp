#include "core/exporting/arrays.hpp"

#include "core/exporting/python_text.hpp"
#include "core/exporting/source_text.hpp"
#include "core/exporting/subject.hpp"

namespace actlab::exporting {

namespace {

Symbols symbolsOf(const Subject& subject, std::string input)
{
    Symbols symbols{std::move(input), {}, subject.identifiers};
    for (const Argument& a : subject.arguments)
        symbols.parameters[a.parameter.name] = {a.name, Hold::Atom, !a.isUsedAlone, false};
    return symbols;
}

void writeSignature(PythonText& text, const std::string& function, const Subject& subject)
{
    std::string signature = "def " + function + "(x";
    for (const Argument& a : subject.arguments)
        signature += ", " + a.name + "=" + literal(a.parameter.value);
    const auto rows = wrapped(signature + "):", 96, ", ");
    for (std::size_t i = 0; i < rows.size(); ++i)
        text.line(i == 0 ? 0 : 2, rows[i]);
}

std::vector<std::string> paragraphsOf(const Subject& subject)
{
    std::vector<std::string> paragraphs{"f(x) = " + subject.formula};
    if (!subject.gradient.empty())
        paragraphs.push_back("Its gradient by x is not f' but one of its author's own: " + subject.gradient);
    return paragraphs;
}

void writeArrays(PythonText& text, const Subject& subject, std::string_view module)
{
    for (const Argument& a : subject.arguments)
        if (a.isUsedAlone)
            text.line(1, a.name + " = " + std::string(module) + ".asarray(" + a.name + ", dtype=x.dtype)");
}

void writeNumpyFunction(PythonText& text, const Subject& subject, const std::string& function, const expr::Expr& e,
                        const std::string& title)
{
    const Listing listing = list({e}, numpyDialect(), symbolsOf(subject, "x"));
    const Written& result = listing.results[0];
    text.blank();
    text.blank();
    writeSignature(text, function, subject);
    text.doc(1, title, paragraphsOf(subject));
    text.line(1, "x = np.asarray(x)");
    text.line(1, "x = x.astype(np.result_type(x.dtype, np.float32))");
    writeArrays(text, subject, "np");
    text.line(1, "with np.errstate(all=\"ignore\"):  # np.where calculates both sides");
    text.statements(2, listing);
    text.line(2, dependsOnInput(e) ? "return np.asarray(" + result.text + ", dtype=x.dtype)"
                                   : "return np.full_like(x, " + result.text + ")");
}

void writeJaxBody(PythonText& text, const Subject& subject)
{
    const Listing listing = list({subject.value}, jaxDialect(), symbolsOf(subject, "x"));
    text.statements(1, listing);
    text.line(1, "return " + listing.results[0].text + (dependsOnInput(subject.value) ? "" : " + jnp.zeros_like(x)"));
}

void writeJaxBodyWithGradient(PythonText& text, const Subject& subject)
{
    const Listing listing = list({subject.value, subject.slope}, jaxDialect(), symbolsOf(subject, "at"));
    text.line(1, "at = jax.lax.stop_gradient(x)");
    text.statements(1, listing);
    text.line(1, "y = " + listing.results[0].text);
    text.line(1, "slope = jax.lax.stop_gradient(" + listing.results[1].text + ")");
    text.line(1, "# x - at is 0: it leaves the value as it is and brings the gradient `slope`");
    text.line(1, "return y + jnp.nan_to_num(slope * (x - at))");
}

}  // namespace

tl::expected<std::string, std::string> numpyFunctions(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, numpyDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    const std::string name = functionName(activation.name());
    PythonText functions;
    writeNumpyFunction(functions, *subject, name, subject->value, subject->title + ".");
    writeNumpyFunction(functions, *subject, name + "_derivative", subject->slope,
                       "The derivative of " + subject->title + ".");
    const std::string code = functions.take();
    PythonText text;
    text.doc(0, subject->title + ", an activation function for NumPy, written by Activation Lab.", {});
    text.blank();
    if (code.find("_erf") != code.npos)
        text.line(0, "import math\n");
    text.line(0, "import numpy as np");
    writeBrought(text, numpyDialect(), code);
    return text.take() + code;
}

tl::expected<std::string, std::string> jaxFunction(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, jaxDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    PythonText text;
    text.doc(0, subject->title + ", an activation function for JAX, written by Activation Lab.", {});
    text.blank();
    text.line(0, "import jax");
    text.line(0, "import jax.numpy as jnp");
    text.blank();
    text.blank();
    writeSignature(text, functionName(activation.name()), *subject);
    text.doc(1, subject->title + ".", paragraphsOf(*subject));
    text.line(1, "x = jnp.asarray(x)");
    writeArrays(text, *subject, "jnp");
    activation.hasOwnGradient() ? writeJaxBodyWithGradient(text, *subject) : writeJaxBody(text, *subject);
    return text.take();
}

}  // namespace actlab::exporting
