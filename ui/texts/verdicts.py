"""What is said of a place's verdict and of a sum, in English and Turkish.

Which verdict it is, and from which numbers, is decided in `desk.rules.board`.
"""

from __future__ import annotations

from decimal import Decimal

from desk.facts.election import Election
from desk.rules.board import Verdict, VerdictCode
from desk.rules.inside import SumBase
from desk.turkish.style import listed
from ui.texts.notation import written
from ui.texts.numbered import numbered, numbered_of

VERDICT_WORDS: dict[VerdictCode, tuple[str, str]] = {
    VerdictCode.SAME: ("same", "eşik altında"),
    VerdictCode.STAGE: ("stage", "evre farkı"),
    VerdictCode.REAL: ("real", "evre farkı değil"),
    VerdictCode.IMPOSSIBLE: ("impossible", "olamaz"),
    VerdictCode.UNKNOWN: ("unknown", "karşılaştırılamaz"),
}
"""One word each, as a column says it."""

VERDICT_SENTENCES: dict[str, tuple[str, str]] = {
    "same": (
        "Within the threshold: the widest gap is {who}, {gap} {gap:point|points}; up to "
        "{threshold} is expected at this stage.",
        "Eşik altında: en geniş fark {who} {gap} puan; bu aşamada {threshold} puana kadar olağan.",
    ),
    "same.rounded": (
        "Within the threshold: the widest gap is {who}, {gap} {gap:point|points}, no more than "
        "the rounding of the shares.",
        "Eşik altında: en geniş fark {who} {gap} puan; oranların yuvarlama payını aşmıyor.",
    ),
    "same.equal": (
        "The same: the shares are equal.",
        "Aynı: oranlar eşit.",
    ),
    "same.leads": (
        "Within the threshold: the leads are {gap} {gap:point|points} apart; up to {threshold} is "
        "expected.",
        "Eşik altında: önde olanın farkı ajanstan ajansa {gap} puan değişiyor; {threshold} puana "
        "kadar olağan.",
    ),
    "same.leads.equal": (
        "The same: the leads are equal.",
        "Aynı: önde olanın farkı iki ajansta eşit.",
    ),
    "stage": (
        "The gap comes from the stage: with {opened} % opened it comes down to {equal} "
        "{equal:point|points} ({who}, now {gap}).",
        "Evre farkı: açılan sandık yüzde {opened} iken {equal} puana iniyor ({who}, şimdi {gap}).",
    ),
    "stage.below": (
        "The gap comes from the stage: at equal opened share it is within {threshold} "
        "{threshold:point|points}.",
        "Evre farkı: açılan sandık oranı eşitken {threshold} puanı aşmıyor.",
    ),
    "real": (
        "A real gap: with {opened} % opened it was {equal} {equal:point|points} for {who} all the "
        "same.",
        "Evre farkı değil: açılan sandık yüzde {opened} iken de {who} için {equal} puan.",
    ),
    "impossible": (
        "Both cannot be right: whichever boxes they opened, {who} could not be {gap} "
        "{gap:point|points} apart.",
        "Olamaz: hangi sandıklar açılmış olursa olsun {who} için {gap} puan fark çıkamaz; ikisi "
        "birden doğru değil.",
    ),
    "one_agency": (
        "Unknown: {agencies} gave neither a share nor a lead here.",
        "Karşılaştırılamaz: {agencies} burada ne oy oranı ne de fark verdi.",
    ),
    "one_agency.else": (
        "Unknown: the agencies have given nothing here that can be set side by side.",
        "Karşılaştırılamaz: ajanslar burada yan yana konabilecek bir rakam vermedi.",
    ),
    "no_shares": (
        "Unknown: {agencies} gave no share here.",
        "Karşılaştırılamaz: {agencies} burada oy oranı vermedi.",
    ),
    "no_shares.leads": (
        "Unknown: {agencies} gave no share here; the leads are {gap} {gap:point|points} apart.",
        "Karşılaştırılamaz: {agencies} burada oy oranı vermedi; önde olanın farkı ajanstan ajansa "
        "{gap} puan değişiyor.",
    ),
    "no_shares.else": (
        "Unknown: there is no contender whose share both have given.",
        "Karşılaştırılamaz: iki ajansın da oranını verdiği bir aday yok.",
    ),
    "no_shares.else.leads": (
        "Unknown: there is no contender whose share both have given; the leads are {gap} "
        "{gap:point|points} apart.",
        "Karşılaştırılamaz: iki ajansın da oranını verdiği bir aday yok; önde olanın farkı "
        "ajanstan ajansa {gap} puan değişiyor.",
    ),
    "no_opened": (
        "Unknown: {agencies} gave no opened share with the newest shares; {who} is {gap} "
        "{gap:point|points} apart.",
        "Karşılaştırılamaz: {agencies} son oranlarıyla birlikte açılan sandık oranı vermedi; {who} "
        "için fark {gap} puan.",
    ),
    "no_series": (
        "Unknown: there are no shares of both at the same opened share; {who} is {gap} "
        "{gap:point|points} apart.",
        "Karşılaştırılamaz: iki ajansın aynı açılan sandık oranında verdiği rakam yok; {who} için "
        "fark {gap} puan.",
    ),
    "hours": (
        "Unknown: {agencies} gave no opened share with the newest shares, and the bulletins are "
        "{apart} apart; {who} is {gap} {gap:point|points} apart.",
        "Karşılaştırılamaz: {agencies} son oranlarıyla birlikte açılan sandık oranı vermedi ve "
        "bültenlerin arası {apart}; {who} için fark {gap} puan.",
    ),
    "differ": (
        "The leaders differ.",
        "Önde olan farklı.",
    ),
    "apart": (
        "The bulletins are {apart} apart.",
        "Bültenlerin arası {apart}.",
    ),
}
"""English and Turkish; a reason of `unknown` by its own name, with what else is known after it."""


SUM_SENTENCES: dict[SumBase, tuple[str, str]] = {
    SumBase.VALID: ("", ""),
    SumBase.CAST: (
        "Below 100, but not suspected: {agency}'s shares are taken for parts of the votes cast, "
        "invalid ones among them.",
        "100'ün altında ama kuşku yok: {agency} oranları, geçersizler dahil kullanılan oyların "
        "parçası sayılıyor.",
    ),
    SumBase.UNKNOWN: (
        "Below 100, but not suspected yet: what {agency} leaves out of Others is not known. Of "
        "{sums} {sums:sum|sums} {closed} made 100.",
        "100'ün altında ama henüz kuşku yok: {agency} için Diğer satırına neyin girmediği "
        "bilinmiyor. {sums} toplamdan 100 eden: {closed}.",
    ),
    SumBase.SHORT: (
        "Below 100, but not suspected: {agency}'s Others leaves somebody out. Of {sums} "
        "{sums:sum|sums} {closed} made 100.",
        "100'ün altında ama kuşku yok: {agency}, Diğer satırına herkesi katmıyor. {sums} "
        "toplamdan 100 eden: {closed}.",
    ),
}
"""Why F202 is silent about a sum below 100."""


def sum_text(agency: str, base: SumBase, closed: int, sums: int, language: str) -> str:
    """Why a sum with Others below 100 is not suspected."""
    said = SUM_SENTENCES[base][language == "tr"]
    return numbered(said, agency=agency, closed=closed, sums=sums)


def verdict_word(verdict: Verdict, language: str) -> str:
    """The verdict in a word."""
    return VERDICT_WORDS[verdict.code][language == "tr"]


def verdict_text(
    verdict: Verdict, election: Election, contest: str, language: str, *, differ: bool
) -> str:
    """The verdict as a sentence, with names for codes.

    What must not be overlooked beside it follows: that the leaders differ, that minutes lie
    between the two bulletins.
    """
    turkish, known = language == "tr", verdict.values
    key = _key(verdict)
    said = {
        name: written(text if name in ("gap", "equal") else _short(text), language)
        for name, text in known.items()
        if name in ("gap", "equal", "opened", "threshold")
    }
    said["who"] = election.label(contest, known["who"]) if "who" in known else ""
    said["agencies"] = _listed(verdict.lacking, turkish=turkish)
    minutes = int(known.get("minutes", 0))
    said["apart"] = apart(minutes, language)
    sentences = [VERDICT_SENTENCES[key]]
    if differ:
        sentences.append(VERDICT_SENTENCES["differ"])
    if minutes and key != "hours":
        sentences.append(VERDICT_SENTENCES["apart"])
    return " ".join(numbered_of(one[turkish], said) for one in sentences)


def apart(minutes: int, language: str) -> str:
    """How long lies between two hours."""
    turkish = language == "tr"
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(f"{hours} saat" if turkish else f"{hours} hour{'s' * (hours != 1)}")
    if rest or not hours:
        parts.append(f"{rest} dakika" if turkish else f"{rest} minute{'s' * (rest != 1)}")
    return " ".join(parts)


def _key(verdict: Verdict) -> str:
    """Which sentence says all that is known."""
    known, lacking = verdict.values, verdict.lacking
    match verdict.code:
        case VerdictCode.SAME:
            of = "same" if "who" in known else "same.leads"
            gap, threshold = Decimal(known["gap"]), Decimal(known["threshold"])
            return f"{of}.equal" if not gap else of if gap <= threshold else f"{of}.rounded"
        case VerdictCode.STAGE:
            falls = "equal" in known and Decimal(known["equal"]) < Decimal(known["gap"])
            return "stage" if falls else "stage.below"
        case VerdictCode.UNKNOWN:
            why = known["why"]
            if why == "no_shares":
                return f"no_shares{'' if lacking else '.else'}{'.leads' if 'gap' in known else ''}"
            return "one_agency.else" if why == "one_agency" and not lacking else why
    return verdict.code.value


def _short(text: str) -> str:
    """A setting or a stage without the zeros that say nothing: `60.00` is 60."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def _listed(agencies: tuple[str, ...], *, turkish: bool) -> str:
    if not agencies:
        return ""
    return listed(agencies) if turkish else " and ".join(agencies)
