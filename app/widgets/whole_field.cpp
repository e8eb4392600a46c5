#include "app/widgets/whole_field.hpp"

#include <QRegularExpression>
#include <algorithm>

namespace actlab::widgets {

QValidator::State WholeField::validate(QString& text, int& place) const
{
    static const QRegularExpression kDigits(QStringLiteral("^\\d+$"));
    const QValidator::State state = QSpinBox::validate(text, place);
    return state == QValidator::Invalid && kDigits.match(text).hasMatch() ? QValidator::Intermediate : state;
}

/// However many digits there are.
void WholeField::fixup(QString& text) const
{
    bool isNumber = false;
    const double number = locale().toDouble(text, &isNumber);
    if (isNumber)
        text = textFromValue(static_cast<int>(std::clamp<double>(number, minimum(), maximum())));
    else
        QSpinBox::fixup(text);
}

}  // namespace actlab::widgets
