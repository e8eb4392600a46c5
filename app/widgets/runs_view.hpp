#pragma once

#include <QTreeView>
#include <string_view>
#include <vector>

#include "app/models/runs_filter.hpp"
#include "app/models/runs_model.hpp"

class QAction;
class QMenu;

namespace actlab::widgets {

/// A table of the runs that is sorted by a click on a title, and what can be done with those that are selected: the
/// same in the list beside the curves and in the large table.
class RunsView : public QTreeView {
    Q_OBJECT

public:
    /// With these columns of the model in this order, of which those that are empty are hidden. Where they are few
    /// they share the width.
    RunsView(models::RunsModel& model, std::vector<int> columns, QWidget* parent = nullptr);

    models::RunsFilter& filter() { return m_filter; }
    QAction* again() const { return m_again; }
    QAction* settings() const { return m_settings; }
    QAction* baseline() const { return m_baseline; }
    QAction* exportTable() const { return m_exportTable; }

Q_SIGNALS:
    void settingsAsked(std::size_t run);
    /// The person wants this very run once more.
    void againAsked(std::size_t run);
    /// The person wants to take this run home.
    void exportAsked(std::size_t run);
    void exportTableAsked();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void createHeader();
    void createActions();
    template <class Do>
    QAction* addAct(const QString& text, const QString& iconName, const QKeySequence& key, Do act);
    void followSelection();
    void hideEmptyColumns();
    void removeSelected();
    void editColumn(std::string_view name);
    std::vector<std::size_t> selectedRuns() const;

    models::RunsModel& m_model;
    models::RunsFilter m_filter;
    const std::vector<int> m_columns;
    QMenu* m_menu;
    QAction *m_again = nullptr, *m_settings = nullptr, *m_overlay = nullptr, *m_baseline = nullptr;
    QAction *m_rename = nullptr, *m_note = nullptr, *m_export = nullptr, *m_exportTable = nullptr,
            *m_remove = nullptr;
};

}  // namespace actlab::widgets
