#include "app/models/training_mailbox.hpp"

#include <utility>

namespace actlab::models {

TrainingMailbox::Mail TrainingMailbox::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_mail, Mail{});
}

void TrainingMailbox::post(nn::Outcome outcome)
{
    const std::scoped_lock lock(m_mutex);
    m_mail.outcome = std::move(outcome);
}

void TrainingMailbox::started(std::shared_ptr<const data::Dataset> data, const std::string& engine)
{
    const std::scoped_lock lock(m_mutex);
    m_mail.data = std::move(data);
    m_mail.engine = engine;
}

void TrainingMailbox::epochDone(const nn::EpochMetrics& metrics)
{
    const std::scoped_lock lock(m_mutex);
    m_mail.epochs.push_back(metrics);
}

void TrainingMailbox::pictureTaken(std::shared_ptr<const nn::Picture> picture)
{
    const std::scoped_lock lock(m_mutex);
    m_mail.picture = std::move(picture);
}

void TrainingMailbox::edited(std::span<const nn::Mark> marks, std::shared_ptr<const nn::TrainingSpec> now)
{
    const std::scoped_lock lock(m_mutex);
    m_mail.edits.push_back({m_mail.epochs.size(), {marks.begin(), marks.end()}, std::move(now)});
}

}  // namespace actlab::models
