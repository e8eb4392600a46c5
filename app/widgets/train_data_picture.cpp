#include "app/widgets/train_data_picture.hpp"

#include "app/widgets/train_colours.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr double kRange = 6;  // the points of the generated sets lie within ±6

void paintPictures(QPainter& painter, int side, const data::Dataset& data, const Theme& theme)
{
    constexpr int kPerSide = 3;
    const double cell = static_cast<double>(side) / kPerSide;
    for (int place = 0; place < kPerSide * kPerSide && place < static_cast<int>(data.train.rows()); ++place) {
        const QRectF target(cell * (place % kPerSide) + 1, cell * (place / kPerSide) + 1, cell - 2, cell - 2);
        painter.drawImage(target, rowAsImage(data, data.train, static_cast<std::size_t>(place), theme));
    }
}

void paintPoints(QPainter& painter, int side, const data::Dataset& data, const Theme& theme)
{
    const data::Table& table = data.train;
    const bool curve = table.features == 1;
    const double largest = data.task == data::Task::Regression ? largestTarget(table) : 1;
    const auto place = [&](double value, double range) { return (value / range + 1) / 2 * side; };
    painter.setPen(Qt::NoPen);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double x = table.inputs[row * table.features];
        const double y = curve ? table.targets[row] : table.inputs[row * table.features + 1];
        const QColor colour = data.task == data::Task::Classification
                                  ? classColour(static_cast<std::size_t>(table.targets[row]), data.classes, theme)
                              : curve ? theme.accent
                                      : mixed(answerColour(table.targets[row] / largest, theme), theme.text, 0.8);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(place(x, kRange), side - place(y, curve ? largest * 1.2 : kRange)), 1.3, 1.3);
    }
}

}  // namespace

double largestTarget(const data::Table& table)
{
    double largest = 1e-6;
    for (const float target : table.targets)
        largest = std::max(largest, std::abs(static_cast<double>(target)));
    return largest;
}

QImage rowAsImage(const data::Dataset& data, const data::Table& table, std::size_t row, const Theme& theme)
{
    const auto width = static_cast<int>(data.imageWidth), height = static_cast<int>(data.imageHeight);
    const float* values = table.inputs.data() + row * table.features;
    const auto [least, greatest] = std::minmax_element(values, values + table.features);
    const double span = std::max(1e-6f, *greatest - *least);
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double ink = (values[y * width + x] - *least) / span;
            image.setPixelColor(x, y, mixed(theme.text, theme.surface, ink));
        }
    }
    return image;
}

QPixmap dataPicture(const data::Dataset& data, int side, double devicePixelRatio, const Theme& theme)
{
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(theme.surface);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (data.imageWidth > 0)
        paintPictures(painter, side, data, theme);
    else
        paintPoints(painter, side, data, theme);
    return pixmap;
}

}  // namespace actlab::widgets
