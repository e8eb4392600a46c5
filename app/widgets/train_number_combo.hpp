#pragma once

#include <QComboBox>
#include <functional>
#include <utility>
#include <vector>

namespace actlab::widgets {

/// Usual values to choose from, and free entry for the others.
class TrainNumberCombo : public QComboBox {
    Q_OBJECT

public:
    TrainNumberCombo(const std::vector<double>& steps, QWidget* parent = nullptr);

    void setValue(double value);  ///< does not emit entered()
    /// What is wrong with a number, empty where nothing is; asked before it is taken over.
    void setCheck(std::function<QString(double)> check) { m_check = std::move(check); }

Q_SIGNALS:
    void entered(double value);
    /// What is wrong with the text, empty where nothing is. The value stays as it was, the text too, to be
    /// corrected.
    void checked(const QString& mistake);

private:
    void read();

    double m_value = 0;
    std::function<QString(double)> m_check;
};

}  // namespace actlab::widgets
