// The data that the Train workspace shows: of the settings, or of the run.
#include "app/widgets/train_view.hpp"

#include "app/models/training_changes.hpp"
#include "app/widgets/train_curves_panel.hpp"
#include "app/widgets/train_hero.hpp"
#include "app/widgets/train_own_data.hpp"
#include "app/widgets/train_settings.hpp"
#include "app/widgets/train_status_line.hpp"

#include <QFileInfo>
#include <utility>

namespace actlab::widgets {

void TrainView::showWantedData(const data::DataSpec& wanted)
{
    if (m_asked != wanted)
        read(wanted);
    if (!m_refusal.isEmpty() && wanted.name != "points")  // the banner tells what is not painted yet
        m_settings->showDataError(m_refusal);
}

/// A file of the person's may be large: what is on the screen stays there until it is read.
void TrainView::read(const data::DataSpec& spec)
{
    const auto load = [spec](const std::stop_token& stop) -> Reading {
        return data::load(spec, [stop] { return stop.stop_requested(); }).map([](data::Dataset&& data) {
            return std::make_shared<const data::Dataset>(std::move(data));
        });
    };
    m_asked = spec;
    m_refusal.clear();
    m_reading.forget();
    m_status->showReading({});
    if (m_data && spec == m_dataSpec)
        return;
    if (!isOfFile(spec))
        return hear(spec, m_reading.now(load));
    m_status->showReading(QFileInfo(QString::fromStdString(spec.file)).fileName());
    m_reading.ask(load, [this, spec](const Reading& reading) {
        m_status->showReading({});
        if (m_session.hasBegun())  // it holds its own
            return m_asked.reset();
        hear(spec, reading);
        showDocument();
    });
}

void TrainView::hear(const data::DataSpec& spec, const Reading& reading)
{
    if (!reading) {
        m_refusal = QString::fromStdString(reading.error().message);
        return;
    }
    showData(*reading, spec);
    m_session.reset();  // what was learnt from other data is no answer for these; it is in the list of runs
}

void TrainView::showStatus()
{
    m_status->show(m_session, m_data && m_data->task == data::Task::Regression);
    if (std::exchange(m_seenEdited, m_session.isEditedSince()) != m_session.isEditedSince())
        showState();  // its message tells
}

/// Who comes back may have mended the file.
void TrainView::tryAgain()
{
    if (m_refusal.isEmpty() || m_session.isOn())
        return;
    m_asked.reset();
    showDocument();
}

void TrainView::showRunData()
{
    if (m_session.spec().data != m_dataSpec) {
        showData(m_session.data(), m_session.spec().data);
        showNetwork(models::trainingSpecOf(m_workspace.document()));
    }
    showState();
}

void TrainView::showData(std::shared_ptr<const data::Dataset> data, const data::DataSpec& spec)
{
    m_data = std::move(data);
    m_dataSpec = spec;
    m_asked = spec;
    m_refusal.clear();
    m_picture.reset();
    m_hero->showData(m_data);
    m_curves->setTask(m_data->task);
}

}  // namespace actlab::widgets
