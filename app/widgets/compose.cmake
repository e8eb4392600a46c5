target_sources(actlab-widgets PRIVATE
  widgets/compose_examples.cpp
  widgets/compose_gradient.cpp
  widgets/compose_hygiene.cpp
  widgets/compose_menu.cpp
  widgets/compose_naming.cpp
  widgets/compose_parameter.cpp
  widgets/compose_parameters.cpp
  widgets/compose_plot.cpp
  widgets/compose_view.cpp
  widgets/formula_box.cpp
  widgets/formula_field.cpp
  widgets/interval_text.cpp
  widgets/join_row.cpp
  widgets/join_words.cpp
  widgets/piece_row.cpp
  widgets/pieces_table.cpp)
