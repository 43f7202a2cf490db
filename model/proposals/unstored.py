"""Proposals that are in no file, as rows would be: with ids, times and a maker that are always the same.

What the segmenter proposes for a document follows from its text, from what stands in it, and from what was learned.
So do the ids here, that two exports of one project are the same.
"""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.annotation.documents import Document
from model.annotation.layers import Scheme
from model.annotation.values import Annotator, Span
from model.proposals.proposals import proposals
from model.segmentation.values import Segment
from model.text.layout import Layout

_NAMESPACE = uuid.UUID("6f1d3b52-94c0-4a0c-8a7e-2f0b8a3f6d17")
MAKER = Annotator(str(uuid.uuid5(_NAMESPACE, "Qarar")), "Qarar")  # no person has had a part in them


@dataclass(frozen=True, slots=True)
class Proposing:
    """What makes them: ``segment`` gives the clauses of a text, ``version`` names the weights it has them from."""

    segment: Segment
    version: str

    def beside(
        self, scheme: Scheme, document: Document, text: str, layout: Layout, present: Sequence[Span]
    ) -> list[Span]:
        """What there is to propose for a document's text beside all its spans (rejected ones too), in text order;
        nothing where its clauses are done.

        Their times are the document's: when they are made says nothing about them.
        """
        layer = scheme.clauses
        if layer is None or document.state(layer.id) == "done":
            return []
        return [
            replace(
                span,
                id=self._id(span),
                annotator=MAKER.id,
                created=document.created,
                modified=document.created,
            )
            for span in proposals(scheme, document.id, self.segment(text, layout), present, self.version)
        ]

    def _id(self, span: Span) -> str:
        parts = (span.document, span.layer, span.label, span.start, span.end, self.version)
        return str(uuid.uuid5(_NAMESPACE, json.dumps(parts, ensure_ascii=False)))
