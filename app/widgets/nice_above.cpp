#include "app/widgets/nice_above.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::widgets {

double niceAbove(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(std::max(value, 1e-12))));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * decade * (1 + 1e-9))
            return step * decade;
    }
    return 10 * decade;
}

}  // namespace actlab::widgets
