#pragma once

#include <QTimer>
#include <chrono>
#include <functional>

namespace actlab::widgets {

/// What is asked for more often than anybody can read it: done at once after a rest, and what is asked within the
/// rest is done once at its end.
class Unhurried {
public:
    Unhurried(std::chrono::milliseconds rest, std::function<void()> act) : m_act(std::move(act))
    {
        m_rest.setSingleShot(true);
        m_rest.setInterval(rest);
        m_rest.callOnTimeout([this] {
            if (std::exchange(m_isAsked, false))
                ask();
        });
    }

    void ask()
    {
        m_isAsked = m_rest.isActive();
        if (m_isAsked)
            return;
        m_rest.start();
        m_act();
    }

private:
    std::function<void()> m_act;
    QTimer m_rest;
    bool m_isAsked = false;
};

/// Between two texts that tell of a training that is on.
inline constexpr std::chrono::milliseconds kTextRest{100};

}  // namespace actlab::widgets
