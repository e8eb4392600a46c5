#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::analysis {

/// The distinct parts of an activation's formula as its author typed it, each before what is made of it, beside a
/// program that calculates all of them.
class FormulaNodes {
public:
    explicit FormulaNodes(const activation::Activation& activation);

    std::size_t size() const { return m_nodes.size(); }
    std::size_t whole() const { return m_nodes.size() - 1; }
    const expr::Expr& node(std::size_t index) const { return m_nodes[index]; }
    const std::vector<std::size_t>& parts(std::size_t index) const { return m_parts[index]; }
    /// Output `index` is node `index`.
    const kernel::Program& program() const { return m_program; }
    std::size_t slot(std::size_t index) const { return m_program.outputSlots()[index]; }
    std::optional<std::size_t> inputSlot() const { return m_inputSlot; }  ///< of x, where the formula has one
    /// The author's words; those of the call where it lies inside a catalogue function.
    std::string text(std::size_t index) const;
    /// Slots of conditionals that stand in catalogue functions, or are one: nobody types these as they are written
    /// here, since PyTorch has most of them as one operation.
    const std::vector<char>& guardedSlots() const { return m_guarded; }

private:
    std::size_t add(const expr::Expr& e);
    void findGuarded(bool isRow);

    std::string m_formula;
    std::vector<expr::Expr> m_nodes;
    std::unordered_map<const expr::Node*, std::size_t> m_places;
    std::vector<std::vector<std::size_t>> m_parts;
    kernel::Program m_program;
    std::vector<char> m_guarded;
    std::optional<std::size_t> m_inputSlot;
};

}  // namespace actlab::analysis
