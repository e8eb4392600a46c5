#pragma once

#include <QPlainTextEdit>
#include <vector>

#include "app/models/python_reading.hpp"

namespace actlab::widgets {

/// Python as text with the numbers of its lines. What cannot be read is underlined at its place, and its line marked.
class PythonText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PythonText(QWidget* parent = nullptr);

    void mark(const std::vector<models::PythonRefusal>& refused);
    void showPlace(qsizetype place);  ///< puts the cursor there

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    void makeRoom();
    void paintNumbers();
    void showMarks();
    QString reasonAt(QPoint place) const;

    std::vector<models::PythonRefusal> m_refused;
    QWidget* m_numbers;
};

}  // namespace actlab::widgets
