#pragma once

#include "core/workspace/document.hpp"

namespace actlab::models {

/// What a training that began now would be: the document's settings, with the person's own activations as
/// they are defined at present. One that was deleted stays as the layer knew it.
nn::TrainingSpec trainingSpecOf(const workspace::Document& document);

/// In which groups of settings two specs differ. The learning rate is not counted: a run takes it over
/// while it goes on.
struct TrainingChanges {
    bool data = false;
    bool network = false;
    bool training = false;
    bool any() const { return data || network || training; }
};

/// Whether two networks begin with the same weights on the same data.
bool beginAlike(const nn::TrainingSpec& a, const nn::TrainingSpec& b);

TrainingChanges changesBetween(const nn::TrainingSpec& before, const nn::TrainingSpec& after);

}  // namespace actlab::models
