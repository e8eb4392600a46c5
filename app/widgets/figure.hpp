#pragma once

#include <QSize>
#include <QString>
#include <functional>
#include <optional>
#include <string>

#include "app/models/exportable.hpp"

class QCPPainter;

namespace actlab::widgets {

/// A picture that can be drawn at any size, and the numbers behind it.
struct Figure {
    QString key;   ///< stays the same while the plot changes: "curves"
    QString name;  ///< as a person reads it; its file is named so too
    QSize size;    ///< as on the screen, or larger where it is small there
    std::function<void(QCPPainter& painter, QSize size)> paint;
    std::function<std::string()> csv = {};  ///< empty where there are no numbers

    bool isEmpty() const { return !paint; }  ///< there is nothing to draw
};

/// Writes it to a .png, .svg or .pdf of this size; text stays text in the last two. The error is a sentence.
std::optional<QString> writeFigure(const Figure& figure, const QString& path, QSize size);

/// As a picture in each of the three formats, and as a table. `paint` is called when one is written.
models::Exportable exportableFigure(const Figure& figure);
/// What exportableFigure() made, onto the clipboard, as pixels and as lines at once: who pastes takes what it can.
/// False where there is no room for the pixels.
bool copyPicture(const models::Exportable& figure, QSize size);

}  // namespace actlab::widgets
