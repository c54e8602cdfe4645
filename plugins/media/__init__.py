"""Pictures, video and audio: what they may hold, and what belongs to a recording beside its file."""
