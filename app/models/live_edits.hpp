#pragma once

#include "app/models/training_session.hpp"

namespace actlab::models {

/// Tells the run that is on what it can take over of `wanted` while it goes on: the learning rate, and where the
/// layers are as wide as its own their activations and which of them are frozen. A spec that could not be trained is
/// passed on in no part.
void passOn(const nn::TrainingSpec& wanted, TrainingSession& session);

}  // namespace actlab::models
