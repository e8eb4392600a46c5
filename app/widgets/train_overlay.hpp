#pragma once

#include <QColor>
#include <QString>
#include <memory>

#include "core/workspace/run.hpp"

namespace actlab::widgets {

struct Theme;

/// A kept run whose curves are drawn over those of the present one.
using OverlaidRun = std::shared_ptr<const workspace::Run>;

inline constexpr std::size_t kMostOverlaysRead = 3;  ///< that a heading has room for

/// Short enough for a heading, as rich text that stays in one line.
QString overlayName(const workspace::Run& run);
QColor overlayColour(const workspace::Run& run, const Theme& theme);

}  // namespace actlab::widgets
