target_sources(widgets_test PRIVATE
  checks_panel_test.cpp
  checks_report_test.cpp
  checks_side_test.cpp
  curve_thinning_test.cpp
  document_actions_test.cpp
  explore_view_test.cpp
  export_dialog_test.cpp
  figure_test.cpp
  figure_command_test.cpp
  file_drop_test.cpp
  fitting_range_test.cpp
  main_window_export_test.cpp
  main_window_test.cpp
  main_window_title_test.cpp
  number_slider_test.cpp
  quick_graph_test.cpp
  sentence_test.cpp)
