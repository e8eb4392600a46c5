#include "app/widgets/compose_sketch_panel.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/sketch_members_list.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/whole_field.hpp"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

using models::SketchKind;
using Hand = models::SketchDrawing::Hand;

constexpr int kWidth = 328;

/// In the order of SketchKind.
QStringList kindNames()
{
    return {ComposeSketchPanel::tr("Straight pieces"), ComposeSketchPanel::tr("Monotone cubic (PCHIP)"),
            ComposeSketchPanel::tr("Natural cubic spline"), ComposeSketchPanel::tr("Nearest known function")};
}

QString hintOf(SketchKind kind)
{
    switch (kind) {
    case SketchKind::Straight: return ComposeSketchPanel::tr("A line from knot to knot: continuous, with kinks.");
    case SketchKind::MonotoneCubic:
        return ComposeSketchPanel::tr("Continuous slope (C¹), and no bump where you drew none.");
    case SketchKind::NaturalCubic:
        return ComposeSketchPanel::tr("Continuous curvature (C²): the smoothest, but it may overshoot.");
    case SketchKind::Nearest:
        return ComposeSketchPanel::tr("The whole catalogue, shifted and stretched: a·f(b·x + c) + d·x + e.");
    }
    return {};
}

}  // namespace

ComposeSketchPanel::ComposeSketchPanel(models::ComposeSketch& sketch, QWidget* parent)
    : QWidget(parent), m_sketch(sketch)
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(createChoices());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, kSpace, 0);
    column->setSpacing(kSpace);
    column->addLayout(createHead());
    column->addWidget(scroll, 1);
    column->addLayout(createFoot());
    connectChoices();
    connect(&m_sketch, &models::ComposeSketch::changed, this, &ComposeSketchPanel::follow);
    fitWidth();
    follow();
}

QLayout* ComposeSketchPanel::createHead()
{
    m_undo = iconButton("undo", tr("Undo what the hand did last (Ctrl+Z)"), this);
    m_clear = iconButton("delete", tr("Clear the sheet"), this);
    m_undo->setObjectName("sketch-undo");
    m_clear->setObjectName("sketch-clear");
    m_undo->setEnabled(m_sketch.undoStack().canUndo());
    connect(&m_sketch.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QToolButton::setEnabled);
    connect(m_undo, &QToolButton::clicked, &m_sketch.undoStack(), &QUndoStack::undo);
    connect(m_clear, &QToolButton::clicked, &m_sketch, &models::ComposeSketch::clear);
    auto* row = new QHBoxLayout;
    row->addWidget(sectionTitle(tr("Draw"), this), 1);
    row->addWidget(m_undo);
    row->addWidget(m_clear);
    return row;
}

QWidget* ComposeSketchPanel::createChoices()
{
    auto* inner = new QWidget(this);
    m_hand = new SegmentedSwitch({tr("Stroke"), tr("Points")}, inner);
    m_hand->setObjectName("sketch-hand");
    m_advice = hintLabel({}, inner);
    m_advice->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_members = new SketchMembersList(m_sketch, inner);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_hand);
    column->addWidget(m_advice);
    column->addSpacing(kSpace);
    column->addWidget(sectionTitle(tr("It becomes"), inner));
    column->addWidget(createKinds(inner));
    column->addWidget(createKnots(inner));
    column->addWidget(m_members, 1);
    column->addStretch(0);
    return inner;
}

QWidget* ComposeSketchPanel::createKinds(QWidget* parent)
{
    auto* kinds = new QWidget(parent);
    auto* column = new QVBoxLayout(kinds);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    m_kinds = new QButtonGroup(this);
    for (const QString& name : kindNames()) {
        auto* button = new QRadioButton(name, kinds);
        m_kinds->addButton(button, static_cast<int>(m_kinds->buttons().size()));
        button->setToolTip(hintOf(static_cast<SketchKind>(m_kinds->id(button))));
        column->addWidget(button);
    }
    m_kindHint = hintLabel({}, kinds);
    column->addWidget(m_kindHint);
    return kinds;
}

QWidget* ComposeSketchPanel::createKnots(QWidget* parent)
{
    m_knots = new QWidget(parent);
    m_slider = new QSlider(Qt::Horizontal, m_knots);
    m_slider->setAccessibleName(tr("Knots at most"));
    m_number = new WholeField(m_knots);
    m_number->setObjectName("sketch-knots");
    m_number->setAccessibleName(tr("Knots at most"));
    ignoreWheelWithoutFocus(m_slider);
    ignoreWheelWithoutFocus(m_number);
    m_learnable = new QCheckBox(tr("Knot values are learnable"), parent);
    m_learnable->setObjectName("sketch-learnable");
    m_learnable->setToolTip(tr("Training may move each knot up and down (PWLU): at most 16 of them."));
    auto* row = new QHBoxLayout(m_knots);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(new QLabel(tr("Knots at most"), m_knots));
    row->addWidget(m_slider, 1);
    row->addWidget(m_number);
    auto* both = new QWidget(parent);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_knots);
    column->addWidget(m_learnable);
    return both;
}

QLayout* ComposeSketchPanel::createFoot()
{
    m_words = new QLabel(this);
    m_words->setObjectName("sketch-words");
    m_words->setWordWrap(true);
    m_use = primaryButton(tr("Use it"), "check", this);
    m_use->setObjectName("sketch-use");
    m_use->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_use->setToolTip(tr("Take the curve over as the formula (Ctrl+Return)"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName("sketch-cancel");
    cancel->setToolTip(tr("Leave and change nothing (Esc)"));
    connect(m_use, &QPushButton::clicked, &m_sketch, &models::ComposeSketch::use);
    connect(cancel, &QPushButton::clicked, &m_sketch, &models::ComposeSketch::close);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    buttons->addWidget(m_use, 1);
    buttons->addWidget(cancel);
    auto* column = new QVBoxLayout;
    column->setSpacing(kSpace);
    column->addWidget(m_words);
    column->addLayout(buttons);
    return column;
}

void ComposeSketchPanel::connectChoices()
{
    connect(m_hand, &SegmentedSwitch::chosen, this, [this](int hand) { m_sketch.setHand(static_cast<Hand>(hand)); });
    connect(m_kinds, &QButtonGroup::idClicked, this,
            [this](int kind) { m_sketch.setKind(static_cast<SketchKind>(kind)); });
    const auto setMost = [this](int most) { m_sketch.setMostKnots(static_cast<std::size_t>(most)); };
    connect(m_slider, &QSlider::valueChanged, this, setMost);
    connect(m_number, &QSpinBox::valueChanged, this, setMost);
    connect(m_learnable, &QCheckBox::toggled, &m_sketch, &models::ComposeSketch::setLearnable);
}

void ComposeSketchPanel::follow()
{
    const SketchKind kind = m_sketch.wish().kind;
    m_hand->setCurrent(static_cast<int>(m_sketch.drawing().hand));
    m_advice->setText(m_sketch.advice());
    m_kinds->button(static_cast<int>(kind))->setChecked(true);
    m_kindHint->setText(hintOf(kind));
    m_members->setVisible(kind == SketchKind::Nearest);
    m_clear->setEnabled(!m_sketch.drawing().isEmpty());
    m_use->setEnabled(m_sketch.canBeUsed());
    followKnots();
    followWords();
}

void ComposeSketchPanel::followKnots()
{
    const models::SketchWish& wish = m_sketch.wish();
    const auto most = static_cast<int>(models::mostKnotsOf(wish));
    const auto now = static_cast<int>(std::min(wish.mostKnots, models::mostKnotsOf(wish)));
    const QSignalBlocker slider(m_slider), number(m_number), learnable(m_learnable);
    m_slider->setRange(2, most);
    m_slider->setValue(now);
    m_number->setRange(2, most);
    m_number->setValue(now);
    m_learnable->setChecked(wish.learnableValues);
    m_knots->setVisible(wish.kind != SketchKind::Nearest && m_sketch.drawing().hand == Hand::Stroke);
    m_learnable->setVisible(wish.kind == SketchKind::Straight);
}

void ComposeSketchPanel::followWords()
{
    const bool isWrong = !m_sketch.problem().isEmpty();
    setStyleProperty(*m_words, "role", isWrong ? "error" : "hint");
    if (m_sketch.isSearching())
        m_words->setText(m_sketch.wish().kind == SketchKind::Nearest ? tr("Searching the catalogue…")
                                                                     : tr("Fitting…"));
    else
        m_words->setText(isWrong ? m_sketch.problem() : m_sketch.verdict());
}

void ComposeSketchPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitWidth();
}

/// Larger type wants a wider column. What is advised has room for two lines, so that nothing below it jumps.
void ComposeSketchPanel::fitWidth()
{
    m_advice->setMinimumHeight(2 * m_advice->fontMetrics().lineSpacing());
    setFixedWidth(kWidth * std::max(font().pixelSize(), kBaseFontPixels) / kBaseFontPixels);
}

}  // namespace actlab::widgets
