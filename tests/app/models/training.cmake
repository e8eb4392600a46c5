target_sources(models_test PRIVATE
  kept_run_test.cpp
  layer_uses_test.cpp
  network_portrait_test.cpp
  painting_test.cpp
  race_session_test.cpp
  scripted_training.cpp
  curve_view_test.cpp
  runs_filter_test.cpp
  runs_model_test.cpp
  smoothing_test.cpp
  training_changes_test.cpp
  training_curve_test.cpp
  training_session_edits_test.cpp
  training_session_test.cpp
  training_speed_test.cpp
  watchable_training_test.cpp
  weight_edits_test.cpp)
