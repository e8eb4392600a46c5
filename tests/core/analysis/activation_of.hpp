#pragma once

#include <gtest/gtest.h>

#include "core/activation/activation.hpp"

namespace actlab::analysis {

/// The activation a formula means; a test that gives a wrong one ends with the parser's message.
inline activation::ActivationPtr activationOf(std::string formula, std::vector<activation::Parameter> parameters = {},
                                              std::string gradient = "")
{
    auto made = activation::makeActivation({"test", std::move(formula), std::move(gradient), std::move(parameters)});
    if (!made)
        throw std::runtime_error(made.error().message);
    return *made;
}

}  // namespace actlab::analysis
