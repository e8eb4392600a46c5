#pragma once

#include <QWidget>
#include <optional>

#include "core/analysis/verdicts.hpp"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace actlab::widgets {

class ChecksSign;

/// One verdict: its sign, its sentence and, where there is a cure, a button for it.
class ChecksLine : public QWidget {
    Q_OBJECT

public:
    explicit ChecksLine(const analysis::Verdict& verdict, QWidget* parent = nullptr);

Q_SIGNALS:
    void cureWanted(const QString& formula);
    void pointed(std::optional<actlab::expr::Span> part);  ///< of the formula; nullopt: at none any more

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void point(bool isPointing);

    expr::Span m_span;
    bool m_isPointing = false;
};

/// The verdicts on one topic under a title that folds them away; whether it is folded is remembered.
class ChecksGroup : public QWidget {
    Q_OBJECT

public:
    explicit ChecksGroup(analysis::Topic topic, QWidget* parent = nullptr);

    /// Those on its topic.
    void show(const std::vector<analysis::Verdict>& verdicts);
    using QWidget::show;
    /// Stands below the verdicts and folds with them.
    void add(QWidget* widget);

Q_SIGNALS:
    void cureWanted(const QString& formula);
    void pointed(std::optional<actlab::expr::Span> part);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createHeader();
    void setOpen(bool open);
    void setFonts();
    QString setting() const;

    const analysis::Topic m_topic;
    std::vector<analysis::Verdict> m_shown;
    QToolButton* m_disclosure;
    ChecksSign* m_sign;
    QWidget* m_content;
    QVBoxLayout* m_lines;
};

}  // namespace actlab::widgets
