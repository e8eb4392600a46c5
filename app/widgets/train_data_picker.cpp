#include "app/widgets/train_data_picker.hpp"

#include "app/widgets/train_data_picture.hpp"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QToolButton>

namespace actlab::widgets {

namespace {

constexpr int kTilesInRow = 5;
constexpr int kPictureSide = 36;

/// What has room under a picture.
QString shortName(std::string_view name)
{
    if (name == "multi-gauss")
        return TrainDataPicker::tr("Hills");
    QString text = QString::fromUtf8(name);
    text[0] = text[0].toUpper();
    return text;
}

QToolButton* createButton(const data::DataSetInfo& info, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName("dataset-" + QString::fromUtf8(info.name));
    button->setProperty("dataset", QString::fromUtf8(info.name));
    button->setText(shortName(info.name));
    button->setToolTip(QString::fromUtf8(info.title) + "\n" + QString::fromUtf8(info.about));
    button->setAccessibleName(QString::fromUtf8(info.title));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);  // a click leaves Space to Start and Pause
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({kPictureSide, kPictureSide});
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // a fifth of the row, whatever the word
    return button;
}

}  // namespace

TrainDataPicker::TrainDataPicker(QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(kSpace / 2);
    createButtons();
    paintPictures();
}

void TrainDataPicker::setCurrent(const QString& name)
{
    m_buttons->setExclusive(false);  // data of one's own are none of them
    for (QAbstractButton* button : m_buttons->buttons())
        button->setChecked(button->property("dataset") == name);
    m_buttons->setExclusive(true);
}

void TrainDataPicker::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintPictures();
    QWidget::changeEvent(event);
}

void TrainDataPicker::createButtons()
{
    for (const data::DataSetInfo& info : data::dataSets()) {
        const auto place = static_cast<int>(m_buttons->buttons().size());
        auto* button = createButton(info, this);
        m_buttons->addButton(button);
        m_grid->addWidget(button, place / kTilesInRow, place % kTilesInRow);
        connect(button, &QToolButton::clicked, this,
                [this, name = QString::fromUtf8(info.name)] { Q_EMIT chosen(name); });
    }
}

void TrainDataPicker::paintPictures()
{
    const Theme theme = themeOf(palette());
    for (QAbstractButton* button : m_buttons->buttons()) {
        data::DataSpec spec;
        spec.name = button->property("dataset").toString().toStdString();
        const auto data = data::load(spec);
        button->setEnabled(data.has_value());
        if (data)
            button->setIcon(dataPicture(*data, kPictureSide, devicePixelRatioF(), theme));
        else
            button->setToolTip(QString::fromStdString(data.error().message));
    }
}

}  // namespace actlab::widgets
