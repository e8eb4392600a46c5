#pragma once

#include <algorithm>
#include <span>
#include <type_traits>
#include <utility>

#include "core/kernel/block.hpp"
#include "core/kernel/instruction_set.hpp"
#include "core/kernel/jit/kernel.hpp"
#include "core/kernel/jit/record.hpp"
#include "core/kernel/program.hpp"
#include "core/kernel/pull_back.hpp"
#include "core/kernel/run_memory.hpp"

namespace actlab::kernel {

/// One evaluation: where each value lies for the block at hand, and the steps that are needed.
template <class T>
class Run {
public:
    Run(const Plan& plan, std::size_t elements, std::span<T* const> outputs, const PullBack<T>& back,
        Workspace<T>& workspace)
        : m_plan(plan),
          m_outputs(outputs),
          m_back(back),
          m_block(blockFor(elements, plan.registerCount * sizeof(T))),
          // one padding more: arrays a multiple of 4 KiB apart would push each other out of the cache
          m_stride(m_block + kStepPadding),
          m_scratch(bytesOfRun<T>(plan, m_stride, back.sums.size()), workspace),
          m_registers(m_scratch.take<T>(plan.registerCount * m_stride)),
          m_uniforms(m_scratch.take<T>(plan.uniformCount * kStepPadding)),
          m_end(m_scratch.take<T>(kStepPadding)),
          m_places(m_scratch.take<T*>(plan.values.size())),
          m_work(m_scratch.take<const Plan::Work*>(plan.work.size())),
          m_steps(m_scratch.take<Step<T>>(mostSteps(plan, back.sums.size()))),
          m_machine(machineFor(T{}))
    {
        for (std::size_t v = 0; v < plan.values.size(); ++v)
            m_places[v] = placeOf(plan.values[v]);
    }

    /// The steps that are needed, listed when they are first asked for: machine code needs no list.
    std::span<const Plan::Work* const> work()
    {
        if (m_count == 0)
            for (const Plan::Work& work : m_plan.work)
                if (isNeeded(work))
                    m_work[m_count++] = &work;
        return {m_work, m_count};
    }
    /// Lets machine code do what it can. nullptr: the tape does everything.
    void useKernel(const jit::Kernel* kernel) { m_kernel = kernel; }

    void run(std::span<const T> x, std::span<const T> parameters, std::span<const double> constants)
    {
        m_parameters = parameters;
        m_constants = constants;
        if (m_kernel && m_kernel->readsUniforms)
            fillUniforms();
        const std::size_t whole = x.size() / kStepPadding * kStepPadding;
        for (std::size_t begin = 0; begin < whole; begin += m_block) {
            askForNext(x, begin + m_block);
            runBlock(x.data() + begin, begin, std::min(m_block, whole - begin));
        }
        if (whole < x.size())
            runEnd(x.subspan(whole), whole);
    }

private:
    bool isNeeded(const Plan::Work& work) const
    {
        return m_back.gradient ? work.isForLater : work.firstOutput < m_outputs.size();
    }

    /// Calculates what is the same for all x, once, before steps that read it are collected.
    void fillUniforms()
    {
        if (std::exchange(m_hasUniforms, true))
            return;
        for (std::size_t v = 0; v < m_plan.values.size(); ++v) {
            const Plan::Value& value = m_plan.values[v];
            if (value.kind == Plan::Value::Kind::Constant)
                std::fill_n(m_places[v], kStepPadding, static_cast<T>(m_constants[value.index]));
            if (value.kind == Plan::Value::Kind::Parameter)
                std::fill_n(m_places[v], kStepPadding, m_parameters[value.index]);
        }
        std::size_t count = 0;
        for (const Plan::Work& work : m_plan.uniformWork)
            if (isNeeded(work))
                m_steps[count++] = stepOf(work);
        m_machine(m_steps, count, kStepPadding);
    }

    T* placeOf(const Plan::Value& value) const
    {
        if (value.isUniform)
            return m_uniforms + value.place * kStepPadding;
        return value.place == Plan::kNothing ? nullptr : m_registers + value.place * m_stride;
    }

    Step<T> stepOf(const Plan::Work& work) const
    {
        Step<T> step{.code = work.code, .out = m_places[work.out], .pieces = piecesOf<T>(m_plan, work)};
        if (work.out2 != Plan::kNothing)
            step.out2 = m_places[work.out2];
        for (std::size_t i = 0; i < work.operands; ++i) {
            step.in[i] = m_places[work.in[i]];
            step.uniform |= static_cast<std::uint8_t>(m_plan.values[work.in[i]].isUniform << i);
        }
        return step;
    }

    /// Whether an output can be calculated where it is wanted: not what is there already, nor a second time.
    bool isDirect(std::size_t k) const
    {
        const Plan::Value& value = m_plan.values[m_plan.outputs[k]];
        const auto earlier = std::span(m_plan.outputs).first(k);
        return value.kind == Plan::Value::Kind::Result && !value.isUniform &&
               std::ranges::find(earlier, m_plan.outputs[k]) == earlier.end();
    }

    /// What the next block reads comes while this one is calculated.
    void askForNext(std::span<const T> x, std::size_t begin) const
    {
        const std::size_t end = std::min(begin + m_block, x.size());
        askFor(x.data(), begin, end);
        if (m_back.gradient)
            askFor(m_back.upstream, begin, end);
    }

    /// n whole paddings, from x right into the outputs.
    void runBlock(const T* x, std::size_t begin, std::size_t n)
    {
        for (std::size_t k = 0; k < m_outputs.size(); ++k)
            if (isDirect(k))
                m_places[m_plan.outputs[k]] = m_outputs[k] + begin;
        placeInput(x);
        const bool hasProduct = m_kernel && runParts(begin, n);
        const std::size_t count = m_kernel ? 0 : collectSteps(0, work().size());
        m_machine(m_steps, addPullBack(count, begin, hasProduct), n);
        for (std::size_t k = 0; k < m_outputs.size(); ++k)
            if (!isDirect(k))
                write(k, m_outputs[k] + begin, n);
    }

    /// The last few elements, by way of a padding that repeats the last one.
    void runEnd(std::span<const T> x, std::size_t begin)
    {
        std::fill(std::ranges::copy(x, m_end).out, m_end + kStepPadding, x.back());
        for (const std::uint32_t output : m_plan.outputs)
            if (m_plan.values[output].kind == Plan::Value::Kind::Result && !m_plan.values[output].isUniform)
                m_places[output] = placeOf(m_plan.values[output]);
        placeInput(m_end);
        if (m_kernel && !m_back.gradient)
            runParts(0, kStepPadding);
        else
            m_machine(m_steps, collectSteps(0, work().size()), kStepPadding);
        for (std::size_t k = 0; k < m_outputs.size(); ++k)
            write(k, m_outputs[k] + begin, x.size());
        if (m_back.gradient)
            pullBackEnd(begin, x.size());
    }

    void placeInput(const T* x)
    {
        if (m_plan.input != Plan::kNothing)
            m_places[m_plan.input] = const_cast<T*>(x);  // no step writes to x
    }
    std::size_t collectSteps(std::size_t first, std::size_t last)
    {
        fillUniforms();
        const auto needed = work();
        for (std::size_t i = first; i < last; ++i)
            m_steps[i - first] = stepOf(*needed[i]);
        return last - first;
    }

    /// Returns whether the gradient is done too.
    bool runParts(std::size_t begin, std::size_t n)
    {
        const std::size_t count = m_kernel->parts.size();
        for (std::size_t i = 0; i < count; ++i) {
            const jit::Part& part = m_kernel->parts[i];
            const std::size_t done = part.function ? call(part, begin, n) : 0;
            if (done < n)
                finishOnTape(part, m_kernel->hasProduct && i + 1 == count, begin, done, n);
        }
        return m_kernel->hasProduct;
    }
    std::size_t call(const jit::Part& part, std::size_t begin, std::size_t n) const
    {
        if constexpr (std::is_same_v<T, float>) {
            float* arrays[jit::kMostArrays];
            for (std::size_t i = 0; i < part.arrays.size(); ++i)
                arrays[i] = arrayOf(part.arrays[i], begin);
            return part.function(arrays, m_uniforms, n);
        } else {
            return 0;
        }
    }
    T* arrayOf(std::uint32_t value, std::size_t begin) const
    {
        switch (value) {
        case jit::Recording::kUpstream: return const_cast<T*>(m_back.upstream) + begin;
        case jit::Recording::kGradient: return m_back.gradient + begin;
        default: return m_places[value];
        }
    }
    /// What the machine code left: elements [done, n) of this block.
    void finishOnTape(const jit::Part& part, bool hasProduct, std::size_t begin, std::size_t done, std::size_t n)
    {
        std::size_t count = collectSteps(part.begin, part.end);
        if (hasProduct)
            m_steps[count++] = product(begin);
        for (Step<T>& step : std::span(m_steps, count)) {
            step.out += done;
            step.out2 += step.out2 ? done : 0;
            for (std::size_t i = 0; i < std::size(step.in); ++i)
                step.in[i] += step.in[i] && !(step.uniform >> i & 1) ? done : 0;
        }
        m_machine(m_steps, count, n - done);
    }

    Step<T> stepOfSlope(Code code, std::size_t output, std::size_t begin)
    {
        fillUniforms();
        const std::uint32_t value = m_plan.outputs[output];
        const auto uniform = static_cast<std::uint8_t>(m_plan.values[value].isUniform << 1);
        return {.code = code, .uniform = uniform, .in = {m_back.upstream + begin, m_places[value]}};
    }
    Step<T> product(std::size_t begin)
    {
        Step<T> step = stepOfSlope(Code::Multiply, 1, begin);
        step.out = m_back.gradient + begin;
        return step;
    }
    std::size_t addPullBack(std::size_t count, std::size_t begin, bool hasProduct)
    {
        for (std::size_t p = 0; p < m_back.sums.size(); ++p) {
            m_steps[count] = stepOfSlope(Code::AddProduct, p + 2, begin);
            m_steps[count++].sum = &m_back.sums[p];
        }
        if (m_back.gradient && !hasProduct)
            m_steps[count++] = product(begin);
        return count;
    }

    void pullBackEnd(std::size_t begin, std::size_t n)
    {
        const T* upstream = m_back.upstream + begin;
        for (std::size_t p = 0; p < m_back.sums.size(); ++p)
            for (std::size_t i = 0; i < n; ++i)
                m_back.sums[p] +=
                    static_cast<double>(upstream[i]) * static_cast<double>(m_places[m_plan.outputs[p + 2]][i]);
        for (std::size_t i = 0; i < n; ++i)
            m_back.gradient[begin + i] = upstream[i] * m_places[m_plan.outputs[1]][i];
    }

    void write(std::size_t k, T* output, std::size_t n)
    {
        const T* from = m_places[m_plan.outputs[k]];
        if (!m_plan.values[m_plan.outputs[k]].isUniform)
            return void(std::copy_n(from, n, output));
        fillUniforms();
        std::fill_n(output, n, *from);
    }

    const Plan& m_plan;
    std::span<T* const> m_outputs;
    const PullBack<T>& m_back;
    std::size_t m_block, m_stride;
    Scratch m_scratch;
    T* m_registers;
    T* m_uniforms;
    bool m_hasUniforms = false;
    T* m_end;
    T** m_places;  ///< of each value
    const Plan::Work** m_work;
    std::size_t m_count = 0;
    Step<T>* m_steps;
    RunSteps<T> m_machine;
    std::span<const T> m_parameters;
    std::span<const double> m_constants;
    const jit::Kernel* m_kernel = nullptr;
};

}  // namespace actlab::kernel
