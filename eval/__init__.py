"""Measures question-answering systems on a set of questions with known answers and verbatim evidence."""
