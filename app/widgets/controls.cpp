#include "app/widgets/controls.hpp"

#include "app/widgets/theme.hpp"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace actlab::widgets {

namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore();  // the column scrolls
        return true;
    }
};

}  // namespace

SegmentedSwitch::SegmentedSwitch(const QStringList& names, QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", "segmented");
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    for (const QString& name : names)
        addSegment(name);
    setCurrent(0);
    connect(m_buttons, &QButtonGroup::idClicked, this, &SegmentedSwitch::chosen);
}

void SegmentedSwitch::addSegment(const QString& name)
{
    auto* button = new QToolButton(this);
    button->setText(name);
    button->setCheckable(true);
    button->setProperty("role", "segment");
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->addButton(button, static_cast<int>(m_buttons->buttons().size()));
    layout()->addWidget(button);
}

int SegmentedSwitch::current() const
{
    return m_buttons->checkedId();
}

void SegmentedSwitch::setCurrent(int index)
{
    if (QAbstractButton* button = m_buttons->button(index)) {
        button->setChecked(true);
        return;
    }
    m_buttons->setExclusive(false);  // an exclusive group never lets go of its last one
    for (QAbstractButton* button : m_buttons->buttons())
        button->setChecked(false);
    m_buttons->setExclusive(true);
}

void SegmentedSwitch::setLarge()
{
    for (QAbstractButton* button : m_buttons->buttons())
        button->setProperty("large", true);
}

void setStyleProperty(QWidget& widget, const char* name, const QVariant& value)
{
    if (widget.property(name) == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

QLabel* sectionTitle(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", "section");
    return label;
}

QLabel* hintLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", "hint");
    label->setWordWrap(true);
    return label;
}

QPushButton* primaryButton(const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new QPushButton(icon(iconName, QPalette::HighlightedText), text, parent);
    button->setProperty("primary", true);
    return button;
}

QToolButton* iconButton(const QString& iconName, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({20, 20});
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void addClearButton(QLineEdit& field)
{
    QAction* clear = field.addAction(icon("close"), QLineEdit::TrailingPosition);
    clear->setToolTip(QLineEdit::tr("Clear"));
    clear->setVisible(false);
    QObject::connect(clear, &QAction::triggered, &field, &QLineEdit::clear);
    QObject::connect(&field, &QLineEdit::textChanged, clear,
                     [clear](const QString& text) { clear->setVisible(!text.isEmpty()); });
}

void ignoreWheelWithoutFocus(QWidget* field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(new WheelGuard(field));
}

QPointF arrowDirection(int key)
{
    switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
    }
}

}  // namespace actlab::widgets
