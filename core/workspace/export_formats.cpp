#include "core/workspace/export_formats.hpp"

#include "core/workspace/document_json.hpp"
#include "core/workspace/torch_files.hpp"

#include "core/exporting/arrays.hpp"
#include "core/exporting/cpp.hpp"
#include "core/exporting/latex_document.hpp"
#include "core/exporting/onnx.hpp"
#include "core/exporting/pytorch.hpp"

#include <algorithm>

namespace actlab::workspace {

namespace {

tl::expected<std::string, std::string> jsonFile(const activation::Activation& activation)
{
    return toJson(activation.definition());
}

tl::expected<std::string, std::string> torchScriptFile(const activation::Activation& activation)
{
    return exporting::torchScript(activation).and_then(torchScriptBytes);
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
