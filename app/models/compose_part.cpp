#include "app/models/compose_part.hpp"

#include <chrono>

namespace actlab::models {

namespace {

constexpr auto kRest = std::chrono::milliseconds(30);

}  // namespace

ComposePart::ComposePart(ComposeModel& model, Of of, QObject* parent) : QObject(parent), m_model(model), m_of(of)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_pointed != m_shown)
            showWhatIsPointedAt();
    });
    connect(&model, &ComposeModel::changed, this, &ComposePart::follow);
}

const std::string& ComposePart::whole() const
{
    return m_of == Of::Formula ? m_model.definition().formula : m_model.definition().gradient;
}

bool ComposePart::isWrong() const
{
    return m_model.error() || (m_of == Of::Gradient && m_model.gradientError());
}

void ComposePart::point(std::optional<activation::FormulaPart> part)
{
    if (part == m_pointed)
        return;
    m_pointed = std::move(part);
    m_text = whole();
    m_rest.start();
}

/// Another formula has other parts; another value of a parameter bends their curves.
void ComposePart::follow()
{
    if (!m_pointed && !m_shown)
        return;
    if (m_text != whole())
        m_pointed.reset();
    else if (m_parameters == m_model.parameters() || m_pointed != m_shown)
        return;
    m_rest.stop();
    showWhatIsPointedAt();
}

void ComposePart::showWhatIsPointedAt()
{
    if (!m_pointed && !m_shown)
        return;
    m_parameters = m_model.parameters();
    m_whole = m_pointed ? made(m_pointed->formula) : nullptr;
    m_chosen = m_whole && !m_pointed->chosen.empty() ? made(m_pointed->chosen) : nullptr;
    m_shown = m_whole ? m_pointed : std::nullopt;
    Q_EMIT changed();
}

activation::ActivationPtr ComposePart::made(const std::string& formula) const
{
    return activation::makeActivation({"f", formula, "", m_parameters}).value_or(nullptr);
}

analysis::CurveSet ComposePart::curve(analysis::Interval x, int pixels) const
{
    return analysis::sampleCurves(*m_whole, x, pixels, 0);
}

std::optional<analysis::CurveSet> ComposePart::chosenCurve(analysis::Interval x, int pixels) const
{
    return m_chosen ? std::optional(analysis::sampleCurves(*m_chosen, x, pixels, 0)) : std::nullopt;
}

}  // namespace actlab::models
