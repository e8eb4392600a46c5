#include "app/widgets/sketch_members_list.hpp"

#include "app/widgets/number_text.hpp"
#include "app/widgets/theme.hpp"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace actlab::widgets {

namespace {

constexpr int kFormulaRole = Qt::UserRole, kDistanceRole = Qt::UserRole + 1;

/// Name and distance, and the formula below them.
class MemberDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const override
    {
        return {120, 2 * option.fontMetrics.height() + 3 * kSpace / 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme theme = themeOf(option.palette);
        painter->save();
        paintGround(*painter, option, theme);
        const QRect room = option.rect.adjusted(kSpace, kSpace / 2, -kSpace, -kSpace / 2);
        const QRect upper(room.topLeft(), QSize(room.width(), room.height() / 2));
        painter->setPen(theme.text);
        painter->setFont(scaledFont(1, QFont::DemiBold));
        painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
        painter->setPen(theme.mutedText);
        painter->setFont(option.font);
        painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, index.data(kDistanceRole).toString());
        paintFormula(*painter, upper.translated(0, room.height() / 2), index.data(kFormulaRole).toString());
        painter->restore();
    }

private:
    static void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
    {
        const bool isSelected = option.state & QStyle::State_Selected;
        if (!isSelected && !(option.state & QStyle::State_MouseOver))
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isSelected ? theme.accentSoft : theme.window);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 5, 5);
    }

    static void paintFormula(QPainter& painter, const QRect& room, const QString& formula)
    {
        painter.setFont(formulaFont(0.9));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(formula, Qt::ElideRight, room.width()));
    }
};

QString distanceText(double distance)
{
    constexpr double kLeast = 0.0001;
    return distance < kLeast ? SketchMembersList::tr("< 0.01 %")
                             : SketchMembersList::tr("%1 %").arg(numberText(100 * distance, 2));
}

}  // namespace

SketchMembersList::SketchMembersList(models::ComposeSketch& sketch, QWidget* parent)
    : QListWidget(parent), m_sketch(sketch)
{
    setAccessibleName(tr("Nearest known functions"));
    setItemDelegate(new MemberDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(140);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_sketch.choose(static_cast<std::size_t>(row));
    });
    connect(&m_sketch, &models::ComposeSketch::changed, this, &SketchMembersList::follow);
    follow();
}

/// While a new search is on, what the last one found stays, greyed.
void SketchMembersList::follow()
{
    const QSignalBlocker quiet(this);
    const auto& proposals = m_sketch.proposals();
    const bool areFamilies = !proposals.empty() && !proposals.front().family.empty();
    setEnabled(areFamilies && !m_sketch.isSearching());
    while (count() > (areFamilies ? static_cast<int>(proposals.size()) : 0))
        delete takeItem(count() - 1);
    for (int row = 0; areFamilies && row < static_cast<int>(proposals.size()); ++row) {
        if (row == count())
            addItem(new QListWidgetItem);
        const models::SketchProposal& proposal = proposals[static_cast<std::size_t>(row)];
        const QString formula = QString::fromStdString(proposal.activation->definition().formula);
        item(row)->setText(QString::fromStdString(proposal.family));
        item(row)->setData(kFormulaRole, formula);
        item(row)->setData(kDistanceRole, distanceText(proposal.distance));
        item(row)->setToolTip(formula);
    }
    setCurrentRow(areFamilies ? static_cast<int>(m_sketch.chosen()) : -1);
}

}  // namespace actlab::widgets
