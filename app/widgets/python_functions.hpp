#pragma once

#include <QWidget>
#include <vector>

#include "app/models/python_reading.hpp"

class QCheckBox;
class QLabel;
class QListWidget;

namespace actlab::widgets {

class FormulaPicture;

/// The functions of a Python text, one of which is chosen: name, formula and small curve, and whether its gradient
/// comes along.
class PythonFunctions : public QWidget {
    Q_OBJECT

public:
    explicit PythonFunctions(QWidget* parent = nullptr);

    void show(const std::vector<models::PythonFunction>& functions);  ///< keeps what was chosen, by name
    const models::PythonFunction* chosen() const;                     ///< nullptr where there is none
    bool withGradient() const;

Q_SIGNALS:
    void changed();
    void accepted();  ///< a row was double-clicked

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillList();
    void showChosen();
    void showGradient(const models::PythonFunction& function);

    std::vector<models::PythonFunction> m_functions;
    QListWidget* m_list;
    QLabel* m_empty;
    FormulaPicture* m_picture;
    QCheckBox* m_gradient;
    QLabel* m_gradientFormula;
    QLabel* m_notes;
};

}  // namespace actlab::widgets
