#pragma once

#include <QDialog>

#include "core/data/csv_table.hpp"

class QCheckBox;
class QComboBox;
class QLabel;
class QTableWidget;

namespace actlab::widgets {

class TrainFieldError;

/// The first rows of a table, what was found in it, and the choice of what is to be learned from it.
class TrainTableDialog : public QDialog {
    Q_OBJECT

public:
    /// `spec` names the file; its target is chosen at first if the table has it, else the last column.
    TrainTableDialog(data::CsvTable table, const data::DataSpec& spec, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const actlab::data::DataSpec& spec);

private:
    QTableWidget* createPreview();
    QWidget* createChoices();
    QWidget* createButtons();
    void chooseTarget();
    void take();

    const data::CsvTable m_table;
    data::DataSpec m_spec;
    QTableWidget* m_preview;
    QComboBox* m_target = nullptr;
    QComboBox* m_task = nullptr;
    QCheckBox* m_standardise = nullptr;
    QLabel* m_found = nullptr;
    TrainFieldError* m_error = nullptr;
};

}  // namespace actlab::widgets
