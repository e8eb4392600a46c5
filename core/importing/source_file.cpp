#include "core/importing/source_file.hpp"

#include "core/importing/among.hpp"
#include "core/importing/python.hpp"

#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

using expr::TokenKind;

constexpr std::string_view kHarmlessDecorators[] = {"torch.jit.script",
                                                    "torch.jit.export",
                                                    "torch.jit.script_method",
                                                    "torch.jit.script_if_tracing",
                                                    "torch.jit.ignore",
                                                    "torch.jit.unused",
                                                    "jit.script",
                                                    "jit.script_method",
                                                    "script",
                                                    "script_method",
                                                    "staticmethod",
                                                    "property",
                                                    "override",
                                                    "torch.compile",
                                                    "torch.no_grad",
                                                    "torch.jit.interface",
                                                    "once_differentiable",
                                                    "torch.autograd.function.once_differentiable",
                                                    "autograd.function.once_differentiable",
                                                    "custom_fwd",
                                                    "custom_bwd",
                                                    "torch.cuda.amp.custom_fwd",
                                                    "torch.cuda.amp.custom_bwd",
                                                    "torch.amp.custom_fwd",
                                                    "torch.amp.custom_bwd",
                                                    "amp.custom_fwd",
                                                    "amp.custom_bwd"};

const char* reasonAgainst(std::string_view word)
{
    if (word == "for" || word == "while")
        return "loops are not read";
    if (word == "with")
        return "with could do anything; it is not read";
    if (word == "async")
        return "only plain functions are read";
    return "this is not read: only imports, constants, functions and classes are";
}

Class classOf(const Statement& statement)
{
    const Tokens& tokens = statement.tokens;
    if (tokens.size() < 3 || tokens[1].kind != TokenKind::Name)
        expr::fail("the name of a class was expected behind class", statement.span());
    Class result{tokens[1].text, tokens[1].span, {}, {}, {}, {}, {}};
    std::set<std::string> decorators;
    const std::size_t close = findOutside(tokens, ")", std::min<std::size_t>(3, tokens.size()));
    if (tokens[2].text == "(" && close < tokens.size())
        result.bases = part(tokens, 3, close);
    for (const Statement& inner : statement.body) {
        if (inner.beginsWith("def") && inner.tokens.size() > 2) {
            result.methods[inner.tokens[1].text] = &inner;
            if (decorators.contains("staticmethod"))
                result.statics.insert(inner.tokens[1].text);
            if (decorators.contains("property"))
                result.properties.insert(inner.tokens[1].text);
        } else if (inner.beginsWith("@"))
            requireHarmless(inner);
        else if (findOutside(inner.tokens, "=") < inner.tokens.size())
            result.constants.push_back(&inner);
        if (inner.beginsWith("@"))
            decorators.insert(inner.tokens[1].text);
        else
            decorators.clear();
    }
    return result;
}

class Declarations {
public:
    SourceFile run(const Block& block)
    {
        for (const Statement& statement : block)
            takeOrRefuse(statement);
        return std::move(m_file);
    }

private:
    void takeOrRefuse(const Statement& statement)
    {
        const bool isDecorator = statement.beginsWith("@");
        const auto decorated = m_decoratorError;
        if (!isDecorator)
            m_decoratorError.reset();
        try {
            if (const expr::SourceError* error = firstError(statement))
                throw expr::Failure{*error};
            if (decorated && !isDecorator)
                throw expr::Failure{*decorated};
            take(statement);
        } catch (const expr::Failure& failure) {
            if (isDecorator)
                m_decoratorError = failure.error;
            else
                m_file.refused.push_back(failure.error);
        }
    }

    void take(const Statement& statement)
    {
        const Tokens& tokens = statement.tokens;
        if (statement.beginsWith("@"))
            requireHarmless(statement);
        else if (statement.beginsWith("import") || statement.beginsWith("from"))
            m_file.imports.take(statement);
        else if (statement.beginsWith("def"))
            add(functionOf(statement));
        else if (statement.beginsWith("class"))
            addClass(classOf(statement));
        else if (isMainGuard(tokens) || tokens.front().kind == TokenKind::Text || statement.beginsWith("pass"))
            return;
        else
            takeConstant(tokens);
    }

    /// if __name__ == "__main__": what follows is for running the file, which nobody does here.
    static bool isMainGuard(const Tokens& tokens) { return tokens.size() > 2 && tokens[1].text == "__name__"; }

    void addName(const std::string& name)
    {
        std::erase(m_file.names, name);  // the last definition of a name counts
        if (m_file.names.size() == PythonLimits::functions)
            expr::fail("the file has more than " + std::to_string(PythonLimits::functions) + " functions", {});
        m_file.names.push_back(name);
    }

    void add(Function function)
    {
        addName(function.name);
        m_file.classes.erase(function.name);
        m_file.functions.insert_or_assign(function.name, std::move(function));
    }

    void addClass(Class one)
    {
        addName(one.name);
        m_file.functions.erase(one.name);
        m_file.classes.insert_or_assign(one.name, std::move(one));
    }

    void takeConstant(const Tokens& tokens)
    {
        const std::size_t equals = findOutside(tokens, "=");
        if (equals < tokens.size() && findOutside(tokens, ",") < equals)
            return takeSeveral(tokens, equals);
        const bool isPlain = tokens.front().kind == TokenKind::Name && equals < tokens.size() &&
                             (equals == 1 || tokens[1].text == ":");
        if (!isPlain)
            refuse(tokens);
        Tokens value = part(tokens, equals + 1, tokens.size() - 1);
        if (value.front().text == "lambda")
            return add(lambdaOf(tokens.front().text, value));
        m_file.constants.insert_or_assign(tokens.front().text, std::move(value));
    }

    /// LOW, HIGH = -1.0, 1.0
    void takeSeveral(const Tokens& tokens, std::size_t equals)
    {
        const auto targets = splitAtCommas(withoutBrackets(part(tokens, 0, equals)));
        const auto values = splitAtCommas(withoutBrackets(part(tokens, equals + 1, tokens.size() - 1)));
        if (targets.size() != values.size())
            expr::fail(std::to_string(targets.size()) + " names for " + std::to_string(values.size()) + " values",
                       tokens.front().span);
        for (std::size_t i = 0; i < targets.size(); ++i)
            m_file.constants.insert_or_assign(pathOf(targets[i]), values[i]);
    }

    [[noreturn]] static void refuse(const Tokens& tokens)
    {
        const expr::Token& first = tokens.front();
        const bool isCall =
            first.kind == TokenKind::Name && tokens.size() > 2 && (tokens[1].text == "(" || tokens[1].text == ".");
        expr::fail(isCall ? "`" + first.text + "` could do anything; only functions and constants are read here"
                          : std::string(reasonAgainst(first.text)),
                   first.span);
    }

    SourceFile m_file;
    std::optional<expr::SourceError> m_decoratorError;
};

}  // namespace

bool Class::isA(std::string_view base) const
{
    for (const Tokens& one : bases.empty() ? std::vector<Tokens>() : splitAtCommas(bases))
        if (one.size() > 1 && one[one.size() - 2].text == base)
            return true;
    return false;
}

void requireHarmless(const Statement& decorator)
{
    const Tokens& tokens = decorator.tokens;
    const std::size_t end = std::min(findOutside(tokens, "("), tokens.size() - 1);
    const std::string path = pathOf(part(tokens, 1, end));
    if (!isAmong(kHarmlessDecorators, path))
        expr::fail("a decorator could turn the function into any other", decorator.span(), "Leave it out.");
}

const expr::SourceError* firstError(const Statement& statement)
{
    if (statement.error)
        return &*statement.error;
    for (const Statement& inner : statement.body)
        if (const expr::SourceError* error = firstError(inner))
            return error;
    return nullptr;
}

SourceFile declarationsIn(const Block& block)
{
    return Declarations().run(block);
}

}  // namespace actlab::importing
