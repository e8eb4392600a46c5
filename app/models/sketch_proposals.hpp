#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

#include "app/models/sketch_drawing.hpp"
#include "core/activation/activation.hpp"

namespace actlab::models {

/// What a drawing is to become.
enum class SketchKind { Straight, MonotoneCubic, NaturalCubic, Nearest };

struct SketchWish {
    SketchKind kind = SketchKind::Straight;
    std::size_t mostKnots = 12;    ///< of a stroke; clicked points are the knots themselves
    bool learnableValues = false;  ///< heeded where the pieces are straight; see learns()
    bool operator==(const SketchWish&) const = default;
};

/// The form of a wish that is not for the nearest function; of that, the straight one.
analysis::SketchForm formOf(SketchKind kind);
bool learns(const SketchWish& wish);  ///< whether training may move the knots up and down
/// How many knots may be asked for.
std::size_t mostKnotsOf(const SketchWish& wish);

/// A function that the drawing may become.
struct SketchProposal {
    activation::ActivationPtr activation;  ///< ready to be drawn; its definition is what a draft takes over
    std::string family;                    ///< the function of the catalogue it is made of; empty for a curve
    SketchLine knots;                      ///< of a curve, ascending in x
    /// From the drawing, root mean square and greatest, as parts of the drawn height.
    double distance = 0, greatestDistance = 0;
};

/// The best first. An error is a sentence about what was drawn.
using SketchProposals = analysis::FromPoints<std::vector<SketchProposal>>;

/// Takes up to some seconds; ends soon after a stop is asked for.
SketchProposals proposalsFor(const SketchDrawing& drawing, const SketchWish& wish, std::stop_token stop);

}  // namespace actlab::models
