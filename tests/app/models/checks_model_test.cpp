#include "app/models/checks_model.hpp"

#include "core/activation/catalogue.hpp"

#include <QTest>
#include <atomic>
#include <gtest/gtest.h>
#include <semaphore>

namespace actlab::models {
namespace {

activation::ActivationPtr made(const std::string& formula)
{
    return activation::makeActivation({"test", formula, "", {}}).value();
}

analysis::Report quickly(const activation::Activation& activation, std::stop_token stop)
{
    return analysis::checkActivation(activation, std::nullopt, stop);
}

TorchComparison compared(const activation::ActivationPtr&, const std::stop_token&)
{
    const analysis::PassTiming pass{{5'000, 4'000, 9'000}, {50'000, 40'000, 90'000}, {0.1, 0.1, 0.1}, {}, {}};
    return {analysis::GradientCheck{true, 1e-12, 0.5, 800}, {{2'048, pass, pass}}, {}};
}

bool settles(const ChecksModel& model)
{
    return QTest::qWaitFor([&] { return !model.isChecking() && !model.isComparing(); }, 30'000);
}

bool says(const ChecksModel& model, const std::string& words)
{
    return std::ranges::any_of(model.checked()->verdicts, [&](const auto& verdict) {
        return verdict.sentence.find(words) != std::string::npos;
    });
}

TEST(ChecksModel, checksOnlyWhatSomebodyLooksAt)
{
    ChecksModel model;
    model.setActivation(made("tanh(x)"));
    EXPECT_FALSE(model.isChecking());
    model.setWatched(true);
    EXPECT_TRUE(model.isChecking());
    ASSERT_TRUE(settles(model));
    ASSERT_TRUE(model.checked());
    EXPECT_FALSE(model.isOutOfDate());
    EXPECT_TRUE(says(model, "It is smooth"));
}

TEST(ChecksModel, stopsTheCheckOfAnOlderActivationAndKeepsWhatWasFoundUntilTheNewOneIsThere)
{
    std::atomic<int> stopped = 0;
    std::binary_semaphore begun{0};
    const auto check = [&](const activation::Activation& activation, std::stop_token stop) {
        if (activation.definition().formula == "sin(x)") {
            begun.release();
            while (!stop.stop_requested())
                std::this_thread::yield();
            ++stopped;
        }
        return quickly(activation, stop);
    };
    ChecksModel model(check, compared);
    model.setWatched(true);
    model.setActivation(made("tanh(x)"));
    ASSERT_TRUE(settles(model));
    const auto before = model.checked();
    model.setActivation(made("sin(x)"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return begun.try_acquire(); }, 30'000));
    EXPECT_EQ(model.checked(), before);
    EXPECT_TRUE(model.isOutOfDate());
    model.setActivation(made("abs(x)"));
    ASSERT_TRUE(settles(model));
    EXPECT_EQ(stopped, 1);
    EXPECT_EQ(model.checked()->activation->definition().formula, "abs(x)");
}

TEST(ChecksModel, waitsUntilEditsRest)
{
    std::atomic<int> checks = 0;
    ChecksModel model([&](const auto& activation, auto stop) { return ++checks, quickly(activation, stop); },
                      compared);
    model.setWatched(true);
    for (const char* formula : {"x", "2*x", "3*x", "4*x", "5*x"})
        model.setActivation(made(formula));
    ASSERT_TRUE(settles(model));
    EXPECT_EQ(checks, 1);
    EXPECT_EQ(model.checked()->activation->definition().formula, "5*x");
}

TEST(ChecksModel, keepsTheOldReportWhileAFormulaIsWrong)
{
    ChecksModel model;
    model.setWatched(true);
    const auto activation = made("tanh(x)");
    model.setActivation(activation);
    ASSERT_TRUE(settles(model));
    model.setProblem("The formula is wrong.");
    EXPECT_TRUE(model.isOutOfDate());
    EXPECT_FALSE(model.isChecking());
    ASSERT_TRUE(model.checked());
    model.setActivation(activation);
    EXPECT_EQ(model.problem(), "");
    EXPECT_FALSE(model.isOutOfDate());
    EXPECT_FALSE(model.isChecking()) << "it is known already";
}

TEST(ChecksModel, saysThatACheckBrokeOff)
{
    ChecksModel model([](const auto&, auto) -> analysis::Report { throw std::runtime_error("no memory"); }, compared);
    model.setWatched(true);
    model.setActivation(made("x"));
    ASSERT_TRUE(settles(model));
    EXPECT_EQ(model.problem(), "The check broke off: no memory");
    EXPECT_FALSE(model.checked());
}

TEST(ChecksModel, addsTheComparisonWithPyTorchToTheVerdicts)
{
    ChecksModel model(quickly, compared);
    model.compareWithTorch();
    EXPECT_FALSE(model.isComparing()) << "there is nothing to compare yet";
    model.setWatched(true);
    model.setActivation(made("tanh(x)"));
    ASSERT_TRUE(settles(model));
    EXPECT_FALSE(says(model, "autograd"));
    model.compareWithTorch();
    EXPECT_TRUE(model.isComparing());
    ASSERT_TRUE(settles(model));
    EXPECT_TRUE(says(model, "agrees with PyTorch's autograd at 800 places"));
    EXPECT_TRUE(says(model, "2048 numbers in float32"));
    EXPECT_TRUE(std::ranges::is_sorted(model.checked()->verdicts, {}, &analysis::Verdict::topic));
}

TEST(ChecksModel, forgetsAComparisonOfAnOlderActivation)
{
    std::binary_semaphore begun{0}, go{0};
    const auto compare = [&](const activation::ActivationPtr& activation, const std::stop_token& stop) {
        begun.release();
        go.acquire();
        return compared(activation, stop);
    };
    ChecksModel model(quickly, compare);
    model.setWatched(true);
    model.setActivation(made("tanh(x)"));
    ASSERT_TRUE(settles(model));
    model.compareWithTorch();
    begun.acquire();
    model.setActivation(made("sin(x)"));
    go.release();
    ASSERT_TRUE(settles(model));
    EXPECT_FALSE(model.checked()->torch);
}

TEST(ChecksModel, stopsAComparisonThatIsUnderWay)
{
    std::binary_semaphore begun{0}, stopped{0};
    const auto compare = [&](const activation::ActivationPtr& activation, const std::stop_token& stop) {
        const std::stop_callback hear(stop, [&] { stopped.release(); });
        begun.release();
        stopped.acquire();
        return compared(activation, stop);
    };
    ChecksModel model(quickly, compare);
    model.setWatched(true);
    model.setActivation(made("tanh(x)"));
    ASSERT_TRUE(settles(model));
    model.compareWithTorch();
    begun.acquire();
    model.stopComparing();
    EXPECT_FALSE(model.isComparing());
    QTest::qWait(50);
    EXPECT_FALSE(model.checked()->torch);
    EXPECT_FALSE(model.isOutOfDate()) << "the checks stand";
}

TEST(ChecksModel, hasNothingToSayWithoutAnActivation)
{
    ChecksModel model;
    model.setWatched(true);
    model.setActivation(made("x"));
    ASSERT_TRUE(settles(model));
    model.setActivation(nullptr);
    EXPECT_FALSE(model.checked());
    EXPECT_FALSE(model.isChecking());
}

}  // namespace
}  // namespace actlab::models
