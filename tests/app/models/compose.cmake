target_sources(models_test PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/compose_model_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/piece_reigns_test.cpp)
