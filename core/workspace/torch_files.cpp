#include "core/workspace/torch_files.hpp"

#include "core/nn/torch_room.hpp"

#include <exception>

namespace actlab::workspace {

namespace {

template <class Write>
tl::expected<std::string, std::string> writtenByTorch(Write write)
{
    const auto room = nn::torchRoom();
    if (!room)
        return tl::unexpected(room.error());
    try {
        return write(**room);
    } catch (const std::exception& error) {
        return tl::unexpected("LibTorch refuses the module: " + std::string(error.what()));
    }
}

}  // namespace

tl::expected<std::string, std::string> torchScriptBytes(const data::ScriptModule& module)
{
    return writtenByTorch([&](const nn::TorchRoom& room) { return room.torchScript(module); });
}

tl::expected<std::string, std::string> stateDictBytes(std::span<const data::NamedTensor> tensors)
{
    return writtenByTorch([&](const nn::TorchRoom& room) { return room.stateDict(tensors); });
}

}  // namespace actlab::workspace
