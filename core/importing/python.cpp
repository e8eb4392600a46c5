#include "core/importing/python.hpp"

#include "core/importing/pairs.hpp"
#include "core/importing/reader.hpp"
#include "core/importing/tidy.hpp"

#include "core/expr/code_points.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>
#include <set>

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
std::string textOf(const Expr& e, Span span)
{
    Values::requireValue(e);
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
    function.activation = *made;
    function.definition = (*made)->definition();
}

Span spanOf(const SourceFile& file, const std::string& name)
{
    const auto function = file.functions.find(name);
    return function == file.functions.end() ? file.classes.find(name)->second.span : function->second.span;
}

ImportedFunction read(const SourceFile& file, const std::string& name, Reader& reader)
{
    const Expr e = reader.read(name);
    Values& values = reader.values();
    Values::requireValue(e);
    const Span span = spanOf(file, name);
    const bool hasOwnGradient = values.hasOwnGradient(e);
    ImportedFunction function;
    function.definition.name = name;
    function.definition.formula = textOf(tidied(hasOwnGradient ? values.valueOf(e) : e), span);
    if (hasOwnGradient)
        function.definition.gradient = textOf(values.gradientOf(e), span);
    function.definition.parameters = values.parameters();
    function.notes = values.notes();
    check(function, span);
    return function;
}

class Import {
public:
    explicit Import(const std::u32string& text) : m_text(text) {}

    Imported run(const std::stop_token& stop)
    {
        const auto lines = linesOf(m_text);
        if (!lines)
            return {{}, {errorAt(m_text, lines.error())}};
        const Block block = statementsOf(*lines);
        const SourceFile file = declarationsIn(block);
        for (const expr::SourceError& error : file.refused)
            m_result.refused.push_back(errorAt(m_text, error));
        for (const std::string& name : file.names)
            if (!stop.stop_requested())
                readOrRefuse(file, name);
        for (const auto& [name, error] : m_unread)
            if (!m_used.contains(name))
                m_result.refused.push_back(errorAt(m_text, error));
        m_result.functions = paired(std::move(m_result.functions));
        std::ranges::stable_sort(m_result.refused, {}, &PythonError::line);
        if (m_result.functions.empty() && m_result.refused.empty())
            m_result.refused.push_back({"there is no function in this text", 1, 1, "Write def f(x): return x."});
        return std::move(m_result);
    }

private:
    void readOrRefuse(const SourceFile& file, const std::string& name)
    {
        try {
            Reader reader(file, m_steps);
            ImportedFunction function = read(file, name, reader);
            function.line = lineOf(m_text, spanOf(file, name));
            m_result.functions.push_back(std::move(function));
            m_used.insert(reader.used().begin(), reader.used().end());
        } catch (const expr::Failure& failure) {
            m_unread.emplace_back(name, failure.error);
        }
    }

    const std::u32string& m_text;
    Imported m_result;
    /// What is no activation by itself. Where another function of the file was read with it, nobody misses it.
    std::vector<std::pair<std::string, expr::SourceError>> m_unread;
    std::set<std::string> m_used;
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

Imported readPython(std::string_view source, const std::stop_token& stop)
{
    if (auto error = errorInBytes(source))
        return {{}, {std::move(*error)}};
    const auto points = expr::decode(source);
    if (!points)
        return {{}, {{points.error().message, 1, 1, "Save the file as UTF-8."}}};
    std::u32string text = *points;
    if (text.starts_with(U'\uFEFF'))
        text.erase(0, 1);
    return Import(text).run(stop);
}

tl::expected<Imported, PythonError> importPython(std::string_view source)
{
    Imported imported = readPython(source);
    if (imported.functions.empty())
        return tl::unexpected(std::move(imported.refused.front()));
    return imported;
}

}  // namespace actlab::importing
