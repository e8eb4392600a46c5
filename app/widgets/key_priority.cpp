#include "app/widgets/key_priority.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QKeyEvent>

namespace actlab::widgets {

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
    return key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier && m_walked && isPressable;
}

}  // namespace actlab::widgets
