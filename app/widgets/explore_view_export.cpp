// What can be taken home from Explore.
#include "app/widgets/explore_view.hpp"

#include "app/widgets/checks_report.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/theme.hpp"
#include "core/workspace/csv.hpp"

#include <QLabel>

namespace actlab::widgets {

std::vector<FigurePlace> ExploreView::figures()
{
    const auto figure = [this] {
        Figure curves = m_plot->figure(lightTheme());
        curves.name = tr("Curves of %1").arg(m_title->text());
        std::vector<activation::ActivationPtr> shown;
        for (const auto& [activation] : m_model.plot().shown)
            shown.push_back(activation);
        curves.csv = [shown, x = m_plot->xView()] { return workspace::curvesCsv(shown, x); };
        return curves;
    };
    return {{m_plot, figure}};
}

std::optional<ChecksReport> ExploreView::report()
{
    const auto checked = m_checks->upToDate();
    if (!checked)
        Q_EMIT said(tr("There is nothing to report on: choose an activation that can be checked."));
    return checked ? std::optional(ChecksReport{m_title->text(), checked, m_plot->xView(), m_plot->yView()})
                   : std::nullopt;
}

void ExploreView::saveReport()
{
    if (const auto page = report())
        Q_EMIT said(widgets::saveReport(*page, this));
}

void ExploreView::printReport()
{
    if (const auto page = report())
        Q_EMIT said(widgets::printReport(*page, this));
}

}  // namespace actlab::widgets
