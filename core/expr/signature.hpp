#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actlab::expr {

/// A function as one calls it.
struct Signature {
    struct Argument {
        std::string name;       ///< usable as a keyword
        std::string byDefault;  ///< formula text; empty where the argument must be given
        bool operator==(const Argument&) const = default;
    };
    std::string name;
    std::vector<std::string> spellings;  ///< other names of it
    std::vector<Argument> arguments;
    std::string help;  ///< one sentence

    bool operator==(const Signature&) const = default;
};

/// The functions of the language, read off the tables that the parser reads. Spellings of PyTorch that stand for an
/// operator (`neg`, `zeros_like`) are left out: nobody writes them who is not pasting.
const std::vector<Signature>& languageSignatures();
/// nullptr where the language has no such function; every spelling counts.
const Signature* findLanguageSignature(std::string_view name);

}  // namespace actlab::expr
