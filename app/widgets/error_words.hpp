#pragma once

#include <QString>

#include "core/expr/source_error.hpp"

namespace actlab::widgets {

/// What is wrong, as HTML; what its hint proposes to write instead is a link (`fix`).
QString errorHtml(const expr::SourceError& error);

}  // namespace actlab::widgets
