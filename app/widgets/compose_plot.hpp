#pragma once

#include <QTimer>
#include <QWidget>

#include "app/models/compose_model.hpp"

class QLabel;

namespace actlab::widgets {

class CurvePlot;

/// The curve of the composed activation over the reigns of its pieces. Knots can be dragged. While the formula
/// is wrong, the last right one stays, in grey.
class ComposePlot : public QWidget {
    Q_OBJECT

public:
    explicit ComposePlot(models::ComposeModel& model, QWidget* parent = nullptr);

    const CurvePlot& curvePlot() const { return *m_plot; }
    void fit();  ///< the usual x range, and the y range that shows the curves in it

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QLayout* createTitleRow();
    void follow();
    void showTitle();
    void draw();
    void showBands();
    void showKnots();
    void fitHeight();
    void fitWhatIsInvisible();
    void moveKnot(int handle, double x);

    models::ComposeModel& m_model;
    QLabel* m_title = nullptr;
    CurvePlot* m_plot;
    activation::ActivationPtr m_drawn;  ///< the one on the plot
    bool m_isPast = false;              ///< whether it is on the plot as the last right one
    QTimer m_rest;
    std::vector<std::size_t> m_knotPieces;  ///< the pieces whose knots are the plot's handles
};

}  // namespace actlab::widgets
