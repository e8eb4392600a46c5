#pragma once

#include <QWidget>

#include "app/models/compose_sketch.hpp"

class QButtonGroup;
class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;
class QToolButton;

namespace actlab::widgets {

class SegmentedSwitch;
class SketchMembersList;

/// What a drawing is to become, and how near it comes; stands beside the plot while one draws.
class ComposeSketchPanel : public QWidget {
    Q_OBJECT

public:
    explicit ComposeSketchPanel(models::ComposeSketch& sketch, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* createHead();
    QWidget* createChoices();
    QWidget* createKinds(QWidget* parent);
    QWidget* createKnots(QWidget* parent);
    QLayout* createFoot();
    void connectChoices();
    void follow();
    void followKnots();
    void followWords();
    void fitWidth();

    models::ComposeSketch& m_sketch;
    QToolButton* m_undo = nullptr;
    QToolButton* m_clear = nullptr;
    SegmentedSwitch* m_hand = nullptr;
    QLabel* m_advice = nullptr;
    QButtonGroup* m_kinds = nullptr;
    QLabel* m_kindHint = nullptr;
    QWidget* m_knots = nullptr;
    QSlider* m_slider = nullptr;
    QSpinBox* m_number = nullptr;
    QCheckBox* m_learnable = nullptr;
    SketchMembersList* m_members = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_use = nullptr;
};

}  // namespace actlab::widgets
