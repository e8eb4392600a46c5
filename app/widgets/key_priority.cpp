#include "app/widgets/key_priority.hpp"

#include "app/widgets/train_number_combo.hpp"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace actlab::widgets {

namespace {

bool isPlainSpace(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier;
}

bool isNumberField(const QWidget* control)
{
    return qobject_cast<const QAbstractSpinBox*>(control) || qobject_cast<const TrainNumberCombo*>(control) ||
           (qobject_cast<const QLineEdit*>(control) && isNumberField(control->parentWidget()));
}

}  // namespace

KeyPriority::KeyPriority(QWidget* window) : QObject(window), m_window(window)
{
    qApp->installEventFilter(this);
}

bool KeyPriority::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        m_walked = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    }
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (event->type() != QEvent::ShortcutOverride || !widget || widget->window() != m_window)
        return false;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    QWidget* control = QApplication::focusWidget();
    if (isPlainSpace(key) && isNumberField(control)) {
        control->clearFocus();  // what was typed counts
        event->ignore();
        return true;
    }
    if (isForWindow(key)) {
        event->ignore();  // whoever accepts this event keeps the key from the window
        return true;
    }
    if (isForControl(key)) {
        event->accept();
        return true;
    }
    return false;
}

bool KeyPriority::isForWindow(const QKeyEvent& key) const
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
}

bool KeyPriority::isForControl(const QKeyEvent& key) const
{
    const QWidget* control = QApplication::focusWidget();
    const bool isPressable = qobject_cast<const QAbstractButton*>(control) || qobject_cast<const QComboBox*>(control);
    return isPlainSpace(key) && m_walked && isPressable;
}

}  // namespace actlab::widgets
