// How a run goes on as another network than it began as.
#include "core/nn/training_run.hpp"

#include "core/nn/carried.hpp"

namespace actlab::nn {

void TrainingRun::take(const Edit& edit)
{
    auto next = editedNetwork({*m_spec, *m_data}, m_engine->parameters(), edit);
    if (!next)
        return;
    if (!std::holds_alternative<LearningRateEdit>(edit))
        rebuild(edit, *next);
    m_spec = std::make_shared<const TrainingSpec>(std::move(next->spec));
    m_outcome.spec = m_spec;
    passRateOn();
    announce(std::move(next->marks));
}

void TrainingRun::rebuild(const Edit& edit, EditedNetwork& next)
{
    m_engine->rebuild({next.spec, *m_data}, std::move(next.parameters), next.carried);
    m_layout = layoutOf(next.spec, *m_data);
    if (std::holds_alternative<ActivationEdit>(edit))  // the last good ones have to fit the network, too
        m_outcome.parameters = carriedParameters(m_outcome.parameters, next.spec.hidden, m_layout, next.carried);
    m_isPainted = false;
}

void TrainingRun::announce(std::vector<Mark> marks)
{
    for (Mark& mark : marks) {
        mark.at = mark.until = {m_outcome.epochs, m_outcome.steps, m_watch.seconds()};
        m_isEdited = m_isEdited || changesAnswers(mark);
        addMark(m_outcome.marks, mark);
    }
    m_company.observer.edited(marks, m_spec);
}

}  // namespace actlab::nn
