"""The situation report: incidents of a period, or one, for people to read and print."""

from __future__ import annotations

from hearsay.publish.report.content import SituationReport, period_title, situation_report
from hearsay.publish.report.html import report_html
from hearsay.publish.report.text import report_text

__all__ = ["SituationReport", "period_title", "report_html", "report_text", "situation_report"]
