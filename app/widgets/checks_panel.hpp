#pragma once

#include <QWidget>
#include <array>

#include "app/models/checks_model.hpp"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace actlab::widgets {

class ChecksGroup;
class ChecksPicture;
class ChecksSign;

/// What the checks found, as a column: whether the activation can train, then a group for each topic, with pictures
/// where one helps and cures where there are any. Nothing is checked while the panel is out of sight.
class ChecksPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChecksPanel(models::ChecksModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void cureWanted(const QString& formula);
    /// At the part of the formula that a verdict is about; nullopt: at none any more.
    void pointed(std::optional<actlab::expr::Span> part);
    void saveWanted();
    void printWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* createHeader();
    QWidget* createColumn();
    QLayout* createButtons();
    void follow();
    void followState();
    void showChecked(const models::Checked& checked);
    void showComparison(const models::Checked& checked);

    models::ChecksModel& m_model;
    std::shared_ptr<const models::Checked> m_shown;
    ChecksSign* m_sign = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_comparison = nullptr;
    QPushButton* m_compare = nullptr;
    QWidget* m_column = nullptr;
    ChecksPicture* m_stability = nullptr;
    ChecksPicture* m_deep = nullptr;
    std::array<ChecksGroup*, analysis::kTopics.size()> m_groups{};
    std::array<QPushButton*, 2> m_buttons{};
};

}  // namespace actlab::widgets
