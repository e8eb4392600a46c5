#pragma once

#include <QWidget>

#include "app/models/checks_model.hpp"

class QStackedWidget;

namespace actlab::widgets {

class ChecksPanel;
class SegmentedSwitch;

/// A side column in which the checks can take the place of what else stands there, so that the plot keeps its room.
/// Which of both it shows is remembered, and is the same for all side columns.
class ChecksSide : public QWidget {
    Q_OBJECT

public:
    /// `name` says what `own` is.
    ChecksSide(const QString& name, QWidget* own, models::ChecksModel& checks, QWidget* parent = nullptr);

    ChecksPanel& panel() { return *m_panel; }
    bool showsChecks() const;
    void showChecks(bool wanted);

Q_SIGNALS:
    void toggled(bool showsChecks);

private:
    SegmentedSwitch* m_switch;
    QStackedWidget* m_stack;
    ChecksPanel* m_panel;
};

}  // namespace actlab::widgets
