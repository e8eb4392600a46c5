#include "app/widgets/train_width_buttons.hpp"

#include "app/widgets/theme.hpp"
#include "core/nn/limits.hpp"

#include <QToolButton>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kButtonSide = 20;
constexpr double kLeastWidthForButtons = 3 * kButtonSide;

}  // namespace

void TrainWidthButtons::show(const std::vector<TrainNetworkColumn>& columns)
{
    m_widths.clear();
    for (std::size_t column = 1; column + 1 < columns.size(); ++column)
        m_widths.push_back(columns[column].neurons);
    while (m_pairs.size() < m_widths.size()) {
        const std::size_t layer = m_pairs.size();
        m_pairs.push_back({addButton(layer, -1), addButton(layer, 1)});
    }
    for (std::size_t layer = 0; layer < m_widths.size(); ++layer) {
        m_pairs[layer].fewer->setEnabled(m_widths[layer] > 1);
        m_pairs[layer].more->setEnabled(m_widths[layer] < nn::kWidestLayer);
    }
}

void TrainWidthButtons::hide()
{
    for (const auto& [fewer, more] : m_pairs) {
        fewer->hide();
        more->hide();
    }
}

void TrainWidthButtons::place(const TrainNetworkGeometry& at, double y)
{
    for (std::size_t layer = 0; layer < m_pairs.size(); ++layer) {
        const auto [fewer, more] = m_pairs[layer];
        const bool isThere = layer < m_widths.size() && at.columnWidth(layer + 1) >= kLeastWidthForButtons;
        fewer->setVisible(isThere);
        more->setVisible(isThere);
        if (!isThere)
            continue;
        const double x = at.columnX(layer + 1), reach = std::min(at.columnWidth(layer + 1) / 2 - kButtonSide, 16.0);
        const int top = qRound(y) - kButtonSide / 2;
        fewer->move(qRound(x - reach) - kButtonSide, top);
        more->move(qRound(x + reach), top);
    }
}

QToolButton* TrainWidthButtons::addButton(std::size_t layer, int by)
{
    auto* button = new QToolButton(m_picture);
    button->setIcon(icon(by < 0 ? "minus" : "plus"));
    button->setIconSize({12, 12});
    button->setFixedSize(kButtonSide, kButtonSide);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRepeat(true);
    button->setObjectName(QStringLiteral("layer-%1-%2").arg(by < 0 ? "fewer" : "more").arg(layer + 1));
    button->setToolTip(by < 0 ? tr("One neuron fewer") : tr("One neuron more"));
    button->setAccessibleName(button->toolTip());
    connect(button, &QToolButton::clicked, this, [this, layer, by] {
        if (layer < m_widths.size())
            Q_EMIT widthAsked(layer, by);
    });
    return button;
}

}  // namespace actlab::widgets
