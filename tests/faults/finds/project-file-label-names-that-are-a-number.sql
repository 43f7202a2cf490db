UPDATE "label" SET "definitions" = 2 WHERE rowid = (SELECT rowid FROM "label" LIMIT 1 OFFSET 2)
UPDATE "label" SET "names" = '{"ar": "تسمية", "en": "preambular"}' WHERE rowid = (SELECT rowid FROM "label" LIMIT 1 OFFSET 3)
INSERT INTO "progress" ("id", "document", "task", "state", "annotator", "modified") SELECT "id", "document" || '-', "task", "state", "annotator" || '-', "modified" || '-' FROM "progress" WHERE rowid = (SELECT rowid FROM "progress" LIMIT 1 OFFSET 0)
UPDATE "layer" SET "position" = NULL WHERE rowid = (SELECT rowid FROM "layer" LIMIT 1 OFFSET 0)