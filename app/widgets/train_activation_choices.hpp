#pragma once

#include <QAbstractListModel>
#include <QIcon>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::widgets {

/// The person's own activations, then the catalogue, each with its curve as icon; the icons are painted
/// when first seen.
class TrainActivationChoices : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setOwn(const std::vector<activation::ActivationPtr>& own);
    /// The icons follow the palette.
    void repaint();

    activation::ActivationPtr at(int row) const { return m_choices[static_cast<std::size_t>(row)]; }
    int rowOf(const std::string& name) const;  ///< −1 where there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<activation::ActivationPtr> m_own;
    std::vector<activation::ActivationPtr> m_choices;
    mutable std::vector<QIcon> m_icons;
};

}  // namespace actlab::widgets
