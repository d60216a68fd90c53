"""The main window: menus, commands, welcome, settings, and the view that holds a night's pages.

Everything is put together here; what a page does is known to the page.
"""
