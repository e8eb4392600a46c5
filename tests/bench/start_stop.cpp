// Starts and stops a training again and again in the live window. Prints how long a stop takes, and the memory of the
// process every tenth of the way.
//     start_stop [CYCLES]

#include "tests/bench/live_training.hpp"
#include "tests/bench/whole_window.hpp"

#include <cstdlib>

using namespace actlab;
using namespace actlab::bench;

int main(int argc, char** argv)
{
    WholeWindow whole(argc, argv);
    const int cycles = argc > 1 ? std::max(std::atoi(argv[1]), 10) : 10'000;
    whole.go(3);
    Numbers latency;
    for (int cycle = 0; cycle < cycles; ++cycle) {
        whole.session.start(endless());
        while (whole.session.history().size() < 2)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        latency.add(stop(whole.session));
        if ((cycle + 1) % (cycles / 10) == 0)
            std::printf("%d cycles: %.1f MB\n", cycle + 1, residentMegabytes());
        std::fflush(stdout);
    }
    latency.print("stop while training flat out, in the window", "ms");
    return 0;
}
