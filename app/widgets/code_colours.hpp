#pragma once

#include <QSyntaxHighlighter>

namespace actlab::widgets {

/// Colours code lightly: what is a remark, a text, a number, a word of the language. What it does not know stays
/// plain.
class CodeColours : public QSyntaxHighlighter {
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    /// As of a file's suffix: ".py", ".hpp", ".tex", ".json".
    void setLanguage(const QString& suffix);

protected:
    void highlightBlock(const QString& line) override;

private:
    qsizetype colourToken(const QString& line, qsizetype at);
    qsizetype colourLongText(const QString& line, qsizetype from, qsizetype search);

    QString m_suffix;
};

}  // namespace actlab::widgets
