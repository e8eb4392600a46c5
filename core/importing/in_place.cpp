#include "core/importing/in_place.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

using expr::TokenKind;

/// Where "x.mul_(…).add(…)" is nothing but dots, names and brackets behind each other.
bool isChain(const Tokens& tokens)
{
    int depth = 0;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (isSymbol(tokens[i], ")"))
            --depth;
        const bool belongs = tokens[i].kind == TokenKind::Name || isSymbol(tokens[i], ".") ||
                             isSymbol(tokens[i], "(") || isSymbol(tokens[i], ")");
        if (depth == 0 && !belongs)
            return false;
        if (isSymbol(tokens[i], "("))
            ++depth;
    }
    return depth == 0;
}

/// `x` of "F.relu(x, inplace=True)"; empty where the tokens are no such call.
std::string changedBySetting(const Tokens& tokens)
{
    const std::size_t open = findOutside(tokens, "(");
    if (open + 2 >= tokens.size() || findOutside(tokens, ")", open + 1) + 2 != tokens.size())
        return {};
    const std::vector<Tokens> args = splitAtCommas(part(tokens, open + 1, tokens.size() - 2));
    const auto isSet = [](const Tokens& arg) {
        return arg.size() == 4 && arg[0].text == "inplace" && arg[2].text == "True";
    };
    return std::ranges::any_of(args, isSet) ? pathOf(args.front()) : std::string();
}

/// Whether a name stands anywhere in tokens [begin, end).
bool mentions(const Tokens& tokens, std::size_t begin, std::string_view name)
{
    for (std::size_t i = begin; i < tokens.size(); ++i)
        if (tokens[i].kind == TokenKind::Name && tokens[i].text == name)
            return true;
    return false;
}

}  // namespace

bool isInPlace(std::string_view method)
{
    return method.size() > 1 && method.ends_with('_') && !method.ends_with("__") && method != "requires_grad_";
}

std::string changedBy(const Tokens& tokens)
{
    const std::size_t open = findOutside(tokens, "(");
    const std::string path = open < tokens.size() ? pathOf(part(tokens, 0, open)) : std::string();
    const std::size_t dot = path.rfind('.');
    if (std::string given = path.empty() ? std::string() : changedBySetting(tokens); !given.empty())
        return given;
    if (dot == path.npos || !isInPlace(path.substr(dot + 1)) || !isChain(tokens))
        return {};
    // what the first method is given is computed before it changes anything
    const std::size_t close = findOutside(tokens, ")", open + 1);
    return mentions(tokens, close, tokens.front().text) ? std::string() : path.substr(0, dot);
}

Tokens withoutChange(Tokens chain)
{
    int depth = 0;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        if (depth == 0 && isSymbol(chain[i + 1], "(") && isInPlace(chain[i].text))
            chain[i].text.pop_back();
        depth += isSymbol(chain[i], "(") ? 1 : 0;
        depth -= isSymbol(chain[i], ")") ? 1 : 0;
    }
    return chain;
}

void requireOwn(const std::string& path, const Frame& frame, Span span)
{
    const auto found = frame.names.find(path);
    if (found == frame.names.end() || !expr::dependsOnInput(found->second))
        return;
    if (frame.borrowed.contains(path))
        expr::fail("this also changes the tensor of whoever calls the function", span,
                   "Write `" + path + " = " + path + ".clone()` before.");
    for (const auto& [other, value] : frame.names)
        if (other != path && value.shared() == found->second.shared())
            expr::fail("this also changes `" + other + "`, which is the same tensor", span,
                       "Write `" + path + " = " + other + ".clone()` before.");
}

}  // namespace actlab::importing
