target_sources(actlab-models PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/training_changes.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_curve.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_mailbox.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_run.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_session.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_speed.cpp
  ${CMAKE_CURRENT_LIST_DIR}/training_thread.cpp)
