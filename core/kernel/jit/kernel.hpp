#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/kernel/jit/code_memory.hpp"
#include "core/kernel/jit/emit.hpp"
#include "core/kernel/plan.hpp"
#include "core/kernel/step.hpp"

namespace actlab::kernel::jit {

/// What a program is run for: its first outputs, or to pull a gradient back.
struct Purpose {
    std::size_t outputs = 1;
    bool isPullBack = false;
};

/// Neighbouring steps of those that are needed, as machine code or, without a function, left to the tape.
struct Part {
    std::size_t begin, end;
    Function function = nullptr;
    std::vector<std::uint32_t> arrays = {};  ///< see Recording
    std::optional<CodeMemory> memory = {};
};

/// The steps that serve one purpose, in floats. It gives the bits that the tape gives.
struct Kernel {
    std::vector<Part> parts;
    /// Where one call of the only part does everything: of each of its arrays, the number of the output that it is,
    /// kInput, or one of Recording's. Otherwise empty.
    std::vector<std::uint32_t> roles;
    static constexpr std::uint32_t kInput = 0xFFFF'FFFF;
    bool hasProduct = false;     ///< the last part multiplies the slope by what comes from above
    bool readsUniforms = false;  ///< of the values that are the same for all x
};

/// nullptr where no part can be machine code. `work` are the steps that are needed.
std::unique_ptr<const Kernel> compile(const Plan& plan, std::span<const double> constants,
                                      std::span<const Plan::Work* const> work, const Purpose& purpose);

/// Whether this processor runs what we write, and steps by the same rules.
bool isSupported();

/// The machine code of one program, for each purpose, made at the first use that could take it: whoever may not
/// allocate later has it by then. Threads may share it.
class Cache {
public:
    explicit Cache(std::size_t outputs) : m_entries(outputs + 1) {}

    /// nullptr as long as there is none.
    const Kernel* made(const Purpose& purpose) const
    {
        return m_entries[indexOf(purpose)].kernel.load(std::memory_order_acquire);
    }
    /// nullptr while the tape shall do it. `make` gives what compile gives; it is called once for each purpose.
    template <class Make>
    const Kernel* kernelFor(const Purpose& purpose, std::size_t elements, const Make& make)
    {
        if (const Kernel* kernel = made(purpose))
            return kernel;
        Entry& entry = m_entries[indexOf(purpose)];
        const std::size_t before = entry.elements.fetch_add(elements, std::memory_order_relaxed);
        if (before >= kWorthIt || before + elements < kWorthIt)
            return nullptr;
        entry.owner = make();
        entry.kernel.store(entry.owner.get(), std::memory_order_release);
        return entry.owner.get();
    }

private:
    std::size_t indexOf(const Purpose& purpose) const
    {
        return purpose.isPullBack ? m_entries.size() - 1 : purpose.outputs - 1;
    }

    static constexpr std::size_t kWorthIt = kStepPadding;
    struct Entry {
        std::atomic<std::size_t> elements = 0;
        std::atomic<const Kernel*> kernel = nullptr;
        std::unique_ptr<const Kernel> owner;
    };
    std::vector<Entry> m_entries;
};

}  // namespace actlab::kernel::jit
