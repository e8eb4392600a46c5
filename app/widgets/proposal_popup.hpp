#pragma once

#include <QListView>

#include "app/models/proposal_list.hpp"

namespace actlab::widgets {

/// The list of proposals beside the caret. It never has the focus: whoever types goes on typing.
class ProposalPopup : public QListView {
    Q_OBJECT

public:
    explicit ProposalPopup(QWidget* field);

    void propose(std::vector<models::Proposal> proposals);  ///< chooses the first
    /// Below the line of the caret or, where there is no room, above it. Both on the screen, in its pixels.
    void showBeside(const QRect& caret);
    const models::Proposal* chosen() const;  ///< nullptr where there is none
    void step(int rows);                     ///< up or down, round the ends
    int page() const;                        ///< rows that are seen at once

private:
    int rowHeight() const;

    models::ProposalList* m_list;
};

/// Where a window of this size stands beside the line of a caret, on its screen: on the side wanted if there is room.
QRect besideCaret(const QRect& caret, QSize size, bool isAboveWanted);

}  // namespace actlab::widgets
