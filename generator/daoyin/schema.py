"""JSON Schema of every kind of file, from the model itself: what an editor's program completes and checks with."""

import json
from typing import Any

from daoyin.model import Asked, DutyList, Law, Place, Procedure, Questionnaire
from daoyin.model.register import REGISTERS
from daoyin.model.word import ID, Word

_FILES: dict[str, type[Word]] = {
    "procedure": Procedure,
    "place": Place,
    "law": Law,
    "duties": DutyList,
    "questionnaire": Questionnaire,
}


def schemas() -> dict[str, str]:
    """File name (`procedure.json`) -> schema text (JSON Schema 2020-12), the same for the same model."""
    whole = {name: _schema(word) for name, word in _FILES.items()} | {"overlay": _overlay(), "asked": _asked()}
    for key in ("extends", "removed"):  # an overlay's alone, and what reading makes of it
        whole["procedure"]["properties"].pop(key)
    whole["procedure"]["$defs"].pop("Removal")
    return {f"{name}.json": _text(schema) for name, schema in (whole | _registers()).items()}


def _schema(word: type[Word]) -> dict[str, Any]:
    schema = word.model_json_schema(by_alias=True)
    schema.get("properties", {}).pop("id", None)  # a file's id is its path
    schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    return schema


def _overlay() -> dict[str, Any]:
    """A local procedure that extends another: nothing must be said again, and steps and limits may come and go."""
    schema = _schema(Procedure)
    schema["properties"].pop("removed")
    schema["required"] = ["extends", "checked"]
    name = {"type": "string", "pattern": rf"^{ID}(?:/{ID}){{2,}}$", "description": "沿用上级地方的哪一件事项"}
    schema["properties"]["extends"] = name
    words = schema["$defs"]
    words.pop("Removal")
    remove = {"const": True, "description": "本地没有这一项；依据写在 law 或 sources"}
    for word in (words["Limit"], words["Node"]):
        word.pop("oneOf", None)
        word["required"] = []
        word["properties"]["remove"] = remove
    words["Node"]["properties"]["after"] = {"type": "string", "pattern": f"^{ID}$", "description": "接在哪一步后面"}
    words["Process"]["required"] = []
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


def _asked() -> dict[str, Any]:
    """Questions as people put them: each is a key, and where it is answered its value."""
    return {"description": Asked.__doc__, "type": "object", "additionalProperties": _schema(Asked)["properties"]["to"]}


def _text(schema: dict[str, Any]) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
