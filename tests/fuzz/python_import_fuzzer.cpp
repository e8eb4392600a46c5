#include "core/importing/python.hpp"

#include <cstdint>
#include <cstdlib>

using namespace actlab;

namespace {

void requirePlace(const importing::PythonError& error)
{
    if (error.message.empty() || error.line == 0 || error.column == 0)
        std::abort();
}

}  // namespace

/// Any bytes as Python: functions that are activations, or an error with a place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    importing::looksLikePython(text);
    const auto imported = importing::importPython(text);
    if (!imported) {
        requirePlace(imported.error());
        return 0;
    }
    for (const auto& error : imported->refused)
        requirePlace(error);
    for (const auto& function : imported->functions)
        if (!activation::makeActivation(function.definition))
            std::abort();
    return 0;
}
