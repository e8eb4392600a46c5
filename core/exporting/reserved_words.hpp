#pragma once

#include <string_view>

namespace actlab::exporting {

/// Keywords of Python and C++, macros of the C library, and names that mean something in the files we write: the
/// attributes of torch.nn.Module, the modules and the arguments.
bool isReserved(std::string_view name);

}  // namespace actlab::exporting
