target_sources(actlab-widgets PRIVATE
  widgets/controls.cpp
  widgets/curve_cursor.cpp
  widgets/curve_dots.cpp
  widgets/curve_layer.cpp
  widgets/curve_plot.cpp
  widgets/curve_plot_input.cpp
  widgets/curve_reading.cpp
  widgets/figure_file.cpp
  widgets/fitting_range.cpp
  widgets/number_slider.cpp
  widgets/number_text.cpp
  widgets/parameter_panel.cpp
  widgets/plot_marks.cpp
  widgets/plot_style.cpp
  widgets/theme.cpp
  widgets/tinted_icon.cpp)
