#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <functional>

class QComboBox;

namespace actlab::widgets {

inline constexpr int kTrainNameWidth = 88;   ///< of the names of all fields of the column, so that they align

/// A form whose names all have the same width.
QFormLayout* trainForm();
void addTrainRow(QFormLayout* form, const QString& name, QWidget* field);

/// A whole number whose value counts when it is entered or stepped, not at every key.
QSpinBox* trainSpin(const QString& objectName, int least, int greatest, QWidget* parent);
QComboBox* trainCombo(const QString& objectName, const QStringList& choices, QWidget* parent);

/// A wheel that scrolls the column must not change the fields it passes over.
void ignoreWheelWithoutFocus(QWidget* field);

/// A line in the error colour that takes no space while it is empty.
class TrainFieldError : public QLabel {
    Q_OBJECT

public:
    explicit TrainFieldError(QWidget* parent = nullptr);
    void show(const QString& why);
    using QLabel::show;

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
};

/// A button that shows and hides what is rarely needed, and remembers it under `key`.
QWidget* trainDisclosure(const QString& title, const QString& key, QWidget* content, QWidget* parent);

}  // namespace actlab::widgets
