#pragma once

#include <QAbstractListModel>

#include "app/models/formula_proposals.hpp"

namespace actlab::models {

/// Proposals as rows.
class ProposalList : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<Proposal> proposals);
    const Proposal& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Proposal> m_rows;
};

}  // namespace actlab::models
