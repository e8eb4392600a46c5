#pragma once

#include <QWidget>

#include "app/models/activation_list.hpp"

class QComboBox;
class QLineEdit;
class QListView;

namespace actlab::widgets {

/// All activations with search and filter by family. Click or Enter selects, the box overlays; one's own can
/// be renamed and deleted from the context menu.
class CataloguePanel : public QWidget {
    Q_OBJECT

public:
    explicit CataloguePanel(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void setCurrent(const QString& name);  ///< does not emit
    void focusSearch();

Q_SIGNALS:
    void chosen(actlab::activation::ActivationPtr activation);
    void composeWanted(actlab::activation::ActivationPtr activation);
    void exportWanted(actlab::activation::ActivationPtr activation);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createControls();
    void connectControls();
    void choose(const QModelIndex& index);
    void toggle(const QModelIndex& index);
    void showMenu(const QPoint& place);
    void remove(const QString& name);
    void showCurrent();
    activation::ActivationPtr activationAt(const QModelIndex& index) const;

    models::WorkspaceModel& m_workspace;
    models::ActivationList m_list;
    models::ActivationFilter m_filter;
    QString m_current;
    QLineEdit* m_search;
    QComboBox* m_family;
    QListView* m_view;
};

}  // namespace actlab::widgets
