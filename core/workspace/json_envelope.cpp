#include "core/workspace/json_envelope.hpp"

#include "core/workspace/document_json.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace actlab::workspace {

using nlohmann::json;

namespace {

constexpr int kFormatVersion = 1;
constexpr std::string_view kFormat = "activation-lab";
constexpr int kDeepest = 32;

std::string dump(const json& j, int indent = -1)
{
    return j.dump(indent, ' ', false, json::error_handler_t::replace);
}

/// Indented, but with lists that hold numbers alone on one line: with a line for every weight, files would be twice
/// as large.
std::string dumpForPeople(const json& j)
{
    const std::string text = dump(j, 1);
    std::string result;
    result.reserve(text.size());
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (inString && text[i] == '\\')
            result += text[++i];
        else if (text[i] == '"')
            inString = !inString;
        if (inString || text[i] != '[')
            continue;
        const std::size_t end = text.find_first_of("[]{}\"", i + 1);
        if (text[end] != ']')
            continue;
        std::copy_if(text.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     text.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(result),
                     [](char c) { return c != ' ' && c != '\n'; });
        i = end - 1;
    }
    return result;
}

/// FNV-1a of the content's compact text, whose keys are sorted: 16 hexadecimal digits.
std::string checksumOf(const json& content)
{
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : dump(content)) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3;
    }
    char digits[16];
    const std::string significant(digits, std::to_chars(digits, std::end(digits), hash, 16).ptr);
    return std::string(sizeof digits - significant.size(), '0') + significant;
}

/// How deep brackets nest, strings left aside; parsing recurses, so this comes first.
int nestingOf(std::string_view text)
{
    int depth = 0, deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (c == '}' || c == ']'))
            --depth;
    }
    return deepest;
}

std::string lineOf(std::string_view text, std::size_t byte)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
    return "line " + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

/// "1e400" of the library's message "… parsing '1e400'".
std::string_view numberIn(std::string_view message)
{
    const std::size_t begin = std::min(message.find('\''), message.size() - 1) + 1;
    return message.substr(begin, message.rfind('\'') - begin);
}

tl::expected<json, std::string> parsed(std::string_view text)
{
    if (text.size() > kLargestFile)
        return tl::unexpected("the file is larger than " + std::to_string(kLargestFile >> 20U) + " MB");
    if (nestingOf(text) > kDeepest)
        return tl::unexpected("the file is nested more than " + std::to_string(kDeepest) + " deep");
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        // The error names the byte by its count: the last one read is one before.
        return tl::unexpected(lineOf(text, error.byte - std::min<std::size_t>(error.byte, 1)) + ": this is not JSON");
    } catch (const json::out_of_range& error) {
        return tl::unexpected(lineOf(text, text.find(numberIn(error.what()))) + ": a number is beyond float64");
    }
}

std::string errorInVersion(const json& file)
{
    const auto version = file.find("formatVersion");
    if (version == file.end() || !version->is_number_integer())
        return "formatVersion: a whole number is missing; this is not a file of Activation Lab";
    // As a float64: the integers of JSON here are of two kinds, and comparing them wraps around.
    const auto number = version->get<double>();
    if (number > kFormatVersion)
        return "formatVersion: the file was written by a newer Activation Lab (version " + dump(*version) +
               "; this one reads up to " + std::to_string(kFormatVersion) + ")";
    return number < 1 ? "formatVersion: there is no version " + dump(*version) : "";
}

}  // namespace

std::string wrap(std::string_view key, const json& content)
{
    return dumpForPeople({{"format", kFormat},
                          {"formatVersion", kFormatVersion},
                          {"checksum", checksumOf(content)},
                          {key, content}}) +
           "\n";
}

tl::expected<json, std::string> unwrap(std::string_view text, const std::string& key)
{
    auto file = parsed(text);
    if (!file)
        return file;
    if (!file->is_object())
        return tl::unexpected(std::string("line 1: an object was expected"));
    if (const std::string error = errorInVersion(*file); !error.empty())
        return tl::unexpected(error);
    const auto content = file->find(key);
    if (content == file->end())
        return tl::unexpected(key + ": is missing");
    if (const auto checksum = file->find("checksum"); checksum != file->end() && *checksum != checksumOf(*content))
        return tl::unexpected(std::string(
            "checksum: the file was damaged or changed by hand (leave the checksum out to open it all the same)"));
    return *content;
}

}  // namespace actlab::workspace
