#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <functional>

class QComboBox;

namespace actlab::widgets {

/// How large the type is beside the base font: 1, or 1.6 for the presenter.
double typeScale();
/// `pixels` at the base font, grown with the type.
int scaledToType(int pixels);
/// Does `fit` now, and again whenever the type of `widget` changes.
void fitToType(QWidget* widget, std::function<void()> fit);

QFormLayout* trainForm();
void addTrainRow(QFormLayout* form, const QString& name, QWidget* field);
/// Gives the names of all fields in a column the same width, so that the fields align.
void alignTrainNames(QWidget* column);

/// A whole number whose value counts when it is entered or stepped, not at every key.
QSpinBox* trainSpin(const QString& objectName, int least, int greatest, QWidget* parent);
QComboBox* trainCombo(const QString& objectName, const QStringList& choices, QWidget* parent);

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
