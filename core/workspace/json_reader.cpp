#include "core/workspace/json_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace actlab::workspace {

using nlohmann::json;

bool JsonReader::has(const std::string& key) const
{
    return m_value.is_object() && m_value.contains(key);
}

JsonReader JsonReader::at(const std::string& key) const
{
    if (!m_value.is_object())
        fail("an object was expected");
    const auto found = m_value.find(key);
    const JsonReader place(found == m_value.end() ? m_value : *found, m_place.empty() ? key : m_place + "." + key);
    if (found == m_value.end())
        place.fail("is missing");
    return place;
}

std::size_t JsonReader::size(std::size_t most) const
{
    if (!m_value.is_array())
        fail("a list was expected");
    if (m_value.size() > most)
        fail("the list has more than " + std::to_string(most) + " entries");
    return m_value.size();
}

JsonReader JsonReader::at(std::size_t index) const
{
    if (!m_value.is_array())
        fail("a list was expected");
    if (index >= m_value.size())
        fail("the list is too short");
    return {m_value[index], m_place + "[" + std::to_string(index) + "]"};
}

std::string JsonReader::text() const
{
    if (!m_value.is_string())
        fail("a text was expected");
    return m_value.get<std::string>();
}

bool JsonReader::flag() const
{
    if (!m_value.is_boolean())
        fail("true or false was expected");
    return m_value.get<bool>();
}

double JsonReader::number() const
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (m_value == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (m_value == "inf")
        return kInfinity;
    if (m_value == "-inf")
        return -kInfinity;
    if (!m_value.is_number())
        fail("a number was expected");
    return m_value.get<double>();
}

double JsonReader::finite() const
{
    const double value = number();
    if (!std::isfinite(value))
        fail("a finite number was expected");
    return value;
}

std::size_t JsonReader::count() const
{
    if (!m_value.is_number_unsigned())
        fail("a whole number from 0 on was expected");
    return m_value.get<std::size_t>();
}

std::vector<float> JsonReader::floats(std::size_t count) const
{
    if (size(count) != count)
        fail("the list should have " + std::to_string(count) + " entries");
    std::vector<float> values;
    values.reserve(count);
    for (const json& entry : m_value) {
        values.push_back(entry.is_number() ? entry.get<float>() : std::numeric_limits<float>::quiet_NaN());
        if (!std::isfinite(values.back()))
            at(values.size() - 1).fail("a finite number was expected");
    }
    return values;
}

std::size_t JsonReader::choice(std::span<const std::string_view> names) const
{
    const auto found = std::ranges::find(names, text());
    if (found == names.end())
        fail("there is no choice \"" + text() + "\" here");
    return static_cast<std::size_t>(found - names.begin());
}

std::vector<std::string> JsonReader::keys() const
{
    if (!m_value.is_object())
        fail("an object was expected");
    std::vector<std::string> keys;
    for (const auto& [key, value] : m_value.items())
        keys.push_back(key);
    return keys;
}

void JsonReader::fail(const std::string& what) const
{
    throw JsonFailure{(m_place.empty() ? "the document" : m_place) + ": " + what};
}

json numberToJson(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value;
}

json shortNumber(float value)
{
    if (!std::isfinite(value))
        return numberToJson(value);
    char digits[32];
    const char* end = std::to_chars(digits, std::end(digits), value).ptr;
    double nearest = value;
    std::from_chars(digits, end, nearest);
    return nearest;
}

}  // namespace actlab::workspace
