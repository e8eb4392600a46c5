// The gradient of one's own, and the stable spelling of a formula.
#include "app/models/compose_model.hpp"

#include <algorithm>

namespace actlab::models {

using activation::Definition;

QString ComposeModel::gradient() const
{
    return QString::fromStdString(definition().gradient);
}

void ComposeModel::setGradient(const QString& text)
{
    const std::string wanted = text.trimmed().isEmpty() ? std::string() : text.toStdString();
    if (wanted != definition().gradient)
        edit(
            tr("Change the gradient"), [&](Definition& draft) { draft.gradient = wanted; },
            QStringLiteral("compose/gradient"));
}

/// A draft lists only the parameters somebody touched: of those of the template only a new one is written down.
void ComposeModel::takeGradient(const activation::GradientTemplate& wanted)
{
    if (!m_activation || m_error)
        return;
    const Definition changed = activation::withGradient(m_activation->definition(), wanted);
    const auto take = [&](Definition& draft) {
        draft.gradient = changed.gradient;
        const auto& p = wanted.parameter;
        if (p &&
            std::ranges::find(draft.parameters, p->name, &activation::Parameter::name) == draft.parameters.end() &&
            std::ranges::find(changed.parameters, *p) != changed.parameters.end())
            draft.parameters.push_back(*p);
    };
    m_workspace.endGesture();
    edit(tr("Change the gradient"), take);
}

std::optional<analysis::StableProposal> ComposeModel::stableProposal() const
{
    return m_activation && !m_error ? analysis::proposeStable(*m_activation) : std::nullopt;
}

void ComposeModel::rewriteStably()
{
    if (const auto proposal = stableProposal())
        rewriteAs(QString::fromStdString(proposal->spelling.formula));
}

void ComposeModel::rewriteAs(const QString& formula)
{
    m_workspace.endGesture();
    edit(tr("Rewrite the formula"), [&](Definition& draft) { draft.formula = formula.toStdString(); });
}

}  // namespace actlab::models
