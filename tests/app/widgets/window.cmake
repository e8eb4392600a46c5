target_sources(widgets_test PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/explore_view_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/figure_command_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_window_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/number_slider_test.cpp)
