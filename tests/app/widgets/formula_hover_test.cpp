#include "app/widgets/formula_hover.hpp"

#include "app/widgets/compose_view.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/formula_box.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/formula_picture.hpp"
#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>
#include <qcustomplot.h>

namespace actlab::widgets {
namespace {

/// Type of the size that the window has, so that a mouse can point at single letters.
class TypeOfTheWindow {
public:
    TypeOfTheWindow()
    {
        QFont font = m_before;
        font.setPixelSize(kBaseFontPixels);
        QApplication::setFont(font);
    }
    ~TypeOfTheWindow() { QApplication::setFont(m_before); }
    TypeOfTheWindow(const TypeOfTheWindow&) = delete;
    TypeOfTheWindow& operator=(const TypeOfTheWindow&) = delete;

private:
    QFont m_before = QApplication::font();
};

class FormulaHoverTest : public ::testing::Test {
protected:
    void write(const QString& formula)
    {
        view.resize(1280, 720);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
        field().selectAll();
        QTest::keyClicks(&field(), formula);
        QTest::keyClick(&field(), Qt::Key_Escape);
        ASSERT_EQ(field().toPlainText(), formula);
        QCoreApplication::processEvents();
    }

    FormulaField& field() const { return *view.findChild<FormulaField*>(); }
    FormulaPicture& picture() const { return *view.findChild<FormulaPicture*>(); }
    FormulaBox& box() const { return *view.findChild<FormulaBox*>(); }
    std::string shown() const
    {
        const auto& part = box().part().part();
        return part ? part->formula : "none";
    }
    bool comesToShow(const std::string& formula) const
    {
        return QTest::qWaitFor([&] { return shown() == formula; });
    }
    void pointAtText(int position) const
    {
        QTextCursor cursor(field().document());
        cursor.setPosition(position);
        const QPoint place = field().cursorRect(cursor).center() + QPoint(4, 0);
        QTest::mouseMove(field().viewport(),
                         place + QPoint(1, 1));  // the first move brings the mouse into the window
        QTest::mouseMove(field().viewport(), place);
    }
    /// Points there until this part is shown: while the mathematics appears, the text moves under the mouse.
    bool showsAtText(int position, const std::string& formula) const
    {
        return QTest::qWaitFor([&] {
            pointAtText(position);
            return shown() == formula;
        });
    }
    /// Moves over the mathematics from left to right until this part is shown.
    bool findInPicture(const std::string& formula) const
    {
        const QWidget& paper = *picture().viewport();
        std::optional<expr::Span> last;
        bool isNew = false;
        QObject listener;
        QObject::connect(&picture(), &FormulaPicture::pointed, &listener, [&](std::optional<expr::Span> span) {
            isNew = span && span != last;
            last = span;
        });
        for (int y = paper.height() / 2; y > 4; y -= 6)
            for (int x = 4; x < paper.width() - 4; x += 6) {
                QTest::mouseMove(picture().viewport(), {x, y});
                if (isNew && QTest::qWaitFor([&] { return shown() == formula; }, 200))
                    return true;
            }
        return false;
    }
    QString chip() const { return view.findChild<QLabel*>("compose-part")->text(); }
    /// How many lines of this colour of curves are on the plot.
    int drawnIn(int colour) const
    {
        const auto* plot = view.findChild<QCustomPlot*>();
        const QColor wanted = curveColour(colour, themeOf(view.palette()));
        int lines = 0;
        for (int i = 0; i < plot->graphCount(); ++i) {
            const QCPGraph& graph = *plot->graph(i);
            const bool isLine = graph.lineStyle() == QCPGraph::lsLine && graph.dataCount() > 0;
            lines += isLine && graph.visible() && graph.pen().color() == wanted ? 1 : 0;
        }
        return lines;
    }
    /// The names in the plot's legend.
    QStringList legend() const
    {
        const auto* plot = view.findChild<QCustomPlot*>();
        QStringList names;
        for (int i = 0; i < plot->legend->itemCount(); ++i)
            names.append(static_cast<QCPPlottableLegendItem*>(plot->legend->item(i))->plottable()->name());
        return names;
    }
    bool isMarkedInText(int position) const
    {
        const auto marks = field().extraSelections();
        return std::ranges::any_of(marks, [&](const QTextEdit::ExtraSelection& mark) {
            return mark.cursor.selectionStart() <= position && position < mark.cursor.selectionEnd();
        });
    }
    /// Pixels of the soft ground in the mathematics.
    int markedPixels() const
    {
        const QImage image = picture().viewport()->grab().toImage();
        const QRgb soft = themeOf(picture().palette()).accentSoft.rgb();
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == soft ? 1 : 0;
        return count;
    }

    FormulaField& gradient() const { return *view.findChild<FormulaField*>("compose-gradient"); }

    TypeOfTheWindow type;
    models::WorkspaceModel workspace;
    ComposeView view{workspace};
};

TEST_F(FormulaHoverTest, overTheTextMarksThePartAndDrawsItsCurve)
{
    write("x + tanh(2*x)");
    const QStringList before = legend();
    ASSERT_TRUE(showsAtText(5, "tanh(2*x)"));
    EXPECT_TRUE(isMarkedInText(4));
    EXPECT_FALSE(isMarkedInText(2));
    EXPECT_TRUE(QTest::qWaitFor([&] { return markedPixels() > 50; }));  // the mathematics follows the text later
    EXPECT_TRUE(chip().contains("tanh(2*x)")) << chip().toStdString();
    EXPECT_EQ(drawnIn(1), 1);
    EXPECT_EQ(legend(), before);
    ASSERT_TRUE(showsAtText(10, "2*x"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(field().viewport(), &leave);
    ASSERT_TRUE(comesToShow("none"));
    EXPECT_FALSE(isMarkedInText(10));
    EXPECT_EQ(markedPixels(), 0);
    EXPECT_EQ(chip(), "");
    EXPECT_EQ(drawnIn(1), 0);
}

TEST_F(FormulaHoverTest, overTheMathematicsMarksThePartInTheText)
{
    write("x + exp(-x)/3");
    ASSERT_TRUE(findInPicture("-x"));
    EXPECT_TRUE(isMarkedInText(8));
    EXPECT_FALSE(isMarkedInText(4));
    ASSERT_TRUE(findInPicture("exp(-x)/3"));
    EXPECT_TRUE(isMarkedInText(4));
    EXPECT_TRUE(chip().contains("exp(-x)/3"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(picture().viewport(), &leave);
    EXPECT_TRUE(comesToShow("none"));
}

TEST_F(FormulaHoverTest, aPieceIsDrawnWholeAndWhereItIsChosen)
{
    write("{x < 0: x^2, x}");
    ASSERT_TRUE(showsAtText(9, "x^2"));
    EXPECT_EQ(drawnIn(1), 2);
    EXPECT_TRUE(box().part().chosenCurve({-1, 1}, 100));
}

TEST_F(FormulaHoverTest, nothingIsMarkedWhileTheTextIsWrong)
{
    write("x + tanh(x");
    pointAtText(5);
    QTest::qWait(100);
    EXPECT_EQ(shown(), "none");
    EXPECT_EQ(markedPixels(), 0);
}

TEST_F(FormulaHoverTest, typingTakesTheMarkAway)
{
    write("x + tanh(x)");
    ASSERT_TRUE(showsAtText(5, "tanh(x)"));
    QTest::keyClick(&field(), Qt::Key_End);
    QTest::keyClicks(&field(), "*2");
    EXPECT_EQ(shown(), "none");
    EXPECT_FALSE(isMarkedInText(4));
}

TEST_F(FormulaHoverTest, aKeyLetsTheCaretPoint)
{
    write("x + tanh(2*x)");
    field().activateWindow();
    field().setFocus();
    ASSERT_TRUE(QTest::qWaitFor([this] { return field().hasFocus(); }));
    QTest::keyClick(&field(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(comesToShow("tanh(2*x)"));
    QTest::keyClick(&field(), Qt::Key_Left);
    ASSERT_TRUE(comesToShow("2*x"));
    QTest::keyClicks(&field(), "*3");
    ASSERT_TRUE(comesToShow("2*x*3"));
    QTest::keyClick(&field(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(comesToShow("none"));
}

TEST_F(FormulaHoverTest, showsAPartOfTheGradientOfOnesOwnToo)
{
    workspace.edit({}, [](workspace::Document& document) {
        document.draft.definition = {"f", "{x > 0: 1, 0}", "exp(-x^2) + tanh(x)", {}};
    });
    view.resize(1280, 720);
    view.show();
    auto& open = *view.findChild<QToolButton*>("compose-gradient-open");
    open.setChecked(true);
    ASSERT_TRUE(QTest::qWaitFor([this] { return gradient().isVisible(); }));
    QCoreApplication::processEvents();
    QTextCursor cursor(gradient().document());
    cursor.setPosition(13);
    const QPoint place = gradient().cursorRect(cursor).center() + QPoint(4, 0);
    QTest::mouseMove(gradient().viewport(), place + QPoint(1, 1));
    QTest::mouseMove(gradient().viewport(), place);
    EXPECT_TRUE(QTest::qWaitFor([this] { return !gradient().extraSelections().isEmpty(); }));
    EXPECT_EQ(drawnIn(1), 1);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(gradient().viewport(), &leave);
    EXPECT_TRUE(QTest::qWaitFor([this] { return drawnIn(1) == 0; }));
    open.setChecked(false);
}

}  // namespace
}  // namespace actlab::widgets
