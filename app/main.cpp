#include "app/widgets/theme.hpp"

#include <QApplication>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    actlab::widgets::applyTheme(application, actlab::widgets::storedThemeChoice());
    return QApplication::exec();
}
