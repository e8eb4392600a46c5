#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

#include "app/models/latest_answer.hpp"
#include "app/models/training_session.hpp"
#include "core/nn/gradient_flow.hpp"
#include "core/nn/layer_use.hpp"

namespace actlab::models {

/// Where the run on the screen meets its activations, worked out anew a few times a second, in a thread of its own,
/// from the latest picture's weights. While nobody watches, nothing is worked out.
class LayerUses : public QObject {
    Q_OBJECT

public:
    explicit LayerUses(const TrainingSession& session, QObject* parent = nullptr);

    void setWatched(bool isWatched);
    /// One for each hidden layer of the run; empty where there is none.
    const std::vector<nn::LayerUse>& uses() const { return m_known.uses; }
    /// One for each layer, the output's last; how fast weights move is known from the second look on.
    const std::vector<nn::LayerFlow>& flow() const { return m_known.flow; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void ask();
    /// What is known of the layers.
    struct Known {
        std::vector<nn::LayerUse> uses;
        std::vector<nn::LayerFlow> flow;
    };
    std::size_t stepOf(const nn::Picture& picture) const;
    void take(const Known& known);

    const TrainingSession& m_session;
    bool m_isWatched = false;
    std::shared_ptr<const nn::Picture> m_seen;  ///< what the uses are of
    Known m_known;
    QTimer m_rest;                 ///< between two answers
    LatestAnswer<Known> m_answer;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
