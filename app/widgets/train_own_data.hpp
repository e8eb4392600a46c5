#pragma once

#include <QWidget>

#include "core/data/dataset.hpp"

class QLabel;
class QMenu;
class QPushButton;

namespace actlab::widgets {

class FormulaField;
class TrainFieldError;

/// Whether the data lie in a file of the person's.
bool isOfFile(const data::DataSpec& spec);

/// Data that the person brings: a table or pictures from a file, a formula, typed here, or points painted by hand.
class TrainOwnData : public QWidget {
    Q_OBJECT

public:
    explicit TrainOwnData(QWidget* parent = nullptr);

    void show(const data::DataSpec& spec);  ///< does not emit
    /// What was read; nothing is said of data made from anything but what is shown.
    void showFound(const data::Dataset& data, const data::DataSpec& madeFrom);
    /// Asks what of the file is to be learned. Files that cannot be used are told of with the reason.
    void takeFile(const QString& path);
    using QWidget::show;

Q_SIGNALS:
    void chosen(const actlab::data::DataSpec& spec);

private:
    void createLayout();
    void chooseFile();
    void takeTable(const QString& path);
    void takePictures(const QString& path);
    void createPaintMenu();
    void beginPainting();
    void paintUpon(std::vector<data::PaintedPoint> points);
    void paintUponShown();
    void beginFormula();
    void readFormula(const QString& text);
    QString aboutFile() const;

    data::DataSpec m_spec;
    QPushButton* m_file;
    QPushButton* m_formulaButton;
    QPushButton* m_paintButton;
    QMenu* m_paintMenu;
    QLabel* m_about;
    FormulaField* m_formula;
    TrainFieldError* m_error;
};

}  // namespace actlab::widgets
