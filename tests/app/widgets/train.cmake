target_sources(widgets_test PRIVATE
  ../models/scripted_training.cpp
  ${CMAKE_CURRENT_LIST_DIR}/train_boundary_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/train_message_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/train_network_columns_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/train_number_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/train_view_fields_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/train_view_test.cpp)
