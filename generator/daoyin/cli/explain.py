"""The verb that explains a rule: explain."""

import argparse
import sys
from difflib import get_close_matches

from daoyin.cli.verbs import Verbs, fail
from daoyin.explain import rules
from daoyin.render import rules as render


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("explain", help="说明一条检查规则：内容、例子、怎样改")
    verb.add_argument("rule", nargs="?", metavar="规则", help="如 unknown-role；不写，就列出所有规则")
    verb.add_argument("--all", action="store_true", help="写出所有规则的说明页（docs/rules.md）")
    verb.set_defaults(run=_explain)


def _explain(options: argparse.Namespace) -> int:
    known = {rule.id: rule for rule in rules()}
    if options.all:
        sys.stdout.write(render.page(tuple(known.values())))
    elif not options.rule:
        for rule in known.values():
            print(f"{rule.id}: {rule.says}")
    elif options.rule in known:
        sys.stdout.write(render.section(known[options.rule]))
    else:
        near = get_close_matches(options.rule, known, n=3, cutoff=0.4)
        fail(
            f"没有规则“{options.rule}”" + (f"；是不是 {'、'.join(near)}？" if near else "；daoyin explain 列出所有规则")
        )
    return 0
