#pragma once

#include "core/exporting/python_text.hpp"
#include "core/exporting/subject.hpp"

namespace actlab::exporting {

// What both PyTorch files have: the head of the file, the module but for its forward, and the test of itself.

void writeHead(PythonText& text, const Subject& subject);
/// class, docstring and __init__.
void writeModuleHead(PythonText& text, const Subject& subject, std::string_view className);
void writeExtraRepr(PythonText& text, const Subject& subject);
void writeSelfTest(PythonText& text, const activation::Activation& activation, std::string_view className);

/// "a = self.a.view(…)": a value a channel, laid along the second dimension of x.
std::string channelsOf(const std::string& parameter);
/// "alpha = torch.as_tensor(…)"
std::string arrayOf(const std::string& parameter, const std::string& from);

}  // namespace actlab::exporting
