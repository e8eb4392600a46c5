#include "app/models/torch_comparison.hpp"

#include "core/nn/torch_room.hpp"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <exception>
#include <iterator>
#include <span>

namespace actlab::models {

TorchComparison compareWithTorch(const activation::ActivationPtr& activation, const std::stop_token& stop)
{
    constexpr std::array<std::size_t, 2> kSizes{2'048, 65'536};
    const auto room = nn::torchRoom();
    if (!room)
        return {{},
                {},
                QCoreApplication::translate("TorchComparison", "PyTorch cannot be asked: %1")
                    .arg(QString::fromStdString(room.error()))};
    TorchComparison comparison;
    try {
        const auto x = analysis::gradientPlaces(*activation);
        comparison.autograd =
            analysis::compareDerivative(*activation, x, (*room)->evaluateByAutograd(*activation, x)[1]);
        for (const std::size_t size : kSizes)
            std::ranges::move((*room)->timeActivation(activation, std::span(&size, 1), 1, stop),
                              std::back_inserter(comparison.timings));
    } catch (const std::exception& error) {
        comparison.problem = QString::fromUtf8(error.what());  // what was found before it stands
    }
    return comparison;
}

}  // namespace actlab::models
