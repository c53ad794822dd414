"""One file a migration, mNNNN_name.py, written by hand; the next names the last in `down_revision`. There is no way back but a backup.

A change begins in tables.py: a test compares what the migrations make with what stands there. Types here are plain SQL types,
so that a migration means the same in ten years.
"""
