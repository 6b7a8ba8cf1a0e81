"""The explorer: a database as pages to look at, follow to their words, and doubt.

Takes the path of a database; gives an ASGI application (:func:`hearsay.web.app.create_app`). Everything that can be is
drawn on the server; a page works without JavaScript, but for the map. It never asks another server for anything.
"""
