#pragma once

#include <QWidget>

#include "app/widgets/figure.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_network_columns.hpp"

class QToolButton;

namespace actlab::widgets {

/// The network as columns of neurons between its inputs and its outputs: each hidden layer with the curve of
/// its activation above it and its width below, the weights as links, as thick as they are large.
class TrainNetworkPicture : public QWidget {
    Q_OBJECT

public:
    explicit TrainNetworkPicture(QWidget* parent = nullptr);

    void showNetwork(const nn::TrainingSpec& spec, const data::Dataset& data);
    /// By the nn::Layout of the network they belong to; those of another network than the one shown are not
    /// drawn.
    void showWeights(const nn::TrainingSpec& spec, const data::Dataset& data, const std::vector<float>& parameters);
    void clearWeights();
    /// As it is now, without the buttons. The picture must outlive it.
    Figure figure() const;

Q_SIGNALS:
    void widthAsked(std::size_t layer, std::size_t width);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Between a column and the next, row-major: to × from.
    struct Links {
        std::size_t from = 0, to = 0;
        std::vector<float> weights;
        double largest = 0;
    };
    /// What a painting is made on and with.
    struct Canvas {
        QPainter& painter;
        QSize size;
        TrainNetworkGeometry at;
        Theme theme;
        std::vector<QPixmap> curves;  ///< of the columns; null where there is none
    };
    struct Buttons {
        QToolButton *fewer, *more;
    };

    bool fits(const std::vector<Links>& links) const;
    std::vector<QPixmap> curvesIn(const QColor& colour, double devicePixelRatio) const;
    void fitButtons();
    QToolButton* addButton(std::size_t layer, int by);
    void placeButtons();
    TrainNetworkGeometry geometry(QSize size) const;
    void paint(QPainter& painter, QSize size, const Theme& theme, std::vector<QPixmap> curves) const;
    void paintLinks(const Canvas& canvas, std::size_t column) const;
    void paintNeurons(const Canvas& canvas, std::size_t column) const;
    void paintWords(const Canvas& canvas, std::size_t column) const;

    std::vector<TrainNetworkColumn> m_columns;
    std::vector<QPixmap> m_curves;  ///< as on the screen
    std::vector<Links> m_links;     ///< empty: not known
    std::vector<Buttons> m_buttons;
};

}  // namespace actlab::widgets
