#pragma once

#include <QComboBox>

namespace actlab::widgets {

/// A combo box whose open list shows only what has the words that are typed; Backspace takes a letter back, Esc all.
class TrainSearchedCombo : public QComboBox {
    Q_OBJECT

public:
    explicit TrainSearchedCombo(QWidget* parent = nullptr);

    void showPopup() override;
    void hidePopup() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool takeKey(const QKeyEvent& key);
    void search(const QString& words);
    void fitPopup();

    QString m_words;
    QRect m_whole;  ///< the open list with all of its rows
};

}  // namespace actlab::widgets
