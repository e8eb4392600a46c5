#pragma once

#include <chrono>

#include "app/models/training_session.hpp"

namespace actlab::models {

/// Waits in the thread that trains until the moment has come.
using Rest = std::function<void(std::chrono::steady_clock::time_point)>;

/// Sleeps.
void rest(std::chrono::steady_clock::time_point until);

/// Trains so that one can watch: the first 300 epochs come one a frame, at most 60 a second, the later ones as fast as
/// they can. Without it the 200 epochs of a first try are over in a tenth of a second.
TrainingSession::Train watchable(TrainingSession::Train train, Rest rest = models::rest);

}  // namespace actlab::models
