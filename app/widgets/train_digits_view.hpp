#pragma once

#include <QWidget>
#include <memory>

#include "core/data/dataset.hpp"
#include "core/nn/train.hpp"

class QLabel;

namespace actlab::widgets {

class SegmentedSwitch;
class TrainDigitsGrid;

/// The test pictures, how many of them are read right, and a switch to see only the others.
class TrainDigitsView : public QWidget {
    Q_OBJECT

public:
    explicit TrainDigitsView(QWidget* parent = nullptr);

    void showData(std::shared_ptr<const data::Dataset> data);
    void showPicture(const nn::Picture& picture);
    void clearPicture();
    const TrainDigitsGrid& grid() const { return *m_grid; }

private:
    std::shared_ptr<const data::Dataset> m_data;
    QLabel* m_score;
    SegmentedSwitch* m_filter;
    TrainDigitsGrid* m_grid;
};

}  // namespace actlab::widgets
