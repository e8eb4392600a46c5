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

    /// Made when it is first wanted: most begin without the checks.
    ChecksPanel& panel();
    bool showsChecks() const;
    void showChecks(bool wanted);

Q_SIGNALS:
    void toggled(bool showsChecks);
    // of the panel
    void cureWanted(const QString& formula);
    void pointed(std::optional<actlab::expr::Span> part);
    void saveWanted();
    void printWanted();

private:
    void show(bool checks);

    SegmentedSwitch* m_switch;
    QStackedWidget* m_stack;
    models::ChecksModel& m_checks;
    ChecksPanel* m_panel = nullptr;
};

}  // namespace actlab::widgets
