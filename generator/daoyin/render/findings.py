"""Findings -> text for people, JSON, SARIF 2.1.0, and the forms in which code hosts take them."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

from daoyin.finding import Finding

_COLOURS = {"error": "31", "warning": "33"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HELP = "urn:daoyin:rule:"
"""A rule's page has no address of its own before a site is published: the name that `daoyin explain` takes."""


def text(findings: Sequence[Finding], *, english: bool = False, colour: bool = False) -> str:
    """`path:line: rule: message`, one a line; a warning says that it is one."""
    return "".join(f"{_line(finding, english, colour)}\n" for finding in findings)


def _line(finding: Finding, english: bool, colour: bool) -> str:
    where, rule = f"{_shown(finding.path)}:{finding.line}", finding.rule
    mark = "" if finding.level == "error" else " (warning)" if english else "（提醒）"
    if colour:
        where, rule = f"\033[1m{where}\033[0m", f"\033[{_COLOURS[finding.level]}m{rule}\033[0m"
    return f"{where}: {rule}: {_shown(_message(finding, english))}{mark}"


def _shown(text: str) -> str:
    """On one line, and nothing in it that would command a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _message(finding: Finding, english: bool) -> str:
    return finding.english if english else str(finding.message)


def summary(findings: Sequence[Finding], *, english: bool = False) -> str:
    """How many of each level, in a sentence."""
    errors = sum(finding.level == "error" for finding in findings)
    warnings = len(findings) - errors
    if english:
        return f"{errors} to mend, {warnings} warnings." if findings else "Nothing to mend."
    return f"{errors} 处要改正，{warnings} 处提醒。" if findings else "没有问题。"


def as_json(findings: Sequence[Finding], *, english: bool = False) -> str:
    """An array of objects: path, line, rule, level, message, fingerprint."""
    marks = fingerprints(findings)
    rows = [
        {
            "path": finding.path,
            "line": finding.line,
            "rule": finding.rule,
            "level": finding.level,
            "message": _message(finding, english),
            "fingerprint": mark,
        }
        for finding, mark in zip(findings, marks, strict=True)
    ]
    return _json(rows)


def sarif(findings: Sequence[Finding], rules: Mapping[str, str], version: str, *, english: bool = False) -> str:
    """SARIF 2.1.0: one run, its rules (id -> what must hold), and a result for each finding."""
    ids = list(dict.fromkeys((*rules, *(finding.rule for finding in findings))))
    told = [{"id": id, "shortDescription": {"text": rules.get(id) or id}, "helpUri": f"{_HELP}{id}"} for id in ids]
    results = [
        {
            "ruleId": finding.rule,
            "ruleIndex": ids.index(finding.rule),
            "level": finding.level,
            "message": {"text": _message(finding, english)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(finding.path), "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": finding.line},
                    }
                }
            ],
            "partialFingerprints": {"daoyinFinding/v1": mark},
        }
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {"name": "daoyin", "version": version, "rules": told}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def github(findings: Sequence[Finding], *, english: bool = False) -> str:
    """Workflow commands, which GitHub (and hosts that follow it) shows beside the line: `::error file=…,line=…::`."""
    return "".join(
        f"::{finding.level} file={_property(finding.path)},line={finding.line},title={_property(finding.rule)}"
        f"::{_data(_message(finding, english))}\n"
        for finding in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(findings: Sequence[Finding], *, english: bool = False) -> str:
    """GitLab's Code Quality report: an array of issues with a fingerprint each."""
    severity = {"error": "major", "warning": "minor"}
    rows = [
        {
            "description": _message(finding, english),
            "check_name": finding.rule,
            "fingerprint": mark,
            "severity": severity[finding.level],
            "location": {"path": finding.path, "lines": {"begin": finding.line}},
        }
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    return _json(rows)


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """What tells a finding again in the next run: all but its line; the nth of several alike is told by n."""
    seen: dict[str, int] = {}
    marks: list[str] = []
    for finding in findings:
        same = f"{finding.path}\n{finding.rule}\n{finding.message}"
        seen[same] = seen.get(same, 0) + 1
        marks.append(sha256(f"{same}\n{seen[same]}".encode()).hexdigest()[:32])
    return marks


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
