#pragma once

#include <QObject>
#include <vector>

#include "app/widgets/train_network_columns.hpp"

class QToolButton;

namespace actlab::widgets {

/// Under every hidden layer of the network's picture a button that takes a neuron away and one that adds one, as long
/// as the columns are wide enough for them; the rows of the settings change every layer.
class TrainWidthButtons : public QObject {
    Q_OBJECT

public:
    explicit TrainWidthButtons(QWidget* picture) : QObject(picture), m_picture(picture) {}

    void show(const std::vector<TrainNetworkColumn>& columns);
    /// Below the columns, about the height `y`.
    void place(const TrainNetworkGeometry& at, double y);
    void hide();

Q_SIGNALS:
    void widthAsked(std::size_t layer, int more);

private:
    struct Pair {
        QToolButton *fewer, *more;
    };
    QToolButton* addButton(std::size_t layer, int by);

    QWidget* m_picture;
    std::vector<std::size_t> m_widths;  ///< of the hidden layers
    std::vector<Pair> m_pairs;          ///< as many as there ever were: one may be the button that is being clicked
};

}  // namespace actlab::widgets
