#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "core/nn/train.hpp"

namespace actlab::models {

/// Where one run leaves what it has to say until the screen looks: every epoch, but only the latest picture.
/// Each run has a mailbox of its own, so a late word of an older run is read by nobody.
class TrainingMailbox : public nn::Observer {
public:
    /// What was edited, after the first so many of the mail's epochs.
    struct Edited {
        std::size_t epochsBefore = 0;
        std::vector<nn::Mark> marks;
        std::shared_ptr<const nn::TrainingSpec> spec;
    };
    struct Mail {
        std::shared_ptr<const data::Dataset> data;
        std::string engine;
        std::vector<nn::EpochMetrics> epochs;
        std::vector<Edited> edits;
        std::shared_ptr<const nn::Picture> picture;
        std::optional<nn::Outcome> outcome;
    };

    explicit TrainingMailbox(double picturesPerSecond) : m_picturesPerSecond(picturesPerSecond) {}

    /// What has come since the last call.
    Mail take();
    /// The last word of a run.
    void post(nn::Outcome outcome);

    void started(std::shared_ptr<const data::Dataset> data, const std::string& engine) override;
    void epochDone(const nn::EpochMetrics& metrics) override;
    void pictureTaken(std::shared_ptr<const nn::Picture> picture) override;
    void edited(std::span<const nn::Mark> marks, std::shared_ptr<const nn::TrainingSpec> now) override;
    double picturesPerSecond() const override { return m_picturesPerSecond; }

private:
    const double m_picturesPerSecond;
    std::mutex m_mutex;
    Mail m_mail;
};

}  // namespace actlab::models
