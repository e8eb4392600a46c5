#pragma once

#include <QAbstractScrollArea>
#include <QPainterPath>

namespace actlab::widgets {

/// A formula set as mathematics. Shrinks to what can still be read; what is wider than that scrolls.
class FormulaPicture : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit FormulaPicture(QWidget* parent = nullptr);

    /// Shows a formula that is right. What cannot be set, or is empty, hides the picture.
    void show(const QString& formula);
    /// Greys what is shown: the text has become wrong since.
    void setStale(bool isStale);
    bool isStale() const { return m_isStale; }
    /// What is shown as LaTeX; empty where nothing is.
    QString latex() const;

Q_SIGNALS:
    void said(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void layOutAnew();
    void arrange();
    void copyImage();
    void save();

    QString m_formula;
    QPainterPath m_outline;  ///< its origin is the top left corner
    QSizeF m_size;           ///< of the outline, unscaled
    double m_scale = 1;
    bool m_isStale = false;
};

}  // namespace actlab::widgets
