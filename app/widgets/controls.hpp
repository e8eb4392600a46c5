#pragma once

#include <QPointF>
#include <QStringList>
#include <QVariant>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace actlab::widgets {

/// A row of joined buttons of which one is chosen; arrow keys move along it.
class SegmentedSwitch : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedSwitch(const QStringList& names, QWidget* parent = nullptr);
    int current() const;         ///< -1 where none is
    void setCurrent(int index);  ///< -1: none; does not emit; an index of none chooses none
    void setLarge();             ///< as in the header bar

Q_SIGNALS:
    void chosen(int index);

private:
    void addSegment(const QString& name);
    QButtonGroup* m_buttons;
};

/// Sets a property that the style sheet asks for; the sheet looks again where that changes it.
void setStyleProperty(QWidget& widget, const char* name, const QVariant& value);

/// Small bold heading of a group in a side column.
QLabel* sectionTitle(const QString& text, QWidget* parent = nullptr);
/// Explaining text in the muted colour; wraps.
QLabel* hintLabel(const QString& text, QWidget* parent = nullptr);
/// The one filled button of a view.
QPushButton* primaryButton(const QString& text, const QString& iconName, QWidget* parent = nullptr);
/// A flat button that shows only an icon; `tip` is also its accessible name.
QToolButton* iconButton(const QString& iconName, const QString& tip, QWidget* parent = nullptr);
/// A cross at the end of a field that has text. (Qt's own looks for an icon through all themes of the desktop.)
void addClearButton(QLineEdit& field);
/// A wheel that scrolls a column must not change the fields it passes over.
void ignoreWheelWithoutFocus(QWidget* field);
/// One step the way an arrow key points, in pixels of the screen; null for every other key.
QPointF arrowDirection(int key);

}  // namespace actlab::widgets
