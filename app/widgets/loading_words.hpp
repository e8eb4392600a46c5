#pragma once

#include <QString>

namespace actlab::widgets {

/// What a file that is no text is, in a sentence, and how Python loads it; both empty where nothing is known.
struct LoadingWords {
    QString what, python;
};

/// Of a format by its name, written to a file of this name.
LoadingWords loadingWords(const QString& format, const QString& file);

}  // namespace actlab::widgets
