#include "app/models/layer_uses.hpp"

namespace actlab::models {

namespace {

constexpr int kMillisecondsBetween = 150;
constexpr std::size_t kMostRows = 256;

}  // namespace

LayerUses::LayerUses(const TrainingSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_answer(*this, [](const QString&) { return std::vector<nn::LayerUse>(); })
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

void LayerUses::follow()
{
    const auto picture = m_session.picture();
    if (!picture && m_seen) {  // another run, or none
        m_answer.forget();
        m_seen.reset();
        take({});
    }
    if (m_isWatched && picture && picture != m_seen && !m_answer.isBusy() && !m_rest.isActive())
        ask();
}

void LayerUses::ask()
{
    m_seen = m_session.picture();
    m_answer.ask(
        [data = m_session.data(), picture = m_seen](const std::stop_token& stop) {
            return nn::layerUses(*picture->spec, *data, picture->parameters, kMostRows, stop);
        },
        [this](const std::vector<nn::LayerUse>& uses) {
            m_rest.start();
            take(uses);
        });
}

void LayerUses::take(const std::vector<nn::LayerUse>& uses)
{
    m_uses = uses;
    Q_EMIT changed();
}

}  // namespace actlab::models
