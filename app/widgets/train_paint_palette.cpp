#include "app/widgets/train_paint_palette.hpp"

#include "app/widgets/number_slider.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_colours.hpp"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kEraser = data::kMostPaintedClasses;
constexpr double kUsualSpray = 0.5, kWidestSpray = 2;

QIcon swatch(const QColor& colour, double devicePixelRatio)
{
    constexpr int kSide = 16;
    QPixmap pixmap(QSize(kSide, kSide) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(1, 1, kSide - 2, kSide - 2);
    return pixmap;
}

QToolButton* createTool(const QString& text, const QString& tip, const QString& objectName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);  // a click leaves Space to Start and Pause
    return button;
}

}  // namespace

TrainPaintPalette::TrainPaintPalette(QWidget* parent)
    : QWidget(parent),
      m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_classes(new QHBoxLayout),
      m_rest(new QHBoxLayout),
      m_tools(new QButtonGroup(this)),
      m_width(new NumberSlider(tr("Spray"), {0, kWidestSpray, 1}, this)),
      m_clear(new QPushButton(tr("Clear"), this)),
      m_count(new QLabel(this))
{
    setObjectName("paint-palette");
    m_width->setObjectName("paint-width");
    m_width->setToolTip(tr("How far points are sprayed about the cursor; 0 sets each exactly."));
    m_width->setValue(kUsualSpray);
    m_clear->setObjectName("paint-clear");
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_count->setObjectName("paint-count");
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->addLayout(m_classes);
    m_rows->addLayout(m_rest, 1);
    for (QBoxLayout* part : std::initializer_list<QBoxLayout*>{m_rows, m_classes, m_rest})
        part->setSpacing(kSpace / 2);
    createClasses();
    createEraser();
    for (QWidget* part : std::initializer_list<QWidget*>{m_width, m_clear, m_count})
        m_rest->addWidget(part);
    m_rest->addStretch(1);
    connect(m_tools, &QButtonGroup::idClicked, this, &TrainPaintPalette::brushChanged);
    connect(m_width, &NumberSlider::valueChanged, this, &TrainPaintPalette::brushChanged);
    connect(m_clear, &QPushButton::clicked, this, &TrainPaintPalette::clearAsked);
    recolour();
    showCount(0);
}

void TrainPaintPalette::createClasses()
{
    for (std::size_t label = 0; label < data::kMostPaintedClasses; ++label) {
        const QString name = QString::fromStdString(data::paintedClassName(label));
        auto* button =
            createTool(name, tr("Paint points of class %1 (key %2)").arg(name).arg(label + 1), "paint-" + name, this);
        new QShortcut(QKeySequence(Qt::Key_1 + static_cast<int>(label)), this, [button] { button->click(); });
        m_tools->addButton(button, static_cast<int>(label));
        m_classes->addWidget(button);
    }
    m_tools->button(0)->setChecked(true);
}

void TrainPaintPalette::createEraser()
{
    auto* eraser =
        createTool(tr("Erase"), tr("Erase points; the right button does so at any time"), "paint-eraser", this);
    m_tools->addButton(eraser, kEraser);
    m_classes->addWidget(eraser);
    m_classes->addStretch(1);
}

data::Brush TrainPaintPalette::brush() const
{
    const int tool = m_tools->checkedId();
    const bool erases = tool == kEraser;
    return {erases ? 0 : static_cast<std::size_t>(tool), m_width->value(), erases};
}

QColor TrainPaintPalette::colour() const
{
    return classColour(brush().label, data::kMostPaintedClasses, themeOf(palette()));
}

void TrainPaintPalette::showCount(std::size_t points)
{
    m_clear->setEnabled(points > 0);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(tr("%1 points").arg(data::kMostPoints)));
    m_count->setText(points >= data::kMostPoints ? tr("%1 (full)").arg(points)
                     : points == 1               ? tr("1 point")
                                                 : tr("%1 points").arg(points));
}

/// In two rows where one would be too long.
void TrainPaintPalette::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int wanted = m_classes->minimumSize().width() + m_rows->spacing() + m_rest->minimumSize().width();
    m_rows->setDirection(width() < wanted ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QSize TrainPaintPalette::minimumSizeHint() const
{
    return {std::max(m_classes->minimumSize().width(), m_rest->minimumSize().width()),
            QWidget::minimumSizeHint().height()};
}

void TrainPaintPalette::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolour();
        Q_EMIT brushChanged();
    }
    QWidget::changeEvent(event);
}

void TrainPaintPalette::recolour()
{
    const Theme theme = themeOf(palette());
    for (std::size_t label = 0; label < data::kMostPaintedClasses; ++label)
        m_tools->button(static_cast<int>(label))
            ->setIcon(swatch(classColour(label, data::kMostPaintedClasses, theme), devicePixelRatioF()));
}

}  // namespace actlab::widgets
