#include "app/widgets/activation_delegate.hpp"

#include "app/models/activation_list.hpp"
#include "app/widgets/activation_icon.hpp"
#include "app/widgets/theme.hpp"

#include <QPainter>

namespace actlab::widgets {

namespace {

constexpr int kBoxSize = 16;

/// The activation behind a row of the list or of a filter over it.
activation::ActivationPtr activationAt(const QModelIndex& index)
{
    const auto* filter = qobject_cast<const QAbstractProxyModel*>(index.model());
    const QModelIndex source = filter ? filter->mapToSource(index) : index;
    const auto* list = qobject_cast<const models::ActivationList*>(source.model());
    return list ? list->at(source.row()) : nullptr;
}

QRect pictureOf(const QRect& row)
{
    const int left = ActivationDelegate::checkBoxOf(row).right() + kSpace;
    return {QPoint(left, row.center().y() - kActivationIconSize.height() / 2), kActivationIconSize};
}

QRect wordsOf(const QRect& row)
{
    return row.adjusted(pictureOf(row).right() + kSpace + 2 - row.left(), 0, -kSpace / 2, 0);
}

}  // namespace

QRect ActivationDelegate::reachOfBox(const QRect& row)
{
    return checkBoxOf(row).adjusted(-kSpace, -4, 4, 4);
}

QRect ActivationDelegate::checkBoxOf(const QRect& row)
{
    return {row.left() + kSpace, row.center().y() - kBoxSize / 2 + 1, kBoxSize, kBoxSize};
}

void ActivationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = themeOf(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? theme.accentSoft : theme.window);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 5, 5);
    }
    paintCheckBox(*painter, checkBoxOf(option.rect), index.data(Qt::CheckStateRole).toInt() == Qt::Checked,
                  option.palette);
    const QPixmap curve = curveOf(index, option);
    painter->drawPixmap(pictureOf(option.rect), curve);
    const QRect words = wordsOf(option.rect);
    painter->setPen(theme.text);
    painter->setFont(option.font);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(name, Qt::ElideRight, words.width()));
    painter->restore();
}

void ActivationDelegate::paintCheckBox(QPainter& painter, const QRect& box, bool checked,
                                       const QPalette& palette) const
{
    const Theme theme = themeOf(palette);
    painter.setPen(checked ? theme.accent : theme.mutedText);
    painter.setBrush(checked ? theme.accent : theme.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (!checked)
        return;
    painter.setPen(QPen(theme.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF corner = box.topLeft();
    painter.drawPolyline(QPolygonF{corner + QPointF(4, 8.5), corner + QPointF(7, 11.5), corner + QPointF(12, 5)});
}

QPixmap ActivationDelegate::curveOf(const QModelIndex& index, const QStyleOptionViewItem& option) const
{
    const auto activation = activationAt(index);
    if (!activation)
        return {};
    const double ratio = option.widget ? option.widget->devicePixelRatioF() : 1;
    const QColor colour = themeOf(option.palette).accent;
    const QString key = QString::fromStdString(activation->name() + '\n' + activation->definition().formula) +
                        colour.name() + QString::number(ratio);
    if (const auto known = m_curves.constFind(key); known != m_curves.constEnd())
        return *known;
    return *m_curves.insert(key, activationIcon(*activation, colour, ratio));
}

QSize ActivationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {120, std::max(option.fontMetrics.height() + kSpace, 28)};
}

void ActivationDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                              const QModelIndex& /*index*/) const
{
    editor->setGeometry(wordsOf(option.rect).adjusted(-kSpace, 0, 0, 0));
}

}  // namespace actlab::widgets
