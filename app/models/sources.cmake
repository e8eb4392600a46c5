target_sources(actlab-models PRIVATE models/workspace_model.cpp)
