#pragma once

#include <optional>

#include "app/cli/json_output.hpp"

#include "core/analysis/report.hpp"

namespace actlab::cli {

/// What a check found, and how our derivative compares with autograd's where Torch is there.
struct Checked {
    activation::ActivationPtr activation;
    analysis::Report report;
    std::optional<analysis::GradientCheck> autograd;
};

/// Where the catalogue says that a function comes from.
std::string_view referenceOf(const analysis::FamilyMember& member);

Json jsonReport(const Checked& checked);
/// For people, on standard output.
void printReport(const Checked& checked);

}  // namespace actlab::cli
