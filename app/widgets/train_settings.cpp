#include "app/widgets/train_settings.hpp"

#include "app/widgets/theme.hpp"
#include "app/widgets/train_data_group.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_network_group.hpp"
#include "app/widgets/train_options_group.hpp"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <string_view>

namespace actlab::widgets {

namespace {

// data::Error::field of the settings that stand in a group; all others are about the training.
constexpr std::array kDataFields{
    std::string_view("dataset"), std::string_view("noise"),       std::string_view("features"),
    std::string_view("samples"), std::string_view("train-share"), std::string_view("csv"),
    std::string_view("target"),  std::string_view("idx-images"),  std::string_view("idx-labels"),
    std::string_view("formula"), std::string_view("task")};
constexpr std::array<std::string_view, 3> kNetworkFields{"layers", "activation", "residual"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& fields, std::string_view field)
{
    return std::ranges::find(fields, field) != fields.end();
}

}  // namespace

TrainSettings::TrainSettings(models::WorkspaceModel& workspace, QWidget* parent)
    : QScrollArea(parent),
      m_data(new TrainDataGroup(workspace)),
      m_network(new TrainNetworkGroup(workspace)),
      m_options(new TrainOptionsGroup(workspace))
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(2 * kSpace, 0, 2 * kSpace, kSpace);
    column->setSpacing(2 * kSpace);
    for (QWidget* group : std::initializer_list<QWidget*>{m_data, m_network, m_options})
        column->addWidget(group);
    column->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    alignTrainNames(content);
}

void TrainSettings::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        alignTrainNames(this);
    QScrollArea::changeEvent(event);
}

/// At once: a scroll area gives its column room for a new row only after the column was laid out without it, and for
/// lines of text that wrap never as much as they need; all others would move meanwhile.
void TrainSettings::fitContent()
{
    for (QWidget* group : std::initializer_list<QWidget*>{m_data, m_network, m_options})
        group->updateGeometry();
    QLayout& column = *widget()->layout();
    column.invalidate();
    if (!column.hasHeightForWidth())
        return;
    const int needed = column.totalHeightForWidth(viewport()->width());
    widget()->setMinimumHeight(needed);
    widget()->resize(viewport()->width(), std::max(needed, viewport()->height()));
}

void TrainSettings::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitContent();
}

void TrainSettings::show(const nn::TrainingSpec& spec)
{
    m_data->show(spec.data);
    m_network->show(spec);
    m_options->show(spec);
    showError(nn::validate(spec));
    fitContent();
}

void TrainSettings::showData(const data::Dataset& data, const data::DataSpec& madeFrom)
{
    m_data->showFound(data, madeFrom);
    m_network->showData(data);
    fitContent();
}

void TrainSettings::takeFile(const QString& path)
{
    m_data->takeFile(path);
}

void TrainSettings::showDataError(const QString& why)
{
    m_data->showError(why);
}

void TrainSettings::showError(const std::optional<data::Error>& error)
{
    if (error && error->field == "points")
        return showError(std::nullopt);  // the banner says it, over the canvas
    const QString why = error ? QString::fromStdString(error->message) : QString();
    const bool ofData = error && isOneOf(kDataFields, error->field);
    const bool ofNetwork = error && isOneOf(kNetworkFields, error->field);
    m_data->showError(ofData ? why : QString());
    m_network->showError(ofNetwork ? why : QString());
    m_options->showError(ofData || ofNetwork ? QString() : why);
}

}  // namespace actlab::widgets
