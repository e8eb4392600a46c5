#include "core/analysis/formula_nodes.hpp"

#include "core/activation/catalogue.hpp"
#include "core/activation/parameters.hpp"
#include "core/activation/piece_text.hpp"

#include "core/expr/children.hpp"
#include "core/expr/printer.hpp"

namespace actlab::analysis {

namespace {

bool isNameCharacter(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isCatalogueRow(const activation::Activation& activation)
{
    const auto row = activation::findInCatalogue(activation.name());
    return row && row->definition().formula == activation.definition().formula;
}

/// "softplus(2*x, threshold=40)", perhaps behind "F." or "torch.": one call of a catalogue function, and nothing
/// else.
bool isCatalogueCall(std::string_view words)
{
    const auto open = words.find('(');
    if (open == words.npos || !words.ends_with(')'))
        return false;
    std::size_t begin = open;
    while (begin > 0 && isNameCharacter(words[begin - 1]))
        --begin;
    int depth = 0;
    for (std::size_t i = open; i + 1 < words.size(); ++i) {
        depth += words[i] == '(' ? 1 : words[i] == ')' ? -1 : 0;
        if (depth == 0)
            return false;
    }
    return activation::catalogueLibrary().find(words.substr(begin, open - begin)) != nullptr;
}

}  // namespace

FormulaNodes::FormulaNodes(const activation::Activation& activation) : m_formula(activation.definition().formula)
{
    add(activation.value());
    m_program = kernel::compile(m_nodes, activation::namesOf(activation.parameters()));
    for (std::size_t i = 0; i < size(); ++i)
        if (expr::as<expr::Variable>(m_nodes[i]))
            m_inputSlot = slot(i);
    findGuarded(isCatalogueRow(activation));
}

std::size_t FormulaNodes::add(const expr::Expr& e)
{
    if (const auto known = m_places.find(&e.node()); known != m_places.end())
        return known->second;
    std::vector<std::size_t> parts;
    expr::forEachChild(e, [&](const expr::Expr& child) { parts.push_back(add(child)); });
    m_nodes.push_back(e);
    m_parts.push_back(std::move(parts));
    m_places.emplace(&e.node(), whole());
    return whole();
}

std::string FormulaNodes::text(std::size_t index) const
{
    const expr::Span span = m_nodes[index].node().span;
    return span.begin < span.end ? std::string(activation::trimmed(activation::slice(m_formula, span)))
                                 : expr::print(m_nodes[index]);
}

void FormulaNodes::findGuarded(bool isRow)
{
    m_guarded.assign(m_program.instructions().size(), 0);
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const auto* pieces = expr::as<expr::Piecewise>(m_nodes[i]);
        if (!pieces || !(isRow || isCatalogueCall(text(i))))
            continue;
        // a conditional of many pieces is a chain of choices
        for (std::size_t slot = this->slot(i), left = pieces->pieces.size(); left > 0; --left) {
            m_guarded[slot] = 1;
            slot = m_program.instructions()[slot].operands[2];
        }
    }
}

}  // namespace actlab::analysis
