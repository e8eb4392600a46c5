#include "core/exporting/identifiers.hpp"

#include "core/exporting/reserved_words.hpp"

#include "core/expr/code_points.hpp"

#include <array>
#include <vector>

namespace actlab::exporting {

namespace {

/// Long enough to tell names apart, short enough for a line.
constexpr std::size_t kLongest = 60;

// From U+03B1 on, in the order of Unicode.
constexpr std::array<std::string_view, 25> kGreek{"alpha",   "beta", "gamma", "delta",  "epsilon", "zeta", "eta",
                                                  "theta",   "iota", "kappa", "lambda", "mu",      "nu",   "xi",
                                                  "omicron", "pi",   "rho",   "sigma",  "sigma",   "tau",  "upsilon",
                                                  "phi",     "chi",  "psi",   "omega"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// What of a character a name keeps; a space where nothing.
std::string kept(char32_t c)
{
    if (c >= 0x3B1 && c < 0x3B1 + kGreek.size())
        return std::string(kGreek[c - 0x3B1]);
    if (c == 0xB5)
        return "mu";
    const char ascii = c < 0x80 ? static_cast<char>(c) : ' ';
    return std::string(1, isDigit(ascii) || isLower(ascii) || isUpper(ascii) ? ascii : ' ');
}

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    std::string text;
    for (const char32_t c : expr::decode(name).value_or(U""))
        text += kept(c);
    text.resize(std::min(text.size(), kLongest));
    bool isInside = false;
    for (const char c : text) {
        if (c != ' ' && !isInside)
            words.emplace_back();
        isInside = c != ' ';
        if (isInside)
            words.back() += c;
    }
    return words;
}

char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c)
{
    return isLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string name;
    for (const std::string& word : words)
        name += (name.empty() ? "" : "_") + word;
    return name;
}

}  // namespace

std::string className(std::string_view name)
{
    std::string result;
    for (std::string word : wordsOf(name)) {
        word.front() = upper(word.front());
        result += word;
    }
    if (result.empty())
        return "CustomActivation";
    if (isDigit(result.front()))
        return "Activation" + result;
    return isReserved(result) ? result + "Activation" : result;
}

std::string functionName(std::string_view name)
{
    std::string result = joined(wordsOf(name));
    for (char& c : result)
        c = lower(c);
    if (result.empty())
        return "custom_activation";
    if (isDigit(result.front()))
        return "activation_" + result;
    return isReserved(result) ? result + "_activation" : result;
}

std::string Identifiers::unique(std::string name)
{
    std::string free = name;
    for (int i = 2; m_taken.contains(free); ++i)
        free = name + "_" + std::to_string(i);
    m_taken.insert(free);
    return free;
}

std::string Identifiers::forParameter(std::string_view wanted)
{
    std::string name = joined(wordsOf(wanted));
    if (name.empty() || isDigit(name.front()))
        name = "p" + name;
    return unique(isReserved(name) ? name + "_" : name);
}

std::string Identifiers::numbered(std::string_view stem)
{
    for (int i = 1;; ++i)
        if (const std::string name = std::string(stem) + std::to_string(i); m_taken.insert(name).second)
            return name;
}

}  // namespace actlab::exporting
