// The least that Qt and QCustomPlot can open: the measure for first_paint.py.

#include <qcustomplot.h>

#include <QApplication>
#include <cmath>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QCustomPlot plot;
    for (int curve = 0; curve < 2; ++curve) {
        QVector<double> x, y;
        for (int i = 0; i < 500; ++i) {
            x.append(0.02 * (i - 250));
            y.append(curve == 0 ? std::tanh(x.back()) : 1 - std::tanh(x.back()) * std::tanh(x.back()));
        }
        plot.addGraph()->setData(x, y, true);
    }
    plot.rescaleAxes();
    plot.resize(1280, 800);
    plot.show();
    return QApplication::exec();
}
