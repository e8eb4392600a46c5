#pragma once

#include <QWidget>

#include "core/data/stroke.hpp"

class QBoxLayout;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace actlab::widgets {

class NumberSlider;
struct Theme;

/// What paints the points: the classes in their colours, the eraser, how wide the spray is; and how many there are.
class TrainPaintPalette : public QWidget {
    Q_OBJECT

public:
    explicit TrainPaintPalette(QWidget* parent = nullptr);

    data::Brush brush() const;
    QColor colour() const;  ///< of the chosen class
    void showCount(std::size_t points);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void brushChanged();
    void clearAsked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createClasses();
    void createEraser();
    void recolour();

    QBoxLayout* m_rows;
    QHBoxLayout* m_classes;
    QHBoxLayout* m_rest;
    QButtonGroup* m_tools;  ///< their ids: the classes, then the eraser
    NumberSlider* m_width;
    QPushButton* m_clear;
    QLabel* m_count;
};

}  // namespace actlab::widgets
