#include "app/widgets/theme.hpp"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace actlab::widgets {

namespace {

/// Paints an SVG's shape in a colour of the application's palette at the moment of painting.
class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(const QString& path, QPalette::ColorRole role) : m_path(path), m_role(role) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->drawPixmap(rect, tinted(rect.size() * painter->device()->devicePixelRatioF(), mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return tinted(size, mode); }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return tinted(size, mode);
    }

    QIconEngine* clone() const override { return new TintedIconEngine(*this); }

private:
    QPixmap tinted(QSize size, QIcon::Mode mode) const
    {
        if (size.isEmpty())
            return {};  // a style may ask so where a button has no room
        QPixmap shape(size);
        shape.fill(Qt::transparent);
        QPainter painter(&shape);
        QSvgRenderer(m_path).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter.fillRect(shape.rect(), QGuiApplication::palette().color(group, m_role));
        return shape;
    }

    QString m_path;
    QPalette::ColorRole m_role;
};

}  // namespace

QIcon icon(const QString& name, QPalette::ColorRole role)
{
    return QIcon(new TintedIconEngine(QStringLiteral(":/icons/%1.svg").arg(name), role));
}

}  // namespace actlab::widgets
