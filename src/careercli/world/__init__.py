"""The outside world as objects that tests swap: streams, settings, signals, the pager."""
