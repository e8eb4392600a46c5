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
        for (std::size_t i = 0; i < kSizes.size() && !stop.stop_requested(); ++i)
            std::ranges::move((*room)->timeActivation(activation, std::span(kSizes).subspan(i, 1), 1),
                              std::back_inserter(comparison.timings));
    } catch (const std::exception& error) {
        comparison.problem = QString::fromUtf8(error.what());  // what was found before it stands
    }
    return comparison;
}

}  // namespace actlab::models
