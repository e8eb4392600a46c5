#include "app/widgets/train_digits_grid.hpp"

#include "app/widgets/theme.hpp"
#include "app/widgets/train_data_picture.hpp"

#include <QEvent>
#include <QPainter>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kSide = 44;  // of a picture
constexpr int kCaption = 18;
constexpr int kDigitGap = 12;
constexpr QSize kCell(kSide + kDigitGap, kSide + kCaption + kDigitGap / 2);

QString className(const data::Dataset& data, std::size_t number)
{
    return number < data.classNames.size() ? QString::fromStdString(data.classNames[number])
                                           : QString::number(number);
}

}  // namespace

TrainDigitsGrid::TrainDigitsGrid(QWidget* parent) : QWidget(parent)
{
    setObjectName("train-digits");
    setMinimumSize(3 * kCell.width(), 2 * kCell.height());
}

void TrainDigitsGrid::showData(std::shared_ptr<const data::Dataset> data)
{
    m_data = std::move(data);
    m_images.assign(m_data->test.rows(), {});
    m_answers.clear();
    update();
}

void TrainDigitsGrid::showAnswers(const std::vector<std::uint16_t>& answers)
{
    m_answers = answers;
    update();
}

void TrainDigitsGrid::setWrongOnly(bool wrongOnly)
{
    m_wrongOnly = wrongOnly;
    update();
}

bool TrainDigitsGrid::isWrong(std::size_t row) const
{
    return row < m_answers.size() && m_answers[row] != static_cast<std::uint16_t>(m_data->test.targets[row]);
}

std::vector<std::size_t> TrainDigitsGrid::rowsToShow(std::size_t most) const
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < m_data->test.rows() && rows.size() < most; ++row)
        if (!m_wrongOnly || isWrong(row))
            rows.push_back(row);
    return rows;
}

QImage TrainDigitsGrid::imageOf(std::size_t row, const Theme& theme) const
{
    if (theme.dark != themeOf(palette()).dark)
        return rowAsImage(*m_data, m_data->test, row, theme);
    if (m_images[row].isNull())
        m_images[row] = rowAsImage(*m_data, m_data->test, row, theme);
    return m_images[row];
}

void TrainDigitsGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, size(), themeOf(palette()));
}

void TrainDigitsGrid::paint(QPainter& painter, QSize size, const Theme& theme) const
{
    painter.fillRect(QRect({}, size), theme.surface);
    if (!m_data)
        return;
    const int columns = std::max(1, size.width() / kCell.width()), rows = std::max(1, size.height() / kCell.height());
    const double scale = std::min(static_cast<double>(size.width()) / (columns * kCell.width()),
                                  static_cast<double>(size.height()) / (rows * kCell.height()));
    painter.translate((size.width() - scale * (columns * kCell.width() - kDigitGap)) / 2, scale * kDigitGap / 4);
    painter.scale(scale, scale);
    int place = 0;
    for (const std::size_t row : rowsToShow(static_cast<std::size_t>(columns * rows))) {
        paintCell(painter, QPointF(place % columns * kCell.width(), place / columns * kCell.height()), row, theme);
        ++place;
    }
}

void TrainDigitsGrid::paintCell(QPainter& painter, QPointF corner, std::size_t row, const Theme& theme) const
{
    const QRectF picture(corner, QSizeF(kSide, kSide));
    const bool wrong = isWrong(row);
    painter.drawImage(picture, imageOf(row, theme));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(wrong ? QPen(theme.error, 2.5) : QPen(theme.border, 1));
    painter.drawRect(picture);
    const std::size_t shown = wrong ? m_answers[row] : static_cast<std::size_t>(m_data->test.targets[row]);
    QFont font = scaledFont(0.9, wrong ? QFont::Bold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(wrong ? theme.error : theme.mutedText);
    painter.drawText(QRectF(corner + QPointF(-kDigitGap / 2.0, kSide + 1), QSizeF(kCell.width(), kCaption)),
                     Qt::AlignCenter, (wrong ? QStringLiteral("✗ ") : QString()) + className(*m_data, shown));
}

void TrainDigitsGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        std::ranges::fill(m_images, QImage());
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
