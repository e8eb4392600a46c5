// What one step of dragging a knot costs the whole window: the CPU time of every thread of the process, for a formula
// in twelve pieces. Prints the steps' median and spread in milliseconds.
//     drag_knot [STEPS]

#include "tests/bench/whole_window.hpp"

#include <QTest>

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace actlab;

namespace {

constexpr auto kTwelvePieces =
    "{x < -3: tanh(x), x < -2.4: 0.1*x - 0.7, x < -1.8: sin(x) - 0.2, x < -1.2: 0.5*x, x < -0.6: x*sigmoid(x), "
    "x < 0: 0.3*x, x < 0.6: x^2, x < 1.2: x, x < 1.8: log(1 + x), x < 2.4: sqrt(x), x < 3: 0.2*x + 1, 1.6}";
constexpr double kKnot = 3;

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

void moveTo(QWidget& surface, QPoint place)
{
    QMouseEvent event(QEvent::MouseMove, place, surface.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&surface, &event);
    QApplication::processEvents();
    QApplication::sendPostedEvents();
}

/// The knot circles around its place, so that x and y change in every step.
std::vector<double> drag(widgets::CurvePlot& plot, const QPointF& knot, int steps)
{
    const QPoint from = plot.toPixel(knot).toPoint();
    QTest::mousePress(&plot.surface(), Qt::LeftButton, {}, from);
    std::vector<double> costs;
    for (int step = 0; step < steps; ++step) {
        const double turn = 0.3 * step;
        const double before = cpuMilliseconds();
        moveTo(plot.surface(), from + QPoint(qRound(20 * std::cos(turn)), qRound(24 * std::sin(turn))));
        costs.push_back(cpuMilliseconds() - before);
        bench::live(8);  // as a mouse does
    }
    QTest::mouseRelease(&plot.surface(), Qt::LeftButton, {}, from);
    return costs;
}

void print(std::vector<double> costs)
{
    std::ranges::sort(costs);
    const auto at = [&](double share) {
        return costs[static_cast<std::size_t>(share * static_cast<double>(costs.size() - 1))];
    };
    std::printf("%zu steps: median %.2f ms, quartiles %.2f to %.2f, 95th percentile %.2f, worst %.2f\n", costs.size(),
                at(0.5), at(0.25), at(0.75), at(0.95), at(1));
}

}  // namespace

int main(int argc, char** argv)
{
    bench::WholeWindow whole(argc, argv);
    workspace::Document document = whole.workspace.document();
    document.draft.definition = {"twelve", kTwelvePieces, "", {}};
    whole.workspace.reset(std::move(document));
    whole.go(2);
    widgets::CurvePlot* plot = whole.seenPlot();
    if (!plot)
        return 1;
    const double knot = activation::makeActivation(whole.workspace.document().draft.definition)
                            .value()
                            ->evaluate<double>(std::vector{kKnot}, 0)[0][0];
    print(drag(*plot, {kKnot, knot}, argc > 1 ? std::atoi(argv[1]) : 200));
    std::printf("%s\n", whole.workspace.document().draft.definition.formula.c_str());
    return 0;
}
