#include "app/widgets/checks_group.hpp"

#include "app/widgets/checks_sign.hpp"
#include "app/widgets/sentence.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace actlab::widgets {

namespace {

QString titleText(analysis::Topic topic)
{
    const std::string_view title = titleOf(topic);
    return QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size()));
}

}  // namespace

ChecksLine::ChecksLine(const analysis::Verdict& verdict, QWidget* parent) : QWidget(parent), m_span(verdict.span)
{
    auto* sign = new ChecksSign(this);
    sign->show(verdict.severity);
    auto* words = new QLabel(asSentence(verdict.sentence), this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setAccessibleName(wordFor(verdict.severity) + ": " + words->text());
    auto* column = new QVBoxLayout;
    column->setSpacing(kSpace / 2);
    column->addWidget(words);
    if (!verdict.cure.empty()) {
        const QString cure = QString::fromStdString(verdict.cure);
        auto* button = new QPushButton(tr("Rewrite"), this);
        button->setToolTip(tr("Write %1").arg(cure));
        button->setAccessibleName(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, cure] { Q_EMIT cureWanted(cure); });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(column, 1);
}

void ChecksLine::enterEvent(QEnterEvent* /*event*/)
{
    point(m_span.begin < m_span.end);
}

void ChecksLine::leaveEvent(QEvent* /*event*/)
{
    point(false);
}

/// A line that is replaced under the mouse is not left.
void ChecksLine::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    point(false);
}

void ChecksLine::point(bool isPointing)
{
    if (std::exchange(m_isPointing, isPointing) != isPointing)
        Q_EMIT pointed(isPointing ? std::optional(m_span) : std::nullopt);
}

ChecksGroup::ChecksGroup(analysis::Topic topic, QWidget* parent)
    : QWidget(parent),
      m_topic(topic),
      m_disclosure(new QToolButton(this)),
      m_sign(new ChecksSign(this)),
      m_content(new QWidget(this)),
      m_lines(new QVBoxLayout)
{
    m_lines->setSpacing(kSpace);
    auto* inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(kSpace / 2, 0, 0, 0);
    inner->setSpacing(kSpace);
    inner->addLayout(m_lines);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    column->addWidget(createHeader());
    column->addWidget(m_content);
    setFonts();
    setOpen(QSettings().value(setting(), true).toBool());
}

QWidget* ChecksGroup::createHeader()
{
    auto* header = new QWidget(this);
    m_disclosure->setText(titleText(m_topic));
    m_disclosure->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_disclosure->setProperty("role", "disclosure");
    m_disclosure->setCheckable(true);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_disclosure);
    row->addStretch(1);
    row->addWidget(m_sign);
    connect(m_disclosure, &QToolButton::toggled, this, &ChecksGroup::setOpen);
    connect(m_disclosure, &QToolButton::clicked, this,
            [this](bool open) { QSettings().setValue(setting(), open); });
    return header;
}

QString ChecksGroup::setting() const
{
    return "checks/" + titleText(m_topic);
}

void ChecksGroup::setOpen(bool open)
{
    m_disclosure->setChecked(open);
    m_disclosure->setIcon(icon(open ? "chevron-down" : "chevron-right"));
    m_content->setVisible(open);
    m_sign->setVisible(!open);  // the lines have their own
}

void ChecksGroup::show(const std::vector<analysis::Verdict>& verdicts)
{
    std::vector<analysis::Verdict> own;
    std::ranges::copy_if(verdicts, std::back_inserter(own), [&](const auto& each) { return each.topic == m_topic; });
    m_sign->show(worstOf(own, m_topic));
    if (own == m_shown)
        return;
    m_shown = std::move(own);
    while (const QLayoutItem* old = m_lines->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    for (const analysis::Verdict& verdict : m_shown) {
        auto* line = new ChecksLine(verdict, m_content);
        m_lines->addWidget(line);
        line->show();
        connect(line, &ChecksLine::cureWanted, this, &ChecksGroup::cureWanted);
        connect(line, &ChecksLine::pointed, this, &ChecksGroup::pointed);
    }
}

void ChecksGroup::add(QWidget* widget)
{
    m_content->layout()->addWidget(widget);
}

void ChecksGroup::setFonts()
{
    m_disclosure->setFont(scaledFont(1, QFont::DemiBold));
}

void ChecksGroup::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        setFonts();
}

}  // namespace actlab::widgets
