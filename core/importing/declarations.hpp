#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/importing/statements.hpp"

namespace actlab::importing {

/// Tokens [begin, end), closed with an End that stands where the next one began.
Tokens part(const Tokens& tokens, std::size_t begin, std::size_t end);
/// Where a symbol first stands outside of brackets, from `begin` on; tokens.size() where it does not.
std::size_t findOutside(const Tokens& tokens, std::string_view symbol, std::size_t begin = 0);
/// What stands between the commas outside of brackets; a comma at the end adds nothing.
std::vector<Tokens> splitAtCommas(const Tokens& tokens);
/// Without the one pair of brackets around all of it.
Tokens withoutBrackets(const Tokens& tokens);
/// "self.act" of tokens that are one dotted name and nothing else; else empty.
std::string pathOf(const Tokens& tokens);

struct Formal {
    std::string name;
    expr::Span span;
    Tokens standard;        ///< the default; empty where there is none
    bool isNumber = false;  ///< annotated as float or int
};

/// A def or a lambda.
struct Function {
    std::string name;
    expr::Span span;
    std::vector<Formal> formals;
    std::vector<std::string> rest;  ///< of *args and **kwargs
    const Block* body = nullptr;    ///< of a def
    Tokens result;                  ///< of a lambda
};

/// Throws Failure. The statement must outlive the function.
Function functionOf(const Statement& def);
Function lambdaOf(std::string name, const Tokens& tokens);

}  // namespace actlab::importing
