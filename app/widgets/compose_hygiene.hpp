#pragma once

#include <QTimer>
#include <QWidget>

#include "app/models/compose_model.hpp"

class QLabel;
class QPushButton;

namespace actlab::widgets {

/// One line under a formula of which a stabler spelling is known: what breaks where, both spellings, how well they
/// agree, and a button that rewrites. Looks only when the hand rests; not there where there is nothing to say.
class ComposeHygiene : public QWidget {
    Q_OBJECT

public:
    explicit ComposeHygiene(models::ComposeModel& model, QWidget* parent = nullptr);

private:
    void follow();
    void look();
    void say(const analysis::StableProposal& proposal);

    models::ComposeModel& m_model;
    activation::ActivationPtr m_seen;
    QTimer m_rest;
    QLabel* m_words;
    QPushButton* m_rewrite;
};

}  // namespace actlab::widgets
