#include "app/widgets/example_card.hpp"

#include "app/widgets/theme.hpp"
#include "app/widgets/train_data_picture.hpp"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace actlab::widgets {

namespace {

/// The curve over [-4, 4] in a picture of [-2, 4].
QPainterPath pathOf(const activation::Activation& activation, const QRectF& place)
{
    constexpr int kPoints = 161;
    std::vector<double> x;
    for (int i = 0; i < kPoints; ++i)
        x.push_back(-4 + 8.0 * i / (kPoints - 1));
    const auto y = activation.evaluate<double>(x, 0).front();
    QPainterPath path;
    bool isPenDown = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const QPointF point(place.left() + (x[i] + 4) / 8 * place.width(),
                            place.bottom() - (y[i] + 2) / 6 * place.height());
        if (std::isfinite(y[i]))
            isPenDown ? path.lineTo(point) : path.moveTo(point);
        isPenDown = std::isfinite(y[i]);
    }
    return path;
}

}  // namespace

ExampleCard::ExampleCard(const workspace::Example& example, QWidget* parent)
    : QAbstractButton(parent),
      m_pictured(example.pictured),
      m_title(QString::fromUtf8(example.title)),
      m_about(QString::fromUtf8(example.about))
{
    setAccessibleName(m_title);
    setAccessibleDescription(m_about);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(200, 170);
    setMaximumHeight(320);
    if (example.place != workspace::Place::Train)
        return;
    if (auto data = data::load(example.document.training.data))
        m_data = std::move(*data);
}

void ExampleCard::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = underMouse() || hasFocus() || isDown();
    painter.setPen(QPen(isLit ? theme.accent : theme.border, isLit ? 2 : 1));
    painter.setBrush(isDown() ? theme.accentSoft : theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const int textHeight = fontMetrics().height() * 3 + kSpace * 3;
    const QRectF inside = QRectF(rect()).adjusted(kSpace * 2, kSpace * 1.5, -kSpace * 2, -kSpace);
    paintPicture(painter, inside.adjusted(0, 0, 0, -textHeight));
    paintWords(painter, inside.adjusted(0, inside.height() - textHeight + kSpace, 0, 0));
}

void ExampleCard::paintPicture(QPainter& painter, const QRectF& place) const
{
    if (!m_data) {
        paintCurves(painter, place);
        return;
    }
    const int side = static_cast<int>(std::min(place.width(), place.height()));
    const QPointF corner(place.center().x() - side / 2.0, place.top());
    painter.drawPixmap(corner, dataPicture(*m_data, side, devicePixelRatioF(), themeOf(palette())));
}

void ExampleCard::paintWords(QPainter& painter, QRectF place) const
{
    const Theme theme = themeOf(palette());
    painter.setPen(theme.text);
    painter.setFont(scaledFont(1.1, QFont::DemiBold));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, m_title);
    place.setTop(place.top() + painter.fontMetrics().height() + 2);
    painter.setPen(theme.mutedText);
    painter.setFont(font());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_about);
}

void ExampleCard::paintCurves(QPainter& painter, const QRectF& place) const
{
    const Theme theme = themeOf(palette());
    painter.save();
    painter.setClipRect(place);
    painter.setPen(theme.grid);
    painter.drawLine(QPointF(place.left(), place.bottom() - place.height() / 3),
                     QPointF(place.right(), place.bottom() - place.height() / 3));
    painter.drawLine(QPointF(place.center().x(), place.top()), QPointF(place.center().x(), place.bottom()));
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_pictured.size(); ++i) {
        painter.setPen(curvePen(curveColour(static_cast<int>(i), theme), 0));
        painter.drawPath(pathOf(*m_pictured[i], place));
    }
    painter.restore();
}

void ExampleCard::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ExampleCard::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace actlab::widgets
