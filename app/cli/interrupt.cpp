#include "app/cli/interrupt.hpp"

#include <cstdlib>
#include <ctime>

namespace actlab::cli {

Interrupt::Interrupt(std::function<void()> stop)
{
    sigemptyset(&m_watched);
    sigaddset(&m_watched, SIGINT);
    sigaddset(&m_watched, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_watched, &m_before);
    m_thread = std::jthread([watched = m_watched, stop = std::move(stop)](std::stop_token over) {
        constexpr timespec kPause{0, 50'000'000};
        bool wasAsked = false;
        while (!over.stop_requested()) {
            const int signal = sigtimedwait(&watched, nullptr, &kPause);
            if (signal < 0)
                continue;
            if (wasAsked)
                std::_Exit(128 + signal);
            wasAsked = true;
            stop();
        }
    });
}

Interrupt::~Interrupt()
{
    m_thread.request_stop();
    m_thread.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

}  // namespace actlab::cli
