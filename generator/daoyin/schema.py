"""JSON Schema of every kind of file, from the model itself: what an editor's program completes and checks with."""

import json
from typing import Any

from daoyin.model import DutyList, Law, Place, Procedure
from daoyin.model.register import REGISTERS
from daoyin.model.word import ID, Word

_FILES: dict[str, type[Word]] = {"procedure": Procedure, "place": Place, "law": Law, "duties": DutyList}


def schemas() -> dict[str, str]:
    """File name (`procedure.json`) -> schema text (JSON Schema 2020-12), the same for the same model."""
    whole = {name: _schema(word) for name, word in _FILES.items()}
    return {f"{name}.json": _text(schema) for name, schema in (whole | _registers()).items()}


def _schema(word: type[Word]) -> dict[str, Any]:
    schema = word.model_json_schema(by_alias=True)
    schema.get("properties", {}).pop("id", None)  # a file's id is its path
    schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    return schema


def _registers() -> dict[str, dict[str, Any]]:
    """A register is an object whose values are its entries."""
    found = {}
    for name, word in REGISTERS.items():
        entry = _schema(word)
        definitions = entry.pop("$defs", {})
        found[name] = {
            "$defs": {**definitions, word.__name__: entry},
            "type": "object",
            "propertyNames": {"pattern": f"^{ID}$"},
            "additionalProperties": {"$ref": f"#/$defs/{word.__name__}"},
        }
    return found


def _text(schema: dict[str, Any]) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
