#include "app/cli/timing_json.hpp"

#include <optional>
#include <string>

namespace actlab::cli {

namespace {

void add(Json& row, const std::string& name, const std::optional<analysis::Spread>& spread)
{
    row[name] = spread ? jsonNumber(spread->median) : Json();
    row[name + "_min"] = spread ? jsonNumber(spread->least) : Json();
    row[name + "_max"] = spread ? jsonNumber(spread->greatest) : Json();
}

void add(Json& row, const std::string& prefix, const analysis::PassTiming& pass)
{
    add(row, prefix + "kernel_ns", pass.kernel);
    add(row, prefix + "builtin_ns", pass.builtin);
    add(row, prefix + "composed_ns", pass.composed);
    add(row, prefix + "ratio_builtin", pass.overBuiltin);
    add(row, prefix + "ratio_composed", pass.overComposed);
}

}  // namespace

Json jsonTimings(const std::vector<analysis::ActivationTiming>& timings)
{
    Json rows = Json::array();
    for (const analysis::ActivationTiming& timing : timings) {
        Json row{{"size", timing.size}};
        add(row, "", timing.both);
        add(row, "forward_", timing.forward);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace actlab::cli
