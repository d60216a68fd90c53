"""What a clause says by its own words: hoped, denied, only spoken of, recounted, of a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desk.facts.codes import Code
from desk.reading.figures.boxes import AFTERWARDS
from desk.reading.grammar.bodies import spoken
from desk.reading.grammar.clauses import FUTURE, WAS, Clause
from desk.reading.grammar.clocks import part_around
from desk.reading.grammar.grouping import PARTERS
from desk.reading.grammar.roles import HOPED, NO_VOTES, RECOUNTED, WHOSE, FigureRole, Part
from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Number, Other
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense, in_parts

_PARTS = (
    *("kentlerde", "koylerde", "mahalle", "koyu", "koylerinde"),
    *("kuzeyinde", "guneyinde", "dogusunda", "batisinda", "okul", "sandiginda", "cezaevi"),
    *("genc", "kadin", "erkek", "emekli"),
)
_MISSIONS = ("temsilcilig", "konsoloslug", "buyukelcilig")
"""`Berlin temsilciliğinde`: one of the places where voters abroad vote."""
_GROUPS = ("genc", "kadin", "erkek", "yasli", "kirsal", "gurbetci", "engelli", "universiteli")
_QUARTERS = ("mahalleler", "siteler", "semtler")
_SIDES = ("kuzey", "guney", "dogu", "bati")
_SHORES = ("anadolu", "avrupa", "asya", "rumeli", *_SIDES)
_STRETCHES = ("yakas", "yakada", "yarimada", "seridi", "kiyisind", "kiyilar", "sahilind")
PARTIAL = FigureRole(Part.ASKED, Code.Q310)
"""Of a part of the place, or of the voters: whose figures these are is asked."""

_FEW_BOXES = 20
_FEW = 1_000
"""So few votes a recount may have added."""

_BODIES = ("baskanvekil", "encumen", "kurultay", "kongre", "komisyon", "teklif")
_BALLOTS = ("oylama", "butce", "kabul", "ret")
"""What also counts votes, and is no election."""

_SAID = frozenset(("deniyor", "deniliyor", "soyleniyor", "konusuluyor"))
_HEARSAY = ("soylenti", "kulis", "duyum", "iddia", "dedikodu", "bahis")


def mood_of(clause: Clause) -> FigureRole | None:
    """Hopes, denials, recounts and parts of the voters, by a clause's words."""
    words = [
        unit
        for at, unit in enumerate(clause.units)
        if unit.fold and not (_to_be(clause, at) or _waits(clause, at))
    ]
    forms = [
        unit.data.verb.form for unit in words if isinstance(unit.data, Word) and unit.data.verb
    ]
    # `açılması bekleniyor`: what is hoped is the opening itself.
    boxed = clause.has(Sense.BOX) and any(
        unit.word(Sense.OPENED)
        and not (
            isinstance(unit.data, Word) and unit.data.verb and unit.data.verb.form is Form.NOUN
        )
        for unit in words
    )
    if _takes_office(clause) or any(unit.fold.startswith("okunmali") for unit in words):
        # `48,0 olarak okunmalıdır`: what holds.
        return None
    if any(FUTURE.fullmatch(unit.fold) for unit in words):
        return HOPED
    hoped = (
        any(unit.word(Sense.HOPE) for unit in words) and not boxed and not _over_threshold(words)
    )
    # `yüzde 33,1 alsa da ...`
    conceded = Form.IF in forms and (clause.form is Form.CONVERB or _although(clause))
    if Form.FUTURE in forms or (not conceded and (Form.IF in forms or hoped)):
        return HOPED
    if _of_their_own(clause):
        return WHOSE
    if _claimed(clause) or _in_case(clause) or general(clause) or only_mentions(clause.units):
        return HOPED
    last = clause.numbers[-1] if clause.numbers else len(clause.units)
    if any(unit.fold in ("mi", "mu") for unit in clause.units[last:]):
        # `chp 54,0 mı`, `yüzde 51 aldı mı?`: somebody asks.
        return HOPED
    negated = clause.predicate & {Sense.NEGATED} and not clause.predicate & {Sense.OPENED}
    negated = negated and not _of_another(clause)
    told = [unit for unit in clause.units if not isinstance(unit.data, Mark)]
    alone = len(clause.numbers) < 2 and told and told[-1].fold.startswith("degil")
    if negated or alone:
        return HOPED
    recounted = clause.has(Sense.RECOUNT) and _recounts(clause) and not _after_all(clause)
    if recounted and not _disputed_apart(clause):
        return RECOUNTED
    if _counted_before(clause):
        return RECOUNTED
    if clause.has(Sense.NUMBERED) and clause.has(Sense.BOX):
        return NO_VOTES
    if _of_a_body(clause, words):
        return NO_VOTES
    return PARTIAL if _of_a_part(clause, words) else None


def _of_a_body(clause: Clause, words: Sequence[Unit]) -> bool:
    """`komisyonda 12 oy`, `oylamada CHP 8 oy`: of votes inside an assembly or a party."""
    named = [unit.data for unit in clause.units if isinstance(unit.data, Claimant)]
    nobody = not any(holder.known or holder.sure for holder in named)
    nobody = nobody and not any(unit.fold.startswith("halk") for unit in words)
    # `Belediye meclisi oylamasında Silivri'de katılım yüzde 83,9`
    nobody = nobody and not any(isinstance(unit.data, RaceName) for unit in clause.units)
    bodies = _BODIES + _BALLOTS if nobody else _BODIES
    pairs = pairwise([*words, *words[-1:]])
    return any(one.fold.startswith(bodies) and not _is_hall(two) for one, two in pairs)


def _although(clause: Clause) -> bool:
    """`oyu yüzde 48,6'ya düşse de koltuğunu korudu`: it did fall."""
    pairs = pairwise(clause.units)
    also = any(
        two.fold in ("de", "da")
        and isinstance(one.data, Word)
        and one.data.verb is not None
        and one.data.verb.form is Form.IF
        for one, two in pairs
    )
    return also and clause.form is Form.FINITE and clause.units[-1].fold.endswith(WAS)


def _is_hall(after: Unit) -> bool:
    """`ATO Kongre Merkezi'nde`: where it was, and not a congress."""
    return after.fold.startswith(("merkez", "salon", "bina"))


_OFFICE = ("mazbata", "gorev", "koltu", "baskanlik", "makam", "yonet", "temsil")
"""How the words begin that say what somebody takes over."""


def _takes_office(clause: Clause) -> bool:
    """`yüzde 50,37'lik oyla görevine devam edecek`: what she will do with what she got."""
    last = clause.units[-1].fold
    with_it = any(unit.case == "ins" or unit.fold == "oyla" for unit in clause.units)
    told = any(unit.fold.startswith(_OFFICE) for unit in clause.words)
    return told and with_it and len(clause.numbers) < 3 and FUTURE.fullmatch(last) is not None


def _to_be(clause: Clause, at: int) -> bool:
    """`meclise gidecek 45 üye için yapılan yarışta CHP ... aldı`: the noun's, not the figure's."""
    units = clause.units
    attribute = units[at].fold.endswith(("acak", "ecek")) and FUTURE.fullmatch(units[at].fold)
    if not attribute or any(one < at for one in clause.numbers):
        return False
    if isinstance(units[at + 1].data if at + 1 < len(units) else None, Claimant):
        # `göreve gelecek Sinem Dedetaş'ın oyu yüzde 50,2`
        return True
    if clause.form is not Form.FINITE:
        return False
    last = clause.numbers[-1] if clause.numbers else len(units)
    verbs = [unit.data.verb for unit in units[last:] if isinstance(unit.data, Word)]
    return any(verb is not None and verb.form is Form.FINITE for verb in verbs)


def _waits(clause: Clause, at: int) -> bool:
    """`Saraçhane'de bekleyen kalabalık coştu: AA ...`: who waits hopes for no figure."""
    unit = clause.units[at]
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    if verb is None or verb.form is not Form.SUBJECT or not unit.word(Sense.HOPE):
        return False
    after = clause.units[at + 1] if at + 1 < len(clause.units) else unit
    return unknown(after) and not any(one < at for one in clause.numbers)


def _of_another(clause: Clause) -> bool:
    """`CHP 18,8, AK Parti aday çıkarmadı`, `oyu değişmedi`: the verb denies none of the figures."""
    units = clause.units
    if units[-1].fold.startswith("degisme"):
        return True
    last = clause.numbers[-1] if clause.numbers else len(units)
    with_it = last < len(units) and any(
        unit.case == "ins" or unit.fold == "ragmen" for unit in units[last : last + 2]
    )
    # `3 bin oy aldı, barajı aşamadı`, `3 bin oy almasına rağmen ...`
    with_it |= any(_got(unit) or unit.fold == "ragmen" for unit in units[last:-1])
    if with_it and not units[-1].fold.startswith("degil") and Sense.SAY not in clause.predicate:
        # `6 bin 15 oyla başkanlığı bırakmadı`: what she did not do with what she got.
        return True
    if any(one.word(Sense.OPENED) and two.mark(",;") for one, two in pairwise(units[last:])):
        # `sandıkların yüzde 53'ü açıldı, oy oranları henüz geçilmedi`
        return True
    if units[-1].fold.startswith(_PASSED) and last < len(units) and units[last].case == "lik":
        # `CHP, AK Parti'nin yüzde 46,5'lik oyunu geçemedi`
        return True
    behind = units[last + 1 :]
    opens = next((at for at, unit in enumerate(behind) if unit.mark(PARTERS + "–-")), None)
    told = behind[opens + 1 :][:1] if opens is not None else behind[:1]
    subject = bool(told) and isinstance(told[0].data, Claimant | PlaceName) and not told[0].case
    return subject and (opens is not None or told[0].start > units[last].end + 1)


def _got(unit: Unit) -> bool:
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    done = unit.word(Sense.RESULT, Sense.STAY, Sense.REACH) and not unit.word(Sense.NEGATED)
    return done and verb is not None and verb.form is Form.FINITE


_PASSED = ("geceme", "yetiseme", "yakalayama", "asama")
_THEY_DID = re.compile(r"\w+[dt][iu]kl[ae]rini")


def _of_their_own(clause: Clause) -> bool:
    """`Ahmet Kaya yüzde 55 oy aldıklarını söyledi`: what somebody says of her own side."""
    pairs = pairwise(clause.units) if clause.has(Sense.SAY) else ()
    told = any(_THEY_DID.fullmatch(one.fold) and two.word(Sense.SAY) for one, two in pairs)
    return told and not any(isinstance(unit.data, AgencyName) for unit in clause.units)


def guesses(unit: Unit, after: str) -> bool:
    """`polis 8 bin kişinin geldiğini tahmin ediyor`: somebody's guess, in its own clause."""
    return unit.fold == "tahmin" and after.startswith(("ed", "et"))


def _claimed(clause: Clause) -> bool:
    """`öne sürüldü`, `söylentiye göre`, `tahmin ediyor`: what somebody claims."""
    if clause.folds & _SAID:
        return True
    return any(
        (one.fold == "one" and two.fold.startswith("sur"))
        or guesses(one, two.fold)
        or (one.fold.startswith(_HEARSAY) and two.fold in ("gore", "bakilirsa"))
        for one, two in pairwise(clause.units)
    )


_AORIST = re.compile(r"\w+[ae]bilir(?:ler)?|\w+(?:[^l][ae]r|[^dt]ir|(?<!i)[^dt]ur)(?:lar|ler)?")


def general(clause: Clause) -> bool:
    """`sonuç değişir`, `"CHP kazanır"`: what holds always, or is thought to."""
    verbs = [
        unit
        for unit in clause.words
        if isinstance(unit.data, Word) and unit.data.verb and unit.data.verb.form is Form.FINITE
    ]
    before, last = clause.units[-2:] if len(clause.units) > 1 else clause.units * 2
    if isinstance(before.data, Number) and unknown(last):
        # `yüzde 48'i yapar`
        verbs.append(last)
    # `bitti sayılır`: so it is.
    held = [one for one in verbs if _AORIST.fullmatch(one.fold) and one.fold != "sayilir"]
    # `SEÇER 59,3`: no verb, but whose it is.
    return bool(held) and any(
        one in held and not isinstance(two.data, Number)
        for one, two in pairwise([*clause.units, clause.units[-1]])
    )


def _in_case(clause: Clause) -> bool:
    """`yüzde 40,5 oy alması hâlinde`: of what did not happen."""
    return "halinde" in clause.folds and any(
        two.fold == "halinde"
        and isinstance(one.data, Word)
        and one.data.verb is not None
        and one.data.verb.form is Form.NOUN
        for one, two in pairwise(clause.units)
    )


def _of_a_part(clause: Clause, words: Sequence[Unit]) -> bool:
    """`oy kullandığı sandıkta`, `Genç seçmenin katılımı`, `ilk kez oy kullananların yüzde 60'ı`."""
    pairs = list(pairwise(clause.units))
    placed = any(isinstance(unit.data, PlaceName) for unit in clause.units)
    if any(_names_a_part(one, two, placed) for one, two in pairs):
        return True
    if any(
        (one.fold == "kullandigi" and two.fold in ("sandikta", "sandiktan"))
        or (Sense.VOTER in two.senses and _names_a_group(one))
        or (one.fold.endswith(("daki", "deki")) and two.word(Sense.BOX) and unknown(one))
        for one, two in pairs
    ):
        return True
    for at, (one, two) in enumerate(pairs):
        told = clause.folds & {"son", "ilk", "bu"} and isinstance(one.data, Number)
        if told and two.fold in ("sandikta", "sandiktan", "oyda", "oydan"):
            # `son 10 sandıkta CHP 1.210 oy aldı`, `ilk gelen 400 bin oyda`
            return any(
                unit.fold in ("son", "ilk", "bu") for unit in clause.units[max(0, at - 2) : at]
            )
        single = one.fold in ("bir", "tek") or isinstance(one.data, Other)
        single = single or (one.word(Sense.OPENED) and "ilk" in clause.folds)
        few = isinstance(one.data, Number) and one.data.whole and one.data.value < _FEW_BOXES
        boxed = two.fold in ("sandikta", "sandiktan")
        if boxed and clause.numbers[few:] and (single or few):
            # `bir sandıkta CHP 112, MHP 34 oy aldı`, `3. sandıkta`
            return True
        if one.fold in _SIDES and isinstance(two.data, PlaceName):
            return True
        if _of_some(one, two) and any(number > at + 1 for number in clause.numbers) and not placed:
            # `18 ilçede yüzde 45`, `muhafazakar ilçelerde 44,1`, `kazandığı ilçelerde 56,2`
            return True
    first = any((one.fold, two.fold) in (("ilk", "kez"), ("ilk", "defa")) for one, two in pairs)
    if first and any(unit.fold.startswith("kullanan") for unit in words):
        return True
    if any(unit.fold.startswith(_MISSIONS) for unit in words) or _of_her_voters(clause):
        return True
    if any(
        (_is_where(one) or _is_where_of(before, one))
        and isinstance(two.data, Claimant | Number)
        and not any(isinstance(unit.data, PlaceName) for unit in clause.units[at:])
        for at, (before, one, two) in enumerate(
            zip([clause.units[0], *clause.units], clause.units, clause.units[1:], strict=False)
        )
    ):
        return True
    return any(
        unit.word(Sense.PART, Sense.AREA) and unit.fold.startswith(_PARTS) for unit in words
    ) or any(_is_stretch(*two) and not _names_places(clause, at) for at, two in enumerate(pairs, 1))


_REGIONS = ("karadeniz", "ege", "akdeniz", "marmara", "trakya", "anadolu", "guneydogu")


_INSIDE = (
    *("bolgesinde", "bolgelerinde", "kesimlerinde", "kesiminde", "hattinda", "illerinde"),
    *("ilcelerde", "illerde", "secmenlerden", "secmenlerde"),
)


def _is_where_of(before: Unit, unit: Unit) -> bool:
    """`Boğaz hattında`, `büyük ilçelerde`, `30 büyükşehirde`: of a part that a word tells."""
    cities = isinstance(before.data, Number) and before.data.whole and not before.data.clock
    cities = cities and isinstance(unit.data, RaceName)
    strange = isinstance(before.data, Claimant) and not (before.data.known or before.data.sure)
    return cities or (unit.fold in _INSIDE and (strange or isinstance(before.data, Word)))


def _is_where(unit: Unit) -> bool:
    """`Köylerde`, `Kadınlardan`, `Karadeniz'de`: what no night has a place for."""
    region = unit.fold in _REGIONS and unit.case == "loc"
    return region or in_parts(unit.fold)


def _of_her_voters(clause: Clause) -> bool:
    """`Oğan'a oy verenlerin yüzde 40'ı Erdoğan'a`: a part of those who voted for another."""
    units = clause.units
    voted = [
        at
        for at, (who, oy, gave) in enumerate(zip(units, units[1:], units[2:], strict=False))
        if isinstance(who.data, Claimant)
        and (who.case, oy.fold) == ("dat", "oy")
        and gave.fold in ("veren", "verenlerin", "verenlerden")
    ]
    others = [at for at, one in enumerate(units) if isinstance(one.data, Claimant)]
    return len(voted) == 1 and others[:1] == voted and len(others) > 1


def _is_stretch(one: Unit, two: Unit) -> bool:
    """`Anadolu yakasının`, `sahil şeridinde`, but `iki yakada` is all of it."""
    if one.fold in ("iki", "her"):
        return False
    return two.fold.startswith(_STRETCHES) or (
        two.fold.startswith(("tarafi", "kesimi")) and one.fold in _SHORES
    )


def _names_places(clause: Clause, at: int) -> bool:
    """`Anadolu yakasında CHP Kartal'da 55,2`: the stretch only says where the places lie."""
    if clause.numbers and clause.numbers[-1] < at:
        return any(isinstance(unit.data, PlaceName) for unit in clause.units[: clause.numbers[0]])
    depth = 0
    for unit in clause.units[at + 1 :]:
        depth += unit.mark("(") - unit.mark(")")
        if isinstance(unit.data, PlaceName):
            return True
        if isinstance(unit.data, Number) and not depth:
            break
    return False


def _names_a_part(one: Unit, two: Unit, placed: bool) -> bool:
    """`65 yaş üstünde`, `ikinci bölgede`, `Gümüşyaka beldesinde`, `kendi sandığından`.

    ``placed`` says that the clause names a place: `İzmir ikinci bölge` is a constituency.
    """
    if one.fold == "yas":
        return two.fold.startswith(("alti", "ust", "arasi", "uzeri"))
    if two.fold in ("mah", "mh"):
        return True
    if not placed and two.fold.startswith("bolge"):
        ranked = one.word(Sense.RANK) or isinstance(one.data, Other)
        return ranked and two.fold.endswith(("de", "nin", "den"))
    own = one.fold == "kendi" and two.fold.startswith("sandig")
    return own or two.fold.startswith("belde") or (not placed and two.fold.startswith(_QUARTERS))


def _of_some(one: Unit, two: Unit) -> bool:
    """`18 ilçede`, `muhafazakar ilçelerde`, `kazandığı ilçelerde`, `cezaevi sandıklarında`."""
    if not two.fold:
        return False
    name = fold(one.data.text) if isinstance(one.data, Claimant) else one.fold
    if name.startswith(("cezaev", "tutuklu", "hukumlu", "gumruk", "hastane")) or name == "koy":
        return two.word(Sense.BOX, Sense.VOTE)
    if two.fold in ("ilcede", "ilde"):
        return isinstance(one.data, Number) or one.fold == "bir"
    verb = one.data.verb if isinstance(one.data, Word) else None
    which = isinstance(one.data, Number) or unknown(one)
    which = which or (isinstance(one.data, Claimant) and not (one.data.known or one.data.sure))
    which = which or (verb is not None and verb.form is Form.OBJECT)
    which = which or one.fold in ("bazi", "kimi", "birkac", "bircok")
    inside = two.fold in ("bolgesinde", "ilinde") and unknown(one)
    return inside or (two.fold in ("ilcelerde", "illerde", "ilcelerinde") and which)


def _names_a_group(unit: Unit) -> bool:
    """`genç seçmenin`, `18-29 yaş arası seçmenlerin`: a word that says which of the voters."""
    if not isinstance(unit.data, Word):
        return False
    # ... but `Kadıköylü seçmenin` is the whole place's, and so is one behind `halk oylamasında`.
    known = unit.data.senses or unit.data.verb or unit.case or unit.fold.endswith(("li", "lu"))
    return unit.fold.startswith(_GROUPS) or not known


_AT_IT = ("asti", "asan", "asarak", "asama", "gecti", "gecen", "geceme", "takil")


def _over_threshold(words: Sequence[Unit]) -> bool:
    """`yüzde 10,7 ile barajı aştı`, `... aşamadığı için`: whose share it is, not the threshold."""
    hopes = [unit for unit in words if unit.word(Sense.HOPE)]
    over = any(unit.fold.startswith(_AT_IT) for unit in words)
    return over and all(unit.fold.startswith("baraj") for unit in hopes)


def _counted_before(clause: Clause) -> bool:
    """`İlk tutanakta AK Parti 41 oyla öndeydi`, `itirazdan önce`: what no longer stands.

    `İlk tutanaklara göre` are those that came first.
    """
    return _FORMER.search(spoken(clause.units)) is not None


_FORMER = re.compile(
    r"\b(?:ilk|eski|onceki|hatali) tutana(?!\w*lar)|\b(?:sayim|itiraz)\w*[dt][ae]n once\b"
    r"|\bilk sayimda .*[dt][iu]\b|\b(?:dagit|eklen|katil|yansi)\w*m[ae]d[ae]n once\b"
)


def _after_all(clause: Clause) -> bool:
    """`itirazların ardından CHP 61.226 oyda`: what stands when all is counted anew.

    Of some boxes, or of few votes, it may be what they brought.
    """
    numbers = [unit.data for unit in clause.units if isinstance(unit.data, Number)]
    whole = all(number.is_share or number.value >= _FEW for number in numbers)
    return whole and bool(clause.folds & {*AFTERWARDS}) and not clause.has(Sense.BOX, Sense.EXTRA)


_MANY = 10_000


def _disputed_apart(clause: Clause) -> bool:
    """`12 sandıkta itiraz var, Köseler 60.110`: a part of its own, beside whole counts."""
    units = clause.units
    told = [at for at, unit in enumerate(units) if unit.word(Sense.RECOUNT)]
    apart = [at for one in told for at in range(len(units))[part_around(units, one)]]
    if not all(units[at].fold.startswith("itiraz") for at in told) or any(
        isinstance(units[at].data, Claimant) for at in apart
    ):
        return False
    rest = [units[at].data for at in clause.numbers if at not in apart]
    figures = [one for one in rest if isinstance(one, Number)]
    # `itirazlı gece: Öntürk 3 bin 211 oy farkla önde`
    headed = any(units[at + 1].mark(":") for at in apart[-1:] if at + 1 < len(units))
    led = headed and clause.has(Sense.AHEAD, Sense.AHEAD_OF)
    return any(one.is_share or one.value >= _MANY or led for one in figures)


def _recounts(clause: Clause) -> bool:
    words = clause.words
    told = [unit for unit in words if unit.word(Sense.RECOUNT)]
    # `Yeniden sayımda ...`: with its capital the word is a party's as well.
    again = any(
        isinstance(one.data, Claimant) and fold(one.data.text) == "yeniden"
        for one, two in pairwise(clause.units)
        if two.fold.startswith("sayim")
    )
    if again:
        return True
    if all(unit.fold.startswith("sayim") for unit in told):
        # `Sayımda son durum`: of the count, the first one too.
        return False
    for at, unit in enumerate(words):
        follows = words[at + 1].fold if at + 1 < len(words) else ""
        if unit.fold in ("yeniden", "tekrar") and not follows.startswith(("say", "oyla")):
            continue
        if unit.word(Sense.RECOUNT):
            return True
    return False


_NEWS = (
    *("iddia", "haber", "bilgi", "soylenti", "paylasim", "algi", "hava", "dedikodu", "duyum"),
    *("veri", "yalan", "masal", "izlenim", "sav"),
)
"""How the nouns begin that say what is told, and not that it is so."""
_ABOUT = ("yonundeki", "dair", "iliskin", "bile")
_ASSERTED = re.compile(
    r"(?:dogrula(?!m[ae]|y[ae]m)|kesin|acikla(?!m[ae]d)|duyur|bildir|gec|paylas(?!im)|ulas|gel|ver(?!i)"
    r"|dus|yansi|teyit|aktar|isle|yer|ekle|hakim)\w*"
)
"""What is done with a piece of news that holds."""
_NOT_DONE = re.compile(r"\w+m[ae](?:d[iu]|m[iu]s|yin|yor)\w*")
"""`inanmadı`, `kabul etmedi`, `kanmayın`"""
_WHO_SAID = re.compile(
    r"(?:(?:yazan|sanan|zanneden|gosteren)|(?:diyen|soyleyen|savunan|dusunen)ler|sananlar)\w*"
)
"""`sananlar`, `diyenlere`: whoever said so."""
_PLURAL = re.compile(r"[ae]n(?:ler|lar)")
_ASKED = ("nereden", "neden", "nasil")


def only_mentions(units: Sequence[Unit]) -> bool:
    """Whether the figures of a clause are only spoken of."""
    numbers = [at for at, unit in enumerate(units) if isinstance(unit.data, Number)]
    if not numbers:
        return False
    first, last = numbers[0], numbers[-1]
    if (
        _is_hearsay(units[last])
        or _not_done(units, last)
        or any(
            one.fold.endswith(("mis", "mus")) and two.fold == "gibi" for one, two in pairwise(units)
        )
    ):
        return True
    that = max((at for at, unit in enumerate(units) if _points_at(unit) and at > first), default=0)
    rest = [unit for unit in units[max(that, last) + 1 :] if unit.fold or not that]
    if not rest or any(isinstance(unit.data, AgencyName) for unit in units):
        return False
    if _said_by_others(units[last + 1 :]):
        return True
    if not that:
        return False
    told = [unit.fold for unit in rest]
    if told[0] in _ABOUT:
        told = told[1:]
    if told and told[0].startswith(_NEWS):
        return not any(_ASSERTED.fullmatch(one) for one in told[1:])
    ended = _NOT_DONE.fullmatch(told[-1]) if told else None
    return ended is not None or any(one in _ASKED for one in told)


def _points_at(unit: Unit) -> bool:
    """`aldığı`, `olduğuna`, `kaldığını`"""
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    return verb is not None and verb.form is Form.OBJECT


def _is_hearsay(unit: Unit) -> bool:
    """`47,9'daymış`: somebody says so."""
    return isinstance(unit.data, Number) and unit.data.suffix.endswith(("mis", "mus"))


def _not_done(units: Sequence[Unit], value: int) -> bool:
    """`50,9'u beğenmedi`, `50,9'a yetişemedi`: what was not done with it."""
    rest = [unit for unit in units[value + 1 :] if unit.fold]
    alone = units[value].case in ("acc", "dat") and len(rest) == 1
    return alone and unknown(rest[0]) and _NOT_DONE.fullmatch(rest[0].fold) is not None


def _said_by_others(rest: Sequence[Unit]) -> bool:
    """`... diyenler yanıldı`, `... olduğunu yazan site`: who said it has no name."""
    for unit, after in pairwise([*rest, *rest[-1:]]):
        if unit.fold and _WHO_SAID.fullmatch(unit.fold):
            # `... önde gösteren | ANKA`: what it points at is behind the clause.
            points = after is unit and not _PLURAL.search(unit.fold)
            named = points or isinstance(after.data, Claimant | AgencyName | Number)
            return not named and not after.mark('":')
    return False
