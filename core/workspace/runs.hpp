#pragma once

#include <cstddef>
#include <string>

#include "core/workspace/document.hpp"

namespace actlab::workspace {

// What a person does with the runs of a document; a number that no run has changes nothing.

/// nullptr where it is gone.
const Run* findRun(const Document& document, std::size_t number);
/// nullptr where none is pinned.
const Run* baselineOf(const Document& document);

void removeRun(Document& document, std::size_t number);
/// Its network goes by that name too.
void renameRun(Document& document, std::size_t number, const std::string& name);
void noteRun(Document& document, std::size_t number, const std::string& note);
/// All others are measured against it; it takes the place of another.
void pinBaseline(Document& document, std::size_t number, bool isPinned);
/// Draws its curves over those of the present run, in the first colour that is free, or no longer.
void overlayRun(Document& document, std::size_t number, bool isOverlaid);

/// What the step from `before` to `after` did to the runs, done to `present`: there may be other runs by now, and
/// they stay. None comes back that was kept anew, under another number, by then.
std::vector<Run> withStep(const std::vector<Run>& present, const std::vector<Run>& before,
                          const std::vector<Run>& after);

}  // namespace actlab::workspace
