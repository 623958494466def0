"""The only room that opens a connection to another machine, and only for `netlog calendar URL`."""
