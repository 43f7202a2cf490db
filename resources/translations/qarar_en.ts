<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BackupSettingsDialog</name>
        <message numerus="yes">
            <source>At most %n backup(s) of each project.</source>
            <translation>
                <numerusform>At most %n backup of each project.</numerusform>
                <numerusform>At most %n backups of each project.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BackupsDialog</name>
        <message numerus="yes">
            <source>%n operation(s) in the backup that the project does not have.</source>
            <translation>
                <numerusform>%n operation in the backup that the project does not have.</numerusform>
                <numerusform>%n operations in the backup that the project does not have.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) in the project since then.</source>
            <translation>
                <numerusform>%n operation in the project since then.</numerusform>
                <numerusform>%n operations in the project since then.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BidiInspector</name>
        <message numerus="yes">
            <source>Selected: %n character(s)</source>
            <translation>
                <numerusform>Selected: %n character</numerusform>
                <numerusform>Selected: %n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The line at the caret: %n character(s)</source>
            <translation>
                <numerusform>The line at the caret: %n character</numerusform>
                <numerusform>The line at the caret: %n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConceptCardView</name>
        <message numerus="yes">
            <source>%n term(s) at the top</source>
            <translation>
                <numerusform>%n term at the top</numerusform>
                <numerusform>%n terms at the top</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %n document(s)</source>
            <translation>
                <numerusform>In %n document</numerusform>
                <numerusform>In %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConsistencyPager</name>
        <message numerus="yes">
            <source>%n document(s).</source>
            <translation>
                <numerusform>%n document.</numerusform>
                <numerusform>%n documents.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) in use.</source>
            <translation>
                <numerusform>%n term in use.</numerusform>
                <numerusform>%n terms in use.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeleteLabelDialog</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are rejected proposals.</source>
            <translation>
                <numerusform>%n of them is a rejected proposal.</numerusform>
                <numerusform>%n of them are rejected proposals.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DescriptorModel</name>
        <message numerus="yes">
            <source>%n piece(s) of evidence</source>
            <translation>
                <numerusform>%n piece of evidence</numerusform>
                <numerusform>%n pieces of evidence</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DocumentActions</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DocumentPanel</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DocumentsPanel</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EditionPager</name>
        <message numerus="yes">
            <source>%n free term(s) matched.</source>
            <translation>
                <numerusform>%n free term matched.</numerusform>
                <numerusform>%n free terms matched.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new term(s).</source>
            <translation>
                <numerusform>%n new term.</numerusform>
                <numerusform>%n new terms.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) changed.</source>
            <translation>
                <numerusform>%n term changed.</numerusform>
                <numerusform>%n terms changed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) gone.</source>
            <translation>
                <numerusform>%n term gone.</numerusform>
                <numerusform>%n terms gone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) stay free.</source>
            <translation>
                <numerusform>%n term stays free.</numerusform>
                <numerusform>%n terms stay free.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FileDrop</name>
        <message numerus="yes">
            <source>Import %n file(s)</source>
            <translation>
                <numerusform>Import %n file</numerusform>
                <numerusform>Import %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindPanel</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n hit(s) as</source>
            <translation>
                <numerusform>Mark %n hit as</numerusform>
                <numerusform>Mark %n hits as</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n ticked hit(s) as</source>
            <translation>
                <numerusform>Mark %n ticked hit as</numerusform>
                <numerusform>Mark %n ticked hits as</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FreeTermsDialog</name>
        <message numerus="yes">
            <source>%n term(s) merged.</source>
            <translation>
                <numerusform>%n term merged.</numerusform>
                <numerusform>%n terms merged.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) that no thesaurus has.</source>
            <translation>
                <numerusform>%n term that no thesaurus has.</numerusform>
                <numerusform>%n terms that no thesaurus has.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %n document(s)</source>
            <translation>
                <numerusform>In %n document</numerusform>
                <numerusform>In %n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Merge &amp;all %n sure one(s)</source>
            <translation>
                <numerusform>Merge the %n &amp;sure one</numerusform>
                <numerusform>Merge &amp;all %n sure ones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n operation(s) done again.</source>
            <translation>
                <numerusform>%n operation done again.</numerusform>
                <numerusform>%n operations done again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) taken back. Redo does them again.</source>
            <translation>
                <numerusform>%n operation taken back. Redo does it again.</numerusform>
                <numerusform>%n operations taken back. Redo does them again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message numerus="yes">
            <source>Does %n undone operation(s) again, this one last.</source>
            <translation>
                <numerusform>Does %n undone operation again, this one.</numerusform>
                <numerusform>Does %n undone operations again, this one last.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Takes back %n later operation(s), also those not listed; this one stays.</source>
            <translation>
                <numerusform>Takes back %n later operation, even if it is not listed; this one stays.</numerusform>
                <numerusform>Takes back %n later operations, also those not listed; this one stays.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Takes back %n later operation(s); this one stays.</source>
            <translation>
                <numerusform>Takes back %n later operation; this one stays.</numerusform>
                <numerusform>Takes back %n later operations; this one stays.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HitActions</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) exported to {path}.</source>
            <translation>
                <numerusform>%n hit exported to {path}.</numerusform>
                <numerusform>%n hits exported to {path}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) marked.</source>
            <translation>
                <numerusform>%n hit marked.</numerusform>
                <numerusform>%n hits marked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out: their documents are no longer in the project.</source>
            <translation>
                <numerusform>%n left out: their documents are no longer in the project.</numerusform>
                <numerusform>%n left out: their documents are no longer in the project.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked already.</source>
            <translation>
                <numerusform>%n marked already.</numerusform>
                <numerusform>%n marked already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n refused: {reason}</source>
            <translation>
                <numerusform>%n refused: {reason}</numerusform>
                <numerusform>%n refused: {reason}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPreview</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) found.</source>
            <translation>
                <numerusform>%n file found.</numerusform>
                <numerusform>%n files found.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n still to be read…</source>
            <translation>
                <numerusform>%n still to be read…</numerusform>
                <numerusform>%n still to be read…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InspectorPanel</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LabelModel</name>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListedPages</name>
        <message numerus="yes">
            <source>In %n document(s)</source>
            <translation>
                <numerusform>In %n document</numerusform>
                <numerusform>In %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissingLabelsDialog</name>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutlineModel</name>
        <message numerus="yes">
            <source>%n clause(s)</source>
            <translation>
                <numerusform>%n clause</numerusform>
                <numerusform>%n clauses</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PreannotateDialog</name>
        <message numerus="yes">
            <source>%n document(s) that the list shows</source>
            <translation>
                <numerusform>%n document that the list shows</numerusform>
                <numerusform>%n documents that the list shows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected document(s)</source>
            <translation>
                <numerusform>%n selected document</numerusform>
                <numerusform>%n selected documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n document(s)</source>
            <translation>
                <numerusform>All %n document</numerusform>
                <numerusform>All %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Preannotation</name>
        <message numerus="yes">
            <source>%n clause(s) proposed</source>
            <translation>
                <numerusform>%n clause proposed</numerusform>
                <numerusform>%n clauses proposed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) that are done were left alone.</source>
            <translation>
                <numerusform>%n document that are done were left alone.</numerusform>
                <numerusform>%n documents that are done were left alone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) were left alone because their marks break the rules.</source>
            <translation>
                <numerusform>%n document were left alone because their marks break the rules.</numerusform>
                <numerusform>%n documents were left alone because their marks break the rules.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposal(s) of before gave way.</source>
            <translation>
                <numerusform>%n proposal of before gave way.</numerusform>
                <numerusform>%n proposals of before gave way.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reference(s) proposed.</source>
            <translation>
                <numerusform>%n reference proposed.</numerusform>
                <numerusform>%n references proposed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{clauses} in %n document(s).</source>
            <translation>
                <numerusform>{clauses} in %n document.</numerusform>
                <numerusform>{clauses} in %n documents.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PrintCommands</name>
        <message numerus="yes">
            <source>%n page(s) sent to the printer.</source>
            <translation>
                <numerusform>%n page sent to the printer.</numerusform>
                <numerusform>%n pages sent to the printer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) written to {path}.</source>
            <translation>
                <numerusform>%n page written to {path}.</numerusform>
                <numerusform>%n pages written to {path}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message numerus="yes">
            <source>%n selected document(s)</source>
            <translation>
                <numerusform>%n selected document</numerusform>
                <numerusform>%n selected documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n document(s)</source>
            <translation>
                <numerusform>All %n document</numerusform>
                <numerusform>All %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemsPanel</name>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProjectFiles</name>
        <message numerus="yes">
            <source>%n document(s) exported to {path}.</source>
            <translation>
                <numerusform>%n document exported to {path}.</numerusform>
                <numerusform>%n documents exported to {path}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProposalReview</name>
        <message numerus="yes">
            <source>%n clause(s) confirmed.</source>
            <translation>
                <numerusform>%n clause confirmed.</numerusform>
                <numerusform>%n clauses confirmed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed clause(s) are neither sure nor unsure.</source>
            <translation>
                <numerusform>%n proposed clause is neither sure nor unsure.</numerusform>
                <numerusform>%n proposed clauses are neither sure nor unsure.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed clause(s) left to look at.</source>
            <translation>
                <numerusform>%n proposed clause left to look at.</numerusform>
                <numerusform>%n proposed clauses left to look at.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed reference(s) confirmed along.</source>
            <translation>
                <numerusform>%n proposed reference confirmed along.</numerusform>
                <numerusform>%n proposed references confirmed along.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n proposed clause(s) were not confirmed and are not kept.</source>
            <translation>
                <numerusform>{name}: %n proposed clause was not confirmed and is not kept.</numerusform>
                <numerusform>{name}: %n proposed clauses were not confirmed and are not kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n proposed clause(s) were not confirmed and stay proposals.</source>
            <translation>
                <numerusform>{name}: %n proposed clause was not confirmed and stays a proposal.</numerusform>
                <numerusform>{name}: %n proposed clauses were not confirmed and stay proposals.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message numerus="yes">
            <source>%n document(s) lost.</source>
            <translation>
                <numerusform>%n document lost.</numerusform>
                <numerusform>%n documents lost.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) partial.</source>
            <translation>
                <numerusform>%n document partial.</numerusform>
                <numerusform>%n documents partial.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) whole.</source>
            <translation>
                <numerusform>%n document whole.</numerusform>
                <numerusform>%n documents whole.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message numerus="yes">
            <source>%n document(s) got their clauses.</source>
            <translation>
                <numerusform>%n document got its clauses.</numerusform>
                <numerusform>%n documents got their clauses.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) imported.</source>
            <translation>
                <numerusform>%n document imported.</numerusform>
                <numerusform>%n documents imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) refused.</source>
            <translation>
                <numerusform>%n file refused.</numerusform>
                <numerusform>%n files refused.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) were there already.</source>
            <translation>
                <numerusform>%n file was there already.</numerusform>
                <numerusform>%n files were there already.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SchemeModel</name>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SchemeQuestions</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rejected proposal(s)</source>
            <translation>
                <numerusform>%n rejected proposal</numerusform>
                <numerusform>%n rejected proposals</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message numerus="yes">
            <source>Characters {range} (%n selected)</source>
            <translation>
                <numerusform>Characters {range} (%n selected)</numerusform>
                <numerusform>Characters {range} (%n selected)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SuggestionModel</name>
        <message numerus="yes">
            <source>%n time(s) in the text</source>
            <translation>
                <numerusform>%n time in the text</numerusform>
                <numerusform>%n times in the text</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s) in the text, {shown} shown</source>
            <translation>
                <numerusform>%n time in the text, {shown} shown</numerusform>
                <numerusform>%n times in the text, {shown} shown</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SuggestionsPanel</name>
        <message numerus="yes">
            <source>%n descriptor(s) taken over from {name}.</source>
            <translation>
                <numerusform>%n descriptor taken over from {name}.</numerusform>
                <numerusform>%n descriptors taken over from {name}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Vocabularies</name>
        <message numerus="yes">
            <source>%n term(s) exported to {path}.</source>
            <translation>
                <numerusform>%n term exported to {path}.</numerusform>
                <numerusform>%n terms exported to {path}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VocabularyImportDialog</name>
        <message numerus="yes">
            <source>%n column(s) left out: {columns}.</source>
            <translation>
                <numerusform>%n column left out: {columns}.</numerusform>
                <numerusform>%n columns left out: {columns}.</numerusform>
            </translation>
        </message>
    </context>
</TS>
