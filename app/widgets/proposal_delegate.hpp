#pragma once

#include <QHash>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace actlab::models {
struct Proposal;
}

namespace actlab::widgets {

/// A row of the proposals: small curve, name with arguments, what it is. A curve is drawn when its row is first seen.
class ProposalDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QPixmap curveOf(const models::Proposal& proposal, const QStyleOptionViewItem& option) const;

    mutable QHash<QString, QPixmap> m_curves;  ///< by formula, colour and scale
};

}  // namespace actlab::widgets
