#pragma once

#include <QString>
#include <string>

namespace actlab::widgets {

/// What the core says, as a sentence of its own. On the command line it stands after a colon: there it begins
/// small and has no full stop.
QString asSentence(const std::string& words);

}  // namespace actlab::widgets
