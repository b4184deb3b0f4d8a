"""Articles checked again as they change, in one process: for an editor, and for a folder that is watched."""
