#pragma once

#include <QPixmap>

#include "app/widgets/theme.hpp"
#include "core/data/dataset.hpp"

namespace actlab::widgets {

/// How far the targets go to either side of 0; never 0 itself.
double largestTarget(const data::Table& table);

/// A row of picture data as grey values, dark on light in the light theme and light on dark in the dark one.
QImage rowAsImage(const data::Dataset& data, const data::Table& table, std::size_t row, const Theme& theme);

/// A small portrait of a data set: its points, its curve, or some of its pictures.
QPixmap dataPicture(const data::Dataset& data, int side, double devicePixelRatio, const Theme& theme);

}  // namespace actlab::widgets
