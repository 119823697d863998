"""Wire formats: one module per provider renders the world's records as that provider publishes them.

Called by the routes. Independent of `jobfinder.boards` on purpose: an error shared by writer and reader would hide. To
add a provider: a module here, its addresses in `addresses`, its routes in `provider_routes`, a part in `cast`.
"""
