#include "app/widgets/join_row.hpp"

#include "app/widgets/compose_menu.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/join_words.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/theme.hpp"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

namespace actlab::widgets {

namespace {

/// How the condition of the upper row compares with the knot.
QString comparison(const analysis::PieceJoin& join, std::size_t upper)
{
    const bool belongs = join.rowAt == upper;
    if (join.leftRow == upper)
        return belongs ? QStringLiteral("x ≤ %1") : QStringLiteral("x < %1");
    return belongs ? QStringLiteral("x ≥ %1") : QStringLiteral("x > %1");
}

}  // namespace

JoinRow::JoinRow(models::ComposePieces& pieces, QWidget* parent)
    : QWidget(parent), m_pieces(pieces), m_badge(new QToolButton(this)), m_end(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * kSpace / 2, 0, 0, 0);
    row->setSpacing(kSpace / 2);
    row->addWidget(m_end);
    row->addWidget(m_badge);
    row->addStretch(1);
    m_end->setAccessibleName(tr("Boundary point"));
    m_end->setToolTip(tr("Give the boundary point to the other piece"));
    m_badge->setAccessibleName(tr("How the pieces meet"));
    connect(m_badge, &QToolButton::clicked, this, &JoinRow::showMenu);
    connect(m_end, &QToolButton::clicked, this, [this] { m_pieces.toggleEnd(m_knot); });
}

void JoinRow::showMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillKnotMenu(*menu, m_pieces, m_knot);
    menu->popup(m_badge->mapToGlobal(m_badge->rect().bottomLeft()));
}

void JoinRow::showBelow(std::size_t upper)
{
    const auto& knots = m_pieces.knots();
    const auto found = std::ranges::find_if(knots, [&](const models::Knot& knot) {
        const auto [first, second] = std::minmax(knot.join.leftRow, knot.join.rightRow);
        return first == upper && second == upper + 1;
    });
    setVisible(found != knots.end());
    if (found == knots.end())
        return;
    m_knot = static_cast<std::size_t>(found - knots.begin());
    const analysis::PieceJoin& join = found->join;
    m_end->setText(comparison(join, upper).arg(numberText(join.x)));
    m_badge->setText(badgeOf(join.join));
    m_badge->setToolTip(sentenceOf(join));
}

}  // namespace actlab::widgets
