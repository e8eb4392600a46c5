target_sources(actlab-widgets PRIVATE
  widgets/controls.cpp
  widgets/number_slider.cpp
  widgets/parameter_panel.cpp
  widgets/theme.cpp
  widgets/tinted_icon.cpp)
