"""Open data: what a page says, as JSON for machines."""

import json

from daoyin.model import Catalogue, Procedure


def procedure(procedure: Procedure) -> str:
    """A procedure as it was read, keyed as in the YAML; entries keep their order and carry their id."""
    value = procedure.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def index(catalogue: Catalogue) -> str:
    """Every procedure's id, name, summary and date: the way in to the single files."""
    return (
        json.dumps(
            [
                {"id": word.id, "name": word.name, "summary": word.summary, "checked": word.checked.isoformat()}
                for word in catalogue.procedures
            ],
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def script(name: str, value: object) -> str:
    """A value as a classic script that sets `window.<name>`: from `file://` a page may run scripts but not fetch."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # each ends a line of a script
    return f"window.{name} = {text};\n"
