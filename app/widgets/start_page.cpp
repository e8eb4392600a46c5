#include "app/widgets/start_page.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/example_card.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace actlab::widgets {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent), m_examples(workspace::examples()), m_title(new QLabel(tr("Activation Lab"), this))
{
    m_title->setFont(scaledFont(2, QFont::DemiBold));
    auto* sentence =
        hintLabel(tr("Explore activation functions, compose your own, and watch a network learn with it. "
                     "Begin with an example; everything can be changed and undone."),
                  this);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSpace * 6, kSpace * 4, kSpace * 6, kSpace * 4);
    column->setSpacing(kSpace * 2);
    column->addWidget(m_title);
    column->addWidget(sentence);
    column->addWidget(createExamples(), 8);
    column->addWidget(createFoot());
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);  // large type on a small screen
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QWidget* StartPage::createExamples()
{
    auto* examples = new QWidget(this);
    auto* grid = new QGridLayout(examples);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kSpace * 2);
    constexpr int kColumns = 3;
    for (std::size_t i = 0; i < m_examples.size(); ++i) {
        auto* card = new ExampleCard(m_examples[i], examples);
        const int place = static_cast<int>(i);
        grid->addWidget(card, place / kColumns, place % kColumns);
        connect(card, &QAbstractButton::clicked, this, [this, i] { Q_EMIT exampleChosen(m_examples[i]); });
    }
    return examples;
}

QWidget* StartPage::createFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* open = new QPushButton(icon("open"), tr("Open a document"), foot);
    auto* empty = new QPushButton(icon("explore"), tr("Just look around"), foot);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(empty, &QPushButton::clicked, this, &StartPage::emptyWanted);
    row->addWidget(open, 0, Qt::AlignTop);
    row->addWidget(empty, 0, Qt::AlignTop);
    row->addSpacing(kSpace * 2);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    row->addLayout(m_recent);
    row->addStretch(1);
    return foot;
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)  // comes last: a new sheet puts earlier fonts back
        m_title->setFont(scaledFont(2, QFont::DemiBold));
}

void StartPage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    constexpr qsizetype kMost = 4;
    for (const QString& path : paths.mid(0, kMost)) {
        auto* link = new QPushButton(QFileInfo(path).fileName(), this);
        link->setFlat(true);
        link->setToolTip(path);
        connect(link, &QPushButton::clicked, this, [this, path] { Q_EMIT documentChosen(path); });
        m_recent->addWidget(link, 0, Qt::AlignLeft);
    }
}

}  // namespace actlab::widgets
