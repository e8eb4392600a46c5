#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/models/training_session.hpp"

namespace actlab::widgets {

/// The one sentence the Train view says at a moment, and what its button does.
struct TrainMessage {
    enum class Kind { Hint, Notice, Good, Warning };
    enum class Action { None, Start, UseSuggestedRate, TakeWeightsBack };

    Kind kind = Kind::Hint;
    QString text;
    Action action = Action::None;
    QString button;  ///< empty where there is no action
    bool operator==(const TrainMessage&) const = default;

    Q_DECLARE_TR_FUNCTIONS(TrainMessage)
};

/// `wanted` is what the settings say now; the run may have begun with others. So many weights that were set by hand
/// have no place in the network of the settings.
TrainMessage trainMessage(const models::TrainingSession& session, const nn::TrainingSpec& wanted,
                          std::size_t weightsWithoutPlace = 0);

}  // namespace actlab::widgets
