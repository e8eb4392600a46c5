// The run on the screen of the Train workspace: its curves and answers, and what is kept of it.
#include "app/widgets/train_view.hpp"

#include "app/models/kept_run.hpp"
#include "app/models/training_changes.hpp"
#include "app/widgets/train_curves_panel.hpp"
#include "app/widgets/train_hero.hpp"
#include "core/workspace/runs.hpp"

namespace actlab::widgets {

using models::TrainingSession;

/// Of the run that is shown, and before there is one, of the network as it stands.
void TrainView::showLearned()
{
    const bool hasRun = m_session.isOn() || !m_session.history().empty();
    m_curves->setLearned(nn::learnedParameters(hasRun ? m_session.spec().hidden
                                                      : models::trainingSpecOf(m_workspace.document()).hidden));
}

void TrainView::showProgress()
{
    if (!isVisible() && m_session.isOn() && !m_session.history().empty())
        return;  // nobody looks; showEvent() makes up for it
    showLearned();
    m_curves->show(m_session.history(), m_session.spec().epochs);
    m_curves->showMarks(m_session.marks());
    m_statusSoon.ask();
    if (m_session.picture() == m_picture)
        return;
    m_picture = m_session.picture();
    showAnswers();
}

/// Of a run that is over nothing is shown beside the first weights of another network.
void TrainView::showAnswers()
{
    if (m_picture && (m_session.isOn() || m_portrait.showsRun()))
        m_hero->showPicture(*m_picture);
    else
        m_hero->clearPicture();
}

void TrainView::showOverlays()
{
    const auto document = m_workspace.snapshot();
    std::vector<OverlaidRun> runs;
    QStringList looks;
    for (const workspace::Run& run : document->runs) {
        if (!run.colour)
            continue;
        runs.emplace_back(document, &run);
        const double loss = run.history.empty() ? 0 : run.history.back().testLoss;
        looks << QStringLiteral("%1 %2 %3 %4 ").arg(run.number).arg(*run.colour).arg(run.history.size()).arg(loss) +
                     QString::fromStdString(run.name);
    }
    if (std::exchange(m_overlaid, looks) != looks)  // else it is an edit elsewhere
        m_curves->setOverlays(runs);
}

/// The run that is on, if it has got beyond its beginning.
void TrainView::keepBegun()
{
    if (m_session.hasBegun() && !m_session.history().empty() && m_session.history().back().epoch > 0)
        models::keepRun(m_workspace, m_session);
}

void TrainView::keepRun()
{
    models::keepRun(m_workspace, m_session);
    showProgress();
    showState();
}

}  // namespace actlab::widgets
