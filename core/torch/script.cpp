#include "core/torch/script.hpp"

#include <ATen/ATen.h>
#include <caffe2/serialize/inline_container.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/pickler.h>

#include <sstream>

namespace actlab::torch_room {

namespace {

at::Tensor tensorOf(const data::NamedTensor& named)
{
    const std::vector<std::int64_t> shape(named.shape.begin(), named.shape.end());
    at::Tensor tensor = at::empty(shape, at::kFloat);
    std::copy(named.values.begin(), named.values.end(), tensor.data_ptr<float>());
    return tensor;
}

torch::jit::Module moduleOf(const data::ScriptModule& described)
{
    torch::jit::Module module("__torch__." + described.name);
    for (const data::NamedTensor& parameter : described.parameters)
        module.register_parameter(parameter.name, tensorOf(parameter).requires_grad_(), false);
    for (const auto& [name, value] : described.numbers)
        module.register_attribute(name, c10::FloatType::get(), value);
    for (const auto& [name, child] : described.modules)
        module.register_module(name, moduleOf(child));
    module.define(described.forward);
    return module;
}

}  // namespace

std::string torchScript(const data::ScriptModule& module)
{
    std::ostringstream bytes;
    moduleOf(module).save(bytes);
    return std::move(bytes).str();
}

/// Like torch::jit::pickle_save, but without the type tags, which torch.load refuses where it loads weights only.
std::string stateDict(std::span<const data::NamedTensor> tensors)
{
    c10::impl::GenericDict state(c10::StringType::get(), c10::TensorType::get());
    for (const data::NamedTensor& tensor : tensors)
        state.insert(tensor.name, tensorOf(tensor));
    std::string pickled;
    const auto append = [](std::string& to) {
        return [&to](const void* bytes, std::size_t count) {
            to.append(static_cast<const char*>(bytes), count);
            return count;
        };
    };
    torch::jit::Pickler pickler(append(pickled), nullptr, nullptr, nullptr, nullptr, false);
    pickler.protocol();
    pickler.pushIValue(state);
    pickler.stop();

    std::string archive;
    caffe2::serialize::PyTorchStreamWriter writer(append(archive));
    writer.writeRecord("data.pkl", pickled.data(), pickled.size());
    for (std::size_t i = 0; i < pickler.tensorData().size(); ++i) {
        const auto data = torch::jit::getWriteableTensorData(pickler.tensorData()[i]);
        writer.writeRecord("data/" + std::to_string(i), data.data(), data.sizeInBytes());
    }
    writer.writeEndOfFile();
    return archive;
}

}  // namespace actlab::torch_room
