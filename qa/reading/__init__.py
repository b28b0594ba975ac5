"""Files -> reports: text, place, year, headings, sentences with exact offsets.

``read`` takes a file, ``read_text`` a text. Formats are read by ``qa.formats``.
"""

from qa.reading.report import read, read_text

__all__ = ["read", "read_text"]
