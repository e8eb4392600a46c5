#include "core/torch/blas.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include <link.h>

namespace actlab::torch_room {

namespace {

int rememberBlas(dl_phdr_info* info, std::size_t, void* found)
{
    const std::string_view name = info->dlpi_name;
    if (name.find("/libblas.so") == std::string_view::npos)
        return 0;
    *static_cast<std::string*>(found) = name;
    return 1;
}

}  // namespace

std::string loadedBlas()
{
    std::string name;
    dl_iterate_phdr(rememberBlas, &name);
    std::error_code unresolved;
    const std::filesystem::path file = std::filesystem::canonical(name, unresolved);
    return unresolved ? name : file.string();
}

std::optional<std::string> blasWarning(const std::string& file)
{
    const std::array<std::string_view, 4> fast{"openblas", "mkl", "blis", "atlas"};
    const auto isIn = [&](std::string_view word) { return file.find(word) != std::string::npos; };
    if (file.empty() || std::any_of(fast.begin(), fast.end(), isIn))
        return std::nullopt;
    return "PyTorch computes with the reference BLAS (" + file +
           "), which makes large networks about 25 times slower; install libopenblas0-openmp.";
}

}  // namespace actlab::torch_room
