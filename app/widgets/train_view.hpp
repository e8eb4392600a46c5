#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "app/models/latest_answer.hpp"
#include "app/models/layer_uses.hpp"
#include "app/models/network_portrait.hpp"
#include "app/models/painting.hpp"
#include "app/models/training_session.hpp"
#include "app/models/weight_edits.hpp"
#include "app/models/workspace_model.hpp"
#include "app/widgets/figure_menu.hpp"
#include "app/widgets/train_message.hpp"
#include "app/widgets/unhurried.hpp"

namespace actlab::widgets {

class TrainBanner;
class TrainCurvesPanel;
class TrainHero;
class TrainNetworkPicture;
class TrainRunsList;
class TrainSettings;
class TrainStatusLine;
class TrainTransport;

/// The Train workspace: settings at the left, the network and what it answers in the middle, the curves and
/// the runs at the right. Shows the session's run while there is one, else what the settings mean.
class TrainView : public QWidget {
    Q_OBJECT

public:
    TrainView(models::WorkspaceModel& workspace, models::TrainingSession& session, QWidget* parent = nullptr);
    ~TrainView() override;

    std::vector<FigurePlace> figures();
    void takeFile(const QString& path);  ///< data of the person's to learn from
    void setSideVisible(bool visible);   ///< presenter mode has no settings and no list of runs

Q_SIGNALS:
    /// The person wants to take this run of the document home.
    void exportAsked(std::size_t run);
    /// The person wants to take the table of runs home.
    void exportTableAsked();
    void raceAsked();

public Q_SLOTS:
    void toggle();  ///< start, pause, resume
    void step();    ///< one epoch
    void reset();   ///< back to the untrained network, with the same first weights
    void stop();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    using Reading = data::Result<std::shared_ptr<const data::Dataset>>;

    void createLayout();
    void fitToType();
    QLayout* createLeft();
    QLayout* createMiddle();
    QLayout* createRight();
    void connectControls();
    void connectSession();
    void connectPainting();

    void start();
    void begin(const nn::TrainingSpec& spec);
    void act(TrainMessage::Action action);
    void useSuggestedRate();
    void useSettingsOf(std::size_t run);
    void runAgain(std::size_t run);
    void widen(std::size_t layer, int more);

    void followDocument();
    void showDocument();  ///< after an edit
    void showWantedData(const data::DataSpec& wanted);
    void showCanvas(const data::DataSpec& wanted);
    void read(const data::DataSpec& spec);
    void hear(const data::DataSpec& spec, const Reading& reading);
    void tryAgain();
    void showRunData();
    void showData(std::shared_ptr<const data::Dataset> data, const data::DataSpec& spec);
    void showNetwork(const nn::TrainingSpec& wanted);
    void showLearned();
    void showProgress();
    void showStatus();
    void showAnswers();
    void showOverlays();
    void watchNetwork();
    void followState();
    void showState();
    void keepRun();
    void keepBegun();

    models::WorkspaceModel& m_workspace;
    models::TrainingSession& m_session;
    models::LayerUses m_uses;
    models::NetworkPortrait m_portrait;
    models::Painting m_painting;
    models::WeightEdits m_weights;
    nn::TrainingSpec m_seenSpec;  ///< shown last
    std::vector<activation::ActivationPtr> m_seenOwn;
    std::shared_ptr<const data::Dataset> m_data;   ///< on the screen
    data::DataSpec m_dataSpec;                     ///< what m_data was made from
    std::optional<data::DataSpec> m_asked;         ///< what was read last, or is being read
    QStringList m_overlaid;                        ///< tells the runs that are drawn over the present one from others
    QString m_refusal;                             ///< why m_asked cannot be had
    std::shared_ptr<const nn::Picture> m_picture;  ///< on the screen
    TrainTransport* m_transport;
    TrainSettings* m_settings;
    TrainNetworkPicture* m_network;
    TrainBanner* m_banner;
    TrainHero* m_hero;
    TrainCurvesPanel* m_curves;
    TrainRunsList* m_runs;
    TrainStatusLine* m_status;
    bool m_seenEdited = false;
    Unhurried m_statusSoon{kTextRest, [this] { showStatus(); }};
    models::LatestAnswer<Reading> m_reading;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::widgets
