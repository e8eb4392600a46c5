#pragma once

#include <QString>

#include "core/workspace/run_table.hpp"

namespace actlab::models {

/// What a column of a RunsModel shows of a cell.
QString runCellText(std::size_t column, const workspace::RunCell& cell);

struct RunDifferences {
    workspace::RunCell loss, quality;
};
/// Of the last test loss, and of accuracy or R², less the baseline's; nothing for the baseline itself and for runs
/// that cannot be compared with it.
RunDifferences differencesTo(const workspace::Run& run, const workspace::Run* baseline);

/// In percentage points for accuracies, plain for R².
QString qualityDifferenceText(const workspace::RunCell& difference, bool isOfValues);

/// All of a run in a few lines.
QString runTip(const workspace::Run& run, const workspace::Run* baseline);

}  // namespace actlab::models
