#pragma once

#include <gtest/gtest.h>

#include <cmath>

#include "core/nn/batches.hpp"
#include "core/nn/edited_network.hpp"
#include "core/nn/train_with.hpp"
#include "tests/core/nn/example.hpp"

namespace actlab::nn::testing {

/// An engine under edits, as a run gives them to it. What every engine owes is claimed by the functions below.
class EditedEngine {
public:
    EditedEngine(const EngineFactory& makeEngine, const Example& example)
        : m_data(example.data),
          m_spec(example.spec),
          m_engine(makeEngine({m_spec, m_data}, initialParameters(m_spec, m_data)).value()),
          m_batches(m_data.train.rows(), m_spec.batch, m_spec.seed)
    {
    }

    /// False where the edit changes nothing.
    bool edit(const Edit& edit)
    {
        const auto next = editedNetwork({m_spec, m_data}, m_engine->parameters(), edit);
        if (next)
            rebuild(*next);
        return next.has_value();
    }
    /// The same network, built anew in the midst of its training.
    void rebuild()
    {
        const std::vector<float> parameters = m_engine->parameters();
        rebuild({m_spec, parameters, {{0, 0, parameters.size()}}, {}});
    }
    /// The losses of so many steps.
    std::vector<double> train(std::size_t steps)
    {
        std::vector<double> losses;
        for (std::size_t i = 0; i < steps; ++i) {
            if (m_batches.empty())
                m_batches.startEpoch();
            losses.push_back(m_engine->step(m_batches.next()));
        }
        return losses;
    }
    std::vector<float> parameters() const { return m_engine->parameters(); }
    std::vector<float> ofLayer(std::size_t layer) const
    {
        const std::vector<float> all = parameters();
        const Layout::Dense dense = layout().layers[layer];
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(dense.weights);
        return {first, all.begin() + static_cast<std::ptrdiff_t>(dense.activation + dense.activationCount)};
    }
    Layout layout() const { return layoutOf(m_spec, m_data); }
    Metrics metrics() { return m_engine->evaluate(m_data.train); }

private:
    void rebuild(const EditedNetwork& next)
    {
        m_engine->rebuild({next.spec, m_data}, next.parameters, next.carried);
        m_spec = next.spec;
    }

    const data::Dataset m_data;
    TrainingSpec m_spec;
    std::unique_ptr<Engine> m_engine;
    Batches m_batches;
};

/// With a learned value for each unit, penalties, and dropout and clipping where `optimizer` takes them; with batch
/// normalisation and a residual link or without.
inline Example demanding(Optimizer optimizer, bool hasExtras = true)
{
    Example example(activationOf("a*x*sigmoid(x)", {{"a", 1.25, 0, 2, true, activation::Scope::Channel}}));
    if (hasExtras)
        example = with({true, true}, std::move(example));
    example.spec.optimizer = optimizer;
    example.spec.learningRate = usualLearningRate(optimizer);
    example.spec.dropout = 0.2;
    if (optimizer == Optimizer::Lbfgs)
        return example;
    example.spec.l1 = 1e-4;
    example.spec.l2 = 1e-3;
    example.spec.clip = 0.5;
    return example;
}

/// L-BFGS begins anew, so that its curve bends.
inline void expectAnEditOfNothingToBeNone(const EngineFactory& makeEngine, Optimizer optimizer, bool hasExtras)
{
    const Example example = demanding(optimizer, hasExtras);
    EditedEngine plain(makeEngine, example), edited(makeEngine, example);
    EXPECT_EQ(plain.train(30), edited.train(30));
    EXPECT_FALSE(edited.edit(
        ActivationEdit{1, activation::makeActivation(example.spec.hidden[1].activation->definition()).value()}));
    EXPECT_FALSE(edited.edit(FreezeEdit{0, false}));
    EXPECT_FALSE(edited.edit(WeightEdit{2, edited.parameters()[2]}));
    edited.rebuild();
    EXPECT_EQ(plain.train(30), edited.train(30));
    EXPECT_EQ(plain.parameters(), edited.parameters());
}

inline void expectFrozenLayersToStay(const EngineFactory& makeEngine, Optimizer optimizer, bool hasExtras)
{
    EditedEngine engine(makeEngine, demanding(optimizer, hasExtras));
    engine.train(20);
    ASSERT_TRUE(engine.edit(FreezeEdit{0, true}));
    const std::vector<float> frozen = engine.ofLayer(0), moving = engine.ofLayer(1);
    engine.train(40);
    EXPECT_EQ(engine.ofLayer(0), frozen) << "to the bit, learned values too";
    EXPECT_NE(engine.ofLayer(1), moving);
    ASSERT_TRUE(engine.edit(FreezeEdit{0, false}));
    engine.train(1);
    EXPECT_NE(engine.ofLayer(0), frozen);
    const std::size_t output = 2;
    ASSERT_TRUE(engine.edit(FreezeEdit{output, true}));
    const std::vector<float> answering = engine.ofLayer(output);
    engine.train(20);
    EXPECT_EQ(engine.ofLayer(output), answering) << "the output layer too";
}

inline void expectAFrozenBeginningToStay(const EngineFactory& makeEngine, Optimizer optimizer, bool hasExtras)
{
    Example example = demanding(optimizer, hasExtras);
    example.spec.hidden[1].frozen = true;
    EditedEngine engine(makeEngine, example);
    const std::vector<float> frozen = engine.ofLayer(1), moving = engine.ofLayer(0);
    engine.train(40);
    EXPECT_EQ(engine.ofLayer(1), frozen);
    EXPECT_NE(engine.ofLayer(0), moving);
}

/// Penalties make 0 of weights and keep them there: one that a person sets lives again, and only that one.
inline void expectAWeightToBeSetAlone(const EngineFactory& makeEngine)
{
    Example example(activationOf("tanh(x)"));
    example.spec.optimizer = Optimizer::Sgd;
    example.spec.l1 = 0.5;
    EditedEngine engine(makeEngine, example);
    engine.train(200);
    std::vector<float> before = engine.parameters();
    ASSERT_EQ(before[0], 0);
    ASSERT_EQ(before[1], 0);
    ASSERT_TRUE(engine.edit(WeightEdit{0, 3}));
    before[0] = 3;
    EXPECT_EQ(engine.parameters(), before);
    engine.train(1);
    EXPECT_NEAR(engine.parameters()[0], 3, 0.1);
    EXPECT_NE(engine.parameters()[0], 3);
    EXPECT_EQ(engine.parameters()[1], 0);
}

inline void expectASwapToKeepTheWeights(const EngineFactory& makeEngine, Extras extras)
{
    EditedEngine engine(makeEngine, with(extras, Example(activationOf("a*tanh(x)", {{"a", 1.25, 0, 2, true}}))));
    engine.train(50);
    const std::vector<float> before = engine.parameters();
    const Layout old = engine.layout();
    ASSERT_TRUE(engine.edit(
        ActivationEdit{0, activationOf("b*x*sigmoid(a*x)", {{"a", 1.25, 0, 2, true}, {"b", 0.5, 0, 2, true}})}));
    const std::vector<float> after = engine.parameters();
    const Layout now = engine.layout();
    ASSERT_EQ(after.size(), before.size() + 1);
    EXPECT_EQ(after[now.learned[0].offset], before[old.learned[0].offset]) << "a goes on";
    EXPECT_EQ(after[now.learned[1].offset], 0.5f) << "b is new";
    for (std::size_t layer = 0; layer < 3; ++layer) {
        const Layout::Dense from = old.layers[layer], to = now.layers[layer];
        for (std::size_t i = 0; i < from.activation - from.weights; ++i)
            ASSERT_EQ(after[to.weights + i], before[from.weights + i]);
    }
    const double loss = engine.metrics().loss;
    engine.train(200);
    EXPECT_LT(engine.metrics().loss, loss);
}

}  // namespace actlab::nn::testing
