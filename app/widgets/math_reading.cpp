#include "app/widgets/math_reading.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/builtins.hpp"

#include <map>

namespace actlab::widgets {

namespace {

/// A function whose body is a call of itself by name.
class ShownFunction {
public:
    explicit ShownFunction(const expr::NamedFunction& meant)
        : m_name(meant.name),
          m_row{{}, m_name, static_cast<int>(meant.parameters.size()) + 1, {}, {}, {}, {}},
          m_function{meant.name, meant.parameters, body(meant)}
    {
    }
    ShownFunction(const ShownFunction&) = delete;
    ShownFunction& operator=(const ShownFunction&) = delete;

    const expr::NamedFunction& function() const { return m_function; }

private:
    expr::Expr body(const expr::NamedFunction& meant) const
    {
        std::vector<expr::Expr> args{expr::variable()};
        for (const auto& [name, value] : meant.parameters)
            args.push_back(expr::parameter(name));
        return expr::call(m_row, std::move(args));
    }

    std::string m_name;
    expr::Builtin m_row;  ///< points into m_name, and calls point to it
    expr::NamedFunction m_function;
};

/// Read by the window's thread alone.
const expr::NamedFunction* findShown(std::string_view name)
{
    static std::map<std::string, ShownFunction, std::less<>> shown;
    if (const auto known = shown.find(name); known != shown.end())
        return &known->second.function();
    const expr::NamedFunction* meant = activation::catalogueLibrary().find(name);
    return meant ? &shown.try_emplace(std::string(name), *meant).first->second.function() : nullptr;
}

}  // namespace

std::optional<expr::Expr> readForDisplay(const QString& formula)
{
    static const expr::Library library{findShown, activation::catalogueLibrary().names};
    const auto read = expr::parse(formula.toStdString(), library);
    return read ? std::optional(*read) : std::nullopt;
}

}  // namespace actlab::widgets
