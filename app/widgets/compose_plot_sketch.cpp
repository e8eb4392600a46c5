// A ComposePlot while one draws on it.
#include "app/widgets/compose_plot.hpp"

#include "app/widgets/compose_sketch_surface.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/curve_plot.hpp"

#include <QToolButton>

namespace actlab::widgets {

QToolButton* ComposePlot::createDrawButton()
{
    auto* button = iconButton("draw", tr("Draw the curve by hand (Ctrl+Shift+D)"), this);
    button->setObjectName("compose-draw");
    button->setText(tr("Draw"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this,
            [this](bool wanted) { wanted ? m_sketch.open() : m_sketch.close(); });
    connect(&m_sketch, &models::ComposeSketch::changed, button,
            [this, button] { button->setChecked(m_sketch.isOpen()); });
    return button;
}

void ComposePlot::connectSketch()
{
    new ComposeSketchSurface(m_sketch, *m_plot);
    connect(&m_sketch, &models::ComposeSketch::changed, this, [this] {
        if (isVisible())
            draw();
    });
}

/// What the drawing becomes, over the draft as it is; nothing else can be touched meanwhile.
void ComposePlot::drawSketch()
{
    std::vector<PlottedCurve> curves;
    const auto add = [&](const QString& name, analysis::CurveSet set, bool isPast) {
        curves.push_back({.name = name, .set = std::move(set), .visible = {true, false, false}, .isPast = isPast});
    };
    if (m_sketch.proposal())
        add(tr("what it becomes"), m_sketch.curves(m_plot->xView(), m_plot->plotWidth()), false);
    if (m_drawn)
        add(tr("formula so far"), m_model.curves(m_plot->xView(), m_plot->plotWidth()), true);
    m_plot->show(std::move(curves));
    m_plot->showBands({});
    m_plot->showBadges({});
    m_plot->showHandles({});
}

}  // namespace actlab::widgets
