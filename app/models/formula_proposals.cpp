#include "app/models/formula_proposals.hpp"

#include "app/models/utf16_place.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <optional>
#include <tuple>

namespace actlab::models {

using activation::Callable;

namespace {

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

QString plain(const QString& name)
{
    return QString(name).remove('_').toLower();
}

constexpr int kLoosely = 2;  // it begins so but for underscores

/// How well a name fits what was typed of it, best first; nullopt where it does not.
std::optional<int> fit(const QString& name, const QString& typed)
{
    constexpr qsizetype kTelling = 3;  // letters that mean something in the middle of a name
    if (name == typed)
        return 0;
    if (name.startsWith(typed, Qt::CaseInsensitive))
        return 1;
    if (plain(typed).isEmpty())
        return std::nullopt;
    if (plain(name).startsWith(plain(typed)))
        return kLoosely;
    if (name.contains('_' + typed, Qt::CaseInsensitive))
        return 3;
    return typed.size() >= kTelling && plain(name).contains(plain(typed)) ? std::optional(4) : std::nullopt;
}

struct Ranked {
    int fit;
    Proposal proposal;
};

void addConstants(std::vector<Ranked>& all, const QString& typed)
{
    const std::pair<QString, QString> constants[] = {
        {"pi", QCoreApplication::translate("Proposals", "3.14159…")},
        {"e", QCoreApplication::translate("Proposals", "2.71828…, as in exp(1)")},
        {"inf", QCoreApplication::translate("Proposals", "infinity")},
    };
    for (const auto& [name, help] : constants)
        if (const auto fitting = fit(name, typed))
            all.push_back({2 * *fitting, {Proposal::Kind::Constant, name, name, help}});
}

void addParameters(std::vector<Ranked>& all, const QString& typed,
                   const std::vector<activation::Parameter>& parameters)
{
    for (const activation::Parameter& parameter : parameters) {
        const QString name = text(parameter.name);
        if (const auto fitting = fit(name, typed))
            all.push_back({2 * *fitting,
                           {Proposal::Kind::Parameter, name, name,
                            QCoreApplication::translate("Proposals", "parameter of this formula, now %1")
                                .arg(QString::number(parameter.value))}});
    }
}

Proposal proposalOf(const Callable& function, const QString& name)
{
    const QString main = text(function.signature.name), help = helpOn(function);
    return {Proposal::Kind::Function, name, name + '(' + shownArguments(function.signature).join(", ") + ')',
            name == main ? help : QCoreApplication::translate("Proposals", "the same as %1. %2").arg(main, help),
            activation::shortestCall(function.signature)};
}

struct Fitting {
    int fit;
    QString name;
};

std::optional<Fitting> bestSpelling(const Callable& function, const QString& typed)
{
    std::optional<Fitting> best;
    for (const std::string& each : function.signature.spellings)
        if (const auto fitting = fit(text(each), typed); fitting && (!best || *fitting < best->fit))
            best = {*fitting, text(each)};
    return best;
}

/// A function once: by its own name, or by another spelling where that alone begins like what was typed.
void addFunction(std::vector<Ranked>& all, const QString& typed, const Callable& function)
{
    const QString main = text(function.signature.name);
    const auto fitting = fit(main, typed);
    const auto spelling = bestSpelling(function, typed);
    if (spelling && (!fitting || (*fitting == kLoosely && spelling->fit < kLoosely)))
        all.push_back({2 * spelling->fit + 1, proposalOf(function, spelling->name)});
    else if (fitting)
        all.push_back({2 * *fitting, proposalOf(function, main)});
}

/// The help of the language's own functions speaks of its arguments as u, v and w.
QString withNames(QString help, const expr::Signature& signature)
{
    static const QRegularExpression kLetters[] = {QRegularExpression("\\bu\\b"), QRegularExpression("\\bv\\b"),
                                                  QRegularExpression("\\bw\\b")};
    const QStringList names = shownArguments(signature);
    for (qsizetype i = 0; i < std::min<qsizetype>(names.size(), 3); ++i)
        help.replace(kLetters[i], names[i].section('=', 0, 0));
    return help;
}

bool isGiven(const QString& keyword, const expr::OpenCall& call, const QString& formula)
{
    const QRegularExpression given("\\b" + QRegularExpression::escape(keyword) + "\\s*=(?!=)");
    return formula.mid(utf16Place(formula, call.begin)).contains(given);
}

Proposal keywordOf(const expr::Signature::Argument& argument, const QString& function)
{
    const QString name = text(argument.name), byDefault = text(argument.byDefault);
    const QString help =
        byDefault.isEmpty()
            ? QCoreApplication::translate("Proposals", "argument of %1").arg(function)
            : QCoreApplication::translate("Proposals", "argument of %1, else %2").arg(function, byDefault);
    return {Proposal::Kind::Keyword, name + '=', name + '=' + byDefault, help};
}

}  // namespace

std::vector<Proposal> keywordsFor(const QString& typed, const expr::OpenCall& call, const QString& formula)
{
    const Callable* function = activation::findCallable(call.name);
    if (!function)
        return {};
    std::vector<Proposal> keywords;
    const auto& arguments = function->signature.arguments;
    for (std::size_t i = std::max<std::size_t>(call.argument, 1); i < arguments.size(); ++i)
        if (const QString name = text(arguments[i].name);
            name.startsWith(typed, Qt::CaseInsensitive) && !isGiven(name, call, formula))
            keywords.push_back(keywordOf(arguments[i], text(function->signature.name)));
    return keywords;
}

QStringList shownArguments(const expr::Signature& signature)
{
    QStringList shown;
    for (const auto& [name, byDefault] : signature.arguments) {
        const QString argument = name == "input" ? QStringLiteral("x") : text(name);
        shown.append(byDefault.empty() ? argument : argument + '=' + text(byDefault));
    }
    return shown;
}

QString helpOn(const Callable& function)
{
    if (!function.row)
        return withNames(text(function.signature.help), function.signature);
    return text(function.row->family) + QStringLiteral(" · ") + text(function.row->formula);
}

std::vector<Proposal> proposalsFor(const QString& typed, const std::vector<activation::Parameter>& parameters)
{
    std::vector<Ranked> all;
    addParameters(all, typed, parameters);
    addConstants(all, typed);
    for (const Callable& function : activation::callables())
        addFunction(all, typed, function);
    std::ranges::stable_sort(
        all, {}, [](const Ranked& each) { return std::tuple(each.fit, each.proposal.kind, each.proposal.name); });
    std::vector<Proposal> proposals;
    for (Ranked& each : all)
        proposals.push_back(std::move(each.proposal));
    return proposals;
}

}  // namespace actlab::models
