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
/// from the latest picture's weights; where there is none, where a network that has not learned yet does. While
/// nobody watches, nothing is worked out.
class LayerUses : public QObject {
    Q_OBJECT

public:
    explicit LayerUses(const TrainingSession& session, QObject* parent = nullptr);

    void setWatched(bool isWatched);
    /// The network of the settings, and the data that its spec names.
    void setWanted(const nn::TrainingSpec& spec, std::shared_ptr<const data::Dataset> data);
    /// One for each hidden layer; empty where they are not known.
    const std::vector<nn::LayerUse>& uses() const { return m_known.uses; }
    /// One for each layer, the output's last; how fast weights move is known from the second look on.
    const std::vector<nn::LayerFlow>& flow() const { return m_known.flow; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void askOfRun();
    void askOfFirstWeights();
    /// What is known of the layers.
    struct Known {
        std::vector<nn::LayerUse> uses;
        std::vector<nn::LayerFlow> flow;
    };
    std::size_t stepOf(const nn::Picture& picture) const;
    void take(const Known& known);

    const TrainingSession& m_session;
    nn::TrainingSpec m_wanted;
    std::shared_ptr<const data::Dataset> m_wantedData;
    bool m_isStale = true;  ///< what is known is not of the first weights that are wanted
    bool m_isWatched = false;
    std::shared_ptr<const nn::Picture> m_seen;  ///< what the uses are of
    Known m_known;
    QTimer m_rest;                 ///< between two answers
    LatestAnswer<Known> m_answer;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
