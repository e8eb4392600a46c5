#pragma once

#include <QAbstractScrollArea>
#include <QPainterPath>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/widgets/math_box.hpp"

namespace actlab::widgets {

/// A formula set as mathematics. Shrinks to what can still be read; what is wider than that scrolls.
class FormulaPicture : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit FormulaPicture(QWidget* parent = nullptr);

    /// Shows a formula that is right. What cannot be set, or is empty, hides the picture. One that changes all the
    /// time is set ten times a second.
    void show(const QString& formula);
    /// Greys what is shown: the text has become wrong since.
    void setStale(bool isStale);
    bool isStale() const { return m_isStale; }
    /// Lays a soft ground under a part of the text; nullopt: under none.
    void mark(std::optional<expr::Span> span);
    /// What is shown as LaTeX; empty where nothing is.
    QString latex() const;

Q_SIGNALS:
    void said(const QString& sentence);
    void pointed(std::optional<expr::Span> span);  ///< at the smallest part there; nullopt: at none
    void laidOut();                                ///< and by that perhaps shown or hidden

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void layOutAnew();
    void arrange();
    QTransform placement() const;  ///< from the outline to the viewport
    void copyImage();
    void save();

    QString m_formula, m_laidOut;
    QTimer m_breath;         ///< runs for a while after each layout
    QPainterPath m_outline;  ///< its origin is the top left corner
    QSizeF m_size;           ///< of the outline, unscaled
    std::vector<MathPart> m_parts;
    std::optional<expr::Span> m_marked;
    double m_scale = 1;
    bool m_isStale = false;
};

}  // namespace actlab::widgets
