#include "core/importing/frame.hpp"

#include "core/importing/among.hpp"
#include "core/importing/in_place.hpp"
#include "core/importing/reader.hpp"
#include "core/importing/rewriting.hpp"
#include "core/importing/torch_calls.hpp"
#include "core/importing/torch_modules.hpp"

#include "core/expr/spelling.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace actlab::importing {

namespace {

constexpr std::pair<std::string_view, double> kConstants[] = {{"pi", std::numbers::pi},
                                                              {"e", std::numbers::e},
                                                              {"inf", std::numeric_limits<double>::infinity()},
                                                              {"nan", std::numeric_limits<double>::quiet_NaN()}};
constexpr std::string_view kDtypes[] = {"float", "float32", "float64", "double", "half", "float16", "bfloat16",
                                        "bool",  "int",     "int32",   "int64",  "long", "Tensor",  "device"};
constexpr std::string_view kBuiltins[] = {"abs", "max", "min", "pow", "round", "float"};
constexpr std::string_view kParts[] = {"dtype", "device", "shape", "requires_grad"};

std::string_view lastOf(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot == path.npos ? path : path.substr(dot + 1);
}

std::string moduleOf(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot == path.npos ? std::string() : std::string(path.substr(0, dot));
}

template <class Read>
expr::Result<Expr> asResult(const Read& read)
{
    try {
        return read();
    } catch (const expr::Failure& failure) {
        return tl::unexpected(failure.error);
    }
}

[[noreturn]] void failUnread(std::string_view path, Span span)
{
    expr::fail("`" + std::string(path) +
                   "` could do anything; only arithmetic, torch, math and numpy functions are read",
               span);
}

}  // namespace

void Frame::takeObject(const std::string& name, const Frame& other, const std::string& otherName)
{
    if (const auto same = other.objects.find(otherName); same != other.objects.end())
        objects.insert_or_assign(name, same->second);
    const auto renamed = [&](const std::string& path) { return name + path.substr(otherName.size()); };
    for (const auto& [path, value] : other.names)
        if (path.starts_with(otherName + "."))
            names.insert_or_assign(renamed(path), value);
    for (const auto& [path, values] : other.sequences)
        if (path.starts_with(otherName + "."))
            sequences.insert_or_assign(renamed(path), values);
}

std::string Frame::fullPath(const std::string& path) const
{
    return m_reader->file().imports.fullPath(path);
}

Expr Frame::evaluate(const Tokens& written) const
{
    if (written.size() == 1)
        expr::fail("a value was expected here", written.front().span);
    m_reader->countStep(written.front().span);
    if (isDictionary(written))
        return Values::thing("a dictionary", written.front().span);
    const Tokens tokens = inWordsOfTheGrammar(written, *this);
    if (const std::string path = pathOf(tokens); !path.empty()) {
        // without a new node, so that two names of one tensor are known as such
        if (const auto found = names.find(path); found != names.end())
            return found->second;
        if (const auto function = functionAt(path, tokens.front().span))
            return *function;
    }
    auto value = expr::parse(tokens, *this);
    if (!value)
        throw expr::Failure{value.error()};
    return *std::move(value);
}

std::optional<Expr> Frame::functionAt(const std::string& path, Span span) const
{
    if (names.contains(path))
        return std::nullopt;
    const std::string whole = m_reader->file().imports.fullPath(path);
    const bool isTorch = isNumeric(moduleOf(whole)) && isTorchFunction(lastOf(whole));
    if (!isTorch && !m_reader->declares(path) && !m_reader->declaresIn(moduleOf(path), lastOf(path)))
        return std::nullopt;
    const auto apply = [frame = *this, path](expr::WrittenCall use) {
        use.isMethod = false;
        use.module = moduleOf(path).empty() ? std::string() : moduleOf(path) + ".";
        use.name = lastOf(path);
        return frame.calledByPath(use);
    };
    return m_reader->values().callable(apply, span);
}

bool Frame::isModule(std::string_view path) const
{
    if (names.contains(path))
        return false;
    return objects.contains(path) || m_reader->file().classes.contains(path) ||
           m_reader->file().imports.isModule(path);
}

/// What a method under @property says, and a constant of a class: "self.alpha", "Step.width".
std::optional<Expr> Frame::property(std::string_view path, Span span) const
{
    const std::string owner = moduleOf(path), name(lastOf(path));
    if (const auto constant = m_reader->constantOf(owner, name))
        return constant;
    const auto object = objects.find(owner);
    if (object == objects.end() || !object->second || !object->second->properties.contains(name))
        return std::nullopt;
    return m_reader->callMethod(*object->second, {.name = name, .nameSpan = span, .span = span}, *this, owner);
}

Expr Frame::named(std::string_view path, Span span) const
{
    if (const auto found = names.find(path); found != names.end())
        return expr::withSpan(found->second, span);
    if (const auto constant = m_reader->constant(path))
        return expr::withSpan(*constant, span);
    if (const auto value = property(path, span))
        return expr::withSpan(*value, span);
    if (path == "True" || path == "False")
        return expr::compare(expr::CompareOp::Less, expr::number(path == "True" ? 0 : 1),
                             expr::number(path == "True" ? 1 : 0), span);
    if (path == "None" || objects.contains(path))
        return Values::thing(std::string(path), span);
    if (path == "float" || path == "int" || path == "bool")
        return Values::thing("the type `" + std::string(path) + "`", span);
    const std::string whole = m_reader->file().imports.fullPath(path);
    if (isNumeric(moduleOf(whole))) {
        for (const auto& [name, value] : kConstants)
            if (lastOf(whole) == name)
                return expr::number(value, span);
        if (isAmong(kDtypes, lastOf(whole)))
            return Values::thing("`" + whole + "`", span);
    }
    if (m_reader->file().imports.isImported(path.substr(0, path.find('.'))))
        failUnread(path, span);
    std::vector<std::string> known;
    for (const auto& [name, value] : names)
        known.push_back(name);
    const std::string near = expr::nearestName(path, known);
    expr::fail("the name `" + std::string(path) + "` is not known here", span,
               near.empty() ? "" : "Did you mean `" + near + "`?");
}

Expr Frame::calledByPath(const expr::WrittenCall& call) const
{
    const std::string path = call.module + call.name;
    if (const auto found = names.find(path); found != names.end()) {
        if (const Callable* function = m_reader->values().asCallable(found->second))
            return (*function)(call);
        expr::fail("`" + path + "` is a value and cannot be called", call.nameSpan);
    }
    if (m_reader->declares(path) || m_reader->declares(moduleOf(path)))
        return m_reader->call(call);
    if (const auto constant = m_reader->constant(path))
        if (const Callable* function = m_reader->values().asCallable(*constant))
            return (*function)(call);
    const Imports& imports = m_reader->file().imports;
    const std::string whole = imports.fullPath(path), module = moduleOf(whole);
    expr::WrittenCall bare = call;
    bare.name = lastOf(whole);
    bare.module = module.empty() ? "" : module + ".";
    if (module == "torch.nn" && bare.name != "Parameter")
        return makeTorchModule(bare, m_reader->values());
    if (bare.name == "Parameter" && (module == "torch.nn" || module == "torch.nn.parameter"))
        return m_reader->values().learnable(bare);
    const bool isBuiltin = module.empty() && isAmong(kBuiltins, path);
    const bool isOfStar = module.empty() && imports.isImported("*torch") && isTorchFunction(path);
    const bool isOfMathStar = module.empty() && imports.isImported("*math") && isTorchFunction(path);
    if (isNumeric(module) || isBuiltin || isOfStar || isOfMathStar)
        return callTorch(bare, m_reader->values());
    const bool isKnownName = isTorchFunction(path);
    expr::fail("`" + path +
                   (isKnownName ? "` is not defined in this file"
                                : "` could do anything; only arithmetic, torch, math and numpy functions are read"),
               call.nameSpan, isKnownName ? "Did you mean `torch." + path + "`?" : "");
}

/// What has just been computed belongs to nobody else and may be changed: `(x + 3).div_(6)`.
void Frame::requireTemporary(const expr::WrittenCall& call) const
{
    const Expr& value = call.args.front().value;
    const auto isThis = [&](const auto& named) { return named.second == value; };
    if (!expr::as<expr::Number>(value) && std::ranges::any_of(names, isThis))
        expr::fail("`" + call.name + "` also changes the tensor it is called on", call.nameSpan,
                   "Write `" + call.name.substr(0, call.name.size() - 1) + "`.");
}

Expr Frame::called(const expr::WrittenCall& call) const
{
    m_reader->countStep(call.span);
    if (!call.isMethod)
        return calledByPath(call);
    expr::WrittenCall use = call;
    if (const Callable* function = m_reader->values().asCallable(call.args.front().value)) {
        if (!call.name.empty())
            expr::fail("a function has no method `" + call.name + "` that is read", call.nameSpan);
        use.args.erase(use.args.begin());
        return (*function)(use);
    }
    if (isInPlace(call.name)) {
        requireTemporary(call);
        use.name.pop_back();
    }
    return callTorch(std::move(use), m_reader->values());
}

expr::Result<Expr> Frame::valueOf(std::string_view path, Span span) const
{
    return asResult([&] { return named(path, span); });
}

expr::Result<Expr> Frame::call(const expr::WrittenCall& call) const
{
    return asResult([&] { return called(call); });
}

expr::Result<Expr> Frame::partOf(const Expr& value, const expr::Token& part) const
{
    if (isAmong(kParts, part.text))
        return Values::thing("`" + part.text + "`", part.span);
    return Scope::partOf(value, part);
}

expr::Result<Expr> Frame::textOf(const expr::Token& text) const
{
    return Values::thing("the text '" + text.text + "'", text.span);
}

bool Frame::isCallable(const Expr& e) const
{
    return m_reader->values().asCallable(e) != nullptr;
}

expr::Result<Expr> Frame::sequenceOf(const std::vector<Expr>& values, Span span) const
{
    m_reader->values().sawSequence = true;
    if (values.size() == 1)
        return expr::withSpan(values.front(), span);
    return Values::thing("a sequence of " + std::to_string(values.size()) + " values", span);
}

}  // namespace actlab::importing
