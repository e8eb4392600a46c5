#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "core/workspace/document.hpp"

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace actlab::widgets {

/// The finished runs of the document, the newest first.
class TrainRunsList : public QWidget {
    Q_OBJECT

public:
    explicit TrainRunsList(QWidget* parent = nullptr);

    void show(const std::vector<workspace::Run>& runs);
    /// The invitation's button is of no use while a run is on.
    void setInviting(bool inviting);
    using QWidget::show;

Q_SIGNALS:
    void firstRunAsked();
    /// The person wants the settings of this run again.
    void settingsAsked(std::size_t run);
    /// The person wants to take this run home.
    void exportAsked(std::size_t run);

private:
    void createTable();
    void openMenu(QPoint at);
    QWidget* createInvitation();

    QPushButton* m_start = nullptr;
    QStackedWidget* m_stack;
    QTreeWidget* m_table;
    QStringList m_shown;  ///< what tells the runs in the table from others
};

}  // namespace actlab::widgets
