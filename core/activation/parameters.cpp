#include "core/activation/parameters.hpp"

namespace actlab::activation {

std::vector<std::string> namesOf(std::span<const Parameter> parameters)
{
    std::vector<std::string> names;
    for (const Parameter& p : parameters)
        names.push_back(p.name);
    return names;
}

std::vector<double> valuesOf(std::span<const Parameter> parameters)
{
    std::vector<double> values;
    for (const Parameter& p : parameters)
        values.push_back(p.value);
    return values;
}

}  // namespace actlab::activation
