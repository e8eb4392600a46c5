#include "app/models/latest_answer.hpp"

#include <QTest>
#include <gtest/gtest.h>
#include <semaphore>
#include <stdexcept>
#include <vector>

namespace actlab::models {
namespace {

struct Owner : QObject {
    std::vector<int> heard;
    LatestAnswer<int> answer{*this, [](const QString& why) { return -static_cast<int>(why.size()); }};

    void ask(LatestAnswer<int>::Work work)
    {
        answer.ask(std::move(work), [this](int number) { heard.push_back(number); });
    }
    bool waitUntilHeard()
    {
        return QTest::qWaitFor([this] { return !answer.isBusy(); });
    }
};

TEST(LatestAnswer, comesInTheOwnersThreadLater)
{
    Owner owner;
    owner.ask([](auto) { return 7; });
    EXPECT_TRUE(owner.answer.isBusy());
    EXPECT_TRUE(owner.heard.empty());
    ASSERT_TRUE(owner.waitUntilHeard());
    EXPECT_EQ(owner.heard, std::vector{7});
}

TEST(LatestAnswer, stopsTheWorkBeforeAndHearsOnlyTheNewest)
{
    Owner owner;
    std::binary_semaphore begun{0};
    owner.ask([&](std::stop_token stop) {
        begun.release();
        while (!stop.stop_requested())
            std::this_thread::yield();
        return 1;
    });
    begun.acquire();
    owner.ask([](auto) { return 2; });
    ASSERT_TRUE(owner.waitUntilHeard());
    EXPECT_EQ(owner.heard, std::vector{2});
}

TEST(LatestAnswer, isNotHeardOnceItIsForgotten)
{
    Owner owner;
    std::binary_semaphore done{0};
    owner.ask([&](auto) {
        done.release();
        return 1;
    });
    done.acquire();
    owner.answer.forget();
    EXPECT_FALSE(owner.answer.isBusy());
    owner.ask([](auto) { return 2; });  // its answer is posted after the forgotten one
    ASSERT_TRUE(owner.waitUntilHeard());
    EXPECT_EQ(owner.heard, std::vector{2});
}

TEST(LatestAnswer, turnsWhatIsThrownIntoAnAnswer)
{
    Owner owner;
    owner.ask([](auto) -> int { throw std::runtime_error("four"); });
    ASSERT_TRUE(owner.waitUntilHeard());
    EXPECT_EQ(owner.heard, std::vector{-4});
    EXPECT_EQ(owner.answer.now([](auto) -> int { throw std::runtime_error("two"); }), -3);
}

TEST(LatestAnswer, mayGoWhileItWorks)
{
    Owner owner;
    owner.ask([](std::stop_token stop) {
        while (!stop.stop_requested())
            std::this_thread::yield();
        return 1;
    });
}

}  // namespace
}  // namespace actlab::models
