#pragma once

#include <QPointF>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/curve.hpp"
#include "core/analysis/interval.hpp"

class QMenu;
class QMouseEvent;

namespace actlab::widgets {

struct Figure;
struct Theme;

/// One activation as the plot draws it: f solid, f′ dashed, f″ dotted, in one colour.
struct PlottedCurve {
    QString name;
    int colour = 0;          ///< index for curveColour
    analysis::CurveSet set;  ///< may hold fewer orders than are visible
    std::array<bool, 3> visible{true, true, false};
    bool isPast = false;   ///< no longer what is meant: drawn in grey
    bool isAside = false;  ///< what another curve continues: thin and dashed
    bool isGuest = false;  ///< there for a moment, behind all that stay: the legend stays as it is
};

/// A coloured stripe behind the curves: the reign of one piece, or a place where something is amiss.
struct Band {
    enum class Kind { Reign, Overlap, Gap };  ///< the last two are hatched
    analysis::Interval x;                     ///< infinite ends reach the edge of the plot
    int colour = 0;
    Kind kind = Kind::Reign;
};

/// Something that can be dragged: a disc along the curve's boundary, a diamond also up and down. Nowhere to be seen
/// while its position is not finite.
struct Handle {
    QPointF position;
    int colour = 0;
    bool movesX = true, movesY = false;
    bool isOpen = false;  ///< the end of a curve that does not hold the point: hollow
    QString reading;      ///< HTML that stands beside it while it moves
    bool isSeen() const;
};

/// A word at the top of the plot, above the place it speaks of.
struct Badge {
    double x = 0;
    QString text;
    QString tip;
    bool isLoud = false;  ///< what one may want to repair
};

/// Draws curves and reads the mouse; knows nothing of functions. The owner samples and calls show() again
/// when viewChanged() says that the view has moved. Wheel zooms at the cursor (with Shift only y, with Ctrl
/// only x), drag pans, double click asks for a fit; the arrow keys move the reading cursor. Tab walks along the
/// handles; a selected one takes the arrow keys, Delete, and Escape that takes a drag back. Shift keeps a drag on
/// one axis.
class CurvePlot : public QWidget {
    Q_OBJECT

public:
    explicit CurvePlot(QWidget* parent = nullptr);
    ~CurvePlot() override;

    using QWidget::show;
    void show(std::vector<PlottedCurve> curves);
    void showBands(std::vector<Band> bands);
    void showHandles(std::vector<Handle> handles);
    void showBadges(std::vector<Badge> badges);
    /// A double click near the curve of f then asks to split it; elsewhere it fits as ever.
    void setSplitting(bool splits);
    int selectedHandle() const;  ///< -1 where none is
    void selectHandle(int index);
    /// Where the curves are drawn, in the pixels of toPixel(): to lay something over it.
    QWidget& surface();

    /// Does not emit viewChanged().
    void setView(analysis::Interval x, analysis::Interval y);
    analysis::Interval xView() const;
    analysis::Interval yView() const;
    /// Pixels the curves have from left to right: how many samples are worth taking.
    int plotWidth() const;

    /// Shows the cursor at this x as if the mouse stood there; nullopt hides it.
    void setCursorAt(std::optional<double> x);

    QPointF toPixel(QPointF value) const;
    QPointF toValue(QPointF pixel) const;

    /// Of the present curves and view, without handles and badges; in these colours wherever it is drawn.
    Figure figure(const Theme& theme) const;

Q_SIGNALS:
    /// By the person, or because there are more or fewer pixels from left to right.
    void viewChanged(analysis::Interval x, analysis::Interval y);  ///< once per event loop turn
    void fitRequested();
    /// A coordinate that is left out stays what it was when the handle was taken.
    void handleMoved(int index, std::optional<double> x, std::optional<double> y);
    void handleReleased(int index);
    void handleDragCancelled(int index);
    void handleDeleted(int index);
    void splitRequested(double x);
    void badgeClicked(int index, QPoint globalPosition);
    /// The place to put entries into it; without any it does not open. Handle -1: on the plot at x.
    void menuOpening(QMenu* menu, int handle, double x);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Parts;
    void connectView();
    void redraw();
    void drawCurves();
    void drawBands();
    void drawHandles();
    void drawBadges();
    void paintSoon();
    void beforePainting();
    void restyle();
    void announceView();
    void moveCursor();
    void placeCursor();
    void zoom(double factor);
    bool mouseMoved(const QMouseEvent& event);
    bool mousePressed(const QMouseEvent& event);
    bool mouseReleased();
    bool doubleClicked(QPointF pixel);
    bool isOnCurve(QPointF pixel) const;
    bool askForMenu(QPointF pixel, QPoint globalPosition);
    bool handleTakesKey(const QKeyEvent& key);
    void takeHandle(int index, QPointF pixel);
    void moveHandle();
    bool keyMovesHandle(const QKeyEvent& key);
    void cancelDrag();
    void chooseZoomedAxes(Qt::KeyboardModifiers modifiers);

    std::unique_ptr<Parts> m_parts;
};

/// A y range in which these curves are well seen: what is visible of them, with a margin, and without
/// letting a pole flatten the rest.
analysis::Interval fittingRange(const std::vector<PlottedCurve>& curves);

}  // namespace actlab::widgets
