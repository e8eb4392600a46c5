#include "app/cli/check_report.hpp"

#include "core/analysis/verdicts.hpp"

#include <array>
#include <iomanip>
#include <iostream>

namespace actlab::cli {

namespace {

constexpr int kTitleWidth = 19;

void printVerdict(std::string_view title, const analysis::Verdict& verdict)
{
    constexpr std::array<std::string_view, 3> kSigns{"   ", "!  ", "!! "};
    std::cout << std::left << std::setw(kTitleWidth) << title << kSigns[static_cast<std::size_t>(verdict.severity)]
              << verdict.sentence << (verdict.cure.empty() ? "" : "; write ") << verdict.cure << '\n';
}

}  // namespace

void printReport(const Checked& checked)
{
    const auto& obstacle = checked.report.obstacle;
    std::cout << checked.activation->name() << "  " << checked.activation->definition().formula << '\n'
              << std::left << std::setw(kTitleWidth) << "Verdict"
              << (obstacle ? "!! CANNOT TRAIN: " + *obstacle : "   can train") << '\n';
    std::string_view last;
    for (const analysis::Verdict& verdict : verdictsOf(*checked.activation, checked.report, checked.autograd)) {
        const std::string_view title = titleOf(verdict.topic);
        printVerdict(title == last ? std::string_view() : title, verdict);
        last = title;
    }
    for (const analysis::ActivationTiming& timing : checked.timings)
        printVerdict({}, verdictOf(timing));
}

}  // namespace actlab::cli
