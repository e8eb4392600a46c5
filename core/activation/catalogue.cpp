#include "core/activation/catalogue.hpp"

#include "core/expr/spelling.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace actlab::activation {

std::string functionNameOf(std::string_view name)
{
    std::string function;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        function += c == ' ' || c == '-' ? '_' : lower;
    }
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    const bool isName = std::ranges::all_of(function, fits) && (function[0] < '0' || function[0] > '9');
    return isName ? function : "";
}

namespace {

/// Letters and digits alone, in lower case: "Leaky ReLU", "leaky_relu" and "LeakyReLU" are one name.
std::string keyOf(std::string_view name)
{
    std::string key;
    for (const char c : name) {
        if (c == ' ' || c == '-' || c == '_')
            continue;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return key;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        const std::string_view part = text.substr(0, end);
        parts.push_back(part.substr(std::min(part.find_first_not_of(' '), part.size())));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

double numberIn(std::string_view text)
{
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "beta*=1[0,10]": name, a star where it is learnable, default and range.
Parameter parameterOf(std::string_view text)
{
    const std::size_t equals = text.find('='), open = text.find('['), comma = text.find(',');
    const bool learnable = text[equals - 1] == '*';
    return {.name = std::string(text.substr(0, learnable ? equals - 1 : equals)),
            .value = numberIn(text.substr(equals + 1)),
            .minimum = numberIn(text.substr(open + 1)),
            .maximum = numberIn(text.substr(comma + 1)),
            .learnable = learnable};
}

Definition definitionOf(const CatalogueRow& row)
{
    Definition definition{std::string(row.name), std::string(row.formula), "", {}};
    for (const std::string_view parameter : split(row.parameters, ';'))
        definition.parameters.push_back(parameterOf(parameter));
    return definition;
}

/// The rows, each made ready when it is first wanted; a row may call those above it.
class Table {
public:
    Table()
    {
        for (std::size_t row = 0; row < m_made.size(); ++row) {
            m_rowOfKey.emplace(keyOf(catalogueRows()[row].name), row);
            for (const std::string_view alias : split(catalogueRows()[row].aliases, ','))
                m_rowOfKey.emplace(keyOf(alias), row);
        }
    }

    const std::vector<ActivationPtr>& activations()
    {
        std::call_once(m_allAreMade, [this] {
            for (std::size_t row = 0; row < m_made.size(); ++row)
                m_activations.push_back(made(row).activation);
        });
        return m_activations;
    }
    const expr::Library& library() const { return m_library; }

    ActivationPtr find(std::string_view name)
    {
        const auto found = m_rowOfKey.find(keyOf(name));
        return found == m_rowOfKey.end() ? nullptr : made(found->second).activation;
    }

    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const CatalogueRow& row : catalogueRows()) {
            names.emplace_back(row.name);
            for (const std::string_view alias : split(row.aliases, ','))
                names.emplace_back(alias);
        }
        return names;
    }

private:
    struct Made {
        std::once_flag isMade;
        ActivationPtr activation;
        std::optional<expr::NamedFunction> function;
    };

    const Made& made(std::size_t row)
    {
        Made& place = m_made[row];
        std::call_once(place.isMade, [&] {
            const auto made = makeActivation(definitionOf(catalogueRows()[row]), libraryOf(row));
            assert(made);
            place.activation = *made;
            place.function = functionOf(**made);
        });
        return place;
    }

    static expr::NamedFunction functionOf(const Activation& activation)
    {
        expr::NamedFunction function{functionNameOf(activation.name()), {}, activation.value()};
        for (const Parameter& p : activation.parameters())
            function.parameters.emplace_back(p.name, p.value);
        return function;
    }

    /// The first rows.
    expr::Library libraryOf(std::size_t rows)
    {
        const auto find = [this, rows](std::string_view name) -> const expr::NamedFunction* {
            const auto found = m_rowOfKey.find(keyOf(name));
            return found == m_rowOfKey.end() || found->second >= rows ? nullptr : &*made(found->second).function;
        };
        return {find, [this] { return functionNames(); }};
    }

    std::vector<std::string> functionNames() const
    {
        std::set<std::string> functions;
        for (const std::string& name : names())
            functions.insert(functionNameOf(name));
        functions.erase("");
        return {functions.begin(), functions.end()};
    }

    std::vector<Made> m_made{catalogueRows().size()};
    std::once_flag m_allAreMade;
    std::vector<ActivationPtr> m_activations;
    std::map<std::string, std::size_t> m_rowOfKey;
    const expr::Library m_library = libraryOf(m_made.size());
};

Table& table()
{
    static Table table;
    return table;
}

}  // namespace

std::vector<std::string> aliasesOf(const CatalogueRow& row)
{
    const auto parts = split(row.aliases, ',');
    return {parts.begin(), parts.end()};
}

const std::vector<ActivationPtr>& catalogue()
{
    return table().activations();
}

ActivationPtr findInCatalogue(std::string_view name)
{
    return table().find(name);
}

std::string nearestCatalogueName(std::string_view name)
{
    return expr::nearestName(name, table().names());
}

const expr::Library& catalogueLibrary()
{
    return table().library();
}

}  // namespace actlab::activation
