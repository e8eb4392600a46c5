target_sources(actlab-models PRIVATE
  models/layer_uses.cpp
  models/live_edits.cpp
  models/network_portrait.cpp
  models/painting.cpp
  models/race_session.cpp
  models/run_texts.cpp
  models/runs_filter.cpp
  models/runs_model.cpp
  models/smoothing.cpp
  models/training_changes.cpp
  models/training_curve.cpp
  models/training_mailbox.cpp
  models/training_session.cpp
  models/training_speed.cpp
  models/training_thread.cpp
  models/watchable_training.cpp
  models/weight_edits.cpp)
