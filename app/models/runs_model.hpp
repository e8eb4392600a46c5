#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <string_view>
#include <vector>

#include "app/models/workspace_model.hpp"
#include "core/workspace/run_table.hpp"

namespace actlab::models {

/// The finished runs of the document as a table, the newest first: the columns of the core, two with what tells each
/// run from the baseline, and one with accuracy or R². Names and notes may be edited, and the name's tick draws a run
/// over the present one.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole,  ///< of the run
        SortRole,                   ///< a number or words; invalid where there is nothing
        EditedRole,                 ///< while it went on: its settings are not all it came from
        ColourRole                  ///< its place among the colours of curves; invalid where it is not drawn
    };

    explicit RunsModel(WorkspaceModel& workspace, QObject* parent = nullptr);

    static int columnOf(std::string_view name);
    static int lossDifferenceColumn();
    static int qualityDifferenceColumn();
    /// Accuracy or R² in one, where there is no room for both.
    static int qualityColumn();
    static bool isOfNumbers(int column);

    std::size_t numberAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)).number; }
    bool isBaseline(std::size_t number) const;
    bool isOverlaid(std::size_t number) const;
    /// No run has anything there.
    bool isEmpty(int column) const;

    void remove(const std::vector<std::size_t>& numbers);
    void pin(std::size_t number, bool isPinned);
    void overlay(std::size_t number, bool isOverlaid);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        std::size_t number = 0;
        std::vector<workspace::RunCell> cells = {};
        QStringList texts = {};
        QString tip = {};
        bool isBaseline = false;
        bool isEdited = false;
        std::optional<std::size_t> colour = {};
        bool showsTheSameAs(const Row& other) const;
    };
    static Row rowOf(const workspace::Run& run, const workspace::Run* baseline);
    void renew();
    bool rename(std::size_t number, const QString& name);
    void note(std::size_t number, const QString& note);
    const Row* find(std::size_t number) const;

    WorkspaceModel& m_workspace;
    std::vector<Row> m_rows;
};

}  // namespace actlab::models
