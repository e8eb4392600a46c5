#pragma once

#include <vector>

#include <nlohmann/json.hpp>

namespace actlab::cli {

using Json = nlohmann::ordered_json;

/// Non-finite numbers are the strings "nan", "inf" and "-inf".
Json jsonNumber(double number);

template <class T>
Json jsonNumbers(const std::vector<T>& numbers)
{
    Json array = Json::array();
    for (const T number : numbers)
        array.push_back(jsonNumber(number));
    return array;
}

/// Prints the one document of a run.
void print(const Json& document);

}  // namespace actlab::cli
