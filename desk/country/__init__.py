"""Türkiye as data: places, parties, every result since 2014, the law by year, seats.

Read when somebody asks and kept from then on; a night's own election is made of it and lives
without it. No window, no file of a night and no agency's figure ever enters.
"""
