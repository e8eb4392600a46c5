// What training flat out and a live window cost each other. Prints
// - steps a second with the window live beside those without a window, round by round,
// - how late the timer comes meanwhile that looks at the training and paints, and how far apart its ticks lie; and
// the
//   same of another timer, which waits while the window paints as anything else there does,
// - how long a stop takes, and the memory above that of the idle window,
// - how long it takes from a parameter's slider to the painted plot, of f, f′ and f″ of four activations.
//     live_window [ROUNDS]

#include "app/models/training_thread.hpp"
#include "app/widgets/parameter_panel.hpp"
#include "core/activation/catalogue.hpp"
#include "tests/bench/live_training.hpp"
#include "tests/bench/whole_window.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QSlider>
#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace actlab;
using namespace actlab::bench;

namespace {

constexpr int kRoundMilliseconds = 2'000;
constexpr double kFrame = 1'000.0 / 60;

double stepsPerSecond(const nn::Outcome& outcome)
{
    return static_cast<double>(outcome.steps) / outcome.seconds;
}

struct Deaf : nn::Observer {
    void started(std::shared_ptr<const data::Dataset>, const std::string&) override {}
    void epochDone(const nn::EpochMetrics&) override {}
    void pictureTaken(std::shared_ptr<const nn::Picture>) override {}
};

double withoutWindow()
{
    models::TrainingThread thread;
    nn::Outcome outcome;
    std::atomic<bool> isOver = false;
    thread.run([&](std::stop_token stop) {
        Deaf observer;
        nn::Commands commands;
        outcome = nn::train(endless(), std::move(stop), commands, observer);
        isOver = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(kRoundMilliseconds));
    thread.stop();
    while (!isOver)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return stepsPerSecond(outcome);
}

/// How regularly the window's own timer comes, which looks at the training and paints: its places on the grid that
/// it keeps.
class ScreenTimer {
public:
    explicit ScreenTimer(const models::TrainingSession& session)
    {
        m_clock.start();
        m_connection = QObject::connect(&session, &models::TrainingSession::progressed, [this] { hear(); });
    }
    ~ScreenTimer() { QObject::disconnect(m_connection); }
    Numbers interval;

    /// Behind the tick that came earliest by the grid.
    Numbers lateness() const
    {
        Numbers late;
        const auto offGrid = [this](double at) { return std::remainder(at - m_ticks.front(), kTick); };
        double least = 0;
        for (const double at : m_ticks)
            least = std::min(least, offGrid(at));
        for (const double at : m_ticks)
            late.add(offGrid(at) - least);
        return late;
    }

private:
    static constexpr double kTick = 16;
    void hear()
    {
        const double at = 1e-6 * static_cast<double>(m_clock.nsecsElapsed());
        if (!m_ticks.empty())
            interval.add(at - m_ticks.back());
        m_ticks.push_back(at);
    }

    QElapsedTimer m_clock;
    QMetaObject::Connection m_connection;
    std::vector<double> m_ticks;
};

/// Called 60 times a second in the window's thread.
class Metronome {
public:
    Metronome()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, [this] { hear(); });
        arm();
    }
    Numbers lateness, interval;

private:
    double now() const { return 1e-6 * static_cast<double>(m_clock.nsecsElapsed()); }
    void arm()
    {
        m_due += kFrame;
        m_due = std::max(m_due, now() + 1);
        const double wait = std::ceil(m_due - now());
        m_due = now() + wait;
        m_timer.setSingleShot(true);
        m_timer.start(static_cast<int>(wait));
    }
    void hear()
    {
        const double at = now();
        lateness.add(at - m_due);
        if (m_last > 0)
            interval.add(at - m_last);
        m_last = at;
        arm();
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_due = 0, m_last = 0;
};

void measureTraining(bench::WholeWindow& whole, int rounds)
{
    models::TrainingSession& session = whole.session;
    whole.go(3);
    const double idle = residentMegabytes();
    Numbers live, alone, ratio, tickLateness, tickInterval, lateness, interval, stopping;
    double most = idle;
    for (int round = 0; round < rounds; ++round) {
        const double solo = withoutWindow();
        alone.add(solo);
        session.start(endless());
        {
            ScreenTimer screen(session);
            Metronome metronome;
            bench::live(kRoundMilliseconds);
            tickLateness.add(screen.lateness());
            tickInterval.add(screen.interval);
            lateness.add(metronome.lateness);
            interval.add(metronome.interval);
        }
        most = std::max(most, residentMegabytes());
        stopping.add(stop(session));
        live.add(stepsPerSecond(session.outcome()));
        ratio.add(stepsPerSecond(session.outcome()) / solo);
    }
    live.print("steps a second, window live", "");
    alone.print("steps a second, no window's pictures", "");
    ratio.print("live / alone", "");
    tickLateness.print("the window's own timer, late by", "ms");
    tickInterval.print("the window's own timer, interval", "ms");
    lateness.print("another timer of 60 Hz, late by", "ms");
    interval.print("another timer of 60 Hz, interval", "ms");
    stopping.print("from stop to finished", "ms");
    std::printf("memory: %.1f MB idle, at most %.1f MB more while it trains\n", idle, most - idle);
}

/// Counts what is painted.
class Painted : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

void showFour(models::WorkspaceModel& workspace)
{
    workspace::Document document = workspace.document();
    document.plot.shown.clear();
    for (const char* name : {"swish", "mish", "gelu", "elu"})
        document.plot.shown.push_back({activation::findInCatalogue(name)});
    document.plot.second = true;
    workspace.reset(std::move(document));
}

void measureSlider(const char* title, const bench::WholeWindow& whole, int moves)
{
    widgets::CurvePlot* plot = whole.seenPlot();
    const auto* panel = whole.window.findChild<widgets::ParameterPanel*>();
    auto* slider = panel ? panel->findChild<QSlider*>() : nullptr;
    if (!plot || !slider)
        return;
    Painted painted;
    plot->surface().installEventFilter(&painted);
    Numbers times;
    for (int move = 0; move < moves; ++move) {
        const int before = painted.count;
        QElapsedTimer clock;
        clock.start();
        slider->setValue(move % 2 == 0 ? slider->minimum() + move : slider->maximum() - move);
        while (painted.count == before && clock.elapsed() < 1'000)
            QApplication::processEvents();
        times.add(1e-6 * static_cast<double>(clock.nsecsElapsed()));
        bench::live(8);
    }
    plot->surface().removeEventFilter(&painted);
    times.print(title, "ms");
}

}  // namespace

int main(int argc, char** argv)
{
    bench::WholeWindow whole(argc, argv);
    measureTraining(whole, argc > 1 ? std::atoi(argv[1]) : 15);
    showFour(whole.workspace);
    whole.go(1);
    measureSlider("slider to painted plot", whole, 200);
    whole.session.start(endless());
    measureSlider("slider to painted plot, while it trains", whole, 200);
    stop(whole.session);
    return 0;
}
