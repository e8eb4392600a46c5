#pragma once

#include "core/data/script_module.hpp"
#include "core/exporting/python_text.hpp"
#include "core/exporting/subject.hpp"

namespace actlab::exporting {

// An activation as a part of a larger file.

/// Its class, an nn.Module of plain operations in the words of pytorchModuleDialect().
void writeModule(PythonText& text, const activation::Activation& activation, const Subject& subject,
                 std::string_view className);

/// Its module, parameters at their first values; those learned per channel are arrays of one.
data::ScriptModule scriptModuleOf(const activation::Activation& activation, const Subject& subject);

}  // namespace actlab::exporting
