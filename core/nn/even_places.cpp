#include "core/nn/even_places.hpp"

namespace actlab::nn {

std::vector<float> evenPlaces(std::size_t features, std::size_t side, double reach)
{
    const auto place = [=](std::size_t index) {
        return static_cast<float>(-reach + 2 * reach * static_cast<double>(index) / static_cast<double>(side - 1));
    };
    std::vector<float> places;
    for (std::size_t y = 0; features == 2 && y < side; ++y)
        for (std::size_t x = 0; x < side; ++x)
            places.insert(places.end(), {place(x), place(y)});
    for (std::size_t x = 0; features == 1 && x < side; ++x)
        places.push_back(place(x));
    return places;
}

}  // namespace actlab::nn
