#include "core/kernel/jit/kernel.hpp"

#include "core/kernel/instruction_set.hpp"
#include "core/kernel/jit/record.hpp"
#include "core/kernel/run_memory.hpp"

#include <algorithm>

namespace actlab::kernel::jit {

namespace {

/// Pieces longer than this take long to write and no time to read.
constexpr std::size_t kLongestPiece = 400;
/// With more than that fewer vectors at once are faster.
constexpr std::size_t kFewPutDown = 32;

/// Where the steps from `begin` on stop being of one kind.
std::size_t endOfPart(std::span<const Plan::Work* const> work, std::size_t begin)
{
    const bool known = isKnown(work[begin]->code);
    std::size_t end = begin;
    while (end < work.size() && isKnown(work[end]->code) == known && end - begin < kLongestPiece)
        ++end;
    return end;
}

class Compiler {
public:
    Compiler(const Plan& plan, std::span<const double> constants, std::span<const Plan::Work* const> work,
             const Purpose& purpose)
        : m_plan(plan), m_constants(constants), m_work(work), m_purpose(purpose), m_isRead(plan.values.size())
    {
    }

    std::unique_ptr<const Kernel> compile()
    {
        auto kernel = std::make_unique<Kernel>();
        for (std::size_t begin = 0; begin < m_work.size(); begin = kernel->parts.back().end)
            kernel->parts.push_back({begin, endOfPart(m_work, begin)});
        kernel->hasProduct =
            m_purpose.isPullBack && !kernel->parts.empty() && isKnown(m_work[kernel->parts.back().begin]->code);
        readAtTheEnd(kernel->hasProduct);
        // from the back, so that it is known what of a part is read behind it
        for (std::size_t i = kernel->parts.size(); i-- > 0;)
            write(kernel->parts[i], kernel->hasProduct && i + 1 == kernel->parts.size());
        if (kernel->hasProduct && !kernel->parts.back().function)
            kernel->hasProduct = false;
        kernel->readsUniforms = m_readsUniforms;
        kernel->roles = rolesIn(*kernel);
        const bool isAny = std::ranges::any_of(kernel->parts, [](const Part& part) { return part.function; });
        return isAny ? std::move(kernel) : nullptr;
    }

private:
    void readAtTheEnd(bool hasProduct)
    {
        const auto& outputs = m_plan.outputs;
        if (!m_purpose.isPullBack)
            for (std::size_t k = 0; k < m_purpose.outputs; ++k)
                m_isRead[outputs[k]] = true;
        else
            for (std::size_t k = hasProduct ? 2 : 1; k < outputs.size(); ++k)
                m_isRead[outputs[k]] = true;
    }

    void write(Part& part, bool hasProduct)
    {
        const auto work = m_work.subspan(part.begin, part.end - part.begin);
        if (isKnown(work.front()->code))
            translate(part, work, hasProduct);
        for (const Plan::Work* each : work)
            for (const std::uint32_t value : std::span(each->in).first(each->operands))
                m_isRead[value] = true;
        if (hasProduct)
            m_isRead[m_plan.outputs[1]] = true;
    }

    void translate(Part& part, std::span<const Plan::Work* const> work, bool hasProduct)
    {
        Piece piece{work, {}};
        for (const Plan::Work* each : work)
            for (const std::uint32_t result : {each->out, each->out2})
                if (result != Plan::kNothing && m_isRead[result])
                    piece.stored.push_back(result);
        if (hasProduct)
            piece.slope = m_plan.outputs[1];
        for (const std::uint8_t ways : {4, 2})
            if (const Recording recording = record(m_plan, m_constants, piece, ways);
                recording.arrays.size() <= kMostArrays)
                if (const MachineCode code = emit(recording.trace, ways, recording.arrays.size());
                    code.putDown <= kFewPutDown || ways == 2)
                    return install(part, code, recording);
    }

    void install(Part& part, const MachineCode& code, const Recording& recording)
    {
        part.memory = CodeMemory::holding(code.bytes);
        if (!part.memory)
            return;
        part.function = reinterpret_cast<Function>(const_cast<void*>(part.memory->start()));
        part.arrays = recording.arrays;
        const auto isUniform = [](const Operation& operation) { return operation.what == Do::Uniform; };
        m_readsUniforms = m_readsUniforms || std::ranges::any_of(recording.trace.operations(), isUniform);
    }

    /// None where what the code leaves would need a workspace, which had not seen its size.
    std::vector<std::uint32_t> rolesIn(const Kernel& kernel) const
    {
        if (kernel.parts.size() != 1 || !kernel.parts[0].function || m_readsUniforms ||
            (m_purpose.isPullBack && !kernel.hasProduct) || !needsNoWorkspace<float>(m_plan))
            return {};
        std::vector<std::uint32_t> roles;
        std::size_t written = 0;
        for (const std::uint32_t array : kernel.parts[0].arrays) {
            const auto role = roleOf(array);
            if (!role)
                return {};
            written += *role < m_purpose.outputs ? 1 : 0;
            roles.push_back(*role);
        }
        return m_purpose.isPullBack || written == m_purpose.outputs ? roles : std::vector<std::uint32_t>();
    }
    std::optional<std::uint32_t> roleOf(std::uint32_t array) const
    {
        if (array == m_plan.input)
            return Kernel::kInput;
        if (array == Recording::kUpstream || array == Recording::kGradient)
            return array;
        const auto outputs = std::span(m_plan.outputs).first(m_purpose.isPullBack ? 0 : m_purpose.outputs);
        const auto output = std::ranges::find(outputs, array);
        if (output == outputs.end())
            return std::nullopt;
        return static_cast<std::uint32_t>(output - outputs.begin());
    }

    const Plan& m_plan;
    std::span<const double> m_constants;
    std::span<const Plan::Work* const> m_work;
    const Purpose& m_purpose;
    bool m_readsUniforms = false;
    std::vector<bool> m_isRead;  ///< of each value, behind the part at hand
};

}  // namespace

std::unique_ptr<const Kernel> compile(const Plan& plan, std::span<const double> constants,
                                      std::span<const Plan::Work* const> work, const Purpose& purpose)
{
    return Compiler(plan, constants, work, purpose).compile();
}

bool isSupported()
{
#if defined(__x86_64__)
    return instructionSet().name != "baseline" && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return false;
#endif
}

}  // namespace actlab::kernel::jit
