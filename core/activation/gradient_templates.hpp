#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/activation/activation.hpp"

namespace actlab::activation {

/// A gradient that people put in the place of the true derivative. In its formula the letter d stands for that one.
struct GradientTemplate {
    std::string_view name;     ///< "Straight-through"
    std::string_view formula;  ///< text in x, d and the parameter
    std::optional<Parameter> parameter;
    std::string_view help;       ///< one sentence
    std::string_view reference;  ///< where it comes from, with year; empty where it is common property
};

std::span<const GradientTemplate> gradientTemplates();

/// `definition` with this gradient: its formula must be right. Unchanged where the derivative is too long to write.
Definition withGradient(Definition definition, const GradientTemplate& gradient);

}  // namespace actlab::activation
