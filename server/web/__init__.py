"""HTTP only: every route is a few lines around an action.

door     who may enter: one table for all routes     session   the one-time link, the browser it logs in, forms
errors   what went wrong, as a status and a body     current   the parts and the user of the request in hand
api      /api/v1, described by OpenAPI
enter    where the one-time link leads               pages     what people see
browsers the page on which browsers are paired       codes     the one-time codes it shows
before   the ask for a talk; after: what follows it   heard     what was said to each want
"""
