#include "app/widgets/train_activation_choices.hpp"

#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr QSize kIconSize(28, 18);

std::vector<double> iconAbscissae()
{
    constexpr int kPoints = 57;
    constexpr double kReach = 3.5;
    std::vector<double> x;
    for (int i = 0; i < kPoints; ++i)
        x.push_back(kReach * (2.0 * i / (kPoints - 1) - 1));
    return x;
}

QPainterPath curvePath(const std::vector<double>& x, const std::vector<double>& y)
{
    double low = -1, high = 1;   // at least this much, so that a constant is a flat line
    for (const double value : y) {
        if (std::isfinite(value)) {
            low = std::max(std::min(low, value), -3.5);
            high = std::min(std::max(high, value), 3.5);
        }
    }
    QPainterPath path;
    bool pen = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const QPointF point((x[i] / x.back() + 1) / 2 * (kIconSize.width() - 4) + 2,
                            kIconSize.height() - 3 - (y[i] - low) / (high - low) * (kIconSize.height() - 6));
        const bool visible = std::isfinite(y[i]) && y[i] <= high + 0.5 && y[i] >= low - 0.5;
        if (visible)
            pen ? path.lineTo(point) : path.moveTo(point);
        pen = visible;
    }
    return path;
}

QIcon curveIcon(const activation::Activation& activation)
{
    const std::vector<double> x = iconAbscissae();
    const auto outputs = activation.evaluate<double>(x, 0);
    const double ratio = qGuiApp->devicePixelRatio();
    QPixmap pixmap(kIconSize * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeOf(QGuiApplication::palette()).accent, 1.5));
    painter.drawPath(curvePath(x, outputs.front()));
    return pixmap;
}

}  // namespace

void TrainActivationChoices::setOwn(const std::vector<activation::ActivationPtr>& own)
{
    if (own == m_own && !m_choices.empty())
        return;
    beginResetModel();
    m_own = own;
    m_choices = own;
    const auto& catalogue = activation::catalogue();
    m_choices.insert(m_choices.end(), catalogue.begin(), catalogue.end());
    m_icons.assign(m_choices.size(), {});
    endResetModel();
}

void TrainActivationChoices::repaint()
{
    m_icons.assign(m_choices.size(), {});
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

int TrainActivationChoices::rowOf(const std::string& name) const
{
    const auto found = std::ranges::find(m_choices, name, [](const auto& choice) { return choice->name(); });
    return found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin());
}

int TrainActivationChoices::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant TrainActivationChoices::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(index.row());
    if (row >= m_choices.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(m_choices[row]->name());
    case Qt::ToolTipRole: return QString::fromStdString(m_choices[row]->definition().formula);
    case Qt::DecorationRole:
        if (m_icons[row].isNull())
            m_icons[row] = curveIcon(*m_choices[row]);
        return m_icons[row];
    default: return {};
    }
}

}  // namespace actlab::widgets
