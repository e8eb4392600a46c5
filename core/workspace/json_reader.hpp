#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace actlab::workspace {

/// Thrown by JsonReader and caught in this room: a sentence that begins with the place.
struct JsonFailure {
    std::string sentence;
};

/// A value of a JSON file that knows where it stands ("training.hidden[2].width"). Reading what is not there
/// or is of another kind throws JsonFailure.
class JsonReader {
public:
    JsonReader(const nlohmann::json& value, std::string place) : m_value(value), m_place(std::move(place)) {}

    bool isNull() const { return m_value.is_null(); }
    bool isList() const { return m_value.is_array(); }
    bool has(const std::string& key) const;
    JsonReader at(const std::string& key) const;
    /// Of a list, which may not be longer than `most`: every entry costs time and memory.
    std::size_t size(std::size_t most) const;
    JsonReader at(std::size_t index) const;  ///< of a list

    std::string text() const;
    bool flag() const;
    double number() const;  ///< "nan", "inf" and "-inf" too
    double finite() const;
    std::size_t count() const;
    /// Of a list of exactly so many finite numbers.
    std::vector<float> floats(std::size_t count) const;
    /// The index of the text among `names`.
    std::size_t choice(std::span<const std::string_view> names) const;
    /// The names of an object's entries.
    std::vector<std::string> keys() const;

    [[noreturn]] void fail(const std::string& what) const;

private:
    const nlohmann::json& m_value;
    std::string m_place;
};

/// The number, or a string where JSON has none for it.
nlohmann::json numberToJson(double value);
/// The same without the digits that only the double beside a float has.
nlohmann::json shortNumber(float value);

}  // namespace actlab::workspace
