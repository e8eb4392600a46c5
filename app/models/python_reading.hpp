#pragma once

#include <QMetaType>
#include <QStringList>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::models {

/// A function of a Python text that the draft can become.
struct PythonFunction {
    activation::ActivationPtr activation;  ///< with the gradient that the text gives it
    QString gradientSource;  ///< the function that says the gradient; empty where it is the class itself
    QStringList notes;       ///< sentences: what was taken how
    qsizetype line = 1;
};

/// What of it cannot be read. [begin, end) is where it goes wrong, in the text as Qt counts.
struct PythonRefusal {
    QString message;  ///< words after a colon
    QString hint;     ///< empty or a sentence
    qsizetype line = 1;
    qsizetype begin = 0, end = 0;
};

struct PythonReading {
    std::vector<PythonFunction> functions;  ///< in the order of the text
    std::vector<PythonRefusal> refused;

    /// One function with nothing to choose and nothing to say.
    bool isPlain() const;
};

/// The text with \n for everything that ends a line, so that lines are counted alike everywhere.
QString withPlainLines(const QString& text);
/// A sentence where the text is too long to be Python that somebody imports, or has a line too long to show.
std::optional<QString> tooLongForPython(const QString& text);
/// Reads what withPlainLines() gives. Nothing of it is executed. Being stopped leaves out what was not yet read.
PythonReading readPython(const QString& text, const std::stop_token& stop = {});

}  // namespace actlab::models
