#pragma once

#include <QToolButton>

#include "app/models/curve_view.hpp"

class QActionGroup;
class QMenu;

namespace actlab::widgets {

/// The button and its menu by which the curves are looked at otherwise: what they are drawn against, and how smooth.
/// The choice is remembered.
class TrainCurveOptions : public QToolButton {
    Q_OBJECT

public:
    explicit TrainCurveOptions(QWidget* parent = nullptr);
    const models::CurveView& view() const { return m_view; }

Q_SIGNALS:
    void changed();

private:
    void addAxes(QMenu& menu);
    void addSmoothing(QMenu& menu);
    QActionGroup* addChoices(QMenu& menu, const QStringList& names, int chosen);
    void take(models::CurveView view);

    models::CurveView m_view;
};

}  // namespace actlab::widgets
