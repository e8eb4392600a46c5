#pragma once

#include <QFrame>
#include <QImage>

class QLabel;

namespace actlab::widgets {

/// What the mouse is at in the picture of a network, enlarged: floats beside it and takes no clicks.
class TrainNeuronCard : public QFrame {
    Q_OBJECT

public:
    explicit TrainNeuronCard(QWidget* parent);

    struct Content {
        QString title;
        QString text;   ///< one line or more
        QImage image;   ///< null: none
        QString below;  ///< what the image shows
    };
    /// Beside `place`, on the screen.
    void show(const Content& content, QPoint place);
    using QFrame::show;

private:
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_image;
    QLabel* m_below;
};

}  // namespace actlab::widgets
