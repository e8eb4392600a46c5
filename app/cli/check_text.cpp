#include "app/cli/check_report.hpp"
#include "app/cli/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <span>
#include <utility>

namespace actlab::cli {

namespace {

using namespace analysis;

constexpr int kTitleWidth = 14;

std::ostream& line(std::string_view title)
{
    return std::cout << std::left << std::setw(kTitleWidth) << title;
}

std::string intervalText(Interval interval)
{
    return "[" + rounded(interval.low) + ", " + rounded(interval.high) + "]";
}

std::string intervalText(const std::vector<Interval>& intervals)
{
    constexpr std::size_t kMost = 6;
    std::string all;
    for (const Interval& interval : std::span(intervals).first(std::min(intervals.size(), kMost)))
        all += (all.empty() ? "" : ", ") + intervalText(interval);
    if (intervals.size() > kMost)
        all += " and " + std::to_string(intervals.size() - kMost) + " more";
    return all.empty() ? "nowhere" : all;
}

std::string percent(double share)
{
    return rounded(std::round(1000 * share) / 10) + " %";
}

void printSmoothness(const Report& report)
{
    line("smoothness") << report.facts.continuity << (report.smoothness.complete ? "" : " (of what can be listed)")
                       << '\n';
    constexpr std::size_t kMost = 12;
    const auto& points = report.smoothness.points;
    for (const Breakpoint& point : std::span(points).first(std::min(points.size(), kMost)))
        line("") << "x = " << std::setw(12) << rounded(point.x) << std::setw(10) << kindOf(point) << "value "
                 << rounded(point.left) << " | " << rounded(point.right) << "   slope " << rounded(point.leftSlope)
                 << " | " << rounded(point.rightSlope) << "   gradient used " << rounded(point.slopeAt) << '\n';
    if (points.size() > kMost)
        line("") << "and " << points.size() - kMost << " more of them\n";
    if (!report.smoothness.complete)
        line("") << "there may be more, beyond what can be listed or told\n";
}

void printGradients(const Checked& checked)
{
    const auto words = [](const GradientCheck& check) {
        return std::string(check.passed ? "agree" : "DIFFER") + ", by " + rounded(check.worstError) +
               " at most (x = " + rounded(check.worstAt) + "), at " + std::to_string(check.points) + " places";
    };
    line("gradient") << "derivative and differences " << words(checked.report.derivative) << '\n';
    if (checked.autograd)
        line("") << "derivative and autograd " << words(*checked.autograd) << '\n';
    if (checked.activation->hasOwnGradient())
        line("") << "your own gradient and differences " << words(checked.report.gradient) << "; it differs on "
                 << intervalText(checked.report.differs) << '\n';
}

void printStability(const std::vector<Instability>& list)
{
    line("stability") << (list.empty() ? "sound in float64, float32, bfloat16 and float16" : "")
                      << (list.empty() ? "\n" : "");
    bool isFirst = true;
    for (const Instability& each : list) {
        if (!std::exchange(isFirst, false))
            line("");
        std::cout << std::setw(9) << formatOf(each.precision).name << sentenceOf(each) << " on "
                  << intervalText(each.x) << ", because of " << each.node;
        if (!each.suggestion.empty())
            std::cout << "; write " << each.suggestion;
        std::cout << '\n';
    }
}

std::string limitText(double limit)
{
    return std::isnan(limit) ? "no limit" : rounded(limit);
}

void printCharacter(const Report& report)
{
    const Character& c = report.character;
    constexpr std::array<std::string_view, 3> kParities{"", ", even", ", odd"};
    line("range") << intervalText(Interval{report.facts.minimum, report.facts.maximum}) << ", tends to "
                  << limitText(c.limitLeft) << " and " << limitText(c.limitRight) << '\n';
    line("shape") << (report.facts.monotonic ? "monotonic" : "not monotonic")
                  << kParities[static_cast<std::size_t>(c.parity)] << ", steepest slope "
                  << rounded(report.facts.lipschitz) << ", mean " << rounded(c.mean)
                  << (c.isZeroMean ? " (zero-centred)" : "") << '\n';
    line("flat") << "|f'| < 0.01 on " << intervalText(c.saturated) << ": " << percent(c.saturatedShare)
                 << " of N(0,1); f' = 0 on " << intervalText(c.dead) << ": " << percent(c.deadShare) << '\n';
    if (c.isIdentitySomewhere || !c.fixedPoints.empty())
        line("fixed points");
    for (const double x : c.fixedPoints)
        std::cout << rounded(x) << ' ';
    if (c.isIdentitySomewhere)
        std::cout << (c.fixedPoints.empty() ? "" : "and ") << "a whole stretch where f(x) = x";
    if (c.isIdentitySomewhere || !c.fixedPoints.empty())
        std::cout << '\n';
}

void printDeepNetwork(const Report& report)
{
    const auto& [signal, gradient] = report.deep;
    line("init gain") << rounded(report.facts.initGain) << ", E[f'^2] " << rounded(report.character.slopeSquare)
                      << '\n';
    line("50 layers") << "with gain " << rounded(report.gain) << " the signal " << nameOf(signal.fate)
                      << " (variance 1 to " << rounded(signal.measured.back()) << ", predicted "
                      << rounded(signal.predicted.back()) << "), the gradient " << nameOf(gradient.fate) << " (1 to "
                      << rounded(gradient.measured.front()) << ", predicted " << rounded(gradient.predicted.front())
                      << ")\n";
}

void printSameAs(const std::vector<FamilyMember>& members)
{
    bool isFirst = true;
    for (const FamilyMember& member : members) {
        line(std::exchange(isFirst, false) ? "known as" : "");
        if (member.distance < kCopy)
            std::cout << member.formula << " exactly: " << member.row->name() << ", " << referenceOf(member) << '\n';
        else
            std::cout << "nearly " << member.formula << " (" << member.row->name() << ", off by "
                      << percent(member.distance) << " of its height)\n";
    }
}

void printCost(const Cost& cost)
{
    const auto words = [](const Operations& o) {
        return std::to_string(o.functions) + " functions, " + std::to_string(o.arithmetic) + " arithmetic, " +
               std::to_string(o.comparisons) + " comparisons";
    };
    line("operations") << "forward " << words(cost.forward) << "; with gradient " << words(cost.backward) << '\n';
}

}  // namespace

void printReport(const Checked& checked)
{
    const Report& report = checked.report;
    std::cout << checked.activation->name() << "  " << checked.activation->definition().formula << '\n';
    line("verdict") << (report.obstacle ? "CANNOT TRAIN: " + *report.obstacle : "can train") << '\n';
    printSmoothness(report);
    printGradients(checked);
    printStability(report.stability);
    printCharacter(report);
    printDeepNetwork(report);
    printSameAs(report.sameAs);
    printCost(report.cost);
}

}  // namespace actlab::cli
