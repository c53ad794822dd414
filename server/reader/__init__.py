"""Reads pages in warm child processes that can be killed: one hostile page costs that page and nothing else.

pool      Reader: hands pages to children, replaces the ones that die
child     what a child does: scrape and features; the only file here that imports scrapers' readers
worker    one child seen from the parent: start, ask, kill
wire      what goes over the pipes, as plain data
memory    the cap on what a page may need
version   a short name for "the same page would be read the same way"
"""

from server.reader.pool import Progress, Reader
from server.reader.version import reader_version
from server.reader.wire import ReadResult

__all__ = ["Progress", "ReadResult", "Reader", "reader_version"]
