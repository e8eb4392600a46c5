#include "app/widgets/join_words.hpp"

#include "app/widgets/number_text.hpp"

#include <QCoreApplication>

namespace actlab::widgets {

namespace {

using analysis::Join;

struct JoinTypeWords {
    Q_DECLARE_TR_FUNCTIONS(JoinWords)
};

}  // namespace

QString badgeOf(Join join)
{
    switch (join) {
    case Join::Jump: return JoinTypeWords::tr("jump");
    case Join::Kink: return JoinTypeWords::tr("kink");
    case Join::C1: return JoinTypeWords::tr("C¹");
    default: return JoinTypeWords::tr("C²");
    }
}

QString sentenceOf(const analysis::PieceJoin& join)
{
    const QString place = numberText(join.x);
    const auto between = [&](const QString& words, double left, double right) {
        return words.arg(place, numberText(left), numberText(right));
    };
    switch (join.join) {
    case Join::Jump:
        return between(JoinTypeWords::tr("Jump at x = %1, from %2 to %3"), join.left.value, join.right.value);
    case Join::Kink:
        return between(JoinTypeWords::tr("Kink at x = %1, slope %2 to %3"), join.left.slope, join.right.slope);
    case Join::C1:
        return between(JoinTypeWords::tr("C¹ at x = %1: only f″ jumps, %2 to %3"), join.left.curvature,
                       join.right.curvature);
    default: return JoinTypeWords::tr("C² at x = %1: value, slope and curvature meet").arg(place);
    }
}

bool wantsRepair(Join join)
{
    return join == Join::Jump || join == Join::Kink;
}

}  // namespace actlab::widgets
