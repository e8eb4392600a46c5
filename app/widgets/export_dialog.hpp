#pragma once

#include <QDialog>
#include <optional>

#include "app/models/exportable.hpp"
#include "app/models/latest_answer.hpp"
#include "app/models/workspace_model.hpp"

class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTimer;

namespace actlab::widgets {

class ExportPreview;

/// Takes home what is on the screen: at the left what and in which format, at the right the file before it is
/// written. Stands beside the window and follows what is done there.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// What there is beside the activations of the document; asked again with every change.
    using Others = std::function<std::vector<models::Exportable>()>;

    ExportDialog(models::WorkspaceModel& workspace, Others others, QWidget* parent = nullptr);

    /// Comes up with this chosen, in the format by this name or else the one last used.
    void ask(const QString& key, const QString& format = {});
    /// The same for an activation that is not among those of the document.
    void ask(const activation::ActivationPtr& activation);
    /// Writes what is shown there. The dialog says how it went, and stays.
    void saveTo(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* createChoices();
    QWidget* createFile();
    QWidget* createSize();
    QWidget* createButtons();
    void connectChoices();

    void renew();
    void listSubjects();
    void listFormats();
    void takeSize();
    void rememberFormat(const models::ExportChoice& format);
    void choose(int subject);
    void write();
    void hear(const models::Written& written);
    void showWritten();
    void showPicture(const QImage& picture);
    void showBinary(const QString& file);
    void copy();
    void save();
    void say(const QString& words, bool isError);

    const models::Exportable* subject() const;
    const models::ExportChoice* choice() const;
    QString fileName() const;
    QSize pictureSize() const;

    models::WorkspaceModel& m_workspace;
    const Others m_others;
    activation::ActivationPtr m_asked;  ///< for by itself
    std::vector<models::Exportable> m_all;
    QString m_key;                             ///< of the one that is chosen
    std::optional<models::Written> m_written;  ///< nullopt while it is being worked out
    QListWidget* m_subjects = nullptr;
    QListWidget* m_formats = nullptr;
    QLabel* m_file = nullptr;
    QWidget* m_sizes = nullptr;
    QSpinBox *m_width = nullptr, *m_height = nullptr;
    ExportPreview* m_preview = nullptr;
    QLabel* m_said = nullptr;
    QPushButton *m_copy = nullptr, *m_save = nullptr;
    QTimer* m_patience;                               ///< what takes no longer needs no word
    models::LatestAnswer<models::Written> m_writing;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::widgets
