"""`python -m server.cli`: how a system starts us, whatever stands on its search path."""

from server.cli import main

main(prog_name="groundwork")
