#include "app/models/compose_model.hpp"

#include "app/models/utf16_place.hpp"

#include "core/expr/printer.hpp"
#include "core/expr/simplify.hpp"

#include <QRegularExpression>
#include <algorithm>

namespace actlab::models {

using activation::Definition;
using activation::PieceText;

namespace {

constexpr auto kTyping = "compose/formula";
constexpr auto kWorkingName = "f";

/// With the words of the hint in the place of the wrong ones.
QString mended(QString text, const expr::SourceError& error)
{
    const qsizetype begin = utf16Place(text, error.span.begin);
    const qsizetype end = utf16Place(text, error.span.end);
    return text.replace(begin, end - begin, ComposeModel::replacementFor(error));
}

}  // namespace

ComposeModel::ComposeModel(WorkspaceModel& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_own(workspace.document().custom)
{
    connect(&workspace, &WorkspaceModel::documentChanged, this, &ComposeModel::follow);
    compile();
}

/// Most edits of the document are made elsewhere and change nothing here.
void ComposeModel::follow()
{
    const auto& own = m_workspace.document().custom;
    const bool isNew = m_compiled != definition();
    if (!isNew && m_own == own)
        return;
    m_own = own;
    if (isNew)
        compile();
    Q_EMIT changed();
}

void ComposeModel::compile()
{
    m_compiled = definition();
    m_pieces = activation::piecesOf(m_compiled.formula).value_or(std::vector<PieceText>{});
    Definition nameless = m_compiled;
    nameless.name = kWorkingName;  // the name is judged on its own
    const auto foreseen = std::exchange(m_foreseen, nullptr);
    const bool isForeseen = foreseen && foreseen->definition() == nameless;
    auto made = isForeseen ? foreseen : activation::makeActivation(nameless);
    m_gradientError.reset();
    if (!made && made.error().part == activation::Part::Gradient) {
        m_gradientError = made.error();
        nameless.gradient.clear();
        made = activation::makeActivation(nameless);
    }
    m_error = made ? std::nullopt : std::optional(made.error());
    if (made)
        m_activation = *made;
}

std::vector<activation::Parameter> ComposeModel::parameters() const
{
    return m_activation ? m_activation->parameters() : std::vector<activation::Parameter>{};
}

QStringList ComposeModel::remarks() const
{
    QStringList sentences;
    if (m_activation && !m_error)
        for (const std::string& remark : activation::remarks(*m_activation))
            sentences.append(QString::fromStdString(remark));
    return sentences;
}

QString ComposeModel::derivativeText() const
{
    constexpr std::size_t kReadable = 60;  // nodes
    if (!m_activation)
        return {};
    const expr::Expr slope = expr::simplify(m_activation->trueDerivative());
    return slope.node().treeSize > kReadable ? QString() : QString::fromStdString(expr::print(slope));
}

std::optional<expr::SourceError> ComposeModel::errorInCell(const PieceText& piece, bool isCondition)
{
    return isCondition ? activation::errorInCondition(piece.condition) : activation::errorInFormula(piece.formula);
}

void ComposeModel::setFormula(const QString& text)
{
    if (text != formula())
        edit(
            tr("Change the formula"), [&](Definition& draft) { draft.formula = text.toStdString(); }, kTyping);
}

QString ComposeModel::replacementFor(const expr::SourceError& error)
{
    static const QRegularExpression proposal(QStringLiteral("^Did you mean `([^`]+)`\\?$"));
    return proposal.match(QString::fromStdString(error.hint)).captured(1);
}

void ComposeModel::takeHint()
{
    if (!m_error || replacementFor(*m_error).isEmpty())
        return;
    m_workspace.endGesture();
    setFormula(mended(formula(), *m_error));
    m_workspace.endGesture();
}

void ComposeModel::takeGradientHint()
{
    if (!m_gradientError || replacementFor(*m_gradientError).isEmpty())
        return;
    m_workspace.endGesture();
    setGradient(mended(gradient(), *m_gradientError));
    m_workspace.endGesture();
}

bool ComposeModel::setPiece(std::size_t index, const PieceText& piece)
{
    auto rows = m_pieces;
    if (index >= rows.size())
        return false;
    rows[index] = piece;
    if (activation::piecesOf(activation::formulaOf(rows)) != rows)
        return false;
    setPieces(rows, tr("Change piece %1").arg(index + 1), QStringLiteral("compose/piece/%1").arg(index));
    return true;
}

void ComposeModel::addPiece()
{
    setPieces(activation::withPieceAdded(m_pieces), tr("Add a piece"));
}

void ComposeModel::removePiece(std::size_t index)
{
    setPieces(activation::withPieceRemoved(m_pieces, index), tr("Remove piece %1").arg(index + 1));
}

void ComposeModel::swapPieces(std::size_t index)
{
    setPieces(activation::withPiecesSwapped(m_pieces, index), tr("Reorder the pieces"));
}

void ComposeModel::setParameter(const QString& name, double value)
{
    changeParameter(name, "compose/value/" + name,
                    [=](activation::Parameter& parameter) { parameter.value = value; });
}

void ComposeModel::setParameterRange(const QString& name, double minimum, double maximum)
{
    if (minimum < maximum)
        changeParameter(name, "compose/range/" + name, [=](activation::Parameter& parameter) {
            parameter.minimum = minimum;
            parameter.maximum = maximum;
            parameter.value = std::clamp(parameter.value, minimum, maximum);
        });
}

void ComposeModel::setScope(const QString& name, std::optional<activation::Scope> scope)
{
    changeParameter(name, {}, [=](activation::Parameter& parameter) {
        parameter.learnable = scope.has_value();
        parameter.scope = scope.value_or(parameter.scope);
    });
}

void ComposeModel::setName(const QString& name)
{
    if (name != this->name())
        edit(
            tr("Change the name"), [&](Definition& draft) { draft.name = name.toStdString(); },
            QStringLiteral("compose/name"));
}

analysis::CurveSet ComposeModel::curves(analysis::Interval x, int pixels) const
{
    return analysis::sampleCurves(*m_activation, x, pixels, 1);
}

double ComposeModel::valueAt(double x) const
{
    return m_activation->evaluate<double>(std::vector{x}, 0)[0][0];
}

void ComposeModel::edit(const QString& text, const std::function<void(Definition&)>& change, const QString& gesture)
{
    m_workspace.edit(
        text,
        [&](workspace::Document& document) {
            const std::string name = document.draft.definition.name;
            change(document.draft.definition);
            if (m_isLive && document.draft.definition.name == name)
                keepUp(document);
        },
        gesture);
}

void ComposeModel::setPieces(const std::vector<PieceText>& pieces, const QString& text, const QString& gesture)
{
    if (pieces != m_pieces)
        edit(
            text, [&](Definition& draft) { draft.formula = activation::formulaOf(pieces); }, gesture);
}

/// A draft lists only the parameters somebody touched; touching one writes it down.
void ComposeModel::changeParameter(const QString& name, const QString& gesture,
                                   const std::function<void(activation::Parameter&)>& change)
{
    const std::string wanted = name.toStdString();
    if (!m_activation)
        return;
    const auto& known = m_activation->parameters();
    const auto origin = std::ranges::find(known, wanted, &activation::Parameter::name);
    if (origin == known.end())
        return;
    const auto apply = [&](Definition& draft) {
        auto place = std::ranges::find(draft.parameters, wanted, &activation::Parameter::name);
        if (place == draft.parameters.end())
            place = draft.parameters.insert(place, *origin);
        change(*place);
    };
    edit(tr("Change %1").arg(name), apply, gesture);
}

}  // namespace actlab::models
