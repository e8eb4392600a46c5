#pragma once

#include <QWidget>

class QButtonGroup;
class QGridLayout;

namespace actlab::widgets {

/// The data sets as small pictures, of which one is chosen.
class TrainDataPicker : public QWidget {
    Q_OBJECT

public:
    explicit TrainDataPicker(QWidget* parent = nullptr);

    void setCurrent(const QString& name);  ///< does not emit

Q_SIGNALS:
    void chosen(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createButtons();
    void paintPictures();

    QButtonGroup* m_buttons;
    QGridLayout* m_grid;
};

}  // namespace actlab::widgets
