#pragma once

#include <string_view>
#include <vector>

#include "core/workspace/document.hpp"

namespace actlab::workspace {

enum class Place { Explore, Compose, Train };

/// A document to begin with, shown as a picture on the start page.
struct Example {
    std::string_view title;
    std::string_view about;                           ///< one sentence
    Place place;                                      ///< where it opens
    std::vector<activation::ActivationPtr> pictured;  ///< the curves of its picture
    Document document;
};

std::vector<Example> examples();

}  // namespace actlab::workspace
