#pragma once

#include <QImage>
#include <QWidget>
#include <memory>
#include <vector>

#include "core/data/dataset.hpp"

namespace actlab::widgets {

struct Theme;

/// As many of the test pictures as fit, each with its class below; a wrong answer gets a frame and says what
/// the network took it for.
class TrainDigitsGrid : public QWidget {
    Q_OBJECT

public:
    explicit TrainDigitsGrid(QWidget* parent = nullptr);

    void showData(std::shared_ptr<const data::Dataset> data);
    /// The class answered to each test row; empty: nothing is known.
    void showAnswers(const std::vector<std::uint16_t>& answers);
    void setWrongOnly(bool wrongOnly);
    void paint(QPainter& painter, QSize size, const Theme& theme) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool isWrong(std::size_t row) const;
    std::vector<std::size_t> rowsToShow(std::size_t most) const;
    QImage imageOf(std::size_t row, const Theme& theme) const;
    void paintCell(QPainter& painter, QPointF corner, std::size_t row, const Theme& theme) const;

    std::shared_ptr<const data::Dataset> m_data;
    std::vector<std::uint16_t> m_answers;
    bool m_wrongOnly = false;
    mutable std::vector<QImage> m_images;  ///< of the test rows on the screen, made when first seen
};

}  // namespace actlab::widgets
