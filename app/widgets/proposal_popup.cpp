#include "app/widgets/proposal_popup.hpp"

#include "app/widgets/proposal_delegate.hpp"
#include "app/widgets/theme.hpp"

#include <QGuiApplication>
#include <QScreen>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kMostRows = 8;
constexpr int kTextColumns = 68;  // characters of the formula's type

}  // namespace

ProposalPopup::ProposalPopup(QWidget* field) : QListView(field), m_list(new models::ProposalList(this))
{
    setWindowFlags(Qt::ToolTip);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setObjectName("formula-proposals");
    setAccessibleName(tr("Proposals"));
    setModel(m_list);
    setItemDelegate(new ProposalDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerItem);
}

void ProposalPopup::propose(std::vector<models::Proposal> proposals)
{
    m_list->show(std::move(proposals));
    setCurrentIndex(m_list->index(0));
    scrollToTop();
}

void ProposalPopup::showBeside(const QRect& caret)
{
    setFont(formulaFont());
    const int frame = 2 * frameWidth() + 2;
    const int rows = std::min(m_list->rowCount(), kMostRows);
    const QSize size(kTextColumns * fontMetrics().averageCharWidth() + frame, rows * rowHeight() + frame);
    setGeometry(besideCaret(caret, size, false));
    show();
}

const models::Proposal* ProposalPopup::chosen() const
{
    return currentIndex().isValid() ? &m_list->at(currentIndex().row()) : nullptr;
}

void ProposalPopup::step(int rows)
{
    const int count = m_list->rowCount();
    const int row = currentIndex().row() + rows;
    const bool isPage = std::abs(rows) > 1;
    setCurrentIndex(m_list->index(isPage ? std::clamp(row, 0, count - 1) : (row + count) % count));
}

int ProposalPopup::page() const
{
    return kMostRows - 1;
}

int ProposalPopup::rowHeight() const
{
    return sizeHintForRow(0);
}

QRect besideCaret(const QRect& caret, QSize size, bool isAboveWanted)
{
    constexpr int kGap = kSpace;
    const QScreen* screen = QGuiApplication::screenAt(caret.center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    const int above = caret.top() - kGap - size.height(), below = caret.bottom() + kGap;
    const bool fitsAbove = above >= room.top(), fitsBelow = below + size.height() <= room.bottom();
    const int y = (isAboveWanted ? fitsAbove : fitsAbove && !fitsBelow) ? above : below;
    const int x = std::clamp(caret.left(), room.left(), std::max(room.left(), room.right() - size.width()));
    return {{x, y}, size};
}

}  // namespace actlab::widgets
