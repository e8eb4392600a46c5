#include "app/widgets/loading_words.hpp"

#include <QCoreApplication>

namespace actlab::widgets {

namespace {

struct Loading {
    Q_DECLARE_TR_FUNCTIONS(Loading)
};

}  // namespace

LoadingWords loadingWords(const QString& format, const QString& file)
{
    const QString quoted = QStringLiteral("\"%1\"").arg(file);
    if (format == QLatin1String("torchscript"))
        return {Loading::tr("It is a TorchScript module; PyTorch and LibTorch run it without our code."),
                QStringLiteral("import torch\nmodule = torch.jit.load(%1)").arg(quoted)};
    if (format == QLatin1String("state-dict"))
        return {
            Loading::tr("It holds the weights alone; the script of this network makes the module that takes them."),
            QStringLiteral("import torch\nmodel.load_state_dict(torch.load(%1))").arg(quoted)};
    if (format == QLatin1String("safetensors"))
        return {
            Loading::tr("It holds the weights alone; the script of this network makes the module that takes them."),
            QStringLiteral("from safetensors.torch import load_file\nmodel.load_state_dict(load_file(%1))")
                .arg(quoted)};
    if (format == QLatin1String("onnx"))
        return {Loading::tr("It is an ONNX model; ONNX Runtime and many other programs run it."),
                QStringLiteral("import onnxruntime\nsession = onnxruntime.InferenceSession(%1)").arg(quoted)};
    if (format == QLatin1String("tensorboard"))
        return {Loading::tr("It holds the curves of the run; TensorBoard shows what lies in its folder."),
                QStringLiteral("from tensorboard.backend.event_processing import event_accumulator\n"
                               "events = event_accumulator.EventAccumulator(%1).Reload()")
                    .arg(quoted)};
    return {};
}

}  // namespace actlab::widgets
