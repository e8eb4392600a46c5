#include "core/analysis/edited.hpp"

#include "core/activation/rewrite.hpp"
#include "core/expr/printer.hpp"

namespace actlab::analysis {

tl::expected<activation::ActivationPtr, std::string> madeFrom(const activation::Definition& definition)
{
    auto right = activation::makeActivation(definition);
    if (!right)
        return cannot("The formula would be wrong: " + right.error().message + ".");
    return *std::move(right);
}

Edited checked(activation::Definition definition)
{
    if (const auto right = madeFrom(definition); !right)
        return tl::unexpected(right.error());
    return definition;
}

activation::Definition rewritten(const activation::Activation& activation,
                                 const std::vector<activation::PieceText>& rows)
{
    activation::Definition definition = activation.definition();
    definition.formula = activation::rewrite(definition.formula, rows);
    return definition;
}

Edited withRows(const activation::Activation& activation, const std::vector<activation::PieceText>& rows)
{
    return checked(rewritten(activation, rows));
}

activation::ActivationPtr made(const activation::Definition& definition)
{
    return activation::makeActivation(definition).value();
}

Edited definitionOf(const EditedPieces& edited)
{
    if (!edited)
        return tl::unexpected(edited.error());
    return edited->activation.definition();
}

tl::unexpected<std::string> cannot(std::string sentence)
{
    return tl::unexpected(std::move(sentence));
}

tl::unexpected<std::string> noKnotAt(double x, const std::vector<PieceJoin>& joins)
{
    std::string sentence = "There is no knot at x = " + expr::printNumber(x);
    if (joins.empty())
        return cannot(sentence + "; the formula has no pieces that could be joined.");
    sentence += joins.size() == 1 ? "; there is one at " : "; there are knots at ";
    for (std::size_t i = 0; i < joins.size(); ++i)
        sentence += (i == 0 ? "" : i + 1 == joins.size() ? " and " : ", ") + expr::printNumber(joins[i].x);
    return cannot(sentence + ".");
}

}  // namespace actlab::analysis
