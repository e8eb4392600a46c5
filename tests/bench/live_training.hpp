#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <vector>

#include "app/models/training_session.hpp"
#include "core/activation/catalogue.hpp"

namespace actlab::bench {

class Numbers {
public:
    void add(double number) { m_numbers.push_back(number); }
    void add(const Numbers& others)
    {
        m_numbers.insert(m_numbers.end(), others.m_numbers.begin(), others.m_numbers.end());
    }
    double at(double share)
    {
        std::ranges::sort(m_numbers);
        return m_numbers[static_cast<std::size_t>(share * static_cast<double>(m_numbers.size() - 1))];
    }
    void print(const char* what, const char* unit)
    {
        std::printf("%-44s %8.3f %s, quartiles %.3f to %.3f, 99th percentile %.3f, worst %.3f, of %zu\n", what,
                    at(0.5), unit, at(0.25), at(0.75), at(0.99), at(1), m_numbers.size());
    }

private:
    std::vector<double> m_numbers;
};

/// 2-8-8-1 on the circle, batches of 10, until it is stopped.
inline nn::TrainingSpec endless()
{
    nn::TrainingSpec spec;
    const auto tanh = activation::findInCatalogue("tanh");
    spec.hidden = {{8, tanh}, {8, tanh}};
    spec.epochs = 1'000'000;
    return spec;
}

/// Milliseconds until the run that is on has ended.
inline double stop(models::TrainingSession& session)
{
    QElapsedTimer clock;
    clock.start();
    session.stop();
    while (session.isOn())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return 1e-6 * static_cast<double>(clock.nsecsElapsed());
}

inline double residentMegabytes()
{
    QFile status("/proc/self/status");
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

}  // namespace actlab::bench
