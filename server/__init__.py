"""Groundwork's server. What is said here is said before numpy is loaded anywhere in it.

Our products are small (some thousand passages by 256), and a second thread for them waits longer than it works: on a machine that has other
things to do, a look at many pages took twice as long with two.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
