#include "app/models/torch_comparison.hpp"

#include "core/nn/torch_room.hpp"

#include <QCoreApplication>
#include <array>

namespace actlab::models {

TorchComparison compareWithTorch(const activation::ActivationPtr& activation)
{
    constexpr std::array<std::size_t, 2> kSizes{2'048, 65'536};
    const auto room = nn::torchRoom();
    if (!room)
        return {{},
                {},
                QCoreApplication::translate("TorchComparison", "PyTorch cannot be asked: %1")
                    .arg(QString::fromStdString(room.error()))};
    const auto x = analysis::gradientPlaces(*activation);
    return {analysis::compareDerivative(*activation, x, (*room)->evaluateByAutograd(*activation, x)[1]),
            (*room)->timeActivation(activation, kSizes, 1),
            {}};
}

}  // namespace actlab::models
