#include "app/widgets/compose_menu.hpp"

#include "app/widgets/join_words.hpp"
#include "app/widgets/number_text.hpp"

#include <QCoreApplication>

namespace actlab::widgets {

namespace {

using analysis::Join;
using analysis::Repair;
using analysis::Side;
using models::ComposePieces;

QString tr(const char* text)
{
    return QCoreApplication::translate("ComposeMenu", text);
}

void addRepairs(QMenu& menu, ComposePieces& pieces, std::size_t knot)
{
    const auto add = [&](const QString& words, Repair repair) {
        menu.addAction(words, &pieces, [&pieces, knot, repair] { pieces.repair(knot, repair); });
    };
    if (pieces.knots()[knot].join.join == Join::Jump)
        add(tr("Let the pieces meet"), Repair::MeetInValue);
    add(tr("Let them meet with one slope"), Repair::MeetInSlope);
    add(tr("Blend with a cubic piece"), Repair::BlendCubic);
    add(tr("Blend into one smooth formula"), Repair::BlendSoft);
    menu.addSeparator();
}

}  // namespace

void fillKnotMenu(QMenu& menu, ComposePieces& pieces, std::size_t knot)
{
    if (knot >= pieces.knots().size())
        return;
    const analysis::PieceJoin& join = pieces.knots()[knot].join;
    menu.addAction(sentenceOf(join))->setEnabled(false);
    menu.addSeparator();
    if (wantsRepair(join.join))
        addRepairs(menu, pieces, knot);
    menu.addAction(join.belongsToLeft() ? tr("Give the boundary point to the right piece")
                                        : tr("Give the boundary point to the left piece"),
                   &pieces, [&pieces, knot] { pieces.toggleEnd(knot); });
    menu.addAction(tr("Merge: keep the left formula"), &pieces, [&pieces, knot] { pieces.merge(knot, Side::Left); });
    menu.addAction(tr("Merge: keep the right formula"), &pieces,
                   [&pieces, knot] { pieces.merge(knot, Side::Right); });
}

void fillPlaceMenu(QMenu& menu, ComposePieces& pieces, double x)
{
    menu.addAction(tr("Split the piece at x = %1").arg(numberText(x)), &pieces, [&pieces, x] { pieces.split(x); });
}

}  // namespace actlab::widgets
