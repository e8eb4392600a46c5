// How long a plot of curves takes to draw a million epochs: from the click of the wheel to the last pixel.
//   curves_bench [EPOCHS]

#include "app/widgets/theme.hpp"
#include "app/widgets/train_curve_plot.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <qcustomplot.h>
#include <random>

namespace {

using namespace actlab;

std::vector<nn::EpochMetrics> noisyHistory(std::size_t epochs)
{
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0, 0.05);
    std::vector<nn::EpochMetrics> history(epochs);
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const double loss = 1 / (1 + 0.001 * static_cast<double>(epoch)) + 0.1;
        history[epoch] = {
            .epoch = epoch, .trainLoss = loss * (1 + noise(random)), .testLoss = loss * (1 + noise(random))};
    }
    return history;
}

double milliseconds(auto work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Scrolls and zooms through the whole run; every frame is drawn to the last pixel.
void measure(const char* title, const models::CurveView& view, const std::vector<nn::EpochMetrics>& history)
{
    constexpr int kFrames = 500;
    widgets::TrainCurvePlot plot(widgets::TrainCurvePlot::Measure::Loss);
    plot.resize(340, 280);
    plot.setView(view);
    plot.setLogarithmic(true);
    const double filling = milliseconds([&] { plot.show(history, history.size()); });
    plot.grab();
    auto& inside = *plot.findChild<QCustomPlot*>();
    const double all = inside.xAxis->range().upper;
    std::vector<double> frames;
    for (int frame = 0; frame < kFrames; ++frame) {
        const double width = all * std::pow(10, -3 * std::abs(std::sin(frame * 0.05)));
        const double first = std::max((all - width) * frame / kFrames, 1.0);
        frames.push_back(milliseconds([&] {
            inside.xAxis->setRange(first, first + width);  // asks for the points that are seen
            inside.replot(QCustomPlot::rpImmediateRefresh);
        }));
    }
    std::ranges::sort(frames);
    std::printf("%-28s filled in %7.1f ms; a frame: median %5.2f ms, p99 %5.2f ms, worst %5.2f ms\n", title, filling,
                frames[kFrames / 2], frames[kFrames * 99 / 100], frames.back());
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName("activation-lab-bench");
    widgets::applyTheme(application, widgets::ThemeChoice::Light);
    const std::size_t epochs = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const auto history = noisyHistory(epochs);
    measure("as they are", {}, history);
    measure("logarithmic axis", {.logarithmic = true}, history);
    measure("smoothed", {.memory = 0.99}, history);
    return 0;
}
