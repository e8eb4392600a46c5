#pragma once

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::models {

class WorkspaceModel;

/// The person's own activations, then the catalogue. Checked are those drawn in Explore; checking one draws it
/// beside the others.
class ActivationList : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { FamilyRole = Qt::UserRole, OwnRole, SearchRole };

    explicit ActivationList(WorkspaceModel& workspace, QObject* parent = nullptr);

    activation::ActivationPtr at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(const QString& name) const;  ///< -1 where there is none
    /// The families of the catalogue in its order, after "own" activations.
    static QStringList families();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Checks or unchecks, or renames one's own; refuses a name that another activation has.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void follow();
    bool setShown(const activation::ActivationPtr& activation, bool isWanted);
    bool rename(const activation::ActivationPtr& activation, const QString& name);
    bool isShown(const std::string& name) const;

    WorkspaceModel& m_workspace;
    std::vector<std::string> m_shown;  ///< names of what the document shows
    std::size_t m_ownCount = 0;
    std::vector<activation::ActivationPtr> m_rows;
};

/// The rows whose name, other names, formula or family hold every word searched for.
class ActivationFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSearch(const QString& text);
    void setFamily(const QString& family);  ///< empty: all

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    QString m_family;
};

}  // namespace actlab::models
