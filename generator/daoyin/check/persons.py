"""No data about persons: not in a place's file, not in a procedure."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from daoyin.check.walk import texts
from daoyin.finding import Fault, Message
from daoyin.model import Catalogue, Page

_WORDS = re.compile(
    "画像|信用积?分|(?:信访|个人|人员|诚信).{0,4}信用|诚信信访|[加扣]分|积分(?:管理|制)|失信人|失信名单|"
    "特殊人群|重点(?:人员|人头)|人员(?:负面清单|黑名单|名单)|负面清单人员|红黑榜|黑名单|"
    "稳控|管控(?:人员|对象)|(?:人员|预警)管控|(?<!系)列管|(?<!存)在控(?!制)|盯[人防]|包保(?:人员|责任人|稳)|"
    "(?:多|[一二三四五六])对一(?:包保|稳|盯|看)|多对一|(?<![摆解])脱管(?!理)|失控|漏管|劝返|截访|"
    "缠访|闹访|非访(?!问)|进京(?:访|上访)|赴[省京]访|信访户|上访户|(?<!养)老户(?![口籍])|钉子户|信访老赖|"
    "(?:个人|家庭)(?:住址|电话|手机号?)[:：]"
)
"""The vocabulary of watching, scoring, listing and punishing persons."""

_ID = r"[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
_OLD_ID = r"[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}"
_MOBILE = r"(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}"
_SPACED_ID = re.compile(rf"(?<!\d){_ID}(?!\d)")
_SPACE_BETWEEN = re.compile(r"(?<=\d)[ -](?=[\dXx])")
"""How people write long numbers: 330621 19800101 123X."""
_NUMBERS = re.compile(rf"(?<!\d)(?:{_ID}|{_OLD_ID}|{_MOBILE}|\d{{17}}[\dXx])(?!\d)")
"""Identity numbers of 18 or 15 digits, and mobile numbers. Land lines and 12345-like numbers are bodies' own."""

_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁沈姚卢姜崔钟谭陆汪"
    "范廖石金韦贾夏付邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔]"
)
_HEAD = "市长|县长|区长|镇长|乡长|村长"
_TITLE = (
    "局长|书记|主任|科长|处长|部长|院长|庭长|检察长|队长|所长|站长|主席|委员|法官|检察官|律师|同志|先生|女士|老师|经理|校长|"
    "组长|调解员|网格员|师傅|大爷|大妈|大娘|阿姨"
)
_PERSON = "(?:联系人|负责人|经办人|承办人|信访人|申请人|当事人|投诉人|举报人)"
_GIVEN = "(?:(?![区县市镇乡村局院部委处科所站街组会港州杭华融业产油])[一-鿿])"
_NO_NAME = "(?!周[一二三四五六日天末]|何[时人种地日]|白天|马上)"
_NAMES = re.compile(
    rf"(?:(?<![一-鿿])|(?<=[由请找向对给和与及是为经、])){_NO_NAME}{_SURNAME}(?:{_GIVEN}{{0,2}}(?:{_TITLE})|(?:{_HEAD}))"
    rf"|(?:{_TITLE}|{_HEAD}){_SURNAME}(?:某+|[一-鿿]{{1,2}})(?=[，。；、（）()\s]|$)"
    rf"|{_SURNAME}某(?:某|[甲乙丙丁])?(?![个种些一地日年县市区省村])"
    rf"|(?<={_PERSON}[:：])\s*{_NO_NAME}{_SURNAME}{_GIVEN}{{1,2}}(?![一-鿿])"
)
"""Names of persons: 王局长, 李某某, 书记张三."""

_TITLED = re.compile(rf"{_TITLE}|{_HEAD}|某|{_PERSON}")
_DIGITS = re.compile(r"\d.*\d")
_ROOM = re.compile(r"\d{1,4} ?(?:号楼|幢|栋|座)? ?\d{0,3} ?单元 ?\d{1,5} ?[室号]")
"""A flat: where somebody lives."""

_CITES = re.compile(r"第[0-9一二三四五六七八九十百]+条")
_ADDRESS = re.compile(r"\]\([^)]*")

_EXEMPT = tuple(
    f"procedures/{name}" for name in ("laws/", "glossary", "documents", "synonyms", "roles", "remedies", "sources")
)
"""Law, its terms and forms may name what the law names."""


def person_data(catalogue: Catalogue) -> Iterator[Fault]:
    """地方、事项和文章里，不写关于个人的数据，也不写对人的监控、评分、列名单：没有人应当因为信访被记录或追踪（条例第18条第4款）。

    Places, procedures and written pages hold no data about persons, and nothing that watches, scores or lists them
    (art. 18 ¶4). A line of a page that cites an article may use its words; a question may use any word, but names
    nobody.
    """
    for mention in texts(catalogue):
        if not mention.path.startswith(_EXEMPT):
            for message in _persons(mention.value):
                yield Fault(mention.path, mention.at, message)
    for page in catalogue.pages:
        for number, line in _lines(page):
            for message in _persons(_WORDS.sub("", line) if _CITES.search(line) else line):
                yield Fault(f"content/{page.path}", (number,), message)
    for asked in catalogue.asked:
        for message in _identities(asked.question):
            yield Fault(f"procedures/asked/{asked.theme}.yaml", (asked.question,), message)


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """What a reader sees of a page, by the line of its file: addresses of links are none of it."""
    yield 1, " ".join((page.title, *(str(value) for _, value in page.meta)))
    for number, line in enumerate(page.markdown.split("\n"), page.line):
        yield number, _ADDRESS.sub("](", line)


@lru_cache(maxsize=16384)
def _persons(text: str) -> tuple[Message, ...]:
    return tuple(_messages(text))


def _messages(text: str) -> Iterator[Message]:
    if found := _WORDS.search(text):
        yield Message(
            "“{word}”是关于个人的记录或管控，本站不发布（条例第18条第4款：不得打击报复信访人）；请删去",
            "“{word}” records or controls persons and is not published here (art. 18 ¶4); delete it",
            word=found[0],
        )
    yield from _identities(text)


def _identities(text: str) -> Iterator[Message]:
    """What tells who somebody is."""
    plain = unicodedata.normalize("NFKC", text) if _DIGITS.search(text) else ""
    joined = _SPACE_BETWEEN.sub("", plain)
    if found := _NUMBERS.search(plain) or _SPACED_ID.search(joined) or _ROOM.search(plain):
        yield Message(
            "“{start}…”像是个人的身份证号、手机号或住处；请删去，只写单位的公开电话和地址",
            "“{start}…” looks like a person's identity number, mobile number or home; give a body's line only",
            start=found[0][:3],
        )
    if _TITLED.search(text) and (found := _NAMES.search(text)):
        yield Message(
            "“{start}…”像是个人的姓名；请改写成职务或角色，如“单位负责人”",
            "“{start}…” looks like a person's name; write the office or role instead",
            start=found[0].strip()[:1],
        )
