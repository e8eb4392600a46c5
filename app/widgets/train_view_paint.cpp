// Painting the points of the Train workspace: from the mouse over the plane to the document, and back.
#include "app/widgets/train_view.hpp"

#include "app/widgets/train_hero.hpp"
#include "app/widgets/train_paint_palette.hpp"
#include "app/widgets/train_paint_surface.hpp"

namespace actlab::widgets {

void TrainView::connectPainting()
{
    auto* palette = &m_hero->paintPalette();
    auto* surface = &m_hero->paintSurface();
    const auto takeBrush = [palette, surface] { surface->setBrush(palette->brush(), palette->colour()); };
    connect(palette, &TrainPaintPalette::brushChanged, surface, takeBrush);
    connect(palette, &TrainPaintPalette::clearAsked, this, [this] { m_painting.clear(); });
    connect(surface, &TrainPaintSurface::begun, this,
            [this](const data::Brush& brush, data::Place place) { m_painting.begin(brush, place); });
    connect(surface, &TrainPaintSurface::moved, this, [this](data::Place place) { m_painting.moveTo(place); });
    connect(surface, &TrainPaintSurface::ended, this, [this] { m_painting.end(); });
    takeBrush();
}

void TrainView::showCanvas(const data::DataSpec& wanted)
{
    if (wanted.name == "points")
        m_hero->showCanvas(wanted);
    else if (!m_hero->leaveCanvas())
        return;
    showAnswers();
}

}  // namespace actlab::widgets
