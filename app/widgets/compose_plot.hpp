#pragma once

#include <QTimer>
#include <QWidget>

#include "app/models/compose_part.hpp"
#include "app/models/compose_pieces.hpp"
#include "app/models/compose_sketch.hpp"

class QLabel;
class QMenu;
class QToolButton;

namespace actlab::widgets {

class CurvePlot;

/// The curve of the composed activation over the reigns of its pieces, with a badge at every knot. Knots can be
/// dragged, pieces split and merged. While the formula is wrong, the last right one stays, in grey.
class ComposePlot : public QWidget {
    Q_OBJECT

public:
    ComposePlot(models::ComposePieces& pieces, models::ComposeSketch& sketch, QWidget* parent = nullptr);

    CurvePlot& curvePlot() const { return *m_plot; }
    void showPart(models::ComposePart& part);  ///< draws its curve too, whenever there is one
    void fit();                                ///< the usual x range, and the y range that shows the curves in it

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QLayout* createTitleRow();
    void follow();
    void showTitle();
    void draw();
    QToolButton* createDrawButton();
    void connectSketch();
    void drawSketch();
    void showBands();
    void showKnots();
    void fitHeight();
    void fitWhatIsBadlySeen();
    bool isSeenWell() const;
    bool isSeenAtAll() const;
    void showBadges();
    void connectHand();
    void moveKnot(int handle, std::optional<double> x, std::optional<double> y);
    void showKnotMenu(std::size_t knot, QPoint place);
    void fillMenu(QMenu& menu, int handle, double x);
    QPointF pixel() const;
    double asMeant(double x) const;

    models::ComposePieces& m_pieces;
    models::ComposeModel& m_model;
    std::vector<const models::ComposePart*> m_parts;
    models::ComposeSketch& m_sketch;
    QLabel* m_title = nullptr;
    CurvePlot* m_plot;
    activation::ActivationPtr m_drawn;  ///< the one on the plot
    bool m_isPast = false;              ///< whether it is on the plot as the last right one
    QTimer m_rest;
    QString m_rested;  ///< the formula when the hand last rested
};

}  // namespace actlab::widgets
