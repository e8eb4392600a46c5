#pragma once

#include <QAbstractButton>

#include "core/workspace/examples.hpp"

namespace actlab::widgets {

/// A button that shows an example's curves or data, title and sentence.
class ExampleCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit ExampleCard(const workspace::Example& example, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {300, 190}; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintPicture(QPainter& painter, const QRectF& place) const;
    void paintCurves(QPainter& painter, const QRectF& place) const;
    int wordsHeight(int width) const;
    void paintWords(QPainter& painter, QRectF place) const;

    std::vector<activation::ActivationPtr> m_pictured;
    std::optional<data::Dataset> m_data;  ///< what an example of training trains on
    QString m_title, m_about;
};

}  // namespace actlab::widgets
