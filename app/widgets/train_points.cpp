#include "app/widgets/train_points.hpp"

#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_form.hpp"

#include <qcustomplot.h>

namespace actlab::widgets {

QCPScatterStyle trainPoints(const QColor& colour, const Theme& theme)
{
    return QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.surface, 1), colour, 7 * typeScale());
}

QCPScatterStyle testPoints(const QColor& colour, const Theme& theme)
{
    const QPen ring(mixed(colour, theme.text, 0.8), 1.5);
    return QCPScatterStyle(QCPScatterStyle::ssCircle, ring, Qt::NoBrush, 6 * typeScale());
}

}  // namespace actlab::widgets
