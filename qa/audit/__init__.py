"""Recomputes what reports state: ``audit`` gives what does not add up, each with its sentences and the arithmetic."""

from qa.audit.finding import Finding, Kind, Severity, Span
from qa.audit.run import audit

__all__ = ["Finding", "Kind", "Severity", "Span", "audit"]
