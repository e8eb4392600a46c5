#pragma once

#include <QWidget>
#include <vector>

#include "app/widgets/figure.hpp"
#include "core/nn/race.hpp"

class QCPGraph;
class QCustomPlot;

namespace actlab::widgets {

struct Theme;

/// The colour of an activation of a race, by its place in it.
QColor runnerColour(std::size_t runner, const Theme& theme);

/// How the activations of a race do epoch by epoch: the mean over the seeds, in a band of one standard deviation.
class RacePlot : public QWidget {
    Q_OBJECT

public:
    explicit RacePlot(QWidget* parent = nullptr);

    void show(const nn::RaceResult& result);
    using QWidget::show;
    /// As it is now, with its legend; empty without a race. The plot must outlive it.
    Figure figure();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Runner {
        QCPGraph *mean, *low, *high;
    };

    void fitRunners(const nn::RaceResult& result);
    void draw(const Runner& runner, const std::vector<nn::CoursePoint>& course);
    void fitAxes();
    void recolour(const Theme& theme);
    void paintFigure(QCPPainter& painter, QSize size);

    QCustomPlot* m_plot;
    std::vector<Runner> m_runners;
    nn::RaceResult m_result;  ///< on the screen
};

}  // namespace actlab::widgets
