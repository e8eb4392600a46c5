#include "core/kernel/jit/record.hpp"

#include "core/kernel/jit/lane.hpp"

#include <algorithm>

namespace actlab::kernel::jit {

namespace {

using Kind = Plan::Value::Kind;

/// A step as the mathematics sees it.
struct Recorder {
    Code code;
    Lane in[4] = {};
    Lane out = {}, out2 = {};
    const Pieces<float>* pieces = nullptr;
};
template <class F>
void map1(Recorder& r, std::size_t, F f)
{
    r.out = f(r.in[0]);
}
template <class F>
void map2(Recorder& r, std::size_t, F f)
{
    r.out = f(r.in[0], r.in[1]);
}
template <class F>
void map3(Recorder& r, std::size_t, F f)
{
    r.out = f(r.in[0], r.in[1], r.in[2]);
}
template <class F>
void map4(Recorder& r, std::size_t, F f)
{
    r.out = f(r.in[0], r.in[1], r.in[2], r.in[3]);
}
template <class F>
void mapPair(Recorder& r, std::size_t, F f)
{
    const auto both = f(r.in[0]);
    r.out = both.high;
    r.out2 = both.low;
}

class Writer {
public:
    Writer(const Plan& plan, std::span<const double> constants, const Piece& piece)
        : m_plan(plan), m_constants(constants), m_piece(piece)
    {
    }

    Recording write(std::uint8_t ways)
    {
        for (m_way = 0; m_way < ways; ++m_way) {
            m_recording.trace.beginWay();
            m_lanes.assign(m_plan.values.size(), Lane());
            for (const Plan::Work* work : m_piece.work)
                run(*work);
            for (const std::uint32_t value : m_piece.stored)
                store(m_lanes[value], value);
            if (m_piece.slope)
                store(array(Recording::kUpstream) * lane(*m_piece.slope), Recording::kGradient);
        }
        m_recording.trace.finish();
        return std::move(m_recording);
    }

private:
    void run(const Plan::Work& work)
    {
        Recorder recorder{.code = work.code, .pieces = piecesOf<float>(m_plan, work)};
        for (std::size_t i = 0; i < work.operands; ++i)
            recorder.in[i] = lane(work.in[i]);
        runArithmetic<Lane>(recorder, 0);
        runFused<Lane>(recorder, 0);
        runRounding<Lane>(recorder, 0);
        runExponential<Lane>(recorder, 0);
        runAngle<Lane>(recorder, 0);
        m_lanes[work.out] = traced(recorder.out);
        if (work.out2 != Plan::kNothing)
            m_lanes[work.out2] = traced(recorder.out2);
    }

    Lane traced(Lane lane) { return {&m_recording.trace, numberIn(m_recording.trace, lane)}; }
    Lane lane(std::uint32_t value)
    {
        if (m_lanes[value].trace)
            return m_lanes[value];
        const Plan::Value& source = m_plan.values[value];
        Trace& trace = m_recording.trace;
        if (source.kind == Kind::Constant) {
            const auto constant = static_cast<float>(m_constants[source.index]);
            return {&trace, trace.constant(std::bit_cast<std::uint32_t>(constant))};
        }
        return source.isUniform ? Lane(&trace, trace.add(Do::Uniform, source.place)) : array(value);
    }
    Lane array(std::uint32_t value)
    {
        Trace& trace = m_recording.trace;
        return {&trace, trace.add(Do::Array, numberOf(value), 0, 0, m_way)};
    }
    void store(Lane lane, std::uint32_t value)
    {
        m_recording.trace.store(numberIn(m_recording.trace, lane), numberOf(value), m_way);
    }
    Number numberOf(std::uint32_t value)
    {
        auto& arrays = m_recording.arrays;
        const auto found = std::ranges::find(arrays, value);
        const auto number = static_cast<Number>(found - arrays.begin());
        if (found == arrays.end())
            arrays.push_back(value);
        return number;
    }

    const Plan& m_plan;
    std::span<const double> m_constants;
    const Piece& m_piece;
    std::uint8_t m_way = 0;
    std::vector<Lane> m_lanes;  ///< of each value that the piece has calculated
    Recording m_recording;
};

}  // namespace

bool isKnown(Code code)
{
    switch (code) {
    case Code::Log2:
    case Code::Log10:
    case Code::Cbrt:
    case Code::Power:
    case Code::Tan:
    case Code::Asin:
    case Code::Acos:
    case Code::AddProduct: return false;
    default: return true;
    }
}

Recording record(const Plan& plan, std::span<const double> constants, const Piece& piece, std::uint8_t ways)
{
    return Writer(plan, constants, piece).write(ways);
}

}  // namespace actlab::kernel::jit
