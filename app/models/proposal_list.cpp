#include "app/models/proposal_list.hpp"

namespace actlab::models {

void ProposalList::show(std::vector<Proposal> proposals)
{
    beginResetModel();
    m_rows = std::move(proposals);
    endResetModel();
}

int ProposalList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProposalList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Proposal& proposal = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return proposal.name;
    case Qt::ToolTipRole: return proposal.help;
    case Qt::AccessibleTextRole: return proposal.signature + ". " + proposal.help;
    default: return {};
    }
}

}  // namespace actlab::models
