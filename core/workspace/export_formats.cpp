#include "core/workspace/export_formats.hpp"

#include "core/workspace/document_json.hpp"

#include "core/exporting/arrays.hpp"
#include "core/exporting/cpp.hpp"
#include "core/exporting/latex_document.hpp"
#include "core/exporting/onnx.hpp"
#include "core/exporting/pytorch.hpp"
#include "core/nn/torch_room.hpp"

#include <algorithm>
#include <exception>

namespace actlab::workspace {

namespace {

tl::expected<std::string, std::string> jsonFile(const activation::Activation& activation)
{
    return toJson(activation.definition());
}

tl::expected<std::string, std::string> torchScriptFile(const activation::Activation& activation)
{
    const auto script = exporting::torchScript(activation);
    if (!script)
        return tl::unexpected(script.error());
    const auto room = nn::torchRoom();
    if (!room)
        return tl::unexpected(room.error());
    try {
        return (*room)->torchScript(script->name, script->forward, script->parameters);
    } catch (const std::exception& error) {
        return tl::unexpected("LibTorch refuses the module: " + std::string(error.what()));
    }
}

constexpr ExportFormat kFormats[] = {
    {"pytorch", "PyTorch module", ".py", exporting::pytorchModule},
    {"pytorch-autograd", "PyTorch with forward and backward written out", ".py", exporting::pytorchFunction},
    {"torchscript", "TorchScript file", ".pt", torchScriptFile},
    {"onnx", "ONNX file", ".onnx", exporting::onnxModel},
    {"libtorch", "C++ module for LibTorch", ".hpp", exporting::libtorchHeader},
    {"cpp", "C++ header without dependencies", ".hpp", exporting::cppHeader},
    {"numpy", "NumPy functions", ".py", exporting::numpyFunctions},
    {"jax", "JAX function", ".py", exporting::jaxFunction},
    {"latex", "LaTeX document with a figure", ".tex", exporting::latexDocument},
    {"json", "Activation Lab file", ".json", jsonFile},
};

}  // namespace

std::span<const ExportFormat> exportFormats()
{
    return kFormats;
}

const ExportFormat* findExportFormat(std::string_view name)
{
    const auto* found = std::ranges::find(kFormats, name, &ExportFormat::name);
    return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace actlab::workspace
