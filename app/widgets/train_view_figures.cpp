#include "app/widgets/train_view.hpp"

#include "app/widgets/train_curves_panel.hpp"
#include "app/widgets/train_epoch_plot.hpp"
#include "app/widgets/train_hero.hpp"
#include "app/widgets/train_layer_plot.hpp"
#include "app/widgets/train_network_picture.hpp"
#include "core/workspace/csv.hpp"

namespace actlab::widgets {

/// The numbers behind every curve are those of all: one table of the run.
std::vector<FigurePlace> TrainView::figures()
{
    std::vector<FigurePlace> places{{m_hero, [this] { return m_hero->figure(); }},
                                    {m_network, [this] { return m_network->figure(); }},
                                    {&m_curves->layers(), [this] { return m_curves->layers().figure(); }}};
    for (TrainEpochPlot* plot : m_curves->plots())
        places.push_back({plot, [this, plot] {
                              Figure figure = plot->figure();
                              if (!m_session.history().empty())
                                  figure.csv = [hidden = m_session.spec().hidden, history = m_session.history(),
                                                marks = m_session.marks()] {
                                      return workspace::historyCsv(hidden, history, marks);
                                  };
                              return figure;
                          }});
    return places;
}

}  // namespace actlab::widgets
