target_sources(models_test PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/activation_list_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/explore_model_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/unsaved_work_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/workspace_model_test.cpp)
