"""python -m careercli"""

from careercli.cli import main

main()
