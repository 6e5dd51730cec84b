"""Overlaps and gaps are a report: what nobody leads, what two lead, and what is 未收录."""

from daoyin.check import gaps
from daoyin.load import Loaded
from daoyin.model import Catalogue, Place
from daoyin.model.place import PUBLICATION


def test_every_matter_of_law_is_asked_for_in_every_place_with_bodies(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    found = gaps.leads(catalogue)
    national = [procedure for procedure in catalogue.procedures if procedure.place == "cn"]
    places = [place for place in catalogue.places if place.bodies]
    assert len([lead for lead in found if lead.procedure.count("/") == 2 and lead.procedure.startswith("cn/")]) == len(
        national
    ) * len(places)
    assert {lead.kind for lead in found} <= {"gap", "one", "overlap"}


def test_a_composite_role_is_filled_by_the_body_of_a_member(loaded: Loaded) -> None:
    found = {(lead.place, lead.procedure): lead for lead in gaps.leads(loaded.catalogue)}
    nansha = "cn/guangdong/guangzhou/nansha"
    assert found[nansha, "cn/handling/accusation"].bodies != ()


def test_two_bodies_with_one_role_are_an_overlap(loaded: Loaded) -> None:
    place = Place.model_validate(
        {
            "id": "cn/x",
            "name": "x",
            "level": "county",
            "summary": "x",
            "checked": "2026-11-22",
            "bodies": {
                "one": {"name": "one", "roles": ["petition-department"]},
                "two": {"name": "two", "roles": ["petition-department"]},
            },
        }
    )
    catalogue = Catalogue.model_construct(None, **{**dict(loaded.catalogue), "places": (place,)})
    kinds = {lead.procedure: lead.kind for lead in gaps.leads(catalogue)}
    assert kinds["cn/acceptance/register-and-transfer"] == "overlap"
    assert kinds["cn/handling/review"] == "gap"


def test_what_a_body_does_not_answer_of_article_18_is_listed(loaded: Loaded) -> None:
    bodies = sum(len(place.bodies) for place in loaded.catalogue.places)
    blank = gaps.blanks(loaded.catalogue)
    assert len(blank) <= bodies
    assert all(set(row.items) <= set(PUBLICATION) for row in blank)
    assert all(row.items for row in blank)
