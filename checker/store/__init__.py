"""The cache of what was read from each article, and of what was linked.

A folder of plain files, one subfolder (a *context*) for each program version, settings and working folder::

    manifest        each file of the corpus: its stat, its digest, its articles, and where their records stand
    segments/*      records of articles, appended run by run, never changed
    linked-*        the links of one set of articles, so that only what an edit touches is linked again
    found-*         what one set of rules found in each article and fact

Nothing is trusted. Every file, and every record of a segment, is read only where its checksum holds, and then into
typed nouns; a byte that is not as written, wherever it stands, is a :class:`DamageError`, and the run that meets one
drops the context and reads everything anew. A file is unchanged where its size, its times and its inode are as noted,
and were noted when the file had been at rest for :data:`RACY`; else its bytes decide.

Every file is written aside, flushed and renamed, segments before the manifest that names them. So a run that is killed
leaves the files of the last commit, and perhaps a segment that nobody names, which is swept when an hour old. Two runs
at once each see whole files; commits are made under a lock and merged, the later file of a name wins.

With a year of broadcasts (4,833 articles, 67,000 figures) the records take 29 MB, the links 7 MB, and the manifest
1.5 MB, which is read in 30 ms. Plain files and no database, since a bit that flips in a key or an index of a database
is found by no checksum of its rows; here every byte that is read stands under one.
"""

from __future__ import annotations

from checker.disk import DamageError
from checker.store.folder import Store
from checker.store.manifest import Manifest, Place, Row, Stat

__all__ = ["DamageError", "Manifest", "Place", "Row", "Stat", "Store"]
