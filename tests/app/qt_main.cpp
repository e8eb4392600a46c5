#include <QApplication>
#include <QTemporaryDir>
#include <gtest/gtest.h>

// One QApplication for all tests of a program, without a display and without the person's settings.
int main(int argc, char** argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Tests of one program run side by side: each process has a home of its own.
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath("config").toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath("data").toUtf8());
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("Activation Lab tests");
    QCoreApplication::setApplicationName("tests");
    return RUN_ALL_TESTS();
}
