"""Forms of the admin between the moment they are opened and the moment they are saved.

Two people, or two windows, may have the same form open, and a session may end meanwhile. Every
admin of the site gets `OpenedFormAdmin` (`twinning_site/workbench/admin_site.py`).
"""
