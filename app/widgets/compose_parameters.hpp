#pragma once

#include <QWidget>
#include <vector>

#include "app/models/compose_model.hpp"

class QLabel;
class QVBoxLayout;

namespace actlab::widgets {

class ComposeParameter;

/// The parameters found in the formula, each with its slider.
class ComposeParameters : public QWidget {
    Q_OBJECT

public:
    explicit ComposeParameters(models::ComposeModel& model, QWidget* parent = nullptr);

private:
    void follow();
    void rebuild(const std::vector<activation::Parameter>& parameters);
    ComposeParameter* createRow(const QString& name, const QString& label);

    models::ComposeModel& m_model;
    std::vector<std::string> m_names;
    std::vector<ComposeParameter*> m_rows;
    QVBoxLayout* m_layout;
    QLabel* m_hint;
};

}  // namespace actlab::widgets
