#include "app/widgets/train_options_group.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_edit.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_number_combo.hpp"
#include "core/data/names.hpp"
#include "core/nn/limits.hpp"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

namespace actlab::widgets {

namespace {

constexpr int kLargestBatch = 4096;
constexpr int kMostEpochs = nn::kMostEpochs;

// The TensorFlow Playground's own steps.
const std::vector<double> kLearningRates{1e-5, 1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};
const std::vector<double> kPenalties{0, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};
const std::vector<double> kDropouts{0, 0.1, 0.2, 0.3, 0.4, 0.5};
const std::vector<double> kClips{0, 0.1, 0.3, 1, 3, 10};

TrainNumberCombo* createNumber(const QString& objectName, const std::vector<double>& steps, QWidget* parent)
{
    auto* combo = new TrainNumberCombo(steps, parent);
    combo->setObjectName(objectName);
    ignoreWheelWithoutFocus(combo);
    return combo;
}

/// What stands in the way of a training with it, all else being as usual.
QString complaintAbout(double nn::TrainingSpec::*field, double value)
{
    nn::TrainingSpec spec;
    spec.*field = value;
    const auto error = nn::validate(spec);
    return error ? QString::fromStdString(error->message) : QString();
}

/// With a line for what is wrong with it under the field.
void addNumberRow(QFormLayout* form, const QString& name, TrainNumberCombo* combo)
{
    auto* error = new TrainFieldError;
    addTrainRow(form, name, combo);
    form->addRow(error);
    QObject::connect(combo, &TrainNumberCombo::checked, error, qOverload<const QString&>(&TrainFieldError::show));
}

int shownAs(std::size_t number, int greatest)
{
    return static_cast<int>(std::min(number, static_cast<std::size_t>(greatest)));
}

}  // namespace

TrainOptionsGroup::TrainOptionsGroup(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_optimizer(trainCombo(
          "optimizer", {"SGD", tr("Momentum"), "Nesterov", "Adagrad", "RMSprop", "Adam", "AdamW", "L-BFGS"}, this)),
      m_learningRate(createNumber("learning-rate", kLearningRates, this)),
      m_batch(trainSpin("batch", 1, kLargestBatch, this)),
      m_epochs(trainSpin("epochs", 1, kMostEpochs, this)),
      m_loss(trainCombo("loss", {tr("Mean squared"), tr("Cross-entropy"), "Huber"}, this)),
      m_error(new TrainFieldError(this))
{
    createRows();
    connectUsual();
    connectRare();
}

void TrainOptionsGroup::createRows()
{
    m_optimizer->setToolTip(tr("L-BFGS wants all rows in one batch; only LibTorch has it."));
    m_learningRate->setToolTip(tr("How far one step goes. May be changed while it trains."));
    auto* form = trainForm();
    addTrainRow(form, tr("Optimizer"), m_optimizer);
    addNumberRow(form, tr("Learning rate"), m_learningRate);
    addTrainRow(form, tr("Batch"), m_batch);
    addTrainRow(form, tr("Epochs"), m_epochs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(sectionTitle(tr("Training")));
    column->addLayout(form);
    column->addWidget(m_error);
    column->addWidget(createRare());
}

QWidget* TrainOptionsGroup::createRare()
{
    auto* rare = new QWidget(this);
    m_schedule = trainCombo("schedule", {tr("Constant"), tr("Step"), tr("Cosine")}, rare);
    m_schedule->setToolTip(
        tr("How the learning rate goes down: in steps, to a tenth and a hundredth for the second and "
           "the last third of the epochs, or along half a cosine wave to 0."));
    m_dropout = createNumber("dropout", kDropouts, rare);
    m_dropout->setToolTip(tr("The share of the hidden neurons that each step leaves out, at random; 0 for none."));
    m_l1 = createNumber("l1", kPenalties, rare);
    m_l2 = createNumber("l2", kPenalties, rare);
    m_clip = createNumber("clip", kClips, rare);
    m_clip->setToolTip(tr("A gradient longer than this is shortened to it; 0 leaves all as they are."));
    m_patience = trainSpin("patience", 0, kMostEpochs, rare);
    m_patience->setSpecialValueText(tr("no end"));
    m_patience->setToolTip(tr("The run ends after so many epochs without a better test loss, and keeps its last "
                              "network. It says which epoch was best."));
    m_init = trainCombo("init", {tr("Automatic"), "Playground", "Kaiming", "Xavier"}, rare);
    m_seed = trainSpin("seed", 0, std::numeric_limits<int>::max(), rare);
    m_seed->setStepType(QAbstractSpinBox::DefaultStepType);
    m_engine = trainCombo("engine", {tr("Automatic"), tr("Fused (our own)"), "LibTorch"}, rare);
    m_engine->setToolTip(tr("Both learn the same from the same seed. Our own is the faster on small networks."));
    auto* form = trainForm();
    rare->setLayout(form);
    addTrainRow(form, tr("Loss"), m_loss);
    addTrainRow(form, tr("Schedule"), m_schedule);
    addNumberRow(form, tr("Dropout"), m_dropout);
    addNumberRow(form, tr("L1 penalty"), m_l1);
    addNumberRow(form, tr("L2 penalty"), m_l2);
    addNumberRow(form, tr("Gradient clip"), m_clip);
    addTrainRow(form, tr("Patience"), m_patience);
    addTrainRow(form, tr("First weights"), m_init);
    addTrainRow(form, tr("Seed"), m_seed);
    addTrainRow(form, tr("Engine"), m_engine);
    return trainDisclosure(tr("Loss, schedule, dropout, engine"), "training", rare, this);
}

template <class Change>
void TrainOptionsGroup::edit(const QString& text, Change change, const QString& gesture)
{
    editTraining(m_workspace, text, std::move(change), gesture);
}

void TrainOptionsGroup::connectNumber(TrainNumberCombo* combo, const QString& text, double nn::TrainingSpec::*field)
{
    connect(combo, &TrainNumberCombo::entered, this, [this, text, field](double value) {
        edit(text, [field, value](nn::TrainingSpec& spec) { spec.*field = value; });
    });
    combo->setCheck([field](double value) { return complaintAbout(field, value); });
}

void TrainOptionsGroup::connectUsual()
{
    connectNumber(m_learningRate, tr("Change learning rate"), &nn::TrainingSpec::learningRate);
    connect(m_optimizer, &QComboBox::activated, this, [this](int choice) {
        edit(tr("Choose optimizer"), [choice](nn::TrainingSpec& spec) { spec.optimizer = nn::Optimizer(choice); });
    });
    connect(m_loss, &QComboBox::activated, this, [this](int choice) {
        edit(tr("Choose loss"), [choice](nn::TrainingSpec& spec) { spec.loss = nn::Loss(choice); });
    });
    connect(m_batch, &QSpinBox::valueChanged, this, [this](int batch) {
        edit(
            tr("Change batch"), [batch](nn::TrainingSpec& spec) { spec.batch = static_cast<std::size_t>(batch); },
            "train-batch");
    });
    connect(m_epochs, &QSpinBox::valueChanged, this, [this](int epochs) {
        edit(
            tr("Change epochs"), [epochs](nn::TrainingSpec& spec) { spec.epochs = static_cast<std::size_t>(epochs); },
            "train-epochs");
    });
    for (QSpinBox* spin : {m_batch, m_epochs, m_patience, m_seed})
        connect(spin, &QSpinBox::editingFinished, this, [this] { m_workspace.endGesture(); });
}

void TrainOptionsGroup::connectRare()
{
    connect(m_schedule, &QComboBox::activated, this, [this](int choice) {
        edit(tr("Choose schedule"), [choice](nn::TrainingSpec& spec) { spec.schedule = nn::Schedule(choice); });
    });
    connectNumber(m_dropout, tr("Change dropout"), &nn::TrainingSpec::dropout);
    connectNumber(m_clip, tr("Change gradient clip"), &nn::TrainingSpec::clip);
    connectNumber(m_l1, tr("Change L1 penalty"), &nn::TrainingSpec::l1);
    connectNumber(m_l2, tr("Change L2 penalty"), &nn::TrainingSpec::l2);
    connect(m_patience, &QSpinBox::valueChanged, this, [this](int epochs) {
        edit(
            tr("Change patience"),
            [epochs](nn::TrainingSpec& spec) { spec.patience = static_cast<std::size_t>(epochs); }, "train-patience");
    });
    connect(m_init, &QComboBox::activated, this, [this](int choice) {
        edit(tr("Choose first weights"), [choice](nn::TrainingSpec& spec) { spec.init = nn::Init(choice); });
    });
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        edit(
            tr("Change seed"), [seed](nn::TrainingSpec& spec) { spec.seed = static_cast<std::uint64_t>(seed); },
            "train-seed");
    });
    connect(m_engine, &QComboBox::activated, this, [this](int choice) {
        edit(tr("Choose engine"), [choice](nn::TrainingSpec& spec) { spec.engine = nn::EngineChoice(choice); });
    });
}

void TrainOptionsGroup::show(const nn::TrainingSpec& spec)
{
    const QSignalBlocker quietBatch(m_batch), quietEpochs(m_epochs), quietPatience(m_patience), quietSeed(m_seed);
    m_optimizer->setCurrentIndex(static_cast<int>(spec.optimizer));
    m_learningRate->setValue(spec.learningRate);
    m_batch->setValue(shownAs(spec.batch, kLargestBatch));
    m_epochs->setValue(shownAs(spec.epochs, kMostEpochs));
    m_loss->setCurrentIndex(static_cast<int>(spec.loss));
    m_schedule->setCurrentIndex(static_cast<int>(spec.schedule));
    m_dropout->setValue(spec.dropout);
    m_clip->setValue(spec.clip);
    m_l1->setValue(spec.l1);
    m_l2->setValue(spec.l2);
    m_patience->setValue(shownAs(spec.patience, kMostEpochs));
    m_init->setCurrentIndex(static_cast<int>(spec.init));
    m_seed->setValue(shownAs(spec.seed, std::numeric_limits<int>::max()));
    m_engine->setCurrentIndex(static_cast<int>(spec.engine));
    showTask(spec.data);
}

void TrainOptionsGroup::showTask(const data::DataSpec& data)
{
    auto* items = qobject_cast<QStandardItemModel*>(m_loss->model());
    items->item(static_cast<int>(nn::Loss::CrossEntropy))->setEnabled(!data::isRegression(data));
    items->item(static_cast<int>(nn::Loss::Huber))->setEnabled(data::isRegression(data));
}

void TrainOptionsGroup::showError(const QString& why)
{
    m_error->show(why);
}

}  // namespace actlab::widgets
