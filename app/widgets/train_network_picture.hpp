#pragma once

#include <QWidget>

#include "app/models/network_portrait.hpp"
#include "app/widgets/figure.hpp"
#include "app/widgets/train_network_drawing.hpp"
#include "app/widgets/train_neuron_card.hpp"

namespace actlab::widgets {

class TrainWidthButtons;

/// The network as columns of neurons between its inputs and its outputs: each hidden layer with the curve of
/// its activation above it and its width below, each neuron as what it answers, the weights as links, as thick as
/// they are large. The mouse enlarges a neuron and reads a weight; a click on either changes the bias or the weight.
class TrainNetworkPicture : public QWidget {
    Q_OBJECT

public:
    explicit TrainNetworkPicture(QWidget* parent = nullptr);

    void showNetwork(const nn::TrainingSpec& spec, const data::Dataset& data);
    /// There is none yet; `why` says what it needs.
    void showNothing(const QString& why);
    /// Of another network than the one shown it shows nothing.
    void showPortrait(const models::NetworkPortrait::Portrait& portrait);
    void clearPortrait();
    /// Whether there is a network to change; `why` says what to do where there is none.
    void setEditable(bool isEditable, const QString& why);
    /// Frames these neurons of a hidden layer; none: takes the frames away.
    void pointAt(std::size_t layer, const std::vector<std::size_t>& neurons);
    /// As it is now, without the buttons. The picture must outlive it.
    Figure figure() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// So many neurons more for a hidden layer.
    void widthAsked(std::size_t layer, int more);
    /// The person wants this parameter of the network, by nn::Layout, to have this value; it had the other one when
    /// the person took hold of it.
    void parameterAsked(std::size_t parameter, double value, double before);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    using Spot = TrainNetworkGeometry::Spot;

    bool fits(const std::vector<TrainNetworkLinks>& links) const;
    void placeButtons();
    TrainNetworkGeometry geometry(QSize size) const;
    void setSpot(std::optional<Spot> spot);
    void lookAt(QPointF mouse);
    void click(QPointF placeOnScreen);
    void showCard();
    TrainNeuronCard::Content contentOf(const Spot& spot) const;
    bool isEditable(const Spot& spot) const;
    void openEditor(const Spot& spot);

    TrainNetworkDrawing m_drawing;               ///< as on the screen
    std::vector<nn::ColumnPictures> m_pictures;  ///< empty: not known
    TrainWidthButtons* m_buttons;
    TrainNeuronCard* m_card;
    QPointF m_mouse;  ///< where it moved to last
    bool m_isEditable = false;
    QString m_whyNot;
    QString m_whyNothing;  ///< where there are no columns
};

}  // namespace actlab::widgets
