#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "app/models/workspace_model.hpp"
#include "core/activation/gradient_templates.hpp"
#include "core/activation/pieces.hpp"
#include "core/analysis/curve.hpp"
#include "core/analysis/stable_proposal.hpp"

namespace actlab::models {

/// The activation being composed. The formula's text is the one truth; the table of pieces and the parameters
/// are read off it, and every change goes back into it.
class ComposeModel : public QObject {
    Q_OBJECT

public:
    /// How the name stands: Own where this very activation has been added under it, Replaces where another one
    /// of one's own has it.
    enum class Name { Free, Own, Replaces, Missing, InCatalogue };

    explicit ComposeModel(WorkspaceModel& workspace, QObject* parent = nullptr);

    WorkspaceModel& workspace() { return m_workspace; }
    const activation::Definition& definition() const { return m_workspace.document().draft.definition; }
    QString formula() const { return QString::fromStdString(definition().formula); }
    QString name() const { return QString::fromStdString(definition().name); }

    /// What is wrong with the formula as it stands; the spans count code points of formula().
    const std::optional<expr::SourceError>& error() const { return m_error; }
    /// What is wrong with the gradient of one's own while the formula is right; the spans count code points of it.
    /// activation() then has its true derivative.
    const std::optional<expr::SourceError>& gradientError() const { return m_gradientError; }
    /// The formula as it stands or, where that is wrong, as it last was right; nullptr where it never was.
    const activation::ActivationPtr& activation() const { return m_activation; }
    std::vector<activation::Parameter> parameters() const;  ///< of activation(); empty where it is not there
    bool isRight() const { return m_activation && !m_error && !m_gradientError; }
    QStringList remarks() const;     ///< what is unusual about a formula that is right
    QString derivativeText() const;  ///< f′ as a formula; empty where it is too long to be read

    /// The rows of the table; empty where a wrong formula shows none.
    const std::vector<activation::PieceText>& pieces() const { return m_pieces; }
    /// What is wrong with the text of one cell, however the rest of the formula stands.
    static std::optional<expr::SourceError> errorInCell(const activation::PieceText& piece, bool isCondition);

    /// What the next edit comes to, if whoever makes it has made that already.
    void foresee(activation::ActivationPtr made) { m_foreseen = std::move(made); }
    void setFormula(const QString& text);  ///< one undo step until endGesture()
    /// Puts the words of the hint in the place of the wrong ones; see replacementFor().
    void takeHint();
    void takeGradientHint();  ///< the same in the gradient of one's own
    /// What the hint of an error proposes to write in its place; empty where it proposes nothing.
    static QString replacementFor(const expr::SourceError& error);

    /// Changes one row. False, and no change, where the formula made of the rows would not read back as these
    /// rows: an open bracket or a comma in a cell.
    bool setPiece(std::size_t index, const activation::PieceText& piece);
    void addPiece();
    void removePiece(std::size_t index);
    void swapPieces(std::size_t index);  ///< with the next one

    QString gradient() const;               ///< of one's own; empty where training uses the true derivative
    void setGradient(const QString& text);  ///< one undo step until endGesture()
    /// Puts a template made for this formula in the gradient's place. Does nothing while the formula is wrong.
    void takeGradient(const activation::GradientTemplate& wanted);

    /// A stabler spelling of a formula that is right, if there is one. Measures some thousand places: not for every
    /// key.
    std::optional<analysis::StableProposal> stableProposal() const;
    void rewriteStably();                    ///< takes it
    void rewriteAs(const QString& formula);  ///< one undo step of its own

    void setParameter(const QString& name, double value);
    void setParameterRange(const QString& name, double minimum, double maximum);
    /// Lets training learn the parameter, so many values of it; nullopt: it stays as it is set.
    void setScope(const QString& name, std::optional<activation::Scope> scope);

    void setName(const QString& name);
    Name nameState() const;
    bool canBeAdded() const;  ///< right, and under a name that is one's own to give
    /// Puts the activation into the catalogue of one's own, and where one of that name is plotted or trained
    /// with, in its place there.
    void addToCatalogue();
    /// While live, every right change of an activation of the person's own that the network to train uses is one of
    /// the catalogue and of the network as well: a run that is on takes it over.
    void setLive(bool live) { m_isLive = live; }
    /// Adds it and gives it to every hidden layer of the network.
    void trainWithIt();

    analysis::CurveSet curves(analysis::Interval x, int pixels) const;  ///< of activation(), which must be there
    double valueAt(double x) const;                                     ///< of activation(), which must be there

Q_SIGNALS:
    void changed();

private:
    void follow();
    void compile();
    void keepUp(workspace::Document& document) const;
    void edit(const QString& text, const std::function<void(activation::Definition&)>& change,
              const QString& gesture = {});
    void setPieces(const std::vector<activation::PieceText>& pieces, const QString& text,
                   const QString& gesture = {});
    void changeParameter(const QString& name, const QString& gesture,
                         const std::function<void(activation::Parameter&)>& change);

    WorkspaceModel& m_workspace;
    bool m_isLive = false;
    std::vector<activation::ActivationPtr> m_own;  ///< the names that are taken hang on them
    activation::Definition m_compiled;             ///< what m_activation and m_error were made from
    activation::ActivationPtr m_foreseen, m_activation;
    std::optional<expr::SourceError> m_error;
    std::optional<expr::SourceError> m_gradientError;
    std::vector<activation::PieceText> m_pieces;
};

}  // namespace actlab::models
