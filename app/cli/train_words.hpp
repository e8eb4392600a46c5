#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/nn/spec.hpp"

namespace actlab::cli {

/// A word of the command line and what it stands for.
template <class Enum>
struct Choice {
    const char* name;
    Enum value;
};
template <class Enum>
Choice(const char*, Enum) -> Choice<Enum>;   // Clang 14 does not deduce the type of an aggregate

inline constexpr std::array kLosses{Choice{"mse", nn::Loss::MeanSquared},
                                    Choice{"cross-entropy", nn::Loss::CrossEntropy}};
inline constexpr std::array kOptimizers{Choice{"sgd", nn::Optimizer::Sgd},
                                        Choice{"momentum", nn::Optimizer::Momentum},
                                        Choice{"adam", nn::Optimizer::Adam}, Choice{"adamw", nn::Optimizer::AdamW}};
inline constexpr std::array kInits{Choice{"auto", nn::Init::Auto}, Choice{"playground", nn::Init::Playground},
                                   Choice{"kaiming", nn::Init::Kaiming}, Choice{"xavier", nn::Init::Xavier}};
inline constexpr std::array kEngines{Choice{"auto", nn::EngineChoice::Auto}, Choice{"fused", nn::EngineChoice::Fused},
                                     Choice{"torch", nn::EngineChoice::Torch}};

/// Refuses what is none of the words.
template <class Enum, std::size_t N>
CLI::IsMember anyOf(const std::array<Choice<Enum>, N>& choices)
{
    std::vector<std::string> names;
    for (const auto& choice : choices)
        names.emplace_back(choice.name);
    return CLI::IsMember(names);
}

/// Changes `field` where a word is given.
template <class Enum, std::size_t N>
void choose(Enum& field, const std::array<Choice<Enum>, N>& choices, const std::optional<std::string>& name)
{
    for (const auto& choice : choices)
        if (name == choice.name)
            field = choice.value;
}

}  // namespace actlab::cli
