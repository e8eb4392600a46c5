#include "app/widgets/figure_menu.hpp"

#include "app/widgets/curve_plot.hpp"

#include <QContextMenuEvent>
#include <QMenu>

namespace actlab::widgets {

FigureMenu::FigureMenu(FigurePlace place) : QObject(place.plot), m_place(std::move(place))
{
    if (auto* curves = qobject_cast<CurvePlot*>(m_place.plot))
        connect(curves, &CurvePlot::menuOpening, this, [this](QMenu* menu) { fill(*menu); });
    else
        m_place.plot->installEventFilter(this);
}

void FigureMenu::fill(QMenu& menu)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    const models::Exportable figure = exportableFigure(m_place.figure());
    menu.addAction(tr("Copy figure"), this, [figure] { copyPicture(figure, figure.size); });
    menu.addAction(tr("Save figure…"), this, [this, figure] { Q_EMIT exportWanted(figure.key, {}); });
    const bool hasNumbers = figure.choices.back().name == QLatin1String("csv");
    if (hasNumbers)
        menu.addAction(tr("Save numbers as CSV…"), this,
                       [this, figure] { Q_EMIT exportWanted(figure.key, QStringLiteral("csv")); });
}

bool FigureMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ContextMenu || m_place.figure().isEmpty())
        return QObject::eventFilter(watched, event);
    auto* menu = new QMenu(m_place.plot);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu);
    menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
}

}  // namespace actlab::widgets
