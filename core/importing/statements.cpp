#include "core/importing/statements.hpp"

#include "core/importing/among.hpp"

#include "core/expr/code_points.hpp"

#include <algorithm>
#include <array>

namespace actlab::importing {

namespace {

constexpr std::size_t kDeepest = 50;
constexpr std::array<std::string_view, 12> kHeads{"def",   "class", "if",  "elif",   "else",    "for",
                                                  "while", "with",  "try", "except", "finally", "async"};

std::string utf8(const std::u32string& text)
{
    std::string bytes;
    for (const char32_t c : text)
        bytes += expr::encode(c);
    return bytes;
}

/// Tokens whose spans count from the beginning of the file.
Statement statementOf(const Line& line)
{
    Statement statement;
    const expr::Span whole{line.begin, line.begin + line.text.size()};
    auto tokens = expr::tokenizePython(utf8(line.text));
    if (tokens)
        statement.tokens = std::move(*tokens);
    else {
        statement.error = tokens.error();
        statement.error->span.begin += line.begin;
        statement.error->span.end += line.begin;
    }
    for (expr::Token& token : statement.tokens) {
        token.span.begin += line.begin;
        token.span.end += line.begin;
    }
    if (!tokens)
        statement.tokens = {{expr::TokenKind::End, "", 0, whole}};
    return statement;
}

/// Behind the colon that ends a head: `if x > 0: return x` has its block in the same line.
std::size_t endOfHead(const Tokens& tokens)
{
    int depth = 0, lambdas = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const expr::Token& token = tokens[i];
        if (token.kind != expr::TokenKind::Symbol)
            continue;
        depth += token.text == "(" || token.text == "[" || token.text == "{" ? 1 : 0;
        depth -= token.text == ")" || token.text == "]" || token.text == "}" ? 1 : 0;
        lambdas += token.text == "lambda" ? 1 : 0;
        if (token.text == ":" && depth == 0 && lambdas-- == 0)
            return i + 1;
    }
    return tokens.size();
}

class TreeReader {
public:
    explicit TreeReader(const std::vector<Line>& lines) : m_lines(lines) {}

    /// What is pasted may be indented as a whole.
    Block file()
    {
        Block statements;
        while (m_at < m_lines.size())
            std::ranges::move(block(m_lines[m_at].indent, 0), std::back_inserter(statements));
        return statements;
    }

private:
    Block block(std::size_t indent, std::size_t depth)
    {
        Block statements;
        while (m_at < m_lines.size() && m_lines[m_at].indent >= indent) {
            const Line& line = m_lines[m_at++];
            statements.push_back(statementOf(line));
            Statement& statement = statements.back();
            if (line.indent > indent && !statement.error)
                statement.error = expr::SourceError{"this line is indented without need", statement.span(), ""};
            readBlockOf(statement, line.indent, depth);
        }
        return statements;
    }

    void readBlockOf(Statement& head, std::size_t indent, std::size_t depth)
    {
        splitInlineBlock(head);
        if (!head.body.empty()) {
            // further statements behind a semicolon: `if c: a = 1; b = 2`
            const std::size_t end = endOfTextLine();
            while (m_at < end)
                head.body.push_back(statementOf(m_lines[m_at++]));
            return;
        }
        if (m_at == m_lines.size() || m_lines[m_at].indent <= indent || !isHead(head))
            return;
        if (depth == kDeepest) {
            head.error = expr::SourceError{"blocks are nested more than " + std::to_string(kDeepest) + " deep",
                                           head.span(), ""};
            while (m_at < m_lines.size() && m_lines[m_at].indent > indent)
                ++m_at;
            return;
        }
        head.body = block(m_lines[m_at].indent, depth + 1);
    }

    static bool isHead(const Statement& statement)
    {
        return statement.error || isAmong(kHeads, statement.tokens.front().text);
    }

    /// Lines that a semicolon parts begin where the one before ended.
    std::size_t endOfTextLine() const
    {
        std::size_t i = m_at;
        while (i < m_lines.size() && m_lines[i].followsSemicolon)
            ++i;
        return i;
    }

    static void splitInlineBlock(Statement& head)
    {
        if (head.error || !isHead(head))
            return;
        const std::size_t end = endOfHead(head.tokens);
        if (end + 1 >= head.tokens.size())
            return;
        Statement inner;
        inner.tokens.assign(head.tokens.begin() + static_cast<std::ptrdiff_t>(end), head.tokens.end());
        const expr::Token last{
            expr::TokenKind::End, "", 0, {inner.tokens.front().span.begin, inner.tokens.front().span.begin}};
        head.tokens.resize(end);
        head.tokens.push_back(last);
        head.body.push_back(std::move(inner));
    }

    const std::vector<Line>& m_lines;
    std::size_t m_at = 0;
};

}  // namespace

Block statementsOf(const std::vector<Line>& lines)
{
    return TreeReader(lines).file();
}

}  // namespace actlab::importing
