#pragma once

#include "app/widgets/curve_cursor.hpp"
#include "app/widgets/curve_layer.hpp"
#include "app/widgets/handle_drag.hpp"
#include "app/widgets/plot_marks.hpp"
#include "app/widgets/plot_surface.hpp"

namespace actlab::widgets {

/// What only the sources of CurvePlot know.
struct CurvePlot::Parts {
    explicit Parts(CurvePlot& owner) : plot(&owner), curveLayer(plot), marks(plot), cursor(plot) {}

    /// Whether there is such a handle to be seen.
    bool shows(int handle) const
    {
        const auto place = static_cast<std::size_t>(handle);
        return handle >= 0 && place < handles.size() && handles[place].isSeen();
    }

    PlotSurface plot;
    CurveLayer curveLayer;
    PlotMarks marks;
    CurveCursor cursor;

    std::vector<PlottedCurve> curves;
    std::vector<Band> bands;
    std::vector<Handle> handles;
    std::vector<Badge> badges;
    std::optional<QPointF> pointer;  ///< where the reading cursor is, in pixels
    int grabbed = -1;                ///< the handle in the hand
    HandleDrag drag;                 ///< of it, or of the one the keys move
    QPointF grabbedAt;               ///< where the hand took it, in pixels
    int selected = -1;               ///< the handle that the keys move
    bool keysMove = false;           ///< an arrow key that moves a handle is down
    bool splits = false;             ///< see setSplitting()
    bool placingView = false;        ///< setView is at work: the person has not moved anything
    bool viewAnnounced = false;
    int laidOutWidth = 0;     ///< of the curves, in pixels
    bool paintsSoon = false;  ///< all of the plot
};

}  // namespace actlab::widgets
