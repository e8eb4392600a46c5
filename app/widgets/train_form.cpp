#include "app/widgets/train_form.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/number_slider.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/whole_field.hpp"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

class TypeWatch : public QObject {
public:
    TypeWatch(QWidget* widget, std::function<void()> fit) : QObject(widget), m_fit(std::move(fit)) {}

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::FontChange)
            m_fit();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_fit;
};

constexpr auto kNameLabel = "train-name";

}  // namespace

double typeScale()
{
    return static_cast<double>(QApplication::font().pixelSize()) / kBaseFontPixels;
}

int scaledToType(int pixels)
{
    return qRound(pixels * typeScale());
}

void fitToType(QWidget* widget, std::function<void()> fit)
{
    fit();
    widget->installEventFilter(new TypeWatch(widget, std::move(fit)));
}

void alignTrainNames(QWidget* column)
{
    const int width = scaledToType(88);
    for (QLabel* label : column->findChildren<QLabel*>(kNameLabel))
        label->setFixedWidth(width);
    for (NumberSlider* slider : column->findChildren<NumberSlider*>())
        slider->setNameWidth(width);
}

QFormLayout* trainForm()
{
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kSpace);
    form->setVerticalSpacing(kSpace / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

void addTrainRow(QFormLayout* form, const QString& name, QWidget* field)
{
    auto* label = new QLabel(name);
    label->setObjectName(kNameLabel);
    label->setBuddy(field);
    field->setAccessibleName(name);
    form->addRow(label, field);
}

QSpinBox* trainSpin(const QString& objectName, int least, int greatest, QWidget* parent)
{
    auto* spin = new WholeField(parent);
    spin->setObjectName(objectName);
    spin->setRange(least, greatest);
    spin->setKeyboardTracking(false);
    spin->setLocale(QLocale::c());
    spin->setStepType(greatest > 1000 ? QAbstractSpinBox::AdaptiveDecimalStepType
                                      : QAbstractSpinBox::DefaultStepType);
    ignoreWheelWithoutFocus(spin);
    return spin;
}

QComboBox* trainCombo(const QString& objectName, const QStringList& choices, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setObjectName(objectName);
    combo->addItems(choices);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    ignoreWheelWithoutFocus(combo);
    return combo;
}

TrainFieldError::TrainFieldError(QWidget* parent) : QLabel(parent)
{
    setWordWrap(true);
    setVisible(false);
    recolour();
}

void TrainFieldError::show(const QString& why)
{
    setText(why);
    setVisible(!why.isEmpty());
}

void TrainFieldError::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && palette().color(QPalette::WindowText) != themeOf(palette()).error)
        recolour();
    QLabel::changeEvent(event);
}

void TrainFieldError::recolour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, themeOf(colours).error);
    setPalette(colours);
}

QWidget* trainDisclosure(const QString& title, const QString& key, QWidget* content, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* button = new QToolButton(whole);
    button->setText(title);
    button->setObjectName("disclose-" + key);
    button->setCheckable(true);
    button->setProperty("role", "disclosure");
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(content);
    const auto disclose = [button, content](bool open) {
        button->setIcon(icon(open ? "chevron-down" : "chevron-right"));
        content->setVisible(open);
    };
    const QString setting = "train/disclosed/" + key;
    button->setChecked(QSettings().value(setting, false).toBool());
    disclose(button->isChecked());
    QObject::connect(button, &QToolButton::toggled, whole, [disclose, setting](bool open) {
        disclose(open);
        QSettings().setValue(setting, open);
    });
    return whole;
}

}  // namespace actlab::widgets
