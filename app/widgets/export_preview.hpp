#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace actlab::widgets {

class CodeColours;

/// What a file holds, before it is written: its text, its picture, or words about it.
class ExportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ExportPreview(QWidget* parent = nullptr);

    /// In the language of files with this suffix. What is shown already stays where it is scrolled to.
    void showText(const QString& text, const QString& suffix);
    void showPicture(const QImage& picture);
    /// A sentence, and code to type that can be selected.
    void showWords(const QString& words, const QString& code = {});
    /// Why there is no file.
    void showRefusal(const QString& why);
    void scrollToTop();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* createWords();
    void fitPicture();

    QStackedWidget* m_stack;
    QPlainTextEdit* m_text;
    CodeColours* m_colours;
    QLabel* m_picture;
    QPixmap m_whole;  ///< of m_picture
    QLabel* m_words = nullptr;
    QLabel* m_code = nullptr;
};

}  // namespace actlab::widgets
