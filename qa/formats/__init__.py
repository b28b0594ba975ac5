"""Files of any format -> text: what stands on the pages, one line a paragraph, one line a table row.

Knows nothing of reports. Text files are decoded in this process (``encoding``); pages, Word files and PDFs are parsed in
a child process (``isolated``), for they come from anywhere and their parsers are large.
"""
