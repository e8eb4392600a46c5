#include "app/widgets/train_flow_picture.hpp"

#include "app/widgets/number_text.hpp"
#include "app/widgets/theme.hpp"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

struct FlowWords {
    Q_DECLARE_TR_FUNCTIONS(TrainFlowPicture)
};

constexpr double kDecadesShown = 6;
constexpr int kBarsHeight = 20;

QString layerName(std::size_t layer, std::size_t layers)
{
    return layer + 1 == layers ? FlowWords::tr("output") : FlowWords::tr("layer %1").arg(layer + 1);
}

/// Of the height: the greatest gradient fills it, one that is 10⁻⁶ of it nothing.
double filledBy(double gradient, double greatest)
{
    if (!(gradient > 0 && greatest > 0))
        return 0;
    return std::clamp(1 + std::log10(gradient / greatest) / kDecadesShown, 0.0, 1.0);
}

QString timesText(double factor)
{
    constexpr double kMostSpelledOut = 1e9;
    return factor < kMostSpelledOut ? QString::number(std::llround(factor)) : numberText(factor, 2);
}

}  // namespace

TrainFlowPicture::TrainFlowPicture(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(kBarsHeight + fontMetrics().height());
    setAccessibleName(tr("Gradient of each layer"));
    hide();
}

void TrainFlowPicture::show(const std::vector<nn::LayerFlow>& flow)
{
    m_flow = flow;
    setVisible(!flow.empty());
    update();
}

double TrainFlowPicture::captionWidth() const
{
    return QFontMetricsF(scaledFont(0.8)).horizontalAdvance(tr("gradient")) + kSpace;
}

double TrainFlowPicture::roomOfEach() const
{
    return (width() - captionWidth()) / static_cast<double>(std::max<std::size_t>(m_flow.size(), 1));
}

QRectF TrainFlowPicture::barOf(std::size_t layer) const
{
    double greatest = 0;
    for (const nn::LayerFlow& each : m_flow)
        greatest = std::max(greatest, each.gradient);
    const double room = roomOfEach();
    const double wide = std::min(room - 4, 4.0 * kSpace);
    const double high = std::max(filledBy(m_flow[layer].gradient, greatest) * kBarsHeight, 1.0);
    return {captionWidth() + static_cast<double>(layer) * room + (room - wide) / 2, kBarsHeight - high, wide, high};
}

void TrainFlowPicture::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(palette());
    const double room = roomOfEach(), left = captionWidth();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaledFont(0.8));
    painter.setPen(theme.mutedText);
    painter.drawLine(QPointF(left, kBarsHeight), QPointF(width(), kBarsHeight));
    painter.drawText(QRectF(0, 0, left, kBarsHeight), Qt::AlignLeft | Qt::AlignBottom, tr("gradient"));
    for (std::size_t i = 0; i < m_flow.size(); ++i) {
        painter.fillRect(barOf(i), theme.accent);
        const QRectF below(left + static_cast<double>(i) * room, kBarsHeight, room, height() - kBarsHeight);
        const bool isRoomy = room > 7 * kSpace;
        painter.drawText(below, Qt::AlignCenter, isRoomy ? layerName(i, m_flow.size()) : QString::number(i + 1));
    }
}

QString TrainFlowPicture::tipAt(double x) const
{
    if (m_flow.empty())
        return {};
    const double place = std::max((x - captionWidth()) / std::max(roomOfEach(), 1.0), 0.0);
    const std::size_t layer = std::min(static_cast<std::size_t>(place), m_flow.size() - 1);
    const nn::LayerFlow& flow = m_flow[layer];
    QString tip = tr("%1: the loss pulls at its weights with %2")
                      .arg(layerName(layer, m_flow.size()), numberText(flow.gradient, 3));
    if (flow.update)
        tip += '\n' + tr("a step moves them by %1 of their length").arg(numberText(*flow.update, 2));
    return tip;
}

bool TrainFlowPicture::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos().x()), this);
        return true;
    }
    return QWidget::event(event);
}

QString wordsFor(const std::vector<nn::LayerFlow>& flow)
{
    if (flow.empty())
        return {};
    const auto last = static_cast<int>(flow.size()) - 1;
    const double first = flow.front().gradient, end = flow[flow.size() - 2].gradient;
    switch (nn::stateOf(flow)) {
    case nn::FlowState::Vanishing:
        return FlowWords::tr("The gradient vanishes on its way back: layer %1 gets %2 times what layer 1 gets.")
            .arg(last)
            .arg(timesText(end / first));
    case nn::FlowState::Exploding:
        return FlowWords::tr("The gradient explodes on its way back: layer 1 gets %2 times what layer %1 gets.")
            .arg(last)
            .arg(timesText(first / end));
    case nn::FlowState::Even: break;
    }
    return FlowWords::tr("Gradients reach every layer.");
}

}  // namespace actlab::widgets
