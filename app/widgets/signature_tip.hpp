#pragma once

#include <QLabel>
#include <QPlainTextEdit>

namespace actlab::widgets {

/// Which call the caret is in: its signature, the argument at the caret in bold, and what the function is.
class SignatureTip : public QLabel {
    Q_OBJECT

public:
    explicit SignatureTip(QPlainTextEdit& field);

    void follow();   ///< shows the call at the caret, or nothing where there is none
    void dismiss();  ///< hides it until the caret leaves this call

private:
    void place(int nameBegin);

    QPlainTextEdit& m_field;
    std::optional<std::size_t> m_dismissed;  ///< where the name of the call begins that is not to be shown
};

/// The rectangle of the line between two places of the field's text, on the screen.
QRect placeOnScreen(const QPlainTextEdit& field, int position);

}  // namespace actlab::widgets
