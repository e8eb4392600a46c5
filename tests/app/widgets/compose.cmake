target_sources(widgets_test PRIVATE ${CMAKE_CURRENT_LIST_DIR}/compose_view_test.cpp)
