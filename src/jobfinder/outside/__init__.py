"""The doors: the only room that may open sockets and start programs.

`http.Door` fetches pages, `parsers.Parsers` reads them where they can be stopped; `visit` is what the door asks of its
caller; `settings.Network` is what may be set. Import what you need from the modules themselves, so that reading the
settings loads no HTTP library.
"""
