#pragma once

#include <QPlainTextEdit>
#include <optional>

#include "app/widgets/theme.hpp"
#include "core/activation/activation.hpp"
#include "core/expr/source_error.hpp"

namespace actlab::widgets {

/// How much larger than other type the formula is: 18 px where the base is 13.
inline constexpr double kFormulaScale = 18.0 / kBaseFontPixels;

class FormulaCompletion;

/// A formula as text, as high as its lines, with help while it is typed. Underlines a wrong span. Undo is the
/// document's, not its own.
class FormulaField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit FormulaField(QWidget* parent = nullptr);

    void setFormula(const QString& text);  ///< does not emit; the cursor goes behind what changed
    /// The names of its own that the help knows.
    void setParameters(std::vector<activation::Parameter> parameters);
    /// Lays a soft ground under a part of the text; nullopt: under none.
    void mark(std::optional<expr::Span> span);
    void warnOf(std::vector<expr::Span> spans);  ///< underlines what causes trouble where the text is right
    void underline(std::optional<expr::Span> span);
    /// Pixels from the left edge to the first character of the underlined span; 0 where there is none.
    int underlinedAt() const;

Q_SIGNALS:
    void edited(const QString& text);
    void finished();                                ///< Enter, or the focus went elsewhere
    void pointed(std::optional<expr::Span> place);  ///< the mouse is over this character; nullopt: over none
    void refused(const QString& sentence);          ///< a paste far longer than a formula can be; nothing has changed
    void pythonGiven(const QString& text);          ///< pasted or dropped here; nothing has changed
    void fileGiven(const QString& path);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    bool givesAway(const QMimeData& source);
    void adjustHeight();
    void showMarks();
    std::optional<expr::Span> placeAt(QPoint pixel) const;
    QTextCursor cursorOver(expr::Span span) const;

    std::optional<expr::Span> m_underlined, m_marked;
    std::vector<expr::Span> m_warned;
    FormulaCompletion* m_completion = nullptr;
};

}  // namespace actlab::widgets
