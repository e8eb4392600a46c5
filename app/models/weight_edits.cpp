#include "app/models/weight_edits.hpp"

#include "app/models/training_changes.hpp"
#include "core/nn/engine.hpp"

#include <QUndoCommand>
#include <algorithm>

namespace actlab::models {

namespace {

constexpr int kWeightStep = 0x57656967;  // no gesture of the document has this number

}  // namespace

/// Leaves the stack where it is undone or redone too late: its network is gone.
class WeightEdits::Step : public QUndoCommand {
public:
    Step(WeightEdits& edits, std::size_t parameter, float before, float after)
        : QUndoCommand(tr("Set a weight")),
          m_edits(edits),
          m_network(edits.m_network),
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
        if (later.m_network != m_network || later.m_parameter != m_parameter || later.m_before != m_before)
            return false;
        m_after = later.m_after;
        return true;
    }

private:
    void put(float value)
    {
        if (m_edits.isAbout(m_network))
            m_edits.put(m_parameter, value);
        else
            setObsolete(true);
    }

    WeightEdits& m_edits;
    std::size_t m_network, m_parameter;
    float m_before, m_after;
};

WeightEdits::WeightEdits(WorkspaceModel& workspace, TrainingSession& session, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_session(session), m_run(session.run())
{
}

void WeightEdits::set(std::size_t parameter, float value, float before)
{
    notice();
    if (m_session.state() == TrainingSession::State::Finished)
        return;
    if (const auto known = m_edited.find(parameter);
        !m_session.hasBegun() && (known == m_edited.end() || known->second.isTakenBack()))
        m_edited.insert_or_assign(parameter, Edited{before, before});
    m_workspace.endGesture();
    m_workspace.undoStack().push(new Step(*this, parameter, before, value));
}

void WeightEdits::put(std::size_t parameter, float value)
{
    if (m_session.state() == TrainingSession::State::Idle) {
        const nn::TrainingSpec spec = trainingSpecOf(m_workspace.document());
        if (nn::validate(spec))
            return;
        begin(spec);
    }
    m_session.setWeight(parameter, value);
    if (const auto edited = m_edited.find(parameter); edited != m_edited.end())
        edited->second.now = value;
    const bool isAsBefore = std::ranges::all_of(m_edited, [](const auto& each) { return each.second.isTakenBack(); });
    if (isAsBefore && m_session.state() == TrainingSession::State::Edited)
        reset();
}

void WeightEdits::follow(const nn::TrainingSpec& wanted, const std::shared_ptr<const data::Dataset>& data)
{
    notice();
    if (m_session.state() != TrainingSession::State::Edited)
        return;
    const nn::TrainingSpec& now = m_session.spec();
    if (!changesBetween(now, wanted).any() && now.learningRate == wanted.learningRate)
        return;
    if (!data || !keepsPlaces(wanted, *data)) {
        reset();
        ++m_network;
        m_edited.clear();
        return;
    }
    begin(wanted);
    for (const auto& [parameter, edited] : m_edited)
        if (!edited.isTakenBack())
            m_session.setWeight(parameter, edited.now);
}

bool WeightEdits::keepsPlaces(const nn::TrainingSpec& wanted, const data::Dataset& data) const
{
    if (nn::validate(wanted) || wanted.data != m_session.spec().data)
        return false;
    const auto placesOf = [&data](const nn::TrainingSpec& spec) {
        std::vector<std::size_t> places;
        for (const nn::Layout::Dense& layer : nn::layoutOf(spec, data).layers)
            places.insert(places.end(), {layer.in, layer.out, layer.weights, layer.bias});
        return places;
    };
    return placesOf(wanted) == placesOf(m_session.spec());
}

/// Whether a step of that network can still be taken.
bool WeightEdits::isAbout(std::size_t network)
{
    notice();
    return network == m_network && m_session.state() != TrainingSession::State::Finished;
}

/// A run that somebody else began or put away is another network.
void WeightEdits::notice()
{
    if (m_acts || m_session.run() == m_run)
        return;
    m_run = m_session.run();
    ++m_network;
    m_edited.clear();
}

void WeightEdits::begin(const nn::TrainingSpec& spec)
{
    m_acts = true;  // the screen asks back while it hears of this
    m_session.startEdited(spec);
    m_acts = false;
    m_run = m_session.run();
}

void WeightEdits::reset()
{
    m_acts = true;
    m_session.reset();
    m_acts = false;
    m_run = m_session.run();
}

}  // namespace actlab::models
