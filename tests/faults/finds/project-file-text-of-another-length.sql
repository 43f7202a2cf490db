UPDATE "feature" SET "id" = '9a4d4607-1670-55bf-95cd-5c7bb797563e'
UPDATE "concept_notation" SET "concept" = NULL WHERE rowid = (SELECT rowid FROM "concept_notation" LIMIT 1 OFFSET 0)
UPDATE "text" SET "body" = 'قرار ٢ 0001-01-01' WHERE rowid = (SELECT rowid FROM "text" LIMIT 1 OFFSET 1)
INSERT INTO "vocabulary" ("id", "uri", "names", "version", "own") SELECT "id", "uri", "names" || '-', "version", "own" FROM "vocabulary" WHERE rowid = (SELECT rowid FROM "vocabulary" LIMIT 1 OFFSET 0)