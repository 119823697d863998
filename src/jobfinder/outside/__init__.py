"""The doors: the only room that may open sockets.

`http.Door` fetches pages; `visit` is what it asks of its caller; `settings.Network` is what may be set.
Import what you need from the modules themselves, so that reading the settings loads no HTTP library.
"""
