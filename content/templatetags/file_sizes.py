"""Sizes of files in words."""

from django import template

from content.text.file_sizes import file_size

register = template.Library()
register.filter(file_size)
