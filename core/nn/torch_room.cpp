#include "core/nn/torch_room.hpp"

#include <dlfcn.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <system_error>

namespace actlab::nn {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLibrary = "libactlab-torch.so";
constexpr const char* kEntry = "actlab_torch_room";
constexpr const char* kPathVariable = "ACTLAB_TORCH_LIBRARY";

/// Where the library may lie, first choice first.
std::vector<fs::path> places()
{
    if (const char* path = std::getenv(kPathVariable); path && *path)
        return {path};
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    return {program / ".." / "lib" / kLibrary, program / kLibrary};
}

/// What must stand in the environment before OpenBLAS and OpenMP are loaded: they read it once. Two threads of
/// theirs on two cores made training five times slower. What the person has set stays.
void tameThreads()
{
    constexpr int kKeep = 0;
    setenv("OPENBLAS_NUM_THREADS", "1", kKeep);
    setenv("OMP_NUM_THREADS", "1", kKeep);
    setenv("OMP_WAIT_POLICY", "passive", kKeep);
}

std::string lastError()
{
    const char* error = dlerror();
    return error ? error : "unknown error";
}

tl::expected<TorchRoom*, std::string> roomIn(const fs::path& path)
{
    tameThreads();
    // RTLD_LOCAL: what LibTorch drags in must not answer for the program's own libraries.
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return tl::unexpected("The Torch library cannot be loaded: " + lastError() + ".");
    const auto entry = reinterpret_cast<TorchRoom* (*)()>(dlsym(library, kEntry));
    if (!entry)
        return tl::unexpected(path.string() + " is not the Torch library of this program.");
    try {
        return entry();
    } catch (const std::exception& error) {
        return tl::unexpected("The Torch library cannot be started: " + std::string(error.what()) + ".");
    }
}

tl::expected<TorchRoom*, std::string> loadRoom()
{
    std::error_code error;
    for (const fs::path& path : places())
        if (fs::exists(path, error))
            return roomIn(path);
    return tl::unexpected("The Torch library " + places().front().lexically_normal().string() +
                          " is missing; this copy of the program cannot train with LibTorch.");
}

}  // namespace

tl::expected<TorchRoom*, std::string> torchRoom()
{
    static const tl::expected<TorchRoom*, std::string> room = loadRoom();
    return room;
}

}  // namespace actlab::nn
