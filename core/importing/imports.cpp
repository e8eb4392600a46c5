#include "core/importing/imports.hpp"

#include "core/importing/among.hpp"
#include "core/importing/declarations.hpp"

#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

constexpr std::string_view kNumeric[] = {"torch", "torch.nn.functional", "torch.special", "math",
                                         "numpy", "torch.functional"};
constexpr std::string_view kHarmless[] = {"torch.nn",
                                          "torch.autograd",
                                          "torch.jit",
                                          "typing",
                                          "__future__",
                                          "torch.nn.init",
                                          "torch.autograd.function",
                                          "torch.nn.parameter",
                                          "torch.nn.modules",
                                          "collections",
                                          "dataclasses",
                                          "abc",
                                          "torch.cuda.amp",
                                          "torch.amp",
                                          "torch.jit.annotations",
                                          "torch.nn.modules.activation",
                                          "torch.nn.modules.module",
                                          "typing_extensions",
                                          "warnings",
                                          "functools"};

std::string_view firstOf(std::string_view path)
{
    return path.substr(0, path.find('.'));
}

void requireReadable(const std::string& module, expr::Span span)
{
    if (!isAmong(kNumeric, module) && !isAmong(kHarmless, module))
        expr::fail("`" + module + "` is not read; only arithmetic, torch, math and numpy functions are", span);
}

/// "a.b as c" as {"a.b", "c"}.
std::pair<std::string, std::string> renamed(const Tokens& tokens)
{
    for (std::size_t i = 1; i + 2 < tokens.size(); ++i)
        if (tokens[i].text == "as")
            return {pathOf(part(tokens, 0, i)), tokens[i + 1].text};
    return {pathOf(tokens), {}};
}

}  // namespace

bool isNumeric(std::string_view module)
{
    return isAmong(kNumeric, module);
}

Imports::Imports()
    : m_paths{{"torch", "torch"}, {"F", "torch.nn.functional"}, {"nn", "torch.nn"}, {"math", "math"}, {"np", "numpy"},
              {"numpy", "numpy"}}
{
}

void Imports::take(const Statement& statement)
{
    const Tokens& tokens = statement.tokens;
    if (statement.beginsWith("from"))
        return takeFrom(tokens);
    for (const Tokens& one : splitAtCommas(part(tokens, 1, tokens.size() - 1))) {
        const auto [module, name] = renamed(one);
        if (module.empty())
            expr::fail("the name of a module was expected here", one.front().span);
        m_paths[name.empty() ? std::string(firstOf(module)) : name] =
            name.empty() ? std::string(firstOf(module)) : module;
        requireReadable(module, one.front().span);
    }
}

void Imports::takeFrom(const Tokens& tokens)
{
    const auto word = std::ranges::find(tokens, "import", &expr::Token::text);
    if (word == tokens.end())
        expr::fail("the word import is missing here", tokens.back().span);
    const auto at = static_cast<std::size_t>(word - tokens.begin());
    const std::string module = pathOf(part(tokens, 1, at));
    const Tokens names = withoutBrackets(part(tokens, at + 1, tokens.size() - 1));
    const bool isAll = names.front().text == "*";
    for (const Tokens& one : isAll ? std::vector<Tokens>() : splitAtCommas(names)) {
        const auto [inner, name] = renamed(one);
        m_paths[name.empty() ? inner : name] = module + "." + inner;
    }
    requireReadable(module, tokens[1].span);
    if (isAll)
        m_paths["*" + module] = module;
}

std::string Imports::fullPath(std::string_view path) const
{
    const std::string_view first = firstOf(path);
    const auto found = m_paths.find(first);
    return found == m_paths.end() ? std::string(path) : found->second + std::string(path.substr(first.size()));
}

bool Imports::isModule(std::string_view path) const
{
    if (!isImported(firstOf(path)))
        return false;
    const std::string whole = fullPath(path);
    // of modules that are not read, every part is one: os.path.join
    return isAmong(kNumeric, whole) || isAmong(kHarmless, whole) ||
           !(whole.starts_with("torch") || whole.starts_with("numpy") || whole.starts_with("math"));
}

}  // namespace actlab::importing
