#include "app/widgets/example_card.hpp"

#include "app/widgets/theme.hpp"
#include "app/widgets/train_data_picture.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr int kSide = 2 * kSpace, kAbove = 12, kBelow = kSpace;  // round picture and words
constexpr int kTitleGap = 2;                                     // between the title and what is below it
constexpr int kLeastHeight = 170, kLeastPicture = 64;

QFont titleFont()
{
    return scaledFont(1.1, QFont::DemiBold);
}

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
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumWidth(200);
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
    const QRectF inside = QRectF(rect()).adjusted(kSide, kAbove, -kSide, -kBelow);
    const int textHeight = wordsHeight(qRound(inside.width())) + kSpace;
    paintPicture(painter, inside.adjusted(0, 0, 0, -textHeight));
    paintWords(painter, inside.adjusted(0, inside.height() - textHeight + kSpace, 0, 0));
}

/// Large type in a narrow card takes more lines.
int ExampleCard::heightForWidth(int width) const
{
    const int words = wordsHeight(width - 2 * kSide) + kSpace;
    return std::max(kLeastHeight, kAbove + kLeastPicture + words + kBelow);
}

/// Of all lines of the title and of the words below it.
int ExampleCard::wordsHeight(int width) const
{
    const QRect room(0, 0, width, QWIDGETSIZE_MAX);
    const auto heightOf = [&](const QFontMetrics& metrics, const QString& words) {
        return metrics.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, words).height();
    };
    return heightOf(QFontMetrics(titleFont()), m_title) + kTitleGap + heightOf(fontMetrics(), m_about);
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
    painter.setFont(titleFont());
    QRectF title;
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_title, &title);
    place.setTop(title.bottom() + kTitleGap);
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
