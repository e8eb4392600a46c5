#pragma once

#include <QCoreApplication>
#include <optional>

#include "app/models/workspace_model.hpp"
#include "core/data/stroke.hpp"

namespace actlab::models {

/// The hand that paints the points of the document's data. Every stroke is one step to undo.
class Painting {
    Q_DECLARE_TR_FUNCTIONS(Painting)

public:
    explicit Painting(WorkspaceModel& workspace) : m_workspace(workspace) {}

    void begin(const data::Brush& brush, data::Place place);
    void moveTo(data::Place place);  ///< nothing between strokes
    void end();
    void clear();  ///< takes all points away

private:
    void take();
    void set(const QString& text, const std::vector<data::PaintedPoint>& points, const QString& gesture = {});

    WorkspaceModel& m_workspace;
    std::optional<data::Stroke> m_stroke;
    QString m_step;  ///< what the stroke is called
};

}  // namespace actlab::models
