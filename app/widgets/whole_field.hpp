#pragma once

#include <QSpinBox>

namespace actlab::widgets {

/// A field of whole numbers that takes one beyond its range for the end of the range. Qt's own refuses the digit that
/// leads there, so that of "2000" in a field that ends at 256 it would be "200" that is left.
class WholeField : public QSpinBox {
    Q_OBJECT

public:
    using QSpinBox::QSpinBox;

protected:
    QValidator::State validate(QString& text, int& place) const override;
    void fixup(QString& text) const override;
};

}  // namespace actlab::widgets
