#include "app/widgets/checks_sign.hpp"

#include "app/widgets/theme.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace actlab::widgets {

namespace {

using analysis::Severity;

struct SignWords {
    Q_DECLARE_TR_FUNCTIONS(ChecksSign)
};

/// In a square of 16 by 16.
QPainterPath outlineOf(Severity severity)
{
    QPainterPath path;
    switch (severity) {
    case Severity::Ok:
        path.moveTo(3.5, 8.5);
        path.lineTo(6.5, 11.5);
        path.lineTo(12.5, 4.5);
        break;
    case Severity::Mind:
        path.addPolygon(QPolygonF({{8, 2}, {14.5, 13.5}, {1.5, 13.5}, {8, 2}}));
        path.moveTo(8, 6.5);
        path.lineTo(8, 9.5);
        path.moveTo(8, 11.5);
        path.lineTo(8, 11.6);
        break;
    case Severity::Trouble:
        path.addEllipse(QPointF(8, 8), 6.5, 6.5);
        path.moveTo(5.5, 5.5);
        path.lineTo(10.5, 10.5);
        path.moveTo(10.5, 5.5);
        path.lineTo(5.5, 10.5);
        break;
    }
    return path;
}

}  // namespace

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Ok: return SignWords::tr("fine");
    case Severity::Mind: return SignWords::tr("mind this");
    case Severity::Trouble: return SignWords::tr("trouble");
    }
    return {};
}

QColor colourOf(Severity severity, const Theme& theme)
{
    return severity == Severity::Ok ? theme.good : severity == Severity::Mind ? theme.warning : theme.error;
}

ChecksSign::ChecksSign(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    show(Severity::Ok);
}

void ChecksSign::show(Severity severity)
{
    m_severity = severity;
    setToolTip(wordFor(severity));
    setAccessibleName(wordFor(severity));
    update();
}

QSize ChecksSign::sizeHint() const
{
    constexpr double kOfLine = 0.9;
    const int side = qRound(kOfLine * fontMetrics().height());
    return {side, side};
}

void ChecksSign::paintEvent(QPaintEvent* /*event*/)
{
    constexpr double kDrawnIn = 16;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / kDrawnIn, height() / kDrawnIn);
    painter.setPen(QPen(colourOf(m_severity, themeOf(palette())), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(outlineOf(m_severity));
}

}  // namespace actlab::widgets
