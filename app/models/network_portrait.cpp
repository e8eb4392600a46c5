#include "app/models/network_portrait.hpp"

#include "app/models/training_changes.hpp"
#include "core/nn/engine.hpp"

#include <utility>

namespace actlab::models {

namespace {

constexpr int kMillisecondsBetweenPortraits = 100;

bool isWhole(const NetworkPortrait::Portrait& wanted)
{
    return wanted.data && !nn::validate(wanted.spec);
}

}  // namespace

NetworkPortrait::NetworkPortrait(const TrainingSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_answer(*this, [](const QString&) { return Portrait(); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kMillisecondsBetweenPortraits);
    connect(&m_rest, &QTimer::timeout, this, &NetworkPortrait::follow);
    connect(&session, &TrainingSession::progressed, this, &NetworkPortrait::follow);
    connect(&session, &TrainingSession::stateChanged, this, &NetworkPortrait::follow);
}

void NetworkPortrait::setWanted(nn::TrainingSpec spec, std::shared_ptr<const data::Dataset> data)
{
    m_isStale = m_isStale || data != m_wanted.data || !beginAlike(spec, m_wanted.spec);
    m_wanted.spec = std::move(spec);
    m_wanted.data = std::move(data);
    follow();
}

void NetworkPortrait::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    follow();
}

bool NetworkPortrait::showsRun() const
{
    const TrainingChanges changes = changesBetween(m_session.spec(), m_wanted.spec);
    return m_session.picture() && !changes.data && !changes.network;
}

void NetworkPortrait::follow()
{
    const auto picture = showsRun() ? m_session.picture() : nullptr;
    if (!picture && m_session.isOn())
        return;  // its first picture is on its way
    m_isStale = m_isStale || picture != m_seen;
    if (m_isStale && m_isWatched && isWhole(m_wanted) && !m_answer.isBusy() && !m_rest.isActive())
        ask();
}

void NetworkPortrait::ask()
{
    m_isStale = false;
    m_seen = showsRun() ? m_session.picture() : nullptr;
    Portrait begun = m_wanted;
    if (m_seen)
        begun = {*m_seen->spec, m_session.data(), {}, {}, true};
    m_answer.ask(
        [begun = std::move(begun), picture = m_seen](const std::stop_token& stop) {
            Portrait done = begun;
            done.parameters = picture ? picture->parameters : nn::initialParameters(done.spec, *done.data);
            done.columns = nn::neuronPictures(done.spec, *done.data, done.parameters, kMostNeurons, stop);
            return done;
        },
        [this](const Portrait& portrait) { take(portrait); });
}

void NetworkPortrait::take(const Portrait& portrait)
{
    m_rest.start();
    m_portrait = portrait;
    Q_EMIT changed();
}

}  // namespace actlab::models
