#include "app/widgets/train_network_drawing.hpp"

#include "app/models/network_portrait.hpp"
#include "app/widgets/activation_icon.hpp"
#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_form.hpp"
#include "core/nn/engine.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr double kThinnest = 0.5, kThickest = 2.6;
constexpr int kCurveImageSide = 96;
constexpr double kBow = 10;
constexpr double kFrame = 2;  // about neurons that are pointed at
constexpr std::size_t kMostLinked = models::NetworkPortrait::kMostNeurons;
constexpr double kLeastType = 0.65;  // of the base font, for the words under narrow columns
constexpr double kStrongest = 0.85;  // no points lie on these pictures

double largestOf(const std::vector<float>& weights)
{
    double largest = 0;
    for (const float weight : weights)
        if (std::isfinite(weight))
            largest = std::max(largest, std::abs(static_cast<double>(weight)));
    return largest;
}

/// Colours of −1 … 1, and one more for what is no number.
class Scale {
public:
    explicit Scale(const Theme& theme)
    {
        for (int i = 0; i <= 2 * kHalf; ++i)
            m_colours[static_cast<std::size_t>(i)] =
                answerColour(static_cast<double>(i - kHalf) / kHalf, theme, kStrongest).rgb();
        m_none = theme.border.rgb();
    }
    QRgb of(double answer) const
    {
        if (std::isnan(answer))
            return m_none;
        return m_colours[static_cast<std::size_t>(kHalf + std::lround(kHalf * std::clamp(answer, -1.0, 1.0)))];
    }

private:
    static constexpr int kHalf = 128;
    std::array<QRgb, 2 * kHalf + 1> m_colours{};
    QRgb m_none;
};

QImage mapImage(const nn::ColumnPictures& column, std::size_t neuron, const Theme& theme)
{
    const std::vector<float>& values = column.neurons[neuron];
    const Scale scale(theme);
    const auto width = static_cast<int>(column.width), height = static_cast<int>(column.height);
    QImage image(width, height, QImage::Format_RGB32);
    const double factor = column.scales[neuron] > 0 ? 1 / column.scales[neuron] : 1;
    for (int y = 0; y < height; ++y) {
        const int row = column.areWeights ? y : height - 1 - y;
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int x = 0; x < width; ++x)
            line[x] = scale.of(factor * values[static_cast<std::size_t>(y * width + x)]);
    }
    return image;
}

QImage curveImage(const nn::ColumnPictures& column, std::size_t neuron, const Theme& theme)
{
    const std::vector<float>& values = column.neurons[neuron];
    const double scale = column.scales[neuron];
    QImage image(kCurveImageSide, kCurveImageSide, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = kCurveImageSide / 2.0, reach = middle - 8;
    painter.setPen(QPen(theme.border, 3));
    painter.drawLine(QPointF(0, middle), QPointF(kCurveImageSide, middle));
    QPainterPath path;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = kCurveImageSide * static_cast<double>(i) / static_cast<double>(values.size() - 1);
        const double y = scale > 0 ? values[i] / scale : 0;
        const QPointF place(x, middle - reach * std::clamp(std::isfinite(y) ? y : 0.0, -1.0, 1.0));
        i == 0 ? path.moveTo(place) : path.lineTo(place);
    }
    painter.setPen(QPen(theme.accent, 6));
    painter.drawPath(path);
    return image;
}

}  // namespace

std::vector<TrainNetworkLinks> networkLinks(const nn::TrainingSpec& spec, const data::Dataset& data,
                                            const std::vector<float>& parameters)
{
    const nn::Layout layout = nn::layoutOf(spec, data);
    std::vector<TrainNetworkLinks> links;
    if (layout.size != parameters.size())
        return links;
    const auto at = [&](std::size_t place) { return parameters.begin() + static_cast<std::ptrdiff_t>(place); };
    for (const nn::Layout::Dense& dense : layout.layers) {
        TrainNetworkLinks each{dense.in,   dense.out, std::min(dense.in, kMostLinked), {}, {}, dense.weights,
                               dense.bias, 0};
        const std::size_t shown = std::min(dense.out, kMostLinked);
        for (std::size_t to = 0; to < shown; ++to)
            each.weights.insert(each.weights.end(), at(dense.weights + to * dense.in),
                                at(dense.weights + to * dense.in + each.fromShown));
        each.biases.assign(at(dense.bias), at(dense.bias + shown));
        each.largest = largestOf(each.weights);
        links.push_back(std::move(each));
    }
    return links;
}

QImage neuronImage(const nn::ColumnPictures& column, std::size_t neuron, const Theme& theme)
{
    return column.height == 1 ? curveImage(column, neuron, theme) : mapImage(column, neuron, theme);
}

int TrainNetworkDrawing::bowRoom() const
{
    return std::ranges::any_of(columns, &TrainNetworkColumn::isLinked) ? qRound(kBow) : 0;
}

void TrainNetworkDrawing::takeCurves(double devicePixelRatio)
{
    curves.clear();
    for (const TrainNetworkColumn& column : columns)
        curves.push_back(column.activation ? activationIcon(*column.activation, theme.accent, devicePixelRatio)
                                           : QPixmap());
}

void TrainNetworkDrawing::takePictures(const std::vector<nn::ColumnPictures>& ofColumns)
{
    pictures.assign(ofColumns.size(), {});
    for (std::size_t column = 0; column < ofColumns.size(); ++column)
        for (std::size_t neuron = 0; neuron < ofColumns[column].neurons.size(); ++neuron)
            pictures[column].push_back(neuronImage(ofColumns[column], neuron, theme));
}

void TrainNetworkDrawing::paint(QPainter& painter, const TrainNetworkGeometry& at, QSize size, int above,
                                int below) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t column = 0; column + 1 < columns.size(); ++column)
        paintLinks(painter, at, column);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        paintNeurons(painter, at, column);
        paintNames(painter, at, column);
        paintWords(painter, at, column, size, above, below);
        paintWiring(painter, at, column);
    }
    paintPointed(painter, at);
}

void TrainNetworkDrawing::paintLinks(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const
{
    const TrainNetworkLinks* known = links.empty() ? nullptr : &links[column];
    painter.setPen(QPen(theme.border, 0.75));
    for (std::size_t to = 0; to < at.shown(column + 1); ++to) {
        for (std::size_t from = 0; from < at.shown(column); ++from) {
            if (known) {
                const double weight = known->weight(to, from);
                const double share =
                    known->largest > 0 ? std::sqrt(std::min(1.0, std::abs(weight) / known->largest)) : 0;
                painter.setPen(
                    QPen(mixed(classColour(weight < 0 ? 0 : 1, 2, theme), theme.window, 0.15 + 0.75 * share),
                         kThinnest + (kThickest - kThinnest) * share));
            }
            painter.drawLine(at.neuron(column, from), at.neuron(column + 1, to));
        }
    }
    if (spot && spot->from && spot->column == column + 1) {
        painter.setPen(QPen(theme.text, kThickest));
        painter.drawLine(at.neuron(column, *spot->from), at.neuron(column + 1, spot->neuron));
    }
}

void TrainNetworkDrawing::paintNeurons(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const
{
    for (std::size_t number = 0; number < at.shown(column); ++number)
        paintNeuron(painter, at, column, number);
    if (!at.isCut(column))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.mutedText);
    for (int dot = 0; dot < 3; ++dot)
        painter.drawEllipse(at.dots(column) + QPointF(0, 4.0 * dot), 1.3, 1.3);
}

void TrainNetworkDrawing::paintNeuron(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column,
                                      std::size_t number) const
{
    const bool isUnderMouse = spot && !spot->from && spot->column == column && spot->neuron == number;
    const bool isSent = spot && spot->from == number && spot->column == column + 1;
    painter.setPen(QPen(isUnderMouse || isSent ? theme.text : theme.mutedText, isUnderMouse ? 2 : 1.25));
    painter.setBrush(theme.surface);
    if (column >= pictures.size() || number >= pictures[column].size())
        return painter.drawEllipse(at.neuron(column, number), at.radius(), at.radius());
    const QRectF square = at.square(column, number);
    painter.drawImage(square, pictures[column][number]);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(square, 2, 2);
}

/// A bow over a layer that is added to what goes in; a bar before one that is normalised over the batch.
void TrainNetworkDrawing::paintWiring(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, kFrame, Qt::SolidLine, Qt::RoundCap));
    const QRectF first = at.square(column, 0);
    if (columns[column].isNormalised) {
        const double x = first.left() - 2 * kFrame;
        painter.drawLine(QPointF(x, first.top()), QPointF(x, at.square(column, at.shown(column) - 1).bottom()));
    }
    if (!columns[column].isLinked)
        return;
    const QRectF before = at.square(column - 1, 0);
    const QPointF from(before.center().x(), before.top() - kFrame), to(first.center().x(), first.top() - kFrame);
    const double top = std::min(from.y(), to.y()) - kBow;
    QPainterPath bow(from);
    bow.cubicTo(QPointF(from.x() + (to.x() - from.x()) / 4, top), QPointF(to.x() - (to.x() - from.x()) / 4, top), to);
    painter.drawPath(bow);
    painter.setBrush(theme.accent);
    painter.drawEllipse(to, kFrame, kFrame);
}

/// A frame about each; about the dots where one of them is not shown.
void TrainNetworkDrawing::paintPointed(QPainter& painter, const TrainNetworkGeometry& at) const
{
    if (pointed.empty() || pointedColumn + 1 >= columns.size())
        return;
    painter.setPen(QPen(theme.accent, kFrame));
    painter.setBrush(Qt::NoBrush);
    const std::size_t shown = at.shown(pointedColumn);
    for (const std::size_t number : pointed)
        if (number < shown)
            painter.drawRoundedRect(at.square(pointedColumn, number).adjusted(-kFrame, -kFrame, kFrame, kFrame), 4,
                                    4);
    if (at.isCut(pointedColumn) && *std::ranges::max_element(pointed) >= shown)
        painter.drawRoundedRect(QRectF(at.dots(pointedColumn) - QPointF(6, 4), QSizeF(12, 16)), 4, 4);
}

void TrainNetworkDrawing::paintNames(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const
{
    const QStringList& names = columns[column].names;
    const bool isFirst = column == 0;
    if (names.isEmpty())
        return;
    const double room = at.nameRoom(column);
    painter.setPen(theme.mutedText);
    const QFontMetrics metrics(painter.font());
    for (std::size_t number = 0; number < at.shown(column) && static_cast<qsizetype>(number) < names.size();
         ++number) {
        const QRectF square = at.square(column, number);
        const double left = isFirst ? square.left() - kBesideNeuron - room : square.right() + kBesideNeuron;
        painter.drawText(QRectF(left, square.top(), room, square.height()),
                         Qt::AlignVCenter | (isFirst ? Qt::AlignRight : Qt::AlignLeft),
                         metrics.elidedText(names[static_cast<qsizetype>(number)], Qt::ElideMiddle, qRound(room)));
    }
}

void TrainNetworkDrawing::paintWords(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column,
                                     QSize size, int above, int below) const
{
    const TrainNetworkColumn& words = columns[column];
    const QPixmap& curve = curves[column];
    const int space = curve.isNull() ? 0 : kActivationIconSize.width() + 4;
    const QFontMetrics metrics(painter.font());
    const int room = qRound(at.columnWidth(column)) - space - 4;
    const bool curveAlone =
        !curve.isNull() && room < scaledToType(36) && room < metrics.horizontalAdvance(words.above);
    const QString name = curveAlone ? QString() : metrics.elidedText(words.above, Qt::ElideRight, room);
    const double left = at.columnX(column) - (space + metrics.horizontalAdvance(name)) / 2.0;
    if (!curve.isNull())
        painter.drawPixmap(QPointF(left, (above - kActivationIconSize.height()) / 2.0), curve);
    painter.setPen(curve.isNull() ? theme.mutedText : theme.text);
    painter.drawText(QRectF(left + space, 0, at.columnWidth(column), above), Qt::AlignVCenter, name);
    const double width = at.columnWidth(column), wanted = metrics.horizontalAdvance(words.below);
    painter.save();
    if (wanted > width)
        painter.setFont(scaledFont(std::max(kLeastType, 0.85 * width / wanted)));
    painter.drawText(QRectF(at.columnX(column) - width / 2, size.height() - below, width, below), Qt::AlignCenter,
                     words.below);
    painter.restore();
}

}  // namespace actlab::widgets
