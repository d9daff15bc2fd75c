"""Words by which a sentence speaks of the moment at which it was written, by language.

Each list has what would be typed, in small letters; alternatives stand in brackets. They are the
everyday forms, not all: a wording that is missed is missed, one that is wrongly found takes an
officer's time.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """The words of one language.

    Attributes:
        now: of the moment of writing, such as "currently".
        near: what makes a unit or a month a near one, such as "next".
        units: what stands behind `near`. The names of the months join them.
        future: by which a sentence with a past year in it speaks of what is to come.
    """

    now: tuple[str, ...]
    near: str
    units: str
    future: tuple[str, ...]


WORDINGS = {
    "ar": Wording(
        ("حاليا", "حاليًا", "مؤخرا", "مؤخرًا", "قريبا", "قريبًا", "غدا", "غدًا", "أمس",
         "هذا العام", "هذه السنة",
         "العام القادم", "العام المقبل", "الشهر القادم", "الشهر المقبل", "العام الماضي"),
        "", "", ("سوف", "القادم", "المقبل", "حاليا"),
    ),
    "cy": Wording(
        ("yn ddiweddar", "ar hyn o bryd", "ar y funud", "cyn bo hir", "yfory", "ddoe", "eleni",
         "y llynedd", "heno",
         "(?:flwyddyn|mis|wythnos|haf|hydref|gaeaf|gwanwyn) (?:nesaf|diwethaf)"),
        "", "", ("bydd", "byddwn", "byddant", "ar hyn o bryd", "nesaf"),
    ),
    "da": Wording(
        ("for nylig", "for tiden", "i øjeblikket", "i år", "i morgen", "i går",
         "næste år", "sidste år"),
        "(?:næste|kommende|sidste|denne|dette)", "(?:år|måned|uge|forår|sommer|efterår|vinter)",
        ("vil", "skal", "planlagt", "i øjeblikket", "kommende"),
    ),
    "de": Wording(
        ("kürzlich", "neulich", "derzeit", "zurzeit", "zur zeit", "momentan", "demnächst",
         "in kürze", "heuer", "morgen abend", "dieses jahr", "diesen monat", "heute abend"),
        "(?:diese|nächste|kommende|letzte|vergangene|vorige)[nmrs]?",
        "(?:jahr(?:e?s)?|monats?|woche|frühjahrs?|frühlings?|sommers?|herbst(?:e?s)?|winters?)",
        ("wird", "werden", "geplant", "derzeit", "zurzeit", "soll", "sollen", "vorgesehen",
         "kommende[nmrs]?"),
    ),
    "en": Wording(
        ("recently", "currently", "at the moment", "at present", "shortly", "tomorrow",
         "yesterday",
         "in the near future", "these days"),
        "(?:this|next|last|coming)", "(?:year|month|week|spring|summer|autumn|fall|winter|term)",
        ("will", "shall", "going to", "planned", "is due", "are due", "currently", "at present",
         "upcoming",
         "we plan", "as of"),
    ),
    "es": Wording(
        ("recientemente", "actualmente", "en estos momentos", "próximamente", "ayer",
         "este año", "este mes", "año que viene", "mes que viene", "año pasado", "mes pasado"),
        "(?:próxim[oa]|este|esta)", "(?:año|mes|semana|primavera|verano|otoño|invierno)",
        ("será", "serán", "habrá", "previst[oa]s?", "actualmente", "próxim[oa]s?", "tendrá",
         "se celebrará"),
    ),
    "fr": Wording(
        ("récemment", "actuellement", "en ce moment", "prochainement", "demain", "hier",
         "cette année", "ce mois-ci",
         "(?:an|année|mois|semaine|printemps|été|automne|hiver) (?:prochaine?|dernière?)"),
        "(?:ce|cet|cette)", "(?:année|mois|semaine|printemps|été|automne|hiver)",
        ("sera", "seront", "aura", "auront", "prévue?s?", "actuellement", "prochaine?s?",
         "se tiendra"),
    ),
    "it": Wording(
        ("recentemente", "attualmente", "al momento", "prossimamente", "domani", "ieri",
         "quest'anno", "quest’anno", "questo mese", "(?:anno|mese) scorso"),
        "(?:prossim[oa]|scors[oa]|quest[oa])",
        "(?:anno|mese|settimana|primavera|estate|autunno|inverno)",
        ("sarà", "saranno", "previst[oaie]", "attualmente", "prossim[oaie]", "si terrà"),
    ),
    "nl": Wording(
        ("onlangs", "momenteel", "op dit moment", "binnenkort", "gisteren", "dit jaar"),
        "(?:volgende?|komende?|vorige?|afgelopen|deze|dit)",
        "(?:jaar|maand|week|voorjaar|lente|zomer|herfst|najaar|winter)",
        ("zal", "zullen", "gepland", "momenteel", "komende?", "wordt gehouden"),
    ),
    "pl": Wording(
        ("niedawno", "ostatnio", "obecnie", "aktualnie", "niebawem", "jutro", "wczoraj",
         "w tym roku", "w tym miesiącu"),
        "(?:przyszły[mn]?|przyszłego|następny[mn]?|zeszły[mn]?|ubiegły[mn]?)",
        "(?:rok|roku|miesiąc|miesiącu|tydzień|tygodniu)",
        ("będzie", "będą", "odbędzie", "planowan[yaei]", "obecnie", "zaplanowan[yaeo]"),
    ),
    "pt": Wording(
        ("recentemente", "atualmente", "de momento", "neste momento", "em breve", "brevemente",
         "amanhã",
         "ontem", "este ano", "este mês", "(?:ano|mês) passado", "(?:ano|mês) que vem"),
        "(?:próxim[oa]|este|esta)", "(?:ano|mês|semana|primavera|verão|outono|inverno)",
        ("será", "serão", "haverá", "previst[oa]s?", "atualmente", "próxim[oa]s?"),
    ),
    "ru": Wording(
        ("недавно", "сейчас", "в настоящее время", "вскоре", "завтра", "вчера",
         "в этом году",
         "в этом месяце"),
        "(?:следующ(?:ем|ий|его|ую|ей)|будущем|прошл(?:ом|ый|ого|ую|ой)|ближайш(?:ем|ий|ую|ей))",
        "(?:году|год|месяце|месяц|неделю|неделе)",
        ("будет", "будут", "состоится", "планируется", "запланирован[аоы]?", "в настоящее время"),
    ),
    "sv": Wording(
        ("nyligen", "för närvarande", "just nu", "inom kort", "i år", "i morgon",
         "i går", "nästa år"),
        "(?:nästa|kommande|förra|denna|detta)", "(?:år|året|månad|vecka|vår|sommar|höst|vinter)",
        ("ska", "skall", "kommer att", "planeras", "planerad", "för närvarande", "kommande"),
    ),
    "tr": Wording(
        ("yakın zamanda", "geçenlerde", "şu anda", "hâlen", "halen", "yakında", "yarın", "dün",
         "bu yıl", "bu sene", "bu ay"),
        "(?:gelecek|önümüzdeki|geçen)", "(?:yıl|sene|ay|hafta|bahar|yaz|sonbahar|kış)",
        ("olacak", "yapılacak", "planlanıyor", "planlanmaktadır", "şu anda", "düzenlenecek"),
    ),
    "uk": Wording(
        ("нещодавно", "зараз", "наразі", "незабаром", "завтра", "вчора", "цього року",
         "цього місяця"),
        "(?:наступн(?:ого|ий|ому|у)|минул(?:ого|ий|ому|у)|найближч(?:ого|ий|ому|у))",
        "(?:року|рік|році|місяця|місяць|тижня|тиждень)",
        ("буде", "будуть", "відбудеться", "планується", "запланован[аоіи]", "наразі"),
    ),
}  # fmt: skip
