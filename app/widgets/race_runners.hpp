#pragma once

#include <QWidget>
#include <vector>

#include "core/workspace/document.hpp"

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace actlab::widgets {

/// The activations that may race, with a tick at those that will: what the network's layers have now, the person's
/// own, and the catalogue.
class RaceRunners : public QWidget {
    Q_OBJECT

public:
    explicit RaceRunners(QWidget* parent = nullptr);

    /// Keeps the ticks, by name. Before the first time, some are ticked to begin with.
    void show(const workspace::Document& document);
    using QWidget::show;
    /// Those with a tick, in the order of the list; never more than nn::kMostRunners.
    std::vector<activation::ActivationPtr> chosen() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(const activation::ActivationPtr& activation, bool isTicked);
    void paintIcons();
    void filter();
    void limitTicks();

    QLineEdit* m_search;
    QListWidget* m_list;
    std::vector<activation::ActivationPtr> m_activations;  ///< by row
};

}  // namespace actlab::widgets
