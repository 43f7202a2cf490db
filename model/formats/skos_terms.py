"""The URIs of SKOS and of what is used beside it, and which of them stands for what in a thesaurus.

SKOS: https://www.w3.org/TR/skos-reference/; SKOS-XL, its appendix B; ISO 25964's kinds of broader concept:
http://purl.org/iso25964/skos-thes; ADMS' status, of which ``Withdrawn`` says that an edition has taken a concept out:
https://www.w3.org/TR/vocab-adms/.
"""

from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import NoteKind

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
ISO_THES = "http://purl.org/iso25964/skos-thes#"
ADMS = "http://www.w3.org/ns/adms#"
WITHDRAWN = "http://purl.org/adms/status/Withdrawn"

TYPE = f"{RDF}type"

LABELS: dict[str, LabelKind] = {
    f"{SKOS}prefLabel": "preferred",
    f"{SKOS}altLabel": "alternative",
    f"{SKOS}hiddenLabel": "hidden",
}
XL_LABELS: dict[str, LabelKind] = {
    f"{SKOSXL}prefLabel": "preferred",
    f"{SKOSXL}altLabel": "alternative",
    f"{SKOSXL}hiddenLabel": "hidden",
}
NOTES: dict[str, NoteKind] = {
    f"{SKOS}scopeNote": "scope",
    f"{SKOS}definition": "definition",
    f"{SKOS}example": "example",
    f"{SKOS}historyNote": "history",
    f"{SKOS}editorialNote": "editorial",
    f"{SKOS}changeNote": "change",
    f"{SKOS}note": "note",
    f"{RDFS}comment": "note",
}
BROADER = frozenset(
    (f"{SKOS}broader", *(f"{ISO_THES}broader{kind}" for kind in ("Generic", "Partitive", "Instantial")))
)
NARROWER = frozenset(
    (f"{SKOS}narrower", *(f"{ISO_THES}narrower{kind}" for kind in ("Generic", "Partitive", "Instantial")))
)
BROADER_TRANSITIVE = f"{SKOS}broaderTransitive"
NARROWER_TRANSITIVE = f"{SKOS}narrowerTransitive"
# What tells a name or the version of a scheme, the better ones first.
NAMES = (f"{SKOS}prefLabel", f"{DCTERMS}title", f"{DC}title", f"{RDFS}label")
VERSIONS = (f"{OWL}versionInfo", f"{DCTERMS}modified", f"{DCTERMS}issued")
