#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "app/widgets/figure.hpp"
#include "app/widgets/train_line.hpp"
#include "app/widgets/train_marks.hpp"
#include "app/widgets/train_overlay.hpp"
#include "app/widgets/unhurried.hpp"

class QCPAxis;
class QCPItemLine;
class QCPRange;
class QCustomPlot;
class QLabel;

namespace actlab::widgets {

struct Theme;

/// A plot against the course of a run: its heading names the newest values, or those under the mouse. Grows its axes
/// in steps, so that the picture stands still between them. What it draws is its heirs' business.
class TrainEpochPlot : public QWidget {
    Q_OBJECT

public:
    explicit TrainEpochPlot(QWidget* parent = nullptr);

    /// At the right end of the heading.
    void addToHeading(QWidget* control);
    /// Whether the heading begins with the title; something else may stand for it.
    void setTitled(bool titled);

    /// As it is now, with a legend in place of the heading. The plot must outlive it.
    Figure figure();

    /// Where the run was edited.
    void showMarks(const std::vector<nn::Mark>& marks) { m_marks.show(marks); }

    /// Shows the values at this place of the axis in the heading; nullopt: the newest.
    void setCursorAt(std::optional<double> place);

    /// Another view than before forgets the curves: they are to be shown anew.
    void setView(const models::CurveView& view);
    virtual void setOverlays(std::vector<OverlaidRun> runs) = 0;

Q_SIGNALS:
    void hovered(std::optional<double> place);

protected:
    /// What there is to draw, whose places stand for all; nullptr where there is nothing yet.
    virtual const models::TrainingCurve* leadingCurve() const = 0;
    /// Gives the graphs the points that are seen, and fits the range of the values.
    virtual void drawCurves(const CurveReach& reach) = 0;
    virtual void recolourCurves(const Theme& theme, double width) = 0;
    /// Rich text: the values at the cursor.
    virtual QString readout() const = 0;
    virtual QString readoutTip() const { return {}; }
    /// The view is another: its lines are to begin anew, those of overlaid runs with all they have.
    virtual void beginAnew() = 0;

    QCustomPlot& plot() const { return *m_plot; }
    const models::CurveView& view() const { return m_view; }
    static void setScale(QCPAxis& axis, bool logarithmic);
    void setTitle(const QString& title, const QString& tip = {});
    /// Where the legend of its figure hides least.
    void setLegendAt(Qt::Alignment corner) { m_legendAt = corner; }
    void setReadoutBelow();  ///< in a line of its own, and as many as it needs
    /// Another run begins.
    void forget();
    /// At most `epochs` are to come.
    void setEpochs(std::size_t epochs) { m_epochs = epochs; }
    void fit();
    void follow();  ///< a run that is on, faster than its values can be read
    void recolour();
    /// The value at the cursor, or else the newest; NaN where there is none.
    double valueOf(const models::TrainingCurve& curve) const;
    /// "epoch 12", "step 480" or "1.25 s", or nothing where the newest values are shown.
    QString cursorText() const;

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createHeading();
    void createPlot();
    void connectMouse();
    void recolour(const Theme& theme);
    void paintFigure(QCPPainter& painter, QSize size);
    void place();
    void redraw();
    void paintSoon();
    void showReadout();
    double leastPlace() const;
    CurveReach reachOn(int columns) const;
    bool hasCurve() const;

    models::CurveView m_view;
    bool m_following = true;  // until the person zooms or drags; again after a double click
    std::size_t m_epochs = 0;
    std::optional<double> m_cursor;
    QCustomPlot* m_plot;
    QWidget* m_heading = nullptr;
    QLabel* m_title;
    QLabel* m_readout;
    QCPItemLine* m_cursorLine = nullptr;
    TrainMarks m_marks;
    Unhurried m_readoutSoon{kTextRest, [this] { showReadout(); }};
    Qt::Alignment m_legendAt = Qt::AlignRight | Qt::AlignTop;
};

}  // namespace actlab::widgets
