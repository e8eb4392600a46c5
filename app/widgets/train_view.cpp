#include "app/widgets/train_view.hpp"

#include "app/models/live_edits.hpp"
#include "app/models/training_changes.hpp"
#include "app/widgets/train_banner.hpp"
#include "app/widgets/train_curves_panel.hpp"
#include "app/widgets/train_edit.hpp"
#include "app/widgets/train_hero.hpp"
#include "app/widgets/train_layer_plot.hpp"
#include "app/widgets/train_network_picture.hpp"
#include "app/widgets/train_runs_list.hpp"
#include "app/widgets/train_settings.hpp"
#include "app/widgets/train_status_line.hpp"
#include "app/widgets/train_transport.hpp"
#include "core/nn/limits.hpp"
#include "core/workspace/runs.hpp"

#include <algorithm>

namespace actlab::widgets {

using models::TrainingSession;

TrainView::TrainView(models::WorkspaceModel& workspace, TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_session(session),
      m_uses(session),
      m_portrait(session),
      m_painting(workspace),
      m_weights(workspace, session),
      m_transport(new TrainTransport(this)),
      m_settings(new TrainSettings(workspace, this)),
      m_network(new TrainNetworkPicture(this)),
      m_banner(new TrainBanner(this)),
      m_hero(new TrainHero(this)),
      m_curves(new TrainCurvesPanel(this)),
      m_runs(new TrainRunsList(workspace, this)),
      m_status(new TrainStatusLine(this)),
      m_reading(*this, [](const QString& why) {
          return tl::unexpected(data::Error{"dataset", why.toStdString()});
      })
{
    createLayout();
    fitToType();
    connectControls();
    connectSession();
    connectPainting();
    showDocument();
    showProgress();
    showOverlays();
}

/// A field that loses the focus while all this goes says what was typed, and nobody here can hear it any more.
TrainView::~TrainView()
{
    m_workspace.disconnect(this);
}

void TrainView::connectControls()
{
    connect(m_transport, &TrainTransport::toggled, this, &TrainView::toggle);
    connect(m_transport, &TrainTransport::stepAsked, this, &TrainView::step);
    connect(m_transport, &TrainTransport::resetAsked, this, &TrainView::reset);
    connect(m_transport, &TrainTransport::stopAsked, this, &TrainView::stop);
    connect(m_transport, &TrainTransport::raceAsked, this, &TrainView::raceAsked);
    connect(m_banner, &TrainBanner::acted, this, &TrainView::act);
    connect(m_curves, &TrainCurvesPanel::historyAsked, this, &TrainView::showProgress);
    connect(m_curves, &TrainCurvesPanel::viewChosen, this, &TrainView::watchNetwork);
    connect(&m_curves->layers(), &TrainLayerPlot::pointed, m_network, &TrainNetworkPicture::pointAt);
    connect(m_network, &TrainNetworkPicture::widthAsked, this, &TrainView::widen);
    connect(m_network, &TrainNetworkPicture::parameterAsked, &m_weights,
            [this](std::size_t parameter, double value, double before) {
                m_weights.set(parameter, static_cast<float>(value), static_cast<float>(before));
            });
    connect(m_runs, &TrainRunsList::firstRunAsked, this, &TrainView::toggle);
    connect(m_runs, &TrainRunsList::settingsAsked, this, &TrainView::useSettingsOf);
    connect(m_runs, &TrainRunsList::againAsked, this, &TrainView::runAgain);
    connect(m_runs, &TrainRunsList::exportAsked, this, &TrainView::exportAsked);
    connect(m_runs, &TrainRunsList::exportTableAsked, this, &TrainView::exportTableAsked);
}

void TrainView::connectSession()
{
    connect(&m_workspace, &models::WorkspaceModel::documentChanged, this, &TrainView::followDocument);
    connect(&m_workspace, &models::WorkspaceModel::documentChanged, this, &TrainView::showOverlays);
    connect(&m_workspace, &models::WorkspaceModel::looked, this, &TrainView::showOverlays);
    connect(&m_session, &TrainingSession::stateChanged, this, &TrainView::followState);
    connect(&m_session, &TrainingSession::dataReady, this, &TrainView::showRunData);
    connect(&m_session, &TrainingSession::progressed, this, &TrainView::showProgress);
    connect(&m_session, &TrainingSession::edited, this, &TrainView::showProgress);
    connect(&m_session, &TrainingSession::finished, this, &TrainView::keepRun);
    connect(&m_uses, &models::LayerUses::changed, this, [this] { m_curves->showUses(m_uses.uses(), m_uses.flow()); });
    connect(&m_portrait, &models::NetworkPortrait::changed, this,
            [this] { m_network->showPortrait(m_portrait.portrait()); });
}

void TrainView::takeFile(const QString& path)
{
    m_settings->takeFile(path);
}

void TrainView::toggle()
{
    switch (m_session.state()) {
    case TrainingSession::State::Running: return m_session.pause();
    case TrainingSession::State::Paused: return m_session.resume();
    case TrainingSession::State::Idle:
    case TrainingSession::State::Edited:
    case TrainingSession::State::Finished: return start();
    }
}

void TrainView::start()
{
    const nn::TrainingSpec spec = models::trainingSpecOf(m_workspace.document());
    if (!nn::validate(spec))
        begin(spec);
}

/// The run that is on ends here, and is kept as it stands.
void TrainView::begin(const nn::TrainingSpec& spec)
{
    keepBegun();
    m_session.start(spec);
}

void TrainView::step()
{
    const nn::TrainingSpec spec = models::trainingSpecOf(m_workspace.document());
    if (m_session.hasBegun() || !nn::validate(spec))
        m_session.step(spec);
}

void TrainView::reset()
{
    keepBegun();
    if (m_session.hasBegun() || m_session.state() == TrainingSession::State::Finished)
        m_session.reset();
    else
        m_weights.takeBack();
}

void TrainView::stop()
{
    m_session.stop();
}

void TrainView::act(TrainMessage::Action action)
{
    if (action == TrainMessage::Action::TakeWeightsBack)
        return m_weights.takeBack();
    if (action == TrainMessage::Action::UseSuggestedRate)
        useSuggestedRate();
    if (action != TrainMessage::Action::None)
        start();
}

void TrainView::useSuggestedRate()
{
    const double rate = m_session.outcome().suggestedLearningRate.value_or(m_session.spec().learningRate);
    editTraining(m_workspace, tr("Use the suggested learning rate"),
                 [rate](nn::TrainingSpec& spec) { spec.learningRate = rate; });
}

void TrainView::useSettingsOf(std::size_t run)
{
    if (const workspace::Run* found = workspace::findRun(m_workspace.document(), run))
        editTraining(m_workspace, tr("Use the settings of a run"),
                     [wanted = found->spec](nn::TrainingSpec& spec) { spec = wanted; });
}

/// An activation may have been composed anew since then: the run has the one of its day.
void TrainView::runAgain(std::size_t run)
{
    const workspace::Run* found = workspace::findRun(m_workspace.document(), run);
    if (!found || nn::validate(found->spec))
        return;
    const nn::TrainingSpec spec = found->spec;  // the document changes
    useSettingsOf(run);
    begin(spec);
}

/// The layers of the settings, which may be others than those of the run that is seen.
void TrainView::widen(std::size_t layer, int more)
{
    const std::vector<nn::Layer>& hidden = m_workspace.document().training.hidden;
    if (layer >= hidden.size())
        return;
    const auto width = static_cast<std::size_t>(
        std::clamp(static_cast<int>(hidden[layer].width) + more, 1, static_cast<int>(nn::kWidestLayer)));
    editTraining(
        m_workspace, tr("Change layer width"),
        [layer, width](nn::TrainingSpec& spec) { spec.hidden.at(layer).width = width; },
        QStringLiteral("train-width-%1").arg(layer));  // a held button is one step to undo
}

/// Most edits are of other pages, and a slider there makes many a second.
void TrainView::followDocument()
{
    const workspace::Document& document = m_workspace.document();
    const nn::TrainingSpec wanted = models::trainingSpecOf(document);
    if (m_seenOwn != document.custom || m_seenSpec.learningRate != wanted.learningRate ||
        models::changesBetween(m_seenSpec, wanted).any())
        showDocument();
}

void TrainView::showDocument()
{
    const nn::TrainingSpec wanted = models::trainingSpecOf(m_workspace.document());
    m_seenSpec = wanted;
    m_seenOwn = m_workspace.document().custom;
    m_settings->show(wanted);
    if (!m_session.hasBegun())
        showWantedData(wanted.data);
    m_weights.follow(wanted, m_dataSpec == wanted.data ? m_data : nullptr);
    models::passOn(wanted, m_session);
    showCanvas(wanted.data);
    showNetwork(wanted);
    showLearned();
    showAnswers();
    showState();
}

void TrainView::showNetwork(const nn::TrainingSpec& wanted)
{
    const bool isUnpainted = wanted.data.name == "points" && !m_session.isOn();
    if (!m_refusal.isEmpty() && (isUnpainted || !m_data))
        return m_network->showNothing(tr("No network yet. %1").arg(m_refusal));
    if (!m_data)
        return;
    m_settings->showData(*m_data, m_dataSpec);
    nn::TrainingSpec shown = m_session.hasBegun() ? m_session.askedSpec() : wanted;  // a run goes on as what it is
    shown.data = m_dataSpec;
    m_network->showNetwork(shown, *m_data);
    m_uses.setWanted(shown, m_data);
    m_portrait.setWanted(std::move(shown), m_data);
}

void TrainView::watchNetwork()
{
    m_portrait.setWatched(isVisible());
    m_uses.setWatched(isVisible() && m_curves->showsLayers());
}

void TrainView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    watchNetwork();
    showProgress();
    tryAgain();
}

void TrainView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    watchNetwork();
}

void TrainView::followState()
{
    showStatus();  // at once, and not after a rest
    if (m_session.state() == TrainingSession::State::Idle)
        return showDocument();  // the data may have been changed while the run held its own
    showNetwork(models::trainingSpecOf(m_workspace.document()));
    showAnswers();
    showState();
}

void TrainView::showState()
{
    m_transport->show(m_session.state());
    m_runs->setInviting(!m_session.hasBegun());
    const bool isOver = m_session.state() == TrainingSession::State::Finished;
    const nn::TrainingSpec wanted = models::trainingSpecOf(m_workspace.document());
    const auto error = nn::validate(wanted);
    const bool isRead = m_data && m_dataSpec == wanted.data;
    m_network->setEditable(m_session.isOn() || (!isOver && !error && isRead),
                           isOver                ? tr("The run is over: reset it to change its network")
                           : error               ? QString::fromStdString(error->message)
                           : isRead              ? QString()
                           : m_refusal.isEmpty() ? tr("The data are still being read")
                                                 : m_refusal);
    m_banner->show(trainMessage(m_session, wanted, m_weights.waiting()));
}

}  // namespace actlab::widgets
