#include "app/widgets/proposal_delegate.hpp"

#include "app/models/proposal_list.hpp"
#include "app/widgets/activation_icon.hpp"
#include "app/widgets/theme.hpp"

#include <QPainter>

namespace actlab::widgets {

namespace {

/// Draws as much of the text as there is room for, and returns where it ends.
int draw(QPainter& painter, const QRect& room, const QString& text, const QFont& font, const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, shown);
    return room.left() + metrics.horizontalAdvance(shown);
}

void drawBackground(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    if (!isSelected && !(option.state & QStyle::State_MouseOver))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isSelected ? theme.accentSoft : theme.window);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 5, 5);
}

}  // namespace

void ProposalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* list = qobject_cast<const models::ProposalList*>(index.model());
    if (!list)
        return;
    const models::Proposal& proposal = list->at(index.row());
    const Theme theme = themeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawBackground(*painter, option, theme);
    const QRect picture(
        QPoint(option.rect.left() + kSpace, option.rect.center().y() - kActivationIconSize.height() / 2),
        kActivationIconSize);
    if (const QPixmap curve = curveOf(proposal, option); !curve.isNull())
        painter->drawPixmap(picture, curve);
    QRect words = option.rect.adjusted(picture.right() + kSpace - option.rect.left(), 0, -kSpace, 0);
    const int end = draw(*painter, words, proposal.signature, option.font, theme.text);
    words.setLeft(end + 2 * kSpace);
    if (words.width() > 4 * kSpace)
        draw(*painter, words, proposal.help, scaledFont(0.92), theme.mutedText);
    painter->restore();
}

QPixmap ProposalDelegate::curveOf(const models::Proposal& proposal, const QStyleOptionViewItem& option) const
{
    if (proposal.curve.empty())
        return {};
    const double ratio = option.widget ? option.widget->devicePixelRatioF() : 1;
    const QColor colour = themeOf(option.palette).accent;
    const QString key = QString::fromStdString(proposal.curve) + colour.name() + QString::number(ratio);
    if (const auto known = m_curves.constFind(key); known != m_curves.constEnd())
        return *known;
    const auto made = activation::makeActivation({"f", proposal.curve, "", {}});
    return *m_curves.insert(key, made ? activationIcon(**made, colour, ratio) : QPixmap());
}

QSize ProposalDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {120, std::max(option.fontMetrics.height() + kSpace, 26)};
}

}  // namespace actlab::widgets
