#pragma once

#include <QWidget>
#include <memory>

#include "app/widgets/figure.hpp"
#include "core/data/dataset.hpp"
#include "core/nn/train.hpp"

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace actlab::widgets {

struct Theme;
class TrainConfusion;
class TrainDecisionPlot;
class TrainDigitsView;
class TrainFitPlot;
class TrainPaintPalette;
class TrainPaintSurface;

/// The large picture: what the network answers, by the kind of data it answers about.
class TrainHero : public QWidget {
    Q_OBJECT

public:
    explicit TrainHero(QWidget* parent = nullptr);

    void showData(std::shared_ptr<const data::Dataset> data);
    void showPicture(const nn::Picture& picture);
    void clearPicture();
    /// The plane with the points that are being painted, over the answers of a run that learned from such points.
    void showCanvas(const data::DataSpec& painted);
    bool leaveCanvas();  ///< whether there was one
    TrainPaintPalette& paintPalette() const { return *m_palette; }
    TrainPaintSurface& paintSurface() const;
    /// As it is now, with its legend. The hero must outlive it.
    Figure figure();

protected:
    void changeEvent(QEvent* event) override;

private:
    void choosePage();
    void setCanvas(std::shared_ptr<const data::Dataset> canvas);
    bool fitsCanvas() const;
    const data::Dataset* shown() const { return m_canvas ? m_canvas.get() : m_data.get(); }
    void showLegend();
    QString legendIn(const Theme& theme) const;
    void paintFigure(QCPPainter& painter, QSize size);

    std::shared_ptr<const data::Dataset> m_data;
    std::shared_ptr<const data::Dataset> m_canvas;  ///< while somebody paints
    TrainPaintPalette* m_palette;
    QBoxLayout* m_layout;
    QLabel* m_legend;
    QStackedWidget* m_stack;
    TrainDecisionPlot* m_decision;
    TrainFitPlot* m_fit;
    TrainDigitsView* m_digits;
    TrainConfusion* m_confusion;
    QLabel* m_nothing;
};

}  // namespace actlab::widgets
