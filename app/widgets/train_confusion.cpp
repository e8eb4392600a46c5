#include "app/widgets/train_confusion.hpp"

#include "app/widgets/theme.hpp"
#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_form.hpp"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <numeric>

namespace actlab::widgets {

namespace {

constexpr double kLargestCell = 128, kSmallestWithNumbers = 20;

QString nameOfClass(const data::Dataset& data, std::size_t number)
{
    return number < data.classNames.size() ? QString::fromStdString(data.classNames[number])
                                           : QString::number(number);
}

double spaceForNames()
{
    return scaledToType(112);
}

double spaceForTitles()
{
    return scaledToType(52);
}

double spaceForShares()
{
    return scaledToType(88);
}

}  // namespace

TrainConfusion::TrainConfusion(QWidget* parent) : QWidget(parent)
{
    setObjectName("train-confusion");
    setAccessibleName(tr("Answers by class"));
}

QSize TrainConfusion::minimumSizeHint() const
{
    return {scaledToType(320), scaledToType(240)};
}

void TrainConfusion::showData(std::shared_ptr<const data::Dataset> data)
{
    m_data = std::move(data);
    m_classes = m_data->classes;
    clearPicture();
}

void TrainConfusion::showPicture(const nn::Picture& picture)
{
    if (!m_data || picture.testAnswers.size() != m_data->test.rows())
        return;
    std::ranges::fill(m_counts, std::size_t{0});
    for (std::size_t row = 0; row < picture.testAnswers.size(); ++row)
        if (const auto truth = static_cast<std::size_t>(m_data->test.targets[row]);
            truth < m_classes && picture.testAnswers[row] < m_classes)
            ++m_counts[truth * m_classes + picture.testAnswers[row]];
    m_hasAnswers = true;
    update();
}

void TrainConfusion::clearPicture()
{
    m_counts.assign(m_classes * m_classes, 0);
    m_hasAnswers = false;
    update();
}

void TrainConfusion::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

bool TrainConfusion::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

TrainConfusion::Grid TrainConfusion::grid() const
{
    const double wide = width() - spaceForNames() - spaceForShares(), high = height() - spaceForTitles();
    const auto classes = static_cast<double>(std::max<std::size_t>(m_classes, 1));
    const double side = std::clamp(std::min(wide, high) / classes, 2.0, double(scaledToType(int(kLargestCell))));
    const double left = spaceForNames() + std::max(0.0, (wide - side * classes) / 2);
    return {QRectF(left, spaceForTitles(), side * classes, side * classes), side};
}

std::size_t TrainConfusion::rowsOf(std::size_t number) const
{
    const auto begin = m_counts.begin() + static_cast<std::ptrdiff_t>(number * m_classes);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(m_classes), std::size_t{0});
}

QString TrainConfusion::rightText(std::size_t number) const
{
    const std::size_t all = rowsOf(number);
    if (!m_hasAnswers || all == 0)
        return QStringLiteral("–");
    return tr("%1 %").arg(100.0 * static_cast<double>(count(number, number)) / static_cast<double>(all), 0, 'f', 0);
}

QString TrainConfusion::tipAt(QPointF place) const
{
    const Grid at = grid();
    if (!m_hasAnswers || !at.cells.contains(place))
        return {};
    const QPointF inside = (place - at.cells.topLeft()) / at.side;
    const auto row = std::min(static_cast<std::size_t>(inside.y()), m_classes - 1);
    const auto column = std::min(static_cast<std::size_t>(inside.x()), m_classes - 1);
    return tr("%1 of %2 rows of %3 were taken for %4")
        .arg(count(row, column))
        .arg(rowsOf(row))
        .arg(nameOfClass(*m_data, row), nameOfClass(*m_data, column));
}

void TrainConfusion::paintEvent(QPaintEvent*)
{
    if (!m_data || m_classes == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Grid at = grid();
    paintCells(painter, at);
    paintNames(painter, at);
    paintTitles(painter, at);
}

/// The deeper the colour, the larger the share of its row; right answers in one colour, wrong ones in the other.
void TrainConfusion::paintCells(QPainter& painter, const Grid& at) const
{
    const Theme theme = themeOf(palette());
    painter.setFont(scaledFont(at.side > 48 ? 1.2 : 0.9));
    for (std::size_t row = 0; row < m_classes; ++row) {
        const auto all = static_cast<double>(std::max<std::size_t>(rowsOf(row), 1));
        for (std::size_t column = 0; column < m_classes; ++column) {
            const QRectF cell(at.cells.left() + at.side * static_cast<double>(column),
                              at.cells.top() + at.side * static_cast<double>(row), at.side, at.side);
            const double share = static_cast<double>(count(row, column)) / all;
            const QColor full = classColour(row == column ? 1 : 0, 2, theme);
            painter.fillRect(cell.adjusted(1, 1, -1, -1),
                             m_hasAnswers ? mixed(full, theme.surface, 0.6 * share) : theme.surface);
            if (!m_hasAnswers || at.side < kSmallestWithNumbers)
                continue;
            painter.setPen(count(row, column) == 0 ? theme.mutedText : theme.text);
            painter.drawText(cell, Qt::AlignCenter, QString::number(count(row, column)));
        }
    }
}

void TrainConfusion::paintNames(QPainter& painter, const Grid& at) const
{
    const Theme theme = themeOf(palette());
    painter.setFont(scaledFont(1));
    painter.setPen(theme.text);
    const QFontMetricsF metrics(painter.font());
    if (at.side < metrics.height())
        return;
    for (std::size_t number = 0; number < m_classes; ++number) {
        const double along = at.side * static_cast<double>(number);
        const QString name = nameOfClass(*m_data, number);
        const QRectF left(at.cells.left() - spaceForNames(), at.cells.top() + along, spaceForNames() - kSpace,
                          at.side);
        painter.drawText(left, Qt::AlignVCenter | Qt::AlignRight,
                         metrics.elidedText(name, Qt::ElideMiddle, left.width()));
        const QRectF above(at.cells.left() + along, at.cells.top() - metrics.height() - 4, at.side, metrics.height());
        painter.drawText(above, Qt::AlignCenter, metrics.elidedText(name, Qt::ElideMiddle, at.side - 4));
        const QRectF right(at.cells.right() + kSpace, at.cells.top() + along, spaceForShares() - kSpace, at.side);
        painter.drawText(right, Qt::AlignVCenter | Qt::AlignLeft, rightText(number));
    }
}

void TrainConfusion::paintTitles(QPainter& painter, const Grid& at) const
{
    painter.setFont(scaledFont(0.9));
    painter.setPen(themeOf(palette()).mutedText);
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height();
    painter.drawText(QRectF(at.cells.left(), 0, std::max(at.cells.width(), 160.0), line), Qt::AlignLeft,
                     tr("answered by the network →"));
    painter.drawText(QRectF(at.cells.left() - spaceForNames(), 0, spaceForNames() - kSpace, line), Qt::AlignRight,
                     tr("test rows of ↓"));
    painter.drawText(QRectF(at.cells.right() + kSpace, at.cells.top() - line - 4, spaceForShares(), line),
                     Qt::AlignLeft, tr("right"));
}

}  // namespace actlab::widgets
