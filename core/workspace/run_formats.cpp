#include "core/workspace/run_formats.hpp"

#include "core/workspace/document.hpp"
#include "core/workspace/run_events.hpp"
#include "core/workspace/torch_files.hpp"
#include "core/workspace/training_script.hpp"

#include "core/exporting/onnx.hpp"
#include "core/exporting/pytorch_network.hpp"
#include "core/exporting/safetensors.hpp"

#include <algorithm>

namespace actlab::workspace {

namespace {

using Written = tl::expected<std::string, std::string>;

Written networkModuleFile(const Run& run)
{
    return exporting::networkModule(*run.network);
}

Written stateDictFile(const Run& run)
{
    return exporting::stateOf(*run.network).and_then([](const auto& state) { return stateDictBytes(state); });
}

Written safetensorsFile(const Run& run)
{
    return exporting::stateOf(*run.network).map([&](const auto& state) {
        return exporting::safetensors(state, run.name);
    });
}

Written onnxFile(const Run& run)
{
    return exporting::onnxNetwork(*run.network);
}

Written networkScriptFile(const Run& run)
{
    return exporting::networkScript(*run.network).and_then(torchScriptBytes);
}

Written trainingFile(const Run& run)
{
    if (!run.marks.empty())
        return tl::unexpected(std::string("This run was edited while it trained; a script would not repeat that."));
    return trainingScript(run.spec, run.name);
}

Written eventsFile(const Run& run)
{
    return eventFile(run);
}

constexpr RunFormat kRunFormats[] = {
    {"pytorch", "PyTorch network", ".py", true, networkModuleFile},
    {"state-dict", "PyTorch weights (state dict)", ".pt", true, stateDictFile},
    {"safetensors", "Weights as safetensors", ".safetensors", true, safetensorsFile},
    {"torchscript", "TorchScript file with weights", ".pt", true, networkScriptFile},
    {"onnx", "ONNX file with weights", ".onnx", true, onnxFile},
    {"training", "PyTorch training script", ".py", false, trainingFile},
    {"tensorboard", "Curves as TensorBoard events", ".tfevents", false, eventsFile},
};

}  // namespace

std::span<const RunFormat> runFormats()
{
    return kRunFormats;
}

const RunFormat* findRunFormat(std::string_view name)
{
    const auto* found = std::ranges::find(kRunFormats, name, &RunFormat::name);
    return found == std::end(kRunFormats) ? nullptr : found;
}

tl::expected<std::string, std::string> write(const RunFormat& format, const Run& run)
{
    if (format.needsNetwork && !run.network)
        return tl::unexpected("the run \"" + run.name +
                              "\" was kept without its weights (it had none yet, they are not finite, or they are "
                              "more than a document keeps: " +
                              std::to_string(kMostNumbersKept) + " a run, " + std::to_string(kMostNumbersOfRuns) +
                              " in all)");
    return format.write(run);
}

}  // namespace actlab::workspace
