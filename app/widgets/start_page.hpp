#pragma once

#include <QWidget>

#include "core/workspace/examples.hpp"

class QLabel;
class QVBoxLayout;

namespace actlab::widgets {

/// What this is, six examples as pictures, and the newest documents.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void exampleChosen(const actlab::workspace::Example& example);
    void documentChosen(const QString& path);
    void openWanted();
    void emptyWanted();  ///< begin without an example

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createExamples();
    QWidget* createFoot();

    std::vector<workspace::Example> m_examples;
    QLabel* m_title;
    QVBoxLayout* m_recent = nullptr;
};

}  // namespace actlab::widgets
