#include "core/activation/callable.hpp"

#include "core/expr/printer.hpp"

#include <algorithm>

namespace actlab::activation {

namespace {

/// What formulas call the row, each name once; nothing where its only names are none in a formula.
std::vector<std::string> namesOf(const CatalogueRow& row)
{
    std::vector<std::string> names{functionNameOf(row.name)};
    for (const std::string& alias : aliasesOf(row))
        if (const std::string name = functionNameOf(alias); std::ranges::find(names, name) == names.end())
            names.push_back(name);
    std::erase(names, "");
    return names;
}

expr::Signature signatureOf(const CatalogueRow& row, std::vector<std::string> names)
{
    expr::Signature signature{names.front(), {names.begin() + 1, names.end()}, {{"input", {}}}, {}};
    for (const Parameter& p : findInCatalogue(row.name)->parameters())
        signature.arguments.push_back({p.name, expr::printNumber(p.value)});
    return signature;
}

/// The names that the language does not know itself: those of a function it has are spellings of that one.
void add(std::vector<Callable>& all, const CatalogueRow& row)
{
    std::vector<std::string> names = namesOf(row);
    const auto known = std::ranges::find_if(names, expr::findLanguageSignature);
    const expr::Signature* twin = known == names.end() ? nullptr : expr::findLanguageSignature(*known);
    std::erase_if(names, expr::findLanguageSignature);
    if (names.empty())
        return;
    if (!twin)
        return all.push_back({signatureOf(row, std::move(names)), &row});
    auto& spellings =
        std::ranges::find(all, twin->name, [](const Callable& c) { return c.signature.name; })->signature.spellings;
    spellings.insert(spellings.end(), names.begin(), names.end());
}

}  // namespace

const std::vector<Callable>& callables()
{
    static const std::vector<Callable> all = [] {
        std::vector<Callable> made;
        for (const expr::Signature& signature : expr::languageSignatures())
            made.push_back({signature});
        for (const CatalogueRow& row : catalogueRows())
            add(made, row);
        return made;
    }();
    return all;
}

const Callable* findCallable(std::string_view name)
{
    const auto& all = callables();
    const auto isIt = [&](const Callable& each) {
        const auto& s = each.signature;
        return s.name == name || std::ranges::find(s.spellings, name) != s.spellings.end();
    };
    const auto found = std::ranges::find_if(all, isIt);
    if (found != all.end())
        return &*found;
    const expr::NamedFunction* loosely = catalogueLibrary().find(name);
    return loosely && loosely->name != name ? findCallable(loosely->name) : nullptr;
}

std::string shortestCall(const expr::Signature& signature)
{
    const auto mustBeGiven = [](const expr::Signature::Argument& a) { return a.byDefault.empty(); };
    const bool isOfOne = std::ranges::count_if(signature.arguments, mustBeGiven) == 1;
    return isOfOne ? signature.name + "(x)" : "";
}

}  // namespace actlab::activation
