#include "app/widgets/compose_menu.hpp"

#include "app/widgets/join_words.hpp"
#include "app/widgets/number_text.hpp"

#include <QCoreApplication>
#include <cmath>
#include <functional>

namespace actlab::widgets {

namespace {

using analysis::Join;
using analysis::Repair;
using analysis::Side;
using models::ComposePieces;

struct MenuWords {
    Q_DECLARE_TR_FUNCTIONS(ComposeMenu)
};

/// A repair that cannot be done says why when one stays on it.
void addRepair(QMenu& menu, ComposePieces& pieces, std::size_t knot, const QString& words,
               const analysis::RepairOrder& order)
{
    QAction* action = menu.addAction(words, &pieces, [&pieces, knot, order] { pieces.repair(knot, order); });
    const auto edited = pieces.repaired(knot, order);
    action->setEnabled(edited.has_value());
    if (!edited)
        action->setToolTip(QString::fromStdString(edited.error()));
}

/// A menu that is filled when it is first looked into: every entry is tried out.
void addMenu(QMenu& menu, const QString& words, const std::function<void(QMenu& filled)>& fill)
{
    QMenu* inner = menu.addMenu(words);
    inner->setToolTipsVisible(true);
    QObject::connect(inner, &QMenu::aboutToShow, inner, [inner, fill] {
        if (inner->isEmpty())
            fill(*inner);
    });
}

void addSides(QMenu& menu, ComposePieces& pieces, std::size_t knot)
{
    const auto add = [&](const QString& words, Repair repair, Side side) {
        addRepair(menu, pieces, knot, words, {.repair = repair, .adjusted = side});
    };
    if (pieces.knots()[knot].join.join == Join::Jump) {
        add(MenuWords::tr("Let them meet: change the left piece"), Repair::MeetInValue, Side::Left);
        add(MenuWords::tr("Let them meet: change the right piece"), Repair::MeetInValue, Side::Right);
    }
    add(MenuWords::tr("Let them meet with one slope: change the left piece"), Repair::MeetInSlope, Side::Left);
    add(MenuWords::tr("Let them meet with one slope: change the right piece"), Repair::MeetInSlope, Side::Right);
}

/// The widths one may want, and all the room there is.
void addWidths(QMenu& menu, ComposePieces& pieces, std::size_t knot, Repair repair)
{
    const auto add = [&](const QString& words, double width) {
        addRepair(menu, pieces, knot, words, {.repair = repair, .width = width});
    };
    const double widest = repair == Repair::BlendCubic ? pieces.widestBlend(knot) : INFINITY;
    for (const double width : {0.25, 0.5, 1.0, 2.0, 4.0})
        if (width < widest)
            add(MenuWords::tr("%1 wide").arg(numberText(width)), width);
    if (std::isfinite(widest))
        add(MenuWords::tr("As wide as there is room: %1").arg(numberText(widest)), widest);
}

void addRepairs(QMenu& menu, ComposePieces& pieces, std::size_t knot)
{
    menu.setToolTipsVisible(true);
    const auto add = [&](const QString& words, Repair repair) {
        addRepair(menu, pieces, knot, words, {.repair = repair});
    };
    const auto addWidthsOf = [&](const QString& words, Repair repair) {
        addMenu(menu, words, [&pieces, knot, repair](QMenu& inner) { addWidths(inner, pieces, knot, repair); });
    };
    if (pieces.knots()[knot].join.join == Join::Jump)
        add(MenuWords::tr("Let the pieces meet"), Repair::MeetInValue);
    add(MenuWords::tr("Let them meet with one slope"), Repair::MeetInSlope);
    addMenu(menu, MenuWords::tr("Choose which piece gives way"),
            [&pieces, knot](QMenu& inner) { addSides(inner, pieces, knot); });
    menu.addSeparator();
    add(MenuWords::tr("Blend with a cubic piece"), Repair::BlendCubic);
    addWidthsOf(MenuWords::tr("Width of the cubic piece"), Repair::BlendCubic);
    add(MenuWords::tr("Blend into one smooth formula"), Repair::BlendSoft);
    addWidthsOf(MenuWords::tr("Width of the smooth change"), Repair::BlendSoft);
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
    menu.addAction(join.belongsToLeft() ? MenuWords::tr("Give the boundary point to the right piece")
                                        : MenuWords::tr("Give the boundary point to the left piece"),
                   &pieces, [&pieces, knot] { pieces.toggleEnd(knot); });
    menu.addAction(MenuWords::tr("Merge: keep the left formula"), &pieces,
                   [&pieces, knot] { pieces.merge(knot, Side::Left); });
    menu.addAction(MenuWords::tr("Merge: keep the right formula"), &pieces,
                   [&pieces, knot] { pieces.merge(knot, Side::Right); });
}

void fillPlaceMenu(QMenu& menu, ComposePieces& pieces, double x)
{
    menu.addAction(MenuWords::tr("Split the piece at x = %1").arg(numberText(x)), &pieces,
                   [&pieces, x] { pieces.split(x); });
}

}  // namespace actlab::widgets
