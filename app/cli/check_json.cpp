#include "app/cli/check_report.hpp"
#include "app/cli/timing_json.hpp"

namespace actlab::cli {

namespace {

using namespace analysis;

Json jsonKinks(const Smoothness& smoothness)
{
    Json kinks = Json::array();
    for (const Breakpoint& point : smoothness.points)
        kinks.push_back({{"x", jsonNumber(point.x)},
                         {"left", jsonNumber(point.left)},
                         {"right", jsonNumber(point.right)},
                         {"left_slope", jsonNumber(point.leftSlope)},
                         {"right_slope", jsonNumber(point.rightSlope)},
                         {"left_curvature", jsonNumber(point.leftCurvature)},
                         {"right_curvature", jsonNumber(point.rightCurvature)},
                         {"kind", kindOf(point)},
                         {"value", jsonNumber(point.at)},
                         {"used_gradient", jsonNumber(point.slopeAt)}});
    return kinks;
}

Json jsonIntervals(const std::vector<Interval>& intervals)
{
    Json list = Json::array();
    for (const Interval& interval : intervals)
        list.push_back({{"from", jsonNumber(interval.low)}, {"to", jsonNumber(interval.high)}});
    return list;
}

std::string_view nameOf(Parity parity)
{
    return parity == Parity::Even ? "even" : parity == Parity::Odd ? "odd" : "neither";
}

void addCharacter(Json& json, const Report& report)
{
    const Character& c = report.character;
    json["range"] = jsonNumbers(std::vector{report.facts.minimum, report.facts.maximum});
    json["limits"] = jsonNumbers(std::vector{c.limitLeft, c.limitRight});
    json["monotonic"] = report.facts.monotonic;
    json["parity"] = nameOf(c.parity);
    json["lipschitz"] = jsonNumber(report.facts.lipschitz);
    json["zero_mean"] = c.isZeroMean;
    json["mean"] = jsonNumber(c.mean);
    json["fixed_points"] = jsonNumbers(c.fixedPoints);
    json["fixed_points_complete"] = !c.hasMoreFixedPoints;
    json["saturated"] = {{"where", jsonIntervals(c.saturated)}, {"share", jsonNumber(c.saturatedShare)}};
    json["dead"] = {{"where", jsonIntervals(c.dead)}, {"share", jsonNumber(c.deadShare)}};
}

Json jsonPassage(const Passage& passage)
{
    return {{"verdict", nameOf(passage.fate)},
            {"predicted", jsonNumbers(passage.predicted)},
            {"measured", jsonNumbers(passage.measured)}};
}

Json jsonGradcheck(const GradientCheck& check)
{
    return {{"passed", check.passed},
            {"worst_error", jsonNumber(check.worstError)},
            {"worst_at", jsonNumber(check.worstAt)},
            {"points", check.points}};
}

Json jsonGradients(const Checked& checked)
{
    Json json = jsonGradcheck(checked.report.gradient);
    json["own_gradient"] = checked.activation->hasOwnGradient();
    json["differs"] = jsonIntervals(checked.report.differs);
    json["true_derivative"] = jsonGradcheck(checked.report.derivative);
    json["autograd"] = checked.autograd ? jsonGradcheck(*checked.autograd) : Json();
    return json;
}

Json jsonStability(const std::vector<Instability>& list)
{
    Json json = Json::array();
    for (const Instability& each : list)
        json.push_back({{"dtype", formatOf(each.precision).name},
                        {"what", sentenceOf(each)},
                        {"from", jsonNumber(each.x.low)},
                        {"to", jsonNumber(each.x.high)},
                        {"node", each.node},
                        {"span", {each.span.begin, each.span.end}},
                        {"suggestion", each.suggestion}});
    return json;
}

Json jsonSameAs(const std::vector<FamilyMember>& members)
{
    Json json = Json::array();
    for (const FamilyMember& member : members)
        json.push_back({{"name", member.row->name()},
                        {"distance", jsonNumber(member.distance)},
                        {"map", member.formula},
                        {"reference", referenceOf(member)}});
    return json;
}

Json jsonOperations(const Operations& operations)
{
    return {{"arithmetic", operations.arithmetic},
            {"comparisons", operations.comparisons},
            {"functions", operations.functions}};
}

}  // namespace

Json jsonReport(const Checked& checked)
{
    const Report& report = checked.report;
    Json json{{"name", checked.activation->name()}, {"formula", checked.activation->definition().formula}};
    json["can_train"] = !report.obstacle;
    json["obstacle"] = report.obstacle ? Json(*report.obstacle) : Json();
    json["continuity"] = report.facts.continuity;
    json["kinks"] = jsonKinks(report.smoothness);
    json["kinks_complete"] = report.smoothness.complete;
    json["seams"] = jsonNumbers(report.smoothness.seams);
    addCharacter(json, report);
    json["init_gain"] = jsonNumber(report.facts.initGain);
    json["deep_network"] = {{"gain", jsonNumber(report.gain)},
                            {"slope_square", jsonNumber(report.character.slopeSquare)},
                            {"signal", jsonPassage(report.deep.signal)},
                            {"gradient", jsonPassage(report.deep.gradient)}};
    json["gradcheck"] = jsonGradients(checked);
    json["stability"] = jsonStability(report.stability);
    json["same_as"] = jsonSameAs(report.sameAs);
    json["operations"] = {{"forward", jsonOperations(report.cost.forward)},
                          {"forward_and_backward", jsonOperations(report.cost.backward)}};
    if (!checked.timings.empty())
        json["timing"] = jsonTimings(checked.timings);
    return json;
}

}  // namespace actlab::cli
