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

private:
    bool takeKey(const QKeyEvent& key);
    void search(const QString& words);

    QString m_words;
};

}  // namespace actlab::widgets
