#include "app/models/weight_edits.hpp"

#include "app/models/training_changes.hpp"
#include "core/nn/hand_weights.hpp"

#include <QUndoCommand>
#include <map>

namespace actlab::models {

namespace {

constexpr int kWeightStep = 0x57656967;  // no gesture of the document has this number

std::map<std::size_t, float> firstByHand(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    const nn::Layout layout = nn::layoutOf(spec, data);
    std::map<std::size_t, float> values;
    for (const nn::HandWeight& weight : spec.handWeights)
        if (const auto index = nn::indexOf(weight, layout))
            values[*index] = weight.value;
    return values;
}

}  // namespace

/// Of a run that is on. Leaves the stack where it is undone or redone too late: its network is gone.
class WeightEdits::Step : public QUndoCommand {
public:
    Step(TrainingSession& session, std::size_t parameter, float before, float after)
        : QUndoCommand(tr("Set a weight")),
          m_session(session),
          m_run(session.run()),
          m_parameter(parameter),
          m_before(before),
          m_after(after)
    {
    }

    void undo() override { put(m_before); }
    void redo() override { put(m_after); }
    int id() const override { return kWeightStep; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto& later = *static_cast<const Step*>(next);
        if (later.m_run != m_run || later.m_parameter != m_parameter || later.m_before != m_before)
            return false;
        m_after = later.m_after;
        return true;
    }

private:
    void put(float value)
    {
        if (m_session.run() == m_run && m_session.hasBegun())
            m_session.setWeight(m_parameter, value);
        else
            setObsolete(true);
    }

    TrainingSession& m_session;
    std::size_t m_run, m_parameter;
    float m_before, m_after;
};

WeightEdits::WeightEdits(WorkspaceModel& workspace, TrainingSession& session, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_session(session)
{
}

void WeightEdits::set(std::size_t parameter, float value, float before)
{
    if (m_session.hasBegun()) {
        m_workspace.endGesture();
        m_workspace.undoStack().push(new Step(m_session, parameter, before, value));
    } else if (m_session.state() != TrainingSession::State::Finished) {
        setFirst(parameter, value, before);
    }
}

void WeightEdits::setFirst(std::size_t parameter, float value, float before)
{
    const nn::TrainingSpec spec = trainingSpecOf(m_workspace.document());
    if (!m_data || nn::validate(spec))
        return;
    if (const auto weight = nn::handWeightAt(parameter, nn::layoutOf(spec, *m_data), value))
        m_workspace.edit(
            tr("Set a weight"),
            [&weight](workspace::Document& document) { nn::setByHand(document.training.handWeights, *weight); },
            QStringLiteral("weight-%1-%2").arg(parameter).arg(before));
}

void WeightEdits::takeBack()
{
    if (!m_workspace.document().training.handWeights.empty())
        m_workspace.edit(tr("Take back the weights set by hand"),
                         [](workspace::Document& document) { document.training.handWeights.clear(); });
}

void WeightEdits::follow(const nn::TrainingSpec& wanted, const std::shared_ptr<const data::Dataset>& data)
{
    m_data = data;
    const bool isKnown = data && !nn::validate(wanted);
    m_waiting = isKnown ? nn::handWeightsWithoutPlace(wanted, *data) : 0;
    if (m_session.hasBegun() || m_session.state() == TrainingSession::State::Finished)
        return;
    if (isKnown && wanted.handWeights.size() > m_waiting)
        showFirst(wanted);
    else if (m_session.state() == TrainingSession::State::Edited)
        m_session.reset();
}

void WeightEdits::showFirst(const nn::TrainingSpec& wanted)
{
    if (m_session.state() == TrainingSession::State::Edited && m_session.isOn() && showChanges(wanted))
        return;
    m_shown = wanted;
    m_session.startEdited(wanted);
}

/// Without beginning anew, so that nothing flickers while a weight is dragged; false where that cannot be.
bool WeightEdits::showChanges(const nn::TrainingSpec& wanted)
{
    nn::TrainingSpec known = m_shown;
    known.handWeights = wanted.handWeights;
    if (changesBetween(known, wanted).any() || known.learningRate != wanted.learningRate)
        return false;
    const auto before = firstByHand(m_shown, *m_data), now = firstByHand(wanted, *m_data);
    for (const auto& [index, value] : before)
        if (!now.contains(index))
            return false;  // it is again as drawn
    for (const auto& [index, value] : now)
        if (const auto same = before.find(index); same == before.end() || same->second != value)
            m_session.setWeight(index, value);
    m_shown = wanted;
    return true;
}

}  // namespace actlab::models
