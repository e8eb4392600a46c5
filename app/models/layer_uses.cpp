#include "app/models/layer_uses.hpp"

#include "app/models/training_changes.hpp"
#include "core/nn/engine.hpp"

#include <utility>

namespace actlab::models {

namespace {

constexpr int kMillisecondsBetween = 150;
constexpr std::size_t kMostRows = 256;

}  // namespace

LayerUses::LayerUses(const TrainingSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_answer(*this, [](const QString&) { return Known(); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kMillisecondsBetween);
    connect(&m_rest, &QTimer::timeout, this, &LayerUses::follow);
    connect(&session, &TrainingSession::progressed, this, &LayerUses::follow);
    connect(&session, &TrainingSession::stateChanged, this, &LayerUses::follow);
}

void LayerUses::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    follow();
}

void LayerUses::setWanted(const nn::TrainingSpec& spec, std::shared_ptr<const data::Dataset> data)
{
    m_isStale = m_isStale || data != m_wantedData || !beginAlike(spec, m_wanted);
    m_wanted = spec;
    m_wantedData = std::move(data);
    if (m_isStale && !m_session.picture() && nn::validate(m_wanted)) {  // there are no such weights
        m_answer.forget();
        take({});
    }
    follow();
}

void LayerUses::follow()
{
    const auto picture = m_session.picture();
    if (!picture && m_seen) {  // another run, or none
        m_answer.forget();
        m_seen.reset();
        m_isStale = true;
        take({});
    }
    if (!m_isWatched || m_answer.isBusy() || m_rest.isActive())
        return;
    if (picture && picture != m_seen)
        askOfRun();
    else if (!picture && m_isStale && !m_session.isOn() && m_wantedData && !nn::validate(m_wanted))
        askOfFirstWeights();
}

void LayerUses::askOfFirstWeights()
{
    m_isStale = false;
    m_answer.ask(
        [spec = m_wanted, data = m_wantedData](const std::stop_token& stop) {
            const std::vector<float> parameters = nn::initialParameters(spec, *data);
            return Known{nn::layerUses(spec, *data, parameters, kMostRows, stop),
                         nn::gradientFlow({spec, *data}, {0, parameters}, std::nullopt, kMostRows, stop)};
        },
        [this](const Known& known) {
            m_rest.start();
            take(known);
        });
}

void LayerUses::askOfRun()
{
    const auto before = std::exchange(m_seen, m_session.picture());
    const std::size_t step = stepOf(*m_seen), stepBefore = before ? stepOf(*before) : step;
    m_answer.ask(
        [data = m_session.data(), picture = m_seen, before, step, stepBefore](const std::stop_token& stop) {
            const std::optional<nn::Look> earlier = before && before->spec == picture->spec
                                                        ? std::optional(nn::Look{stepBefore, before->parameters})
                                                        : std::nullopt;
            return Known{
                nn::layerUses(*picture->spec, *data, picture->parameters, kMostRows, stop),
                nn::gradientFlow({*picture->spec, *data}, {step, picture->parameters}, earlier, kMostRows, stop)};
        },
        [this](const Known& known) {
            m_rest.start();
            take(known);
        });
}

/// As many as there were at the end of its epoch.
std::size_t LayerUses::stepOf(const nn::Picture& picture) const
{
    const auto& history = m_session.history();
    return picture.epoch < history.size() ? history[picture.epoch].steps : 0;
}

void LayerUses::take(const Known& known)
{
    m_known = known;
    Q_EMIT changed();
}

}  // namespace actlab::models
