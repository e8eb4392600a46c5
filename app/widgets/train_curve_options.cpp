#include "app/widgets/train_curve_options.hpp"

#include "app/widgets/theme.hpp"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <algorithm>
#include <array>

namespace actlab::widgets {

namespace {

constexpr auto kAxisSetting = "train/curve-axis";
constexpr auto kLogarithmicSetting = "train/curve-axis-logarithmic";
constexpr auto kSmoothingSetting = "train/curve-smoothing";
constexpr std::array kMemories{0.0, 0.6, 0.9, 0.99};

/// As it was left; what no version of ours wrote counts as the first choice.
models::CurveView remembered()
{
    const QSettings settings;
    const int axis = settings.value(kAxisSetting).toInt(), smoothing = settings.value(kSmoothingSetting).toInt();
    const bool hasSmoothing = smoothing >= 0 && smoothing < static_cast<int>(kMemories.size());
    return {.axis = axis == 1 || axis == 2 ? models::CurveView::Axis(axis) : models::CurveView::Axis::Epoch,
            .logarithmic = settings.value(kLogarithmicSetting).toBool(),
            .memory = kMemories[hasSmoothing ? static_cast<std::size_t>(smoothing) : 0]};
}

int stageOf(double memory)
{
    return static_cast<int>(std::ranges::find(kMemories, memory) - kMemories.begin());
}

}  // namespace

TrainCurveOptions::TrainCurveOptions(QWidget* parent) : QToolButton(parent), m_view(remembered())
{
    setObjectName("curve-options");
    setIcon(widgets::icon("sliders"));
    setIconSize({18, 18});
    setToolTip(tr("Axis and smoothing of the curves"));
    setAccessibleName(toolTip());
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(InstantPopup);
    setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto* menu = new QMenu(this);
    addAxes(*menu);
    addSmoothing(*menu);
    setMenu(menu);
}

QActionGroup* TrainCurveOptions::addChoices(QMenu& menu, const QStringList& names, int chosen)
{
    auto* group = new QActionGroup(this);
    for (const QString& name : names) {
        QAction* action = menu.addAction(name);
        action->setCheckable(true);
        action->setData(group->actions().size());
        group->addAction(action);
    }
    group->actions().at(chosen)->setChecked(true);
    return group;
}

void TrainCurveOptions::addAxes(QMenu& menu)
{
    const auto* axes = addChoices(menu, {tr("Against epochs"), tr("Against steps"), tr("Against seconds")},
                                  static_cast<int>(m_view.axis));
    connect(axes, &QActionGroup::triggered, this, [this](const QAction* action) {
        models::CurveView view = m_view;
        view.axis = models::CurveView::Axis(action->data().toInt());
        take(view);
    });
    QAction* logarithmic = menu.addAction(tr("Logarithmic axis"));
    logarithmic->setCheckable(true);
    logarithmic->setChecked(m_view.logarithmic);
    connect(logarithmic, &QAction::toggled, this, [this](bool isOn) {
        models::CurveView view = m_view;
        view.logarithmic = isOn;
        take(view);
    });
}

void TrainCurveOptions::addSmoothing(QMenu& menu)
{
    menu.addSeparator();
    const auto* stages = addChoices(menu,
                                    {tr("As it is"), tr("With the mean of about 3 epochs"),
                                     tr("With the mean of about 10 epochs"), tr("With the mean of about 100 epochs")},
                                    stageOf(m_view.memory));
    connect(stages, &QActionGroup::triggered, this, [this](const QAction* action) {
        models::CurveView view = m_view;
        view.memory = kMemories.at(action->data().toUInt());
        take(view);
    });
}

void TrainCurveOptions::take(models::CurveView view)
{
    if (view == m_view)
        return;
    m_view = view;
    QSettings settings;
    settings.setValue(kAxisSetting, static_cast<int>(view.axis));
    settings.setValue(kLogarithmicSetting, view.logarithmic);
    settings.setValue(kSmoothingSetting, stageOf(view.memory));
    Q_EMIT changed();
}

}  // namespace actlab::widgets
