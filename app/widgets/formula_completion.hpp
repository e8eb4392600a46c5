#pragma once

#include <QObject>

#include "core/activation/activation.hpp"

class QKeyEvent;

namespace actlab::models {
struct Proposal;
}

namespace actlab::widgets {

class FormulaField;
class ProposalPopup;
class SignatureTip;

/// Help while one types a formula: names that may be meant, and the signature of the call that the caret is in.
/// While the list is open it has the arrow keys, Enter, Tab and Escape; while it is not, it has none but Ctrl+Space.
class FormulaCompletion : public QObject {
    Q_OBJECT

public:
    explicit FormulaCompletion(FormulaField& field);

    void setParameters(std::vector<activation::Parameter> parameters);
    bool isOpen() const;
    /// The text has changed under the caret's feet.
    void close();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool fieldFilter(QEvent& event);
    bool takesKey(const QKeyEvent& key);
    bool isOurs(const QKeyEvent& key) const;
    void textChanged();
    void caretMoved();
    void propose(bool isAsked);
    void place();
    void showPopup();
    void take();
    std::vector<models::Proposal> proposals(const QString& typed, const QString& text) const;
    std::vector<models::Proposal> keywords(const QString& typed, const QString& text) const;

    FormulaField& m_field;
    ProposalPopup* m_popup;
    SignatureTip* m_tip;
    std::vector<activation::Parameter> m_parameters;
    int m_begin = 0, m_end = 0;  ///< of the name being typed
    bool m_isTyped = false;      ///< what changes next comes from the keyboard
};

}  // namespace actlab::widgets
