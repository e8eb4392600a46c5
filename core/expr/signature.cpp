#include "core/expr/signature.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/call.hpp"

#include <algorithm>

namespace actlab::expr {

namespace {

Signature signatureOf(const Builtin& f)
{
    Signature signature{std::string(f.name), {}, {}, std::string(f.help)};
    for (std::size_t i = 0; i < static_cast<std::size_t>(f.arity); ++i)
        signature.arguments.push_back({std::string(f.arguments[i]), std::string(f.defaults[i])});
    for (const Alias& alias : aliases())
        if (alias.builtin == f.name)
            signature.spellings.emplace_back(alias.name);
    return signature;
}

Signature whereSignature()
{
    Signature signature{"where", {}, {}, "The second argument where the condition holds, else the third."};
    for (const std::string_view name : kWhereArguments)
        signature.arguments.push_back({std::string(name), {}});
    return signature;
}

}  // namespace

const std::vector<Signature>& languageSignatures()
{
    static const std::vector<Signature> all = [] {
        std::vector<Signature> made{whereSignature()};
        for (const Builtin& f : builtins())
            made.push_back(signatureOf(f));
        return made;
    }();
    return all;
}

const Signature* findLanguageSignature(std::string_view name)
{
    const auto& all = languageSignatures();
    const auto found = std::ranges::find_if(all, [&](const Signature& each) {
        return each.name == name || std::ranges::find(each.spellings, name) != each.spellings.end();
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace actlab::expr
