#pragma once

#include <QStringList>

namespace actlab::widgets {

/// Whether these arguments ask for a figure instead of a window.
bool wantsFigure(int argc, char** argv);
/// Whether they can be answered without a display: a figure, --help, --version.
bool needsNoDisplay(int argc, char** argv);
/// Whether there is nothing to open a window on; Qt would abort.
bool lacksDisplay(int argc, char** argv);

/// activation-lab --figure F.png|.svg|.pdf [--name N]… [--expr T]… [--order 0..2] [--lo --hi --size 900x600
/// --dark]: draws the Explore plot into a file. Returns the exit status: 0, or 2 with one line on standard
/// error.
int drawFigure(const QStringList& arguments);

}  // namespace actlab::widgets
