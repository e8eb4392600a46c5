#pragma once

#include <optional>

#include "app/cli/json_output.hpp"

#include "core/analysis/activation_timing.hpp"
#include "core/analysis/report.hpp"

namespace actlab::cli {

/// What a check found, and how our derivative compares with autograd's where Torch is there; times where they were
/// asked for.
struct Checked {
    activation::ActivationPtr activation;
    analysis::Report report;
    std::optional<analysis::GradientCheck> autograd;
    std::vector<analysis::ActivationTiming> timings = {};
};

Json jsonReport(const Checked& checked);
/// For people, on standard output: the verdicts, with ! before what is to be minded and !! before trouble.
void printReport(const Checked& checked);

}  // namespace actlab::cli
