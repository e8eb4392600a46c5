#include "app/widgets/train_network_picture.hpp"

#include "app/widgets/activation_icon.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_form.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/limits.hpp"

#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

constexpr int kNeurons = 96;  // pixels from the top of a column to its bottom
constexpr int kButtonSide = 20;

// For the words over and under the neurons.
int spaceAbove()
{
    return scaledToType(22);
}
int spaceBelow()
{
    return scaledToType(26);
}

double largestOf(const std::vector<float>& weights)
{
    double largest = 0;
    for (const float weight : weights)
        if (std::isfinite(weight))
            largest = std::max(largest, std::abs(static_cast<double>(weight)));
    return largest;
}

}  // namespace

TrainNetworkPicture::TrainNetworkPicture(QWidget* parent) : QWidget(parent)
{
    setObjectName("train-network");
    setFixedHeight(spaceAbove() + kNeurons + spaceBelow());
}

void TrainNetworkPicture::showNetwork(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    m_columns = networkColumns(spec, data);
    if (!fits(m_links))
        m_links.clear();
    m_curves = curvesIn(themeOf(palette()).accent, devicePixelRatioF());
    fitButtons();
    update();
}

void TrainNetworkPicture::showWeights(const nn::TrainingSpec& spec, const data::Dataset& data,
                                      const std::vector<float>& parameters)
{
    const nn::Layout layout = nn::layoutOf(spec, data);
    std::vector<Links> links;
    if (layout.size == parameters.size()) {
        for (const nn::Layout::Dense& dense : layout.layers) {
            const auto begin = parameters.begin() + static_cast<std::ptrdiff_t>(dense.weights);
            links.push_back(
                {dense.in, dense.out, {begin, begin + static_cast<std::ptrdiff_t>(dense.in * dense.out)}, 0});
            links.back().largest = largestOf(links.back().weights);
        }
    }
    m_links = fits(links) ? std::move(links) : std::vector<Links>{};
    update();
}

void TrainNetworkPicture::clearWeights()
{
    m_links.clear();
    update();
}

bool TrainNetworkPicture::fits(const std::vector<Links>& links) const
{
    if (links.size() + 1 != m_columns.size())
        return false;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].from != m_columns[i].neurons || links[i].to != m_columns[i + 1].neurons)
            return false;
    return true;
}

std::vector<QPixmap> TrainNetworkPicture::curvesIn(const QColor& colour, double devicePixelRatio) const
{
    std::vector<QPixmap> curves;
    for (const TrainNetworkColumn& column : m_columns)
        curves.push_back(column.activation ? activationIcon(*column.activation, colour, devicePixelRatio)
                                           : QPixmap());
    return curves;
}

void TrainNetworkPicture::fitButtons()
{
    const std::size_t layers = m_columns.size() - 2;
    while (m_buttons.size() < layers) {
        const std::size_t layer = m_buttons.size();
        m_buttons.push_back({addButton(layer, -1), addButton(layer, 1)});
    }
    for (std::size_t layer = 0; layer < m_buttons.size(); ++layer) {
        const auto [fewer, more] = m_buttons[layer];
        fewer->setVisible(layer < layers);  // kept for later: it may be the button that is being clicked
        more->setVisible(layer < layers);
        if (layer < layers) {
            fewer->setEnabled(m_columns[layer + 1].neurons > 1);
            more->setEnabled(m_columns[layer + 1].neurons < nn::kWidestLayer);
        }
    }
    placeButtons();
}

QToolButton* TrainNetworkPicture::addButton(std::size_t layer, int by)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(by < 0 ? "minus" : "plus"));
    button->setIconSize({12, 12});
    button->setFixedSize(kButtonSide, kButtonSide);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRepeat(true);
    button->setObjectName(QStringLiteral("layer-%1-%2").arg(by < 0 ? "fewer" : "more").arg(layer + 1));
    button->setToolTip(by < 0 ? tr("One neuron fewer") : tr("One neuron more"));
    button->setAccessibleName(button->toolTip());
    connect(button, &QToolButton::clicked, this, [this, layer, by] {
        if (layer + 2 < m_columns.size())
            Q_EMIT widthAsked(layer, m_columns[layer + 1].neurons + static_cast<std::size_t>(by));
    });
    return button;
}

void TrainNetworkPicture::placeButtons()
{
    if (m_columns.empty())
        return;
    const TrainNetworkGeometry at = geometry(size());
    const int y = height() - spaceBelow() + (spaceBelow() - kButtonSide) / 2;
    const double reach = std::min(at.columnWidth() / 2 - kButtonSide, 16.0);
    for (std::size_t layer = 0; layer + 2 < m_columns.size(); ++layer) {
        const double x = at.columnX(layer + 1);
        m_buttons[layer].fewer->move(qRound(x - reach) - kButtonSide, y);
        m_buttons[layer].more->move(qRound(x + reach), y);
    }
}

TrainNetworkGeometry TrainNetworkPicture::geometry(QSize size) const
{
    return {m_columns, QRectF(0, spaceAbove(), size.width(), size.height() - spaceAbove() - spaceBelow())};
}

void TrainNetworkPicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, size(), themeOf(palette()), m_curves);
}

Figure TrainNetworkPicture::figure() const
{
    constexpr double kSharpness = 8;
    const auto paintOnWhite = [this](QCPPainter& painter, QSize size) {
        const Theme theme = lightTheme();
        painter.fillRect(QRect({}, size), theme.surface);
        painter.setFont(font());
        paint(painter, size, theme, curvesIn(theme.accent, kSharpness));
    };
    return {.key = QStringLiteral("network"), .name = tr("Network"), .size = size(), .paint = paintOnWhite};
}

void TrainNetworkPicture::paint(QPainter& painter, QSize size, const Theme& theme, std::vector<QPixmap> curves) const
{
    if (m_columns.empty())
        return;
    const Canvas canvas{painter, size, geometry(size), theme, std::move(curves)};
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t column = 0; column + 1 < m_columns.size(); ++column)
        paintLinks(canvas, column);
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        paintNeurons(canvas, column);
        paintWords(canvas, column);
    }
}

void TrainNetworkPicture::paintLinks(const Canvas& canvas, std::size_t column) const
{
    const auto& [painter, size, at, theme, curves] = canvas;
    constexpr double kThinnest = 0.5, kThickest = 2.6;
    const Links* links = m_links.empty() ? nullptr : &m_links[column];
    painter.setPen(QPen(theme.border, 0.75));
    for (std::size_t to = 0; to < at.shown(column + 1); ++to) {
        for (std::size_t from = 0; from < at.shown(column); ++from) {
            if (links) {
                const double weight = links->weights[to * links->from + from];
                const double share =
                    links->largest > 0 ? std::sqrt(std::min(1.0, std::abs(weight) / links->largest)) : 0;
                painter.setPen(
                    QPen(mixed(classColour(weight < 0 ? 0 : 1, 2, theme), theme.window, 0.15 + 0.75 * share),
                         kThinnest + (kThickest - kThinnest) * share));
            }
            painter.drawLine(at.neuron(column, from), at.neuron(column + 1, to));
        }
    }
}

void TrainNetworkPicture::paintNeurons(const Canvas& canvas, std::size_t column) const
{
    const auto& [painter, size, at, theme, curves] = canvas;
    painter.setPen(QPen(theme.mutedText, 1.25));
    painter.setBrush(theme.surface);
    for (std::size_t number = 0; number < at.shown(column); ++number)
        painter.drawEllipse(at.neuron(column, number), at.radius(), at.radius());
    if (!at.isCut(column))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.mutedText);
    for (int dot = 0; dot < 3; ++dot)
        painter.drawEllipse(at.dots(column) + QPointF(0, 4.0 * dot), 1.3, 1.3);
}

void TrainNetworkPicture::paintWords(const Canvas& canvas, std::size_t column) const
{
    const auto& [painter, size, at, theme, curves] = canvas;
    const TrainNetworkColumn& words = m_columns[column];
    const QPixmap& curve = curves[column];
    const int space = curve.isNull() ? 0 : kActivationIconSize.width() + 4;
    const QFontMetrics metrics(font());
    const int room = qRound(at.columnWidth()) - space - 4;
    const bool curveAlone =
        !curve.isNull() && room < scaledToType(36) && room < metrics.horizontalAdvance(words.above);
    const QString above = curveAlone ? QString() : metrics.elidedText(words.above, Qt::ElideRight, room);
    const double left = at.columnX(column) - (space + metrics.horizontalAdvance(above)) / 2.0;
    if (!curve.isNull())
        painter.drawPixmap(QPointF(left, (spaceAbove() - kActivationIconSize.height()) / 2.0), curve);
    painter.setPen(curve.isNull() ? theme.mutedText : theme.text);
    painter.drawText(QRectF(left + space, 0, at.columnWidth(), spaceAbove()), Qt::AlignVCenter, above);
    painter.drawText(QRectF(at.columnX(column) - at.columnWidth() / 2, size.height() - spaceBelow(), at.columnWidth(),
                            spaceBelow()),
                     Qt::AlignCenter, words.below);
}

void TrainNetworkPicture::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void TrainNetworkPicture::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_curves = curvesIn(themeOf(palette()).accent, devicePixelRatioF());
    if (event->type() == QEvent::FontChange)
        setFixedHeight(spaceAbove() + kNeurons + spaceBelow());
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
