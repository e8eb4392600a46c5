#pragma once

#include <QHash>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace actlab::widgets {

/// A row of the list of activations: check box, small curve, name.
class ActivationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    static QRect checkBoxOf(const QRect& row);
    static QRect reachOfBox(const QRect& row);  ///< where a click means the box

private:
    void paintCheckBox(QPainter& painter, const QRect& box, bool checked, const QPalette& palette) const;
    QPixmap curveOf(const QModelIndex& index, const QStyleOptionViewItem& option) const;

    mutable QHash<QString, QPixmap> m_curves;  ///< by formula, colour and scale
};

}  // namespace actlab::widgets
