#include "core/importing/python.hpp"

#include "core/importing/pairs.hpp"
#include "core/importing/reader.hpp"
#include "core/importing/tidy.hpp"

#include "core/expr/code_points.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

PythonError errorAt(const std::u32string& text, const expr::SourceError& error)
{
    const std::size_t place = std::min(error.span.begin, text.size());
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(place);
    const auto line = static_cast<std::size_t>(std::count(text.begin(), end, U'\n'));
    const std::size_t before = place == 0 ? text.npos : text.rfind(U'\n', place - 1);
    return {error.message, line + 1, before == text.npos ? place + 1 : place - before, error.hint};
}

std::size_t lineOf(const std::u32string& text, Span span)
{
    return errorAt(text, {{}, span, {}}).line;
}

/// What is shared is written out again wherever it is used.
std::string written(const Expr& e, Span span)
{
    const bool isPrintable = e.node().treeSize <= expr::Limits::codePoints;
    std::string text = isPrintable ? expr::print(e) : std::string();
    if (text.empty() || text.size() > expr::Limits::codePoints)
        expr::fail("written out, the formula is longer than " + std::to_string(expr::Limits::codePoints) +
                       " characters",
                   span, "A shorter function can be read.");
    return text;
}

/// What the formula language says about what was read; its places are in the formula, not in the file.
void check(ImportedFunction& function, Span span)
{
    const auto made = activation::makeActivation(function.definition);
    if (!made)
        expr::fail(made.error().message, span, made.error().hint);
    function.definition = (*made)->definition();
}

Span spanOf(const SourceFile& file, const std::string& name)
{
    const auto function = file.functions.find(name);
    return function == file.functions.end() ? file.classes.find(name)->second.span : function->second.span;
}

ImportedFunction read(const SourceFile& file, const std::string& name, std::size_t& steps)
{
    Reader reader(file, steps);
    const Expr e = reader.read(name);
    Values& values = reader.values();
    Values::requireValue(e);
    const Span span = spanOf(file, name);
    const bool hasOwnGradient = values.hasOwnGradient(e);
    ImportedFunction function;
    function.definition.name = name;
    function.definition.formula = written(tidied(hasOwnGradient ? values.valueOf(e) : e), span);
    if (hasOwnGradient)
        function.definition.gradient = written(values.gradientOf(e), span);
    function.definition.parameters = values.parameters();
    function.notes = values.notes();
    check(function, span);
    return function;
}

class Import {
public:
    explicit Import(const std::u32string& text) : m_text(text) {}

    tl::expected<Imported, PythonError> run()
    {
        const auto lines = linesOf(m_text);
        if (!lines)
            return tl::unexpected(errorAt(m_text, lines.error()));
        const Block block = statementsOf(*lines);
        const SourceFile file = declarationsIn(block);
        for (const expr::SourceError& error : file.refused)
            m_result.refused.push_back(errorAt(m_text, error));
        for (const std::string& name : file.names)
            readOrRefuse(file, name);
        m_result.functions = paired(std::move(m_result.functions));
        std::ranges::stable_sort(m_result.refused, {}, &PythonError::line);
        if (!m_result.functions.empty())
            return std::move(m_result);
        return tl::unexpected(m_result.refused.empty() ? PythonError{"there is no function in this text", 1, 1,
                                                                     "Write def f(x): return x."}
                                                       : m_result.refused.front());
    }

private:
    void readOrRefuse(const SourceFile& file, const std::string& name)
    {
        try {
            ImportedFunction function = read(file, name, m_steps);
            function.line = lineOf(m_text, spanOf(file, name));
            m_result.functions.push_back(std::move(function));
        } catch (const expr::Failure& failure) {
            m_result.refused.push_back(errorAt(m_text, failure.error));
        }
    }

    const std::u32string& m_text;
    Imported m_result;
    std::size_t m_steps = 0;
};

std::optional<PythonError> errorInBytes(std::string_view source)
{
    if (source.size() > PythonLimits::bytes)
        return PythonError{"the text is longer than a megabyte", 1, 1, "Keep the functions that are to be read."};
    const std::size_t null = source.find('\0');
    if (null == source.npos)
        return std::nullopt;
    const auto line = std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(null), '\n');
    return PythonError{"there is a null byte, which no Python text has", static_cast<std::size_t>(line) + 1, 1, ""};
}

}  // namespace

tl::expected<Imported, PythonError> importPython(std::string_view source)
{
    if (auto error = errorInBytes(source))
        return tl::unexpected(std::move(*error));
    const auto points = expr::decode(source);
    if (!points)
        return tl::unexpected(PythonError{points.error().message, 1, 1, "Save the file as UTF-8."});
    std::u32string text = *points;
    if (text.starts_with(U'\uFEFF'))
        text.erase(0, 1);
    return Import(text).run();
}

}  // namespace actlab::importing
