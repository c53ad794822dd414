"""One file a migration; the next follows the last by `down_revision`."""
