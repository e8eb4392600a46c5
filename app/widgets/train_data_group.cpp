#include "app/widgets/train_data_group.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/number_slider.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_data_picker.hpp"
#include "app/widgets/train_edit.hpp"
#include "app/widgets/train_features.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_own_data.hpp"
#include "core/data/features.hpp"
#include "core/data/names.hpp"

#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

namespace actlab::widgets {

namespace {

constexpr int kMostSamples = 1'000'000;

// Each task has its usual loss: a change of task changes it, the person's choice within a task stays.
nn::Loss lossFor(const nn::TrainingSpec& before, const data::DataSpec& wanted)
{
    const bool isRegression = data::isRegression(wanted);
    if (isRegression == data::isRegression(before.data))
        return before.loss;
    return isRegression ? nn::Loss::MeanSquared : nn::Loss::CrossEntropy;
}

NumberSlider* createSlider(const QString& name, const QString& objectName, NumberSlider::Range range, QWidget* parent)
{
    auto* slider = new NumberSlider(name, range, parent);
    slider->setObjectName(objectName);
    return slider;
}

}  // namespace

TrainDataGroup::TrainDataGroup(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_picker(new TrainDataPicker(this)),
      m_own(new TrainOwnData(this)),
      m_noise(createSlider(tr("Noise"), "noise", {0, 0.5, 2}, this)),
      m_share(createSlider(tr("Train share"), "train-share", {0.1, 0.9, 2}, this)),
      m_features(new TrainFeatures(this)),
      m_error(new TrainFieldError(this))
{
    createRows();
    connectRows();
}

void TrainDataGroup::createRows()
{
    m_share->setToolTip(tr("The share of the points that is trained on; the others test what was learnt."));
    m_noise->setToolTip(tr("How far points, or their classes, are shaken."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(sectionTitle(tr("Data")));
    column->addWidget(m_picker);
    column->addWidget(m_own);
    column->addWidget(m_features);
    column->addWidget(m_noise);
    column->addWidget(m_share);
    column->addWidget(m_error);
    column->addWidget(createRare());
}

QWidget* TrainDataGroup::createRare()
{
    auto* rare = new QWidget(this);
    auto* form = trainForm();
    rare->setLayout(form);
    m_samples = trainSpin("samples", 0, kMostSamples, rare);
    m_samples->setSpecialValueText(tr("usual number"));
    m_seed = trainSpin("data-seed", 0, std::numeric_limits<int>::max(), rare);
    m_seed->setStepType(QAbstractSpinBox::DefaultStepType);
    addTrainRow(form, tr("Samples"), m_samples);
    addTrainRow(form, tr("Seed"), m_seed);
    return trainDisclosure(tr("Samples and seed"), "data", rare, this);
}

void TrainDataGroup::connectRows()
{
    connect(m_picker, &TrainDataPicker::chosen, this, &TrainDataGroup::choose);
    connect(m_own, &TrainOwnData::chosen, this, &TrainDataGroup::chooseOwn);
    connect(m_features, &TrainFeatures::chosen, this, [this](const std::vector<data::Feature>& features) {
        edit(tr("Choose inputs"), {}, [features](data::DataSpec& spec) { spec.features = features; });
    });
    connect(m_noise, &NumberSlider::valueChanged, this, [this](double noise) {
        edit(tr("Change noise"), "train-noise", [noise](data::DataSpec& spec) { spec.noise = noise; });
    });
    connect(m_share, &NumberSlider::valueChanged, this, [this](double share) {
        edit(tr("Change train share"), "train-share", [share](data::DataSpec& spec) { spec.trainShare = share; });
    });
    for (NumberSlider* slider : {m_noise, m_share})
        connect(slider, &NumberSlider::gestureEnded, this, [this] { m_workspace.endGesture(); });
    connect(m_samples, &QSpinBox::valueChanged, this, [this](int samples) {
        edit(tr("Change samples"), "train-samples",
             [samples](data::DataSpec& spec) { spec.samples = static_cast<std::size_t>(samples); });
    });
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        edit(tr("Change data seed"), "train-data-seed",
             [seed](data::DataSpec& spec) { spec.seed = static_cast<std::uint64_t>(seed); });
    });
    for (QSpinBox* spin : {m_samples, m_seed})
        connect(spin, &QSpinBox::editingFinished, this, [this] { m_workspace.endGesture(); });
}

void TrainDataGroup::choose(const QString& name)
{
    const std::string chosen = name.toStdString();
    if (chosen != m_workspace.document().training.data.name) {
        editTraining(m_workspace, tr("Choose data"), [chosen](nn::TrainingSpec& spec) {
            data::DataSpec wanted = spec.data;
            wanted.name = chosen;
            wanted.samples = 0;
            wanted.points.clear();
            spec.loss = lossFor(spec, wanted);
            spec.data = wanted;
        });
    }
}

/// A formula that is typed is one step to undo.
void TrainDataGroup::chooseOwn(data::DataSpec wanted)
{
    if (wanted.name != "points")
        wanted.points.clear();
    editTraining(
        m_workspace, tr("Choose data"),
        [wanted](nn::TrainingSpec& spec) {
            spec.loss = lossFor(spec, wanted);
            spec.data = wanted;
        },
        wanted.name == "formula" ? "train-data-formula" : QString());
}

void TrainDataGroup::showFound(const data::Dataset& data, const data::DataSpec& madeFrom)
{
    m_own->showFound(data, madeFrom);
    m_features->setVisible(data::hasFeatures(data));
}

void TrainDataGroup::takeFile(const QString& path)
{
    m_own->takeFile(path);
}

void TrainDataGroup::edit(const QString& text, const QString& gesture, std::function<void(data::DataSpec&)> change)
{
    const auto ofData = [change = std::move(change)](nn::TrainingSpec& spec) { change(spec.data); };
    editTraining(m_workspace, text, ofData, gesture);
}

void TrainDataGroup::show(const data::DataSpec& spec)
{
    const QSignalBlocker quietSamples(m_samples), quietSeed(m_seed);
    m_picker->setCurrent(QString::fromStdString(spec.name));
    m_own->show(spec);
    for (QWidget* field : std::initializer_list<QWidget*>{m_noise, m_samples})
        field->setEnabled(spec.name != "points");  // they are what was painted
    m_features->show(spec.features);
    m_noise->setValue(spec.noise);
    m_share->setValue(spec.trainShare);
    m_samples->setValue(static_cast<int>(std::min<std::size_t>(spec.samples, kMostSamples)));
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(spec.seed, std::numeric_limits<int>::max())));
}

void TrainDataGroup::showError(const QString& why)
{
    m_error->show(why);
}

}  // namespace actlab::widgets
