"""What all words of the model share: they are frozen, hashable, and refuse keys that they do not know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Ids are lower-case ASCII kebab-case: they are file names, addresses and keys at once."""

Id = Annotated[str, StringConstraints(pattern=rf"^{ID}$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text that names something else, so that one rule can follow every reference of a kind."""

    kind: str


RoleId = Annotated[Id, Names("role")]
DocumentId = Annotated[Id, Names("document")]
SourceId = Annotated[Id, Names("source")]
RemedyId = Annotated[Id, Names("remedy")]
TermId = Annotated[Id, Names("term")]
PlaceId = Annotated[str, Names("place")]
"""A place by its folder: `cn/zhejiang/quzhou`."""
PracticeId = Annotated[Id, Names("practice")]
"""A practice of the place that the word belongs to."""
NodeId = Annotated[Id, Names("node")]
"""A node of the same procedure."""
QuestionId = Annotated[Id, Names("question")]
"""A question or outcome of the same questionnaire."""
NodeName = Annotated[str, Names("event")]
"""A node here (`accepted`), or in another procedure (`handling/appeal:accepted`)."""
ExtendedName = Annotated[str, Names("extended")]
"""A procedure of a place above by its whole id: `cn/handling/review`."""
ProcedureName = Annotated[str, Names("procedure")]
"""`part/name`, or `name` in the same part."""
StepName = Annotated[str, Names("step")]
"""`part/name:node`."""
LimitName = Annotated[str, Names("limit")]
"""`part/name:limit`."""
TargetName = Annotated[str, Names("target")]
"""`procedure part/name:node` or `remedy id`."""


class Word(BaseModel):
    """A value read from YAML. Equal values are equal words; nothing changes after loading."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, coerce_numbers_to_str=True
    )


class Entry(Word):
    """A word with a name of its own: in YAML its id is the key that it stands under."""

    id: Id

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """An editor writes the id as the key, so the schema of the value does not ask for it again."""
        shape = handler.resolve_ref_schema(handler(schema))
        shape.get("properties", {}).pop("id", None)
        if "id" in shape.get("required", []):
            shape["required"] = [key for key in shape["required"] if key != "id"]
        return shape


EntryT = TypeVar("EntryT", bound=Entry)


def _keyed(value: object) -> object:
    """`{id: {…}}` as it stands in YAML -> `[{id: …, …}]` in the order of the file."""
    if isinstance(value, (str, int, list)):
        raise PydanticCustomError("keyed", "下面应当一项一行，写成“名字: 内容”，名字用小写英文")
    if not isinstance(value, Mapping):
        return value
    return [{**entry, "id": key} if isinstance(entry, Mapping) else entry for key, entry in value.items()]


class _KeyedSchema:
    """JSON Schema of a `Keyed` field: an object whose values are the entries."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": "object",
            "propertyNames": {"pattern": rf"^{ID}$"},
            "additionalProperties": handler(schema)["items"],
        }


Keyed = Annotated[tuple[EntryT, ...], BeforeValidator(_keyed), _KeyedSchema]
"""Entries under their ids, in the order in which the file tells them."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, (str, Mapping)) else value


class _SomeSchema:
    """JSON Schema of a `Some` field: one, or a list of them."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        shape: dict[str, Any] = handler(schema)
        return {"anyOf": [shape["items"], shape]}


T = TypeVar("T")
Some = Annotated[tuple[T, ...], BeforeValidator(_listed), _SomeSchema]
"""One value or a list of them; always a tuple once read."""


def _rows(value: object) -> object:
    return tuple((str(key), text) for key, text in value.items()) if isinstance(value, Mapping) else value


class _TableSchema:
    """JSON Schema of a `Table` field: an object whose values are texts."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}


Table = Annotated[tuple[tuple[str, Text], ...], BeforeValidator(_rows), _TableSchema]
"""Texts under keys of their own, in the order of the file: `dict(table)` looks them up."""
