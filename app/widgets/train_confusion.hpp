#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "core/data/dataset.hpp"
#include "core/nn/train.hpp"

namespace actlab::widgets {

/// How often the rows to test with of each class were answered by which class, and the share of right ones.
class TrainConfusion : public QWidget {
    Q_OBJECT

public:
    explicit TrainConfusion(QWidget* parent = nullptr);

    void showData(std::shared_ptr<const data::Dataset> data);
    void showPicture(const nn::Picture& picture);
    void clearPicture();

    /// How many rows of class `row` got the answer `column`.
    std::size_t count(std::size_t row, std::size_t column) const { return m_counts[row * m_classes + column]; }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Grid {
        QRectF cells;
        double side;  ///< of a cell
    };
    Grid grid() const;
    std::size_t rowsOf(std::size_t number) const;
    QString rightText(std::size_t number) const;
    QString tipAt(QPointF place) const;
    void paintCells(QPainter& painter, const Grid& at) const;
    void paintNames(QPainter& painter, const Grid& at) const;
    void paintTitles(QPainter& painter, const Grid& at) const;

    std::shared_ptr<const data::Dataset> m_data;
    std::size_t m_classes = 0;
    std::vector<std::size_t> m_counts;  ///< row-major: class of the row, class answered
    bool m_hasAnswers = false;
};

}  // namespace actlab::widgets
