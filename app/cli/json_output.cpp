#include "app/cli/json_output.hpp"

#include <cmath>
#include <iostream>

namespace actlab::cli {

Json jsonNumber(double number)
{
    if (std::isnan(number))
        return "nan";
    if (std::isinf(number))
        return number > 0 ? "inf" : "-inf";
    return number;
}

void print(const Json& document)
{
    constexpr int kOneLine = -1;
    // text that is not UTF-8 (an argument of the shell) must not make the output fail
    std::cout << document.dump(kOneLine, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace actlab::cli
