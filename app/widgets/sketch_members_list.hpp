#pragma once

#include <QListWidget>

#include "app/models/compose_sketch.hpp"

namespace actlab::widgets {

/// The known functions nearest to a drawing: name, distance and formula; the chosen one is drawn on the plot.
class SketchMembersList : public QListWidget {
    Q_OBJECT

public:
    explicit SketchMembersList(models::ComposeSketch& sketch, QWidget* parent = nullptr);

private:
    void follow();

    models::ComposeSketch& m_sketch;
};

}  // namespace actlab::widgets
