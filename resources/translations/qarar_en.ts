<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <name>StatusBar</name>
        <message numerus="yes">
            <source>Characters {range} (%n selected)</source>
            <translation>
                <numerusform>Characters {range} (%n selected)</numerusform>
                <numerusform>Characters {range} (%n selected)</numerusform>
            </translation>
        </message>
    </context>
</TS>
