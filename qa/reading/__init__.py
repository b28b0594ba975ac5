"""Files -> reports: text, place, year, headings, sentences with exact offsets.

``read`` takes a file, ``read_text`` a text. Formats are added in ``source.READERS``.
"""

from qa.reading.report import read, read_text

__all__ = ["read", "read_text"]
