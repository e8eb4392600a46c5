#include "app/widgets/train_digits_view.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_digits_grid.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

std::size_t countRight(const data::Table& test, const std::vector<std::uint16_t>& answers)
{
    std::size_t right = 0;
    for (std::size_t row = 0; row < std::min(test.rows(), answers.size()); ++row)
        right += answers[row] == static_cast<std::uint16_t>(test.targets[row]) ? 1 : 0;
    return right;
}

}  // namespace

TrainDigitsView::TrainDigitsView(QWidget* parent)
    : QWidget(parent),
      m_score(new QLabel(this)),
      m_filter(new SegmentedSwitch({tr("All"), tr("Wrong ones")}, this)),
      m_grid(new TrainDigitsGrid(this))
{
    m_score->setObjectName("train-digits-score");
    m_score->setWordWrap(true);
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_score, 1);
    heading->addWidget(m_filter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addLayout(heading);
    column->addWidget(m_grid, 1);
    connect(m_filter, &SegmentedSwitch::chosen, this, [this](int choice) { m_grid->setWrongOnly(choice == 1); });
}

void TrainDigitsView::showData(std::shared_ptr<const data::Dataset> data)
{
    m_data = std::move(data);
    m_grid->showData(m_data);
    clearPicture();
}

void TrainDigitsView::showPicture(const nn::Picture& picture)
{
    m_grid->showAnswers(picture.testAnswers);
    m_score->setText(tr("%1 of %2 test pictures read right; ✗ tells a wrong answer.")
                         .arg(countRight(m_data->test, picture.testAnswers))
                         .arg(m_data->test.rows()));
}

void TrainDigitsView::clearPicture()
{
    m_grid->showAnswers({});
    m_score->setText(
        tr("Some of the %1 test pictures, each with what it shows.").arg(m_data ? m_data->test.rows() : 0));
}

}  // namespace actlab::widgets
