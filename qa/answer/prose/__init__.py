"""Answers in the words of a report: facts, lists, sections, summaries."""
