#include "app/widgets/train_number_combo.hpp"

#include "app/widgets/number_text.hpp"
#include "app/widgets/train_number.hpp"

#include <QLineEdit>
#include <QSignalBlocker>

namespace actlab::widgets {

TrainNumberCombo::TrainNumberCombo(const std::vector<double>& steps, QWidget* parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setCompleter(nullptr);  // it would complete 0.1 to 0.003's neighbours while one types
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    for (const double step : steps)
        addItem(numberText(step));
    connect(this, &QComboBox::activated, this, &TrainNumberCombo::read);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &TrainNumberCombo::read);
}

void TrainNumberCombo::setValue(double value)
{
    if (value == m_value && numberFrom(currentText()) == value)
        return;
    m_value = value;
    {
        const QSignalBlocker quiet(this);
        const QString text = numberText(value, 6);
        setCurrentIndex(findText(text));
        setEditText(text);
    }
    Q_EMIT checked({});
}

void TrainNumberCombo::read()
{
    const auto value = numberFrom(currentText());
    const QString stays = numberText(m_value, 6), complaint = value && m_check ? m_check(*value) : QString();
    Q_EMIT checked(!value                ? tr("“%1” is not a number; %2 stays.").arg(currentText(), stays)
                   : complaint.isEmpty() ? QString()
                                         : tr("%1 %2 stays.").arg(complaint, stays));
    if (!value || !complaint.isEmpty() || *value == m_value)
        return;
    m_value = *value;
    Q_EMIT entered(*value);
}

}  // namespace actlab::widgets
