target_sources(models_test PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/scripted_training.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_changes_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_curve_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_run_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_speed_test.cpp)
