// A program of its own: it counts every allocation.
#include "core/nn/fused_engine.hpp"

#include "tests/core/kernel/values.hpp"
#include "tests/core/nn/example.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <numeric>

namespace {

std::size_t g_allocations = 0;

void* counted(std::size_t size, std::size_t alignment)
{
    ++g_allocations;
    void* memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

}  // namespace

void* operator new(std::size_t size)
{
    return counted(size, alignof(std::max_align_t));
}
void* operator new[](std::size_t size)
{
    return counted(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    return counted(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment)
{
    return counted(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}

namespace actlab::nn {
namespace {

using activation::Scope;
using testing::activationOf;
using testing::Example;

struct TestedGoal {
    std::size_t classes;
    Loss loss;
};
constexpr TestedGoal kGoals[] = {
    {0, Loss::MeanSquared}, {0, Loss::Huber}, {2, Loss::MeanSquared}, {2, Loss::CrossEntropy}};

std::size_t allocationsOf(const Example& example, std::size_t batch)
{
    const auto engine = makeFusedEngine({example.spec, example.data}, initialParameters(example.spec, example.data));
    std::vector<std::size_t> rows(batch);
    std::iota(rows.begin(), rows.end(), 0);
    engine->step(rows);
    engine->evaluate(example.data.train);
    const std::size_t before = g_allocations;
    for (int step = 0; step < 50; ++step)
        engine->step(rows);
    engine->evaluate(example.data.train);
    return g_allocations - before;
}

TEST(Allocation, isCounted)
{
    const std::size_t before = g_allocations;
    delete new int(1);
    EXPECT_EQ(g_allocations, before + 1);
}

TEST(Allocation, isOverAfterTheFirstStepOfTheFusedEngine)
{
    for (const Optimizer optimizer : testing::kFusedOptimizers)
        for (const auto& [classes, loss] : kGoals)
            for (const std::size_t batch : {3, 10, 32, 100}) {
                Example example(activationOf("a*x*sigmoid(x)", {{"a", 1, 0, 2, true, Scope::Channel}}), classes);
                example.spec.optimizer = optimizer;
                example.spec.loss = loss;
                example.spec.l1 = example.spec.l2 = 1e-4;
                example.spec.dropout = 0.25;
                example.spec.clip = 0.01;
                example.spec.batch = batch;
                EXPECT_EQ(allocationsOf(example, batch), 0u);
                EXPECT_EQ(allocationsOf(with({true, true}, example), batch), 0u);
            }
}

TEST(Allocation, isOverForNumbersThatMachineCodeLeavesToo)
{
    for (const std::string& formula : {std::string("x*sigmoid(x)"), kernel::testing::wideFormula()}) {
        const activation::ActivationPtr f = activationOf(formula);
        const kernel::Program& program = f->training();
        std::vector<float> x(2'048, 0.5F), value(x.size());
        float* const places[] = {value.data()};
        kernel::Workspace<float> first, second;
        program.evaluate<float>(x, {}, places, first);  // makes the code
        program.evaluate<float>(x, {}, places, second);
        x[700] = 1e30F;
        const std::size_t before = g_allocations;
        program.evaluate<float>(x, {}, places, second);
        EXPECT_EQ(g_allocations - before, 0U) << formula.substr(0, 20);
    }
}

}  // namespace
}  // namespace actlab::nn
