#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "app/models/latest_answer.hpp"
#include "app/models/training_session.hpp"
#include "core/nn/neuron_pictures.hpp"

namespace actlab::models {

/// The network that Train draws, with its weights and what its neurons answer: of the run's latest picture or, where
/// none is on, of the network as a run would begin it. Worked out in a thread of its own, as often as one can see.
class NetworkPortrait : public QObject {
    Q_OBJECT

public:
    /// What stands on the screen belongs together: the pictures are of these weights.
    struct Portrait {
        nn::TrainingSpec spec;
        std::shared_ptr<const data::Dataset> data;
        std::vector<float> parameters;  ///< by nn::layoutOf(spec, data); empty where they are not known
        std::vector<nn::ColumnPictures> columns;
        bool isOfRun = false;  ///< and not of a network that has not learned yet
    };

    static constexpr std::size_t kMostNeurons = 16;  ///< of a column that have pictures

    explicit NetworkPortrait(const TrainingSession& session, QObject* parent = nullptr);

    const Portrait& portrait() const { return m_portrait; }

    /// The network of the settings, and the data that its spec names. The portrait is of the run as long as both are
    /// the run's.
    void setWanted(nn::TrainingSpec spec, std::shared_ptr<const data::Dataset> data);
    /// Whether it is, or is about to be, of the run.
    bool showsRun() const;
    /// Nothing is worked out while nobody looks.
    void setWatched(bool isWatched);

Q_SIGNALS:
    void changed();

private:
    void follow();
    void ask();
    void take(const Portrait& portrait);

    const TrainingSession& m_session;
    Portrait m_wanted;
    Portrait m_portrait;
    std::shared_ptr<const nn::Picture> m_seen;  ///< what was asked about last
    bool m_isWatched = false;
    bool m_isStale = false;  ///< what was asked about last is not what is wanted
    QTimer m_rest;
    LatestAnswer<Portrait> m_answer;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
