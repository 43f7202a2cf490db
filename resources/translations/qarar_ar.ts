<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Annotator…</source>
            <translation>ال&amp;موسِّم…</translation>
        </message>
        <message>
            <source>&amp;Clauses are done</source>
            <translation>ال&amp;فقرات منجزة</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;نسخ</translation>
        </message>
        <message>
            <source>&amp;Delete the mark</source>
            <translation>&amp;حذف المقطع</translation>
        </message>
        <message>
            <source>&amp;Descriptors are done</source>
            <translation>ال&amp;واصفات منجزة</translation>
        </message>
        <message>
            <source>&amp;Document</source>
            <translation>الو&amp;ثيقة</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;تحرير</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;تصدير…</translation>
        </message>
        <message>
            <source>&amp;Fit the mark to the selection</source>
            <translation>&amp;مطابقة المقطع مع التحديد</translation>
        </message>
        <message>
            <source>&amp;Go to a document…</source>
            <translation>الا&amp;نتقال إلى وثيقة…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>ا&amp;ستيراد…</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>ال&amp;لغة</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>نص أ&amp;كبر</translation>
        </message>
        <message>
            <source>&amp;Lengthen to the next stop</source>
            <translation>إ&amp;طالة إلى الوقفة التالية</translation>
        </message>
        <message>
            <source>&amp;Mark</source>
            <translation>&amp;وسم</translation>
        </message>
        <message>
            <source>&amp;Merge with the next</source>
            <translation>&amp;دمج مع التالي</translation>
        </message>
        <message>
            <source>&amp;New project…</source>
            <translation>مشروع &amp;جديد…</translation>
        </message>
        <message>
            <source>&amp;Next clause</source>
            <translation>ال&amp;فقرة التالية</translation>
        </message>
        <message>
            <source>&amp;Next document</source>
            <translation>الوثيقة ال&amp;تالية</translation>
        </message>
        <message>
            <source>&amp;Open project…</source>
            <translation>&amp;فتح مشروع…</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>اللو&amp;حات</translation>
        </message>
        <message>
            <source>&amp;Previous document</source>
            <translation>الوثيقة ال&amp;سابقة</translation>
        </message>
        <message>
            <source>&amp;Project</source>
            <translation>ال&amp;مشروع</translation>
        </message>
        <message>
            <source>&amp;Propose the next stretch</source>
            <translation>اقتراح الجزء ال&amp;تالي</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>إ&amp;نهاء</translation>
        </message>
        <message>
            <source>&amp;Recent projects</source>
            <translation>المشاريع الأ&amp;خيرة</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>إ&amp;عادة</translation>
        </message>
        <message>
            <source>&amp;Shorten to the stop before</source>
            <translation>تق&amp;صير إلى الوقفة السابقة</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>نص أ&amp;صغر</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>ت&amp;راجع</translation>
        </message>
        <message>
            <source>&amp;Usual size</source>
            <translation>الحجم ال&amp;معتاد</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;عرض</translation>
        </message>
        <message>
            <source>A&amp;ttach the selection as evidence</source>
            <translation>إ&amp;رفاق التحديد شاهدا</translation>
        </message>
        <message>
            <source>Add a &amp;descriptor</source>
            <translation>إ&amp;ضافة واصفة</translation>
        </message>
        <message>
            <source>Back to the &amp;text</source>
            <translation>ال&amp;عودة إلى النص</translation>
        </message>
        <message>
            <source>Begin a &amp;word later</source>
            <translation>تأ&amp;خير البداية كلمة واحدة</translation>
        </message>
        <message>
            <source>Begin a word &amp;earlier</source>
            <translation>تق&amp;ديم البداية كلمة واحدة</translation>
        </message>
        <message>
            <source>Delete the mark with &amp;all inside</source>
            <translation>حذف المقطع و&amp;كل ما فيه</translation>
        </message>
        <message>
            <source>Mark &amp;as</source>
            <translation>اختيار ال&amp;وسم</translation>
        </message>
        <message>
            <source>Pre&amp;vious clause</source>
            <translation>الفقرة ال&amp;سابقة</translation>
        </message>
        <message>
            <source>Put &amp;into the clause before</source>
            <translation>ت&amp;ضمين في الفقرة السابقة</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>إعادة</translation>
        </message>
        <message>
            <source>Redo {name}</source>
            <translation>إعادة {name}</translation>
        </message>
        <message>
            <source>Save a &amp;copy…</source>
            <translation>&amp;حفظ نسخة…</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>تحديد ال&amp;كل</translation>
        </message>
        <message>
            <source>Spl&amp;it at the caret</source>
            <translation>ت&amp;قسيم عند المؤشر</translation>
        </message>
        <message>
            <source>Take &amp;out of its clause</source>
            <translation>إ&amp;خراج من الفقرة الحاوية</translation>
        </message>
        <message>
            <source>Tool bar</source>
            <translation>شريط الأدوات</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Undo {name}</source>
            <translation>تراجع عن {name}</translation>
        </message>
    </context>
    <context>
        <name>AnnotatorDialog</name>
        <message>
            <source>Annotator</source>
            <translation>الموسِّم</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>Your name. Every mark that you make is signed with it.</source>
            <translation>اسمك. يُذيَّل به كل مقطع تَسِمه.</translation>
        </message>
    </context>
    <context>
        <name>DescriptorModel</name>
        <message numerus="yes">
            <source>%n piece(s) of evidence</source>
            <translation>
                <numerusform>لا شواهد</numerusform>
                <numerusform>شاهد واحد</numerusform>
                <numerusform>شاهدان</numerusform>
                <numerusform>%n شواهد</numerusform>
                <numerusform>%n شاهدا</numerusform>
                <numerusform>%n شاهد</numerusform>
            </translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>Major descriptor</source>
            <translation>واصفة رئيسية</translation>
        </message>
        <message>
            <source>Origin: import</source>
            <translation>المنشأ: استيراد</translation>
        </message>
        <message>
            <source>Origin: manual</source>
            <translation>المنشأ: يدوي</translation>
        </message>
        <message>
            <source>Origin: model</source>
            <translation>المنشأ: نموذج</translation>
        </message>
        <message>
            <source>Suggested, not confirmed yet</source>
            <translation>مقترحة ولم تؤكد بعد</translation>
        </message>
        <message>
            <source>Term in the header: {term}</source>
            <translation>المصطلح في الترويسة: {term}</translation>
        </message>
    </context>
    <context>
        <name>DescriptorsPanel</name>
        <message>
            <source>Add a descriptor</source>
            <translation>إضافة واصفة</translation>
        </message>
        <message>
            <source>Attach the selected text</source>
            <translation>إرفاق النص المحدد</translation>
        </message>
        <message>
            <source>Choose a descriptor to see its evidence.</source>
            <translation>اختر واصفة لترى شواهدها.</translation>
        </message>
        <message>
            <source>Choose the descriptor first that the text is evidence of.</source>
            <translation>اختر أولا الواصفة التي يشهد لها النص.</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>تأكيد</translation>
        </message>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
        <message>
            <source>Detach</source>
            <translation>فصل</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>الشواهد</translation>
        </message>
        <message>
            <source>Major descriptor</source>
            <translation>واصفة رئيسية</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>نقل إلى أسفل</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>نقل إلى أعلى</translation>
        </message>
        <message>
            <source>No descriptors yet. Type a term above, in Arabic or English.</source>
            <translation>لا واصفات بعد. اكتب مصطلحا في الأعلى، بالعربية أو الإنكليزية.</translation>
        </message>
        <message>
            <source>None yet. Select text, then press {key} to attach it to the descriptor.</source>
            <translation>لا شواهد بعد. حدد نصا ثم اضغط {key} لإرفاقه بالواصفة.</translation>
        </message>
        <message>
            <source>Open a document to see its descriptors.</source>
            <translation>افتح وثيقة لترى واصفاتها.</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>إزالة</translation>
        </message>
        <message>
            <source>Select the text first that is to be attached as evidence.</source>
            <translation>حدد أولا النص الذي تريد إرفاقه شاهدا.</translation>
        </message>
        <message>
            <source>Show in the text</source>
            <translation>إظهار في النص</translation>
        </message>
        <message>
            <source>The document has this descriptor already.</source>
            <translation>هذه الواصفة مسندة إلى الوثيقة من قبل.</translation>
        </message>
    </context>
    <context>
        <name>Docks</name>
        <message>
            <source>Characters and bidi</source>
            <translation>الحروف واتجاهاتها</translation>
        </message>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>History</source>
            <translation>السجل</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>الوسوم</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>الوسم</translation>
        </message>
    </context>
    <context>
        <name>DocumentsPanel</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>لا وثائق</numerusform>
                <numerusform>وثيقة واحدة</numerusform>
                <numerusform>وثيقتان</numerusform>
                <numerusform>%n وثائق</numerusform>
                <numerusform>%n وثيقة</numerusform>
                <numerusform>%n وثيقة</numerusform>
            </translation>
        </message>
        <message>
            <source>Clauses</source>
            <translation>الفقرات</translation>
        </message>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Filter by name, symbol or title</source>
            <translation>تصفية بالاسم أو الرمز أو العنوان</translation>
        </message>
        <message>
            <source>Filter documents</source>
            <translation>تصفية الوثائق</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>مرحلة العمل</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>done</source>
            <translation>منجزة</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>قيد العمل</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>جديدة</translation>
        </message>
        <message>
            <source>{shown} of {total}</source>
            <translation>{shown} من {total}</translation>
        </message>
    </context>
    <context>
        <name>ErrorDialog</name>
        <message>
            <source>Qarar</source>
            <translation>قرار</translation>
        </message>
        <message>
            <source>Something went wrong in Qarar. Everything that was marked is on disk.</source>
            <translation>حدث خطأ في «قرار». كل ما وُسم محفوظ على القرص.</translation>
        </message>
        <message>
            <source>The details were written to {path}.</source>
            <translation>كُتبت التفاصيل في {path}.</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>&amp;Browse…</source>
            <translation>ا&amp;ستعراض…</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;تصدير</translation>
        </message>
        <message>
            <source>&amp;Format:</source>
            <translation>ال&amp;صيغة:</translation>
        </message>
        <message>
            <source>&amp;To:</source>
            <translation>إ&amp;لى:</translation>
        </message>
        <message>
            <source>A folder with one text file a document, its descriptors in the first line.</source>
            <translation>مجلد فيه ملف نصي لكل وثيقة، وواصفاتها في السطر الأول.</translation>
        </message>
        <message>
            <source>Dataset JSONL</source>
            <translation>مجموعة بيانات ⁦JSONL⁩</translation>
        </message>
        <message>
            <source>Everything that is in the project but its history. Can be imported again without loss.</source>
            <translation>كل ما في المشروع ما عدا سجل العمليات. يمكن استيراده من جديد بلا فقد.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>تصدير</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>تصدير إلى</translation>
        </message>
        <message>
            <source>One document a line with text, clauses and descriptors, for training and measuring.</source>
            <translation>وثيقة في كل سطر بنصها وفقراتها وواصفاتها، للتدريب والقياس.</translation>
        </message>
        <message>
            <source>Project JSON</source>
            <translation>ملف ⁦JSON⁩ للمشروع</translation>
        </message>
        <message>
            <source>Resolution text</source>
            <translation>نص القرار</translation>
        </message>
        <message>
            <source>With &amp;proposals that nobody has confirmed</source>
            <translation>مع ال&amp;اقتراحات التي لم يؤكدها أحد</translation>
        </message>
        <message>
            <source>{path} is there already. Write over it?</source>
            <translation>{path} موجود من قبل. أتريد الكتابة فوقه؟</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>&amp;Clauses from a folder of JSON files:</source>
            <translation>ال&amp;فقرات من مجلد ملفات ⁦JSON⁩:</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>ا&amp;ستيراد</translation>
        </message>
        <message>
            <source>&amp;Number a document whose name another one has (otherwise it is refused)</source>
            <translation>&amp;ترقيم الوثيقة التي تحمل اسم وثيقة أخرى (وإلا تعذر استيرادها)</translation>
        </message>
        <message>
            <source>&amp;Remove from the list</source>
            <translation>إ&amp;زالة من القائمة</translation>
        </message>
        <message>
            <source>Add &amp;files…</source>
            <translation>إضافة &amp;ملفات…</translation>
        </message>
        <message>
            <source>Add a f&amp;older…</source>
            <translation>إضافة م&amp;جلد…</translation>
        </message>
        <message>
            <source>C&amp;hoose…</source>
            <translation>ا&amp;ختيار…</translation>
        </message>
        <message>
            <source>Files and folders to import</source>
            <translation>الملفات والمجلدات المراد استيرادها</translation>
        </message>
        <message>
            <source>Files to import</source>
            <translation>الملفات المراد استيرادها</translation>
        </message>
        <message>
            <source>Folder of clause files</source>
            <translation>مجلد ملفات الفقرات</translation>
        </message>
        <message>
            <source>Folder to import</source>
            <translation>المجلد المراد استيراده</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>استيراد</translation>
        </message>
        <message>
            <source>Resolution texts ({text}, the first line {header}), folders of them with all folders inside, and project JSON ({json}).</source>
            <translation>نصوص قرارات ({text}، سطرها الأول {header})، ومجلدات منها بكل ما تحويه من مجلدات، وملفات ⁦JSON⁩ للمشاريع ({json}).</translation>
        </message>
        <message>
            <source>Resolution texts and project JSON (*.txt *.json);;All files (*)</source>
            <translation>نصوص القرارات وملفات JSON للمشاريع (*.txt *.json);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>لا شيء</translation>
        </message>
    </context>
    <context>
        <name>LabelModel</name>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>لا مقاطع</numerusform>
                <numerusform>مقطع واحد</numerusform>
                <numerusform>مقطعان</numerusform>
                <numerusform>%n مقاطع</numerusform>
                <numerusform>%n مقطعا</numerusform>
                <numerusform>%n مقطع</numerusform>
            </translation>
        </message>
        <message>
            <source>{label}; key {key}; {marks}</source>
            <translation>{label}؛ المفتاح {key}؛ {marks}</translation>
        </message>
        <message>
            <source>{label}; {marks}</source>
            <translation>{label}؛ {marks}</translation>
        </message>
    </context>
    <context>
        <name>LabelsPanel</name>
        <message>
            <source>Guideline</source>
            <translation>التعريف</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>الوسوم</translation>
        </message>
        <message>
            <source>Select text, then press a label's key or click the label.</source>
            <translation>حدد نصا، ثم اضغط مفتاح الوسم أو انقر الوسم.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>None yet</source>
            <translation>لا شيء بعد</translation>
        </message>
        <message>
            <source>Nothing was done yet that could be repeated.</source>
            <translation>لم يجرِ بعدُ ما يمكن تكراره.</translation>
        </message>
        <message>
            <source>Qarar</source>
            <translation>قرار</translation>
        </message>
        <message>
            <source>Text of the resolution</source>
            <translation>نص القرار</translation>
        </message>
        <message>
            <source>{document} – {project} – Qarar</source>
            <translation>⁨{document}⁩ – ⁨{project}⁩ – قرار</translation>
        </message>
        <message>
            <source>{project} – Qarar</source>
            <translation>⁨{project}⁩ – قرار</translation>
        </message>
    </context>
    <context>
        <name>MarkEdits</name>
        <message>
            <source>Choose a mark, then select where it is to begin and end.</source>
            <translation>اختر مقطعا، ثم حدد أين يبدأ وأين ينتهي.</translation>
        </message>
        <message>
            <source>Put the caret into a mark, or choose one in the margin.</source>
            <translation>ضع المؤشر في مقطع، أو اختر مقطعا في الهامش.</translation>
        </message>
        <message>
            <source>Put the caret into the clause where it is to be split.</source>
            <translation>ضع المؤشر في الفقرة حيث يراد تقسيمها.</translation>
        </message>
        <message>
            <source>The next clause is marked, and nothing inside this one fits there.</source>
            <translation>الفقرة التالية موسومة، ولا شيء مما في هذه يصلح هناك.</translation>
        </message>
        <message>
            <source>There is no clause here whose marks could be copied to a next one.</source>
            <translation>لا توجد هنا فقرة يمكن نسخ وسومها إلى ما يليها.</translation>
        </message>
        <message>
            <source>There is no mark after this one to merge it with.</source>
            <translation>لا مقطع بعد هذا المقطع ليدمج معه.</translation>
        </message>
        <message>
            <source>There is no mark before this one to merge it with.</source>
            <translation>لا يوجد قبل هذا الوسم وسم يُدمج معه.</translation>
        </message>
    </context>
    <context>
        <name>Marking</name>
        <message>
            <source>No unmarked text is left after the caret.</source>
            <translation>لم يبق بعد المؤشر نص غير موسوم.</translation>
        </message>
        <message>
            <source>There is nothing left to mark here. Select the text to mark.</source>
            <translation>لم يبق هنا ما يوسم. حدد النص المراد وسمه.</translation>
        </message>
    </context>
    <context>
        <name>MatchModel</name>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>Create term “{term}”</source>
            <translation>إنشاء المصطلح «{term}»</translation>
        </message>
        <message>
            <source>already assigned</source>
            <translation>مسندة من قبل</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation>إغلاق الرسالة</translation>
        </message>
    </context>
    <context>
        <name>Operation</name>
        <message>
            <source>add descriptor</source>
            <translation>إضافة واصفة</translation>
        </message>
        <message>
            <source>attach evidence</source>
            <translation>إرفاق شاهد</translation>
        </message>
        <message>
            <source>change features</source>
            <translation>تغيير الخواص</translation>
        </message>
        <message>
            <source>change label</source>
            <translation>تغيير الوسم</translation>
        </message>
        <message>
            <source>change major descriptor</source>
            <translation>تغيير صفة «رئيسية»</translation>
        </message>
        <message>
            <source>change number</source>
            <translation>تغيير الرقم</translation>
        </message>
        <message>
            <source>change progress</source>
            <translation>تغيير مرحلة العمل</translation>
        </message>
        <message>
            <source>confirm descriptor</source>
            <translation>تأكيد واصفة</translation>
        </message>
        <message>
            <source>copy marks</source>
            <translation>نسخ الوسوم</translation>
        </message>
        <message>
            <source>create term</source>
            <translation>إنشاء مصطلح</translation>
        </message>
        <message>
            <source>delete mark</source>
            <translation>حذف مقطع</translation>
        </message>
        <message>
            <source>delete mark with all inside</source>
            <translation>حذف مقطع وكل ما فيه</translation>
        </message>
        <message>
            <source>detach evidence</source>
            <translation>فصل شاهد</translation>
        </message>
        <message>
            <source>import</source>
            <translation>استيراد</translation>
        </message>
        <message>
            <source>mark</source>
            <translation>وسم مقطع</translation>
        </message>
        <message>
            <source>mark clause</source>
            <translation>وسم فقرة</translation>
        </message>
        <message>
            <source>mark leading phrase</source>
            <translation>وسم عبارة فعلية</translation>
        </message>
        <message>
            <source>mark reference</source>
            <translation>وسم إحالة</translation>
        </message>
        <message>
            <source>merge</source>
            <translation>دمج مقطعين</translation>
        </message>
        <message>
            <source>move descriptor</source>
            <translation>نقل واصفة</translation>
        </message>
        <message>
            <source>move limits</source>
            <translation>تحريك الحدود</translation>
        </message>
        <message>
            <source>nest</source>
            <translation>تضمين مقطع</translation>
        </message>
        <message>
            <source>reject descriptor</source>
            <translation>رفض واصفة</translation>
        </message>
        <message>
            <source>remove descriptor</source>
            <translation>إزالة واصفة</translation>
        </message>
        <message>
            <source>split</source>
            <translation>تقسيم مقطع</translation>
        </message>
        <message>
            <source>take out</source>
            <translation>إخراج مقطع</translation>
        </message>
        <message>
            <source>write note</source>
            <translation>كتابة ملاحظة</translation>
        </message>
    </context>
    <context>
        <name>ProgressDialog</name>
        <message>
            <source>Reading…</source>
            <translation>جار القراءة…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>جار الإيقاف…</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} من {total}</translation>
        </message>
    </context>
    <context>
        <name>ProjectFiles</name>
        <message numerus="yes">
            <source>%n document(s) exported to {path}.</source>
            <translation>
                <numerusform>لم تصدَّر أي وثيقة إلى {path}.</numerusform>
                <numerusform>صُدِّرت وثيقة واحدة إلى {path}.</numerusform>
                <numerusform>صُدِّرت وثيقتان إلى {path}.</numerusform>
                <numerusform>صُدِّرت %n وثائق إلى {path}.</numerusform>
                <numerusform>صُدِّرت %n وثيقة إلى {path}.</numerusform>
                <numerusform>صُدِّرت %n وثيقة إلى {path}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Export</source>
            <translation>تصدير</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>استيراد</translation>
        </message>
        <message>
            <source>It is open for reading only.</source>
            <translation>المشروع مفتوح للقراءة فقط.</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>مشروع جديد</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>فتح مشروع</translation>
        </message>
        <message>
            <source>Qarar projects</source>
            <translation>مشاريع «قرار»</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>حفظ نسخة</translation>
        </message>
        <message>
            <source>Saved as {path}.</source>
            <translation>حُفظت النسخة في {path}.</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>أُوقف العمل. لم يتغير شيء.</translation>
        </message>
        <message>
            <source>The project can be written to again.</source>
            <translation>يمكن الكتابة في المشروع من جديد.</translation>
        </message>
        <message>
            <source>Without an annotator's name the project is open for reading only.</source>
            <translation>من غير اسم للموسِّم يُفتح المشروع للقراءة فقط.</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>A term cannot be empty.</source>
            <translation>لا يجوز أن يكون المصطلح فارغا.</translation>
        </message>
        <message>
            <source>A term cannot hold “|”: it separates terms in a file's header.</source>
            <translation>لا يجوز أن يحوي المصطلح العلامة «⁦|⁩»: فهي تفصل بين المصطلحات في ترويسة الملف.</translation>
        </message>
        <message>
            <source>An annotator needs a name of at most 200 characters that can be shown.</source>
            <translation>لا بد للموسِّم من اسم لا يزيد على 200 حرف ويمكن إظهاره.</translation>
        </message>
        <message>
            <source>Another mark stands between the two.</source>
            <translation>بين المقطعين مقطع آخر.</translation>
        </message>
        <message>
            <source>Marks of the layer “{layer}” must not overlap.</source>
            <translation>لا يجوز أن تتراكب مقاطع الطبقة «{layer}».</translation>
        </message>
        <message>
            <source>Marks of this layer must not cross: “{label}” and “{other}” would overlap in part.</source>
            <translation>لا يجوز أن تتقاطع مقاطع هذه الطبقة: سيتراكب «{label}» و«{other}» جزئيا.</translation>
        </message>
        <message>
            <source>Nothing is selected: a mark needs at least one character.</source>
            <translation>لم يحدد شيء: لا بد للمقطع من حرف واحد على الأقل.</translation>
        </message>
        <message>
            <source>Nothing would be left of “{label}”.</source>
            <translation>لن يبقى شيء من «{label}».</translation>
        </message>
        <message>
            <source>Only the last mark inside another can be taken out of it.</source>
            <translation>لا يمكن أن يُخرج من مقطع إلا آخر مقطع فيه.</translation>
        </message>
        <message>
            <source>Only two marks of one layer that stand side by side can be merged.</source>
            <translation>لا يمكن دمج مقطعين إلا إذا كانا متجاورين ومن طبقة واحدة.</translation>
        </message>
        <message>
            <source>That descriptor is no longer there.</source>
            <translation>لم تعد هذه الواصفة موجودة.</translation>
        </message>
        <message>
            <source>That document is no longer there.</source>
            <translation>لم تعد هذه الوثيقة موجودة.</translation>
        </message>
        <message>
            <source>That mark is no longer there.</source>
            <translation>لم يعد هذا المقطع موجودا.</translation>
        </message>
        <message>
            <source>That term is no longer there.</source>
            <translation>لم يعد هذا المصطلح موجودا.</translation>
        </message>
        <message>
            <source>The document has this descriptor already.</source>
            <translation>هذه الواصفة مسندة إلى الوثيقة من قبل.</translation>
        </message>
        <message>
            <source>The limits {start}–{end} lie outside the text ({length} characters).</source>
            <translation>الحدود ⁦{start}–{end}⁩ خارج النص (عدد أحرفه {length}).</translation>
        </message>
        <message>
            <source>The place to split at must lie inside the mark.</source>
            <translation>لا بد أن يكون موضع التقسيم داخل المقطع.</translation>
        </message>
        <message>
            <source>The scheme has no label “{label}”.</source>
            <translation>لا وسم باسم «⁨{label}⁩» في مخطط التوسيم.</translation>
        </message>
        <message>
            <source>The scheme has no layer “{layer}”.</source>
            <translation>لا طبقة باسم «⁨{layer}⁩» في مخطط التوسيم.</translation>
        </message>
        <message>
            <source>There is a document named “{name}” already.</source>
            <translation>توجد من قبل وثيقة باسم «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>There is a term “{term}” already.</source>
            <translation>يوجد المصطلح «⁨{term}⁩» من قبل.</translation>
        </message>
        <message>
            <source>There is no mark before this one that could hold it.</source>
            <translation>لا مقطع قبل هذا المقطع يمكن أن يحويه.</translation>
        </message>
        <message>
            <source>There is no task “{task}”.</source>
            <translation>لا مهمة باسم «⁨{task}⁩».</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>لا شيء يمكن إعادته.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>لا شيء يمكن التراجع عنه.</translation>
        </message>
        <message>
            <source>This mark stands in no other.</source>
            <translation>هذا المقطع ليس داخل مقطع آخر.</translation>
        </message>
        <message>
            <source>This stretch is evidence of the descriptor already.</source>
            <translation>هذا الجزء من النص شاهد للواصفة من قبل.</translation>
        </message>
        <message>
            <source>Two marks of one layer cannot have the same limits: “{label}” stands there already.</source>
            <translation>لا يجوز أن تكون لمقطعين من طبقة واحدة الحدود نفسها: هناك «{label}» من قبل.</translation>
        </message>
        <message>
            <source>What was to be changed is no longer there.</source>
            <translation>ما أُريد تغييره لم يعد موجودا.</translation>
        </message>
        <message>
            <source>What was to be deleted is no longer there.</source>
            <translation>ما أُريد حذفه لم يعد موجودا.</translation>
        </message>
        <message>
            <source>{name}: evidence at {start}–{end} reaches outside the text.</source>
            <translation>⁨{name}⁩: الشاهد في ⁦{start}–{end}⁩ يتجاوز حدود النص.</translation>
        </message>
        <message>
            <source>{name}: the text is not the one that was imported.</source>
            <translation>⁨{name}⁩: النص ليس هو النص المستورد.</translation>
        </message>
        <message>
            <source>{name}: {problem}</source>
            <translation>⁨{name}⁩: ⁨{problem}⁩</translation>
        </message>
        <message>
            <source>{name}: “{label}” at {start}–{end} reaches outside the text.</source>
            <translation>⁨{name}⁩: «⁨{label}⁩» في ⁦{start}–{end}⁩ يتجاوز حدود النص.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place} must be a JSON object.</source>
            <translation>{path}: لا بد أن يكون ⁦/clauses/{place}⁩ كائن ⁦JSON⁩.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place} needs a “type”, a text.</source>
            <translation>{path}: ينقص ⁦/clauses/{place}⁩ المفتاح «⁦type⁩»، وهو نص.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place} needs “start” and “end”, whole numbers.</source>
            <translation>{path}: ينقص ⁦/clauses/{place}⁩ المفتاحان «⁦start⁩» و«⁦end⁩»، وهما عددان صحيحان.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place}: {reason}</source>
            <translation>{path}: ⁦/clauses/{place}⁩: ⁨{reason}⁩</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place}: “annex” must be true or false.</source>
            <translation>{path}: ⁦/clauses/{place}⁩: لا بد أن تكون قيمة «⁦annex⁩» إما ⁦true⁩ أو ⁦false⁩.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place}: “depth” must be a whole number.</source>
            <translation>{path}: ⁦/clauses/{place}⁩: لا بد أن تكون قيمة «⁦depth⁩» عددا صحيحا.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place}: “lead” must be a list of two whole numbers.</source>
            <translation>{path}: ⁦/clauses/{place}⁩: لا بد أن تكون قيمة «⁦lead⁩» قائمة من عددين صحيحين.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place}: “lead” must lie inside its clause.</source>
            <translation>{path}: ⁦/clauses/{place}⁩: يجب أن تقع ⁦lead⁩ داخل فقرتها.</translation>
        </message>
        <message>
            <source>{path}: /clauses/{place}: “number” must be a text or null.</source>
            <translation>{path}: ⁦/clauses/{place}⁩: لا بد أن تكون قيمة «⁦number⁩» نصا أو ⁦null⁩.</translation>
        </message>
        <message>
            <source>{path}: a NUL character at character {position}.</source>
            <translation>{path}: محرف ⁦NUL⁩ عند الحرف {position}.</translation>
        </message>
        <message>
            <source>{path}: a lone surrogate at byte {position}.</source>
            <translation>{path}: نصف محرف (⁦surrogate⁩) منفرد عند البايت {position}.</translation>
        </message>
        <message>
            <source>{path}: a project file cannot be imported; export it as project JSON and import that.</source>
            <translation>{path}: لا يُستورد ملف مشروع؛ صدّره بصيغة ⁦JSON⁩ للمشاريع ثم استورد الناتج.</translation>
        </message>
        <message>
            <source>{path}: another program is writing to it; try again when it has finished.</source>
            <translation>{path}: برنامج آخر يكتب في هذا الملف؛ أعد المحاولة بعد أن ينتهي.</translation>
        </message>
        <message>
            <source>{path}: begins with a byte order mark.</source>
            <translation>{path}: يبدأ بعلامة ترتيب البايتات.</translation>
        </message>
        <message>
            <source>{path}: cannot be made ({reason}).</source>
            <translation>{path}: لا يمكن إنشاؤه (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: cannot be opened.</source>
            <translation>{path}: لا يمكن فتحه.</translation>
        </message>
        <message>
            <source>{path}: cannot be read ({reason}).</source>
            <translation>{path}: لا تمكن قراءته (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: cannot be read, because it is a device, a pipe or a socket.</source>
            <translation>{path}: لا تمكن قراءته، لأنه جهاز أو أنبوب أو مقبس.</translation>
        </message>
        <message>
            <source>{path}: cannot be read, because it is a folder.</source>
            <translation>{path}: لا تمكن قراءته، لأنه مجلد.</translation>
        </message>
        <message>
            <source>{path}: cannot be written ({reason}).</source>
            <translation>{path}: لا تمكن كتابته (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: cannot be written, because its folder does not exist.</source>
            <translation>{path}: لا تمكن كتابته لأن مجلده غير موجود.</translation>
        </message>
        <message>
            <source>{path}: has CR LF line ends.</source>
            <translation>{path}: نهايات أسطره ⁦CR LF⁩.</translation>
        </message>
        <message>
            <source>{path}: has the same text as “{name}”.</source>
            <translation>{path}: نصه هو نص «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: imported as “{name}”.</source>
            <translation>{path}: استُورد باسم «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: its path is not UTF-8.</source>
            <translation>{path}: مساره ليس بترميز ⁦UTF-8⁩.</translation>
        </message>
        <message>
            <source>{path}: its scheme is not the project's, which has documents or terms already.</source>
            <translation>{path}: مخطط توسيمه غير مخطط المشروع، وفي المشروع وثائق أو مصطلحات من قبل.</translation>
        </message>
        <message>
            <source>{path}: larger than {limit} MiB.</source>
            <translation>{path}: حجمه يزيد على {limit} ⁦MiB⁩.</translation>
        </message>
        <message>
            <source>{path}: made by a newer version of Qarar ({format}); this one reads {known}.</source>
            <translation>{path}: كُتب بإصدار أحدث من «قرار» (⁨{format}⁩)؛ وهذا الإصدار يقرأ ⁨{known}⁩.</translation>
        </message>
        <message>
            <source>{path}: made by a newer version of Qarar; this version cannot open it.</source>
            <translation>{path}: أُنشئ بإصدار أحدث من «قرار»؛ لا يستطيع هذا الإصدار فتحه.</translation>
        </message>
        <message>
            <source>{path}: made by an older version; open it for writing once to bring it up to date.</source>
            <translation>{path}: أُنشئ بإصدار أقدم؛ افتحه مرة للكتابة ليُحدَّث.</translation>
        </message>
        <message>
            <source>{path}: neither a resolution (*.txt) nor project JSON (*.json).</source>
            <translation>{path}: ليس قرارا (⁦*.txt⁩) ولا مشروعا بصيغة ⁦JSON⁩ (⁦*.json⁩).</translation>
        </message>
        <message>
            <source>{path}: no clause files (*.json) here.</source>
            <translation>{path}: لا ملفات فقرات (⁦*.json⁩) هنا.</translation>
        </message>
        <message>
            <source>{path}: no document can have its name, which is blank or has more than one line.</source>
            <translation>{path}: لا يصلح اسمه اسما لوثيقة، فهو فارغ أو من أكثر من سطر.</translation>
        </message>
        <message>
            <source>{path}: no document has this text.</source>
            <translation>{path}: لا وثيقة لها هذا النص.</translation>
        </message>
        <message>
            <source>{path}: no empty line after the header.</source>
            <translation>{path}: لا سطر فارغا بعد الترويسة.</translation>
        </message>
        <message>
            <source>{path}: no header: the first line must begin with %%%.</source>
            <translation>{path}: لا ترويسة: لا بد أن يبدأ السطر الأول بالعلامة ⁦%%%⁩.</translation>
        </message>
        <message>
            <source>{path}: no resolutions (*.txt) in this folder.</source>
            <translation>{path}: لا قرارات (⁦*.txt⁩) في هذا المجلد.</translation>
        </message>
        <message>
            <source>{path}: not JSON (at character {position}: {reason}).</source>
            <translation>{path}: ليس بصيغة ⁦JSON⁩ (عند الحرف {position}: ⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: not JSON that can be read ({reason}).</source>
            <translation>{path}: ليس بصيغة ⁦JSON⁩ تمكن قراءتها (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: not UTF-8 (at byte {position}).</source>
            <translation>{path}: ليس بترميز ⁦UTF-8⁩ (عند البايت {position}).</translation>
        </message>
        <message>
            <source>{path}: not UTF-8 at byte {position}.</source>
            <translation>{path}: ليس بترميز ⁦UTF-8⁩ عند البايت {position}.</translation>
        </message>
        <message>
            <source>{path}: not a Qarar project.</source>
            <translation>{path}: ليس مشروعا من مشاريع «قرار».</translation>
        </message>
        <message>
            <source>{path}: not a file of clauses: it must be a JSON object.</source>
            <translation>{path}: ليس ملف فقرات: لا بد أن يكون كائن ⁦JSON⁩.</translation>
        </message>
        <message>
            <source>{path}: not a file of clauses: it needs “text_sha256” and a list “clauses”.</source>
            <translation>{path}: ليس ملف فقرات: ينقصه «⁦text_sha256⁩» وقائمة «⁦clauses⁩».</translation>
        </message>
        <message>
            <source>{path}: not a project of Qarar: its “format” is not {known}.</source>
            <translation>{path}: ليس مشروعا من مشاريع «قرار»: قيمة «⁦format⁩» فيه ليست ⁨{known}⁩.</translation>
        </message>
        <message>
            <source>{path}: not a scheme ({reason}).</source>
            <translation>{path}: ليس مخطط توسيم (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: open for reading only.</source>
            <translation>{path}: مفتوح للقراءة فقط.</translation>
        </message>
        <message>
            <source>{path}: the disk is full.</source>
            <translation>{path}: القرص ممتلئ.</translation>
        </message>
        <message>
            <source>{path}: the file is read-only, so nothing can be written to it.</source>
            <translation>{path}: الملف للقراءة فقط، فلا تمكن الكتابة فيه.</translation>
        </message>
        <message>
            <source>{path}: the project file is damaged ({reason}).</source>
            <translation>{path}: ملف المشروع تالف (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: the project file was moved, deleted or replaced; nothing more is written to it. Save a copy to keep what is here.</source>
            <translation>{path}: نُقل ملف المشروع أو حُذف أو حلّ غيره محله، فلا يُكتب فيه شيء بعد الآن. احفظ نسخة لتُبقي ما هنا.</translation>
        </message>
        <message>
            <source>{path}: the system cannot read or write it; perhaps the disk is full.</source>
            <translation>{path}: لا يستطيع النظام قراءته أو الكتابة فيه؛ لعل القرص ممتلئ.</translation>
        </message>
        <message>
            <source>{path}: the text is empty.</source>
            <translation>{path}: النص فارغ.</translation>
        </message>
        <message>
            <source>{path}: there is a document named “{name}” already, with another text.</source>
            <translation>{path}: توجد من قبل وثيقة باسم «⁨{name}⁩» بنص آخر.</translation>
        </message>
        <message>
            <source>{path}: there is a file of that name already.</source>
            <translation>{path}: يوجد من قبل ملف بهذا الاسم.</translation>
        </message>
        <message>
            <source>{path}: there is no such file.</source>
            <translation>{path}: لا يوجد هذا الملف.</translation>
        </message>
        <message>
            <source>{path}: these clauses were made for another text than that of “{name}”.</source>
            <translation>{path}: وُضعت هذه الفقرات لنص غير نص «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: this is a device, which cannot be replaced by a file.</source>
            <translation>{path}: هذا جهاز لا يمكن أن يحل محله ملف.</translation>
        </message>
        <message>
            <source>{path}: this is a file, not a folder.</source>
            <translation>{path}: هذا ملف لا مجلد.</translation>
        </message>
        <message>
            <source>{path}: this is a folder, not a file.</source>
            <translation>{path}: هذا مجلد لا ملف.</translation>
        </message>
        <message>
            <source>{path}: this is a project; an export never takes the place of one.</source>
            <translation>{path}: هذا مشروع، والتصدير لا يحل محل مشروع أبدا.</translation>
        </message>
        <message>
            <source>{path}: was given twice, and is read once.</source>
            <translation>{path}: ذُكر مرتين، ويُقرأ مرة واحدة.</translation>
        </message>
        <message>
            <source>{path}: {format} is only written; project JSON can be read again.</source>
            <translation>{path}: صيغة ⁨{format}⁩ للكتابة فقط؛ أما صيغة ⁦JSON⁩ للمشاريع فتمكن قراءتها من جديد.</translation>
        </message>
        <message>
            <source>{path}: {place} has a value that is not allowed ({rule}).</source>
            <translation>{path}: في ⁦{place}⁩ قيمة غير مسموح بها (⁨{rule}⁩).</translation>
        </message>
        <message>
            <source>{path}: {place} has “{value}” twice.</source>
            <translation>{path}: في ⁦{place}⁩ القيمة «⁨{value}⁩» مرتين.</translation>
        </message>
        <message>
            <source>{path}: {place} holds half of a character (a lone surrogate).</source>
            <translation>{path}: في ⁦{place}⁩ نصف محرف (⁦surrogate⁩ منفرد).</translation>
        </message>
        <message>
            <source>{path}: {place} is not known in this format.</source>
            <translation>{path}: ⁦{place}⁩ غير معروف في هذه الصيغة.</translation>
        </message>
        <message>
            <source>{path}: {place} lacks “{key}”.</source>
            <translation>{path}: ينقص ⁦{place}⁩ المفتاح «⁨{key}⁩».</translation>
        </message>
        <message>
            <source>{path}: {place} must be of the type {type}.</source>
            <translation>{path}: لا بد أن يكون ⁦{place}⁩ من النوع ⁨{type}⁩.</translation>
        </message>
        <message>
            <source>{path}: {place} names a concept that the file does not have (“{id}”).</source>
            <translation>{path}: يشير ⁦{place}⁩ إلى مفهوم لا يحويه الملف («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place} names a label that its layer does not have (“{id}”).</source>
            <translation>{path}: يشير ⁦{place}⁩ إلى وسم لا تحويه طبقته («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place} names a label that the scheme does not have (“{id}”).</source>
            <translation>{path}: {place} يذكر وسما ليس في المخطط («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place} names a layer that the scheme does not have (“{id}”).</source>
            <translation>{path}: يشير ⁦{place}⁩ إلى طبقة لا يحويها مخطط التوسيم («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place} names a task that the scheme does not have (“{id}”).</source>
            <translation>{path}: يشير ⁦{place}⁩ إلى مهمة لا يحويها مخطط التوسيم («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place} names a vocabulary that the file does not have (“{id}”).</source>
            <translation>{path}: يشير ⁦{place}⁩ إلى مفردات مضبوطة لا يحويها الملف («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place} names an annotator that the file does not have (“{id}”).</source>
            <translation>{path}: يشير ⁦{place}⁩ إلى موسِّم لا يحويه الملف («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place}/spans: {reason}</source>
            <translation>{path}: ⁦{place}/spans⁩: ⁨{reason}⁩</translation>
        </message>
        <message>
            <source>{path}: {place}: a layer cannot lie within itself.</source>
            <translation>{path}: {place}: لا تقع طبقة داخل نفسها.</translation>
        </message>
        <message>
            <source>{path}: {place}: another concept of the vocabulary has this URI (“{uri}”).</source>
            <translation>{path}: ⁦{place}⁩: لمفهوم آخر في المفردات المضبوطة معرّف ⁦URI⁩ هذا («⁦{uri}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place}: another document is named “{name}”.</source>
            <translation>{path}: ⁦{place}⁩: وثيقة أخرى اسمها «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: {place}: another label has the key {key}.</source>
            <translation>{path}: {place}: المفتاح ⁨{key}⁩ لوسم آخر.</translation>
        </message>
        <message>
            <source>{path}: {place}: something in another document has the id “{id}” already.</source>
            <translation>{path}: ⁦{place}⁩: المعرّف «⁨{id}⁩» مستعمل في وثيقة أخرى.</translation>
        </message>
        <message>
            <source>{path}: {place}: the id “{id}” is there twice.</source>
            <translation>{path}: ⁦{place}⁩: المعرّف «⁨{id}⁩» وارد مرتين.</translation>
        </message>
        <message>
            <source>{path}: {place}: the limits {start}–{end} are no stretch of the text ({length} characters).</source>
            <translation>{path}: ⁦{place}⁩: الحدود ⁦{start}–{end}⁩ لا تعيّن جزءا من النص (عدد أحرفه {length}).</translation>
        </message>
        <message>
            <source>{path}: {place}: the project has another concept of this URI (“{uri}”).</source>
            <translation>{path}: ⁦{place}⁩: في المشروع مفهوم آخر له معرّف ⁦URI⁩ هذا («⁦{uri}⁩»).</translation>
        </message>
        <message>
            <source>{path}: {place}: the project has another document named “{name}”.</source>
            <translation>{path}: ⁦{place}⁩: في المشروع وثيقة أخرى اسمها «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: {place}: the project has this concept with other content.</source>
            <translation>{path}: ⁦{place}⁩: هذا المفهوم في المشروع بمضمون آخر.</translation>
        </message>
        <message>
            <source>{path}: {place}: the project has this document (“{name}”) with other content.</source>
            <translation>{path}: ⁦{place}⁩: هذه الوثيقة («⁨{name}⁩») في المشروع بمضمون آخر.</translation>
        </message>
        <message>
            <source>{path}: {place}: the project has this vocabulary with other content.</source>
            <translation>{path}: ⁦{place}⁩: هذه المفردات المضبوطة في المشروع بمضمون آخر.</translation>
        </message>
        <message>
            <source>{path}: {place}: the project knows this annotator as “{name}”.</source>
            <translation>{path}: ⁦{place}⁩: اسم هذا الموسِّم في المشروع «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: {place}: the project's own vocabulary is the one with the id {id}.</source>
            <translation>{path}: ⁦{place}⁩: مفردات المشروع المضبوطة الخاصة به هي ذات المعرّف ⁦{id}⁩.</translation>
        </message>
        <message>
            <source>{path}: {place}: the text is not the one that was annotated (its SHA-256 is another).</source>
            <translation>{path}: ⁦{place}⁩: النص ليس هو النص الذي وُسم (قيمة ⁦SHA-256⁩ مختلفة).</translation>
        </message>
        <message>
            <source>{path}: {place}: there is no such day as {date}.</source>
            <translation>{path}: {place}: لا يوم كهذا: ⁨{date}⁩.</translation>
        </message>
        <message>
            <source>{path}: {reason}</source>
            <translation>{path}: ⁨{reason}⁩</translation>
        </message>
        <message>
            <source>{project}: no document is called “{document}”.</source>
            <translation>{project}: لا وثيقة باسم «⁨{document}⁩».</translation>
        </message>
        <message>
            <source>“{date}” is not a date of the form 2004-12-20.</source>
            <translation>«⁨{date}⁩» ليس تاريخا على الصورة ⁦2004-12-20⁩.</translation>
        </message>
        <message>
            <source>“{label}” belongs to another layer than “{other}”.</source>
            <translation>الوسم «{label}» من طبقة غير طبقة الوسم «{other}».</translation>
        </message>
        <message>
            <source>“{label}” cannot stand by itself; it belongs inside another mark.</source>
            <translation>لا يجوز أن يقف الوسم «{label}» وحده؛ مكانه داخل مقطع آخر.</translation>
        </message>
        <message>
            <source>“{label}” cannot stand inside “{parent}”.</source>
            <translation>لا يجوز أن يقع الوسم «{label}» داخل الوسم «{parent}».</translation>
        </message>
        <message>
            <source>“{label}” is marked there already.</source>
            <translation>هناك «{label}» من قبل.</translation>
        </message>
        <message>
            <source>“{label}” is no label of clauses.</source>
            <translation>«⁨{label}⁩» ليس من وسوم الفقرات.</translation>
        </message>
        <message>
            <source>“{label}” must lie inside a mark of the layer “{layer}”.</source>
            <translation>لا بد أن يقع الوسم «{label}» داخل مقطع من الطبقة «{layer}».</translation>
        </message>
        <message>
            <source>“{label}” would be cut by the limit of “{other}”.</source>
            <translation>سيُقطع المقطع «{label}» عند حد المقطع «{other}».</translation>
        </message>
        <message>
            <source>“{operation}” can no longer be taken back: what it changed has changed since.</source>
            <translation>لم يعد التراجع عن «⁨{operation}⁩» ممكنا: فما غيّرته هذه العملية تغيّر بعدها.</translation>
        </message>
        <message>
            <source>“{organ}” is not one of GA, SC, ECOSOC and HRC.</source>
            <translation>«⁨{organ}⁩» ليست من الهيئات ⁦GA⁩ و⁦SC⁩ و⁦ECOSOC⁩ و⁦HRC⁩.</translation>
        </message>
        <message>
            <source>“{parent}” has its “{label}” already.</source>
            <translation>في المقطع «{parent}» من قبل «{label}».</translation>
        </message>
        <message>
            <source>“{term}” has a preferred label in that language already.</source>
            <translation>للمصطلح «⁨{term}⁩» تسمية مفضلة بهذه اللغة من قبل.</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message numerus="yes">
            <source>%n document(s) got their clauses.</source>
            <translation>
                <numerusform>لم تُستورد فقرات أي وثيقة.</numerusform>
                <numerusform>استُوردت فقرات وثيقة واحدة.</numerusform>
                <numerusform>استُوردت فقرات وثيقتين.</numerusform>
                <numerusform>استُوردت فقرات %n وثائق.</numerusform>
                <numerusform>استُوردت فقرات %n وثيقة.</numerusform>
                <numerusform>استُوردت فقرات %n وثيقة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) imported.</source>
            <translation>
                <numerusform>لم تُستورد أي وثيقة.</numerusform>
                <numerusform>استُوردت وثيقة واحدة.</numerusform>
                <numerusform>استُوردت وثيقتان.</numerusform>
                <numerusform>استُوردت %n وثائق.</numerusform>
                <numerusform>استُوردت %n وثيقة.</numerusform>
                <numerusform>استُوردت %n وثيقة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) refused.</source>
            <translation>
                <numerusform>لم يتعذر استيراد أي ملف.</numerusform>
                <numerusform>تعذر استيراد ملف واحد.</numerusform>
                <numerusform>تعذر استيراد ملفين.</numerusform>
                <numerusform>تعذر استيراد %n ملفات.</numerusform>
                <numerusform>تعذر استيراد %n ملفا.</numerusform>
                <numerusform>تعذر استيراد %n ملف.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) were there already.</source>
            <translation>
                <numerusform>لم يكن أي ملف موجودا من قبل.</numerusform>
                <numerusform>ملف واحد موجود من قبل.</numerusform>
                <numerusform>ملفان موجودان من قبل.</numerusform>
                <numerusform>%n ملفات موجودة من قبل.</numerusform>
                <numerusform>%n ملفا موجودا من قبل.</numerusform>
                <numerusform>%n ملف موجود من قبل.</numerusform>
            </translation>
        </message>
        <message>
            <source>File</source>
            <translation>الملف</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>استيراد</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>النتيجة</translation>
        </message>
        <message>
            <source>imported, with a remark</source>
            <translation>استُورد، مع ملاحظة</translation>
        </message>
        <message>
            <source>imported; the same text as another</source>
            <translation>استُورد؛ نصه مكرَّر</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>تعذر</translation>
        </message>
        <message>
            <source>there already</source>
            <translation>موجود من قبل</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Character {offset}</source>
            <translation>الموضع {offset}</translation>
        </message>
        <message numerus="yes">
            <source>Characters {range} (%n selected)</source>
            <translation>
                <numerusform>المواضع {range} (لم يحدد شيء)</numerusform>
                <numerusform>المواضع {range} (حُدد حرف واحد)</numerusform>
                <numerusform>المواضع {range} (حُدد حرفان)</numerusform>
                <numerusform>المواضع {range} (حُددت %n أحرف)</numerusform>
                <numerusform>المواضع {range} (حُدد %n حرفا)</numerusform>
                <numerusform>المواضع {range} (حُدد %n حرف)</numerusform>
            </translation>
        </message>
        <message>
            <source>Document {number} of {total}</source>
            <translation>الوثيقة {number} من {total}</translation>
        </message>
        <message>
            <source>No document</source>
            <translation>لا وثيقة</translation>
        </message>
        <message>
            <source>Reading only</source>
            <translation>للقراءة فقط</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Import resolutions…</source>
            <translation>استيراد قرارات…</translation>
        </message>
        <message>
            <source>Make a new project…</source>
            <translation>إنشاء مشروع جديد…</translation>
        </message>
        <message>
            <source>No project is open.</source>
            <translation>لا مشروع مفتوح.</translation>
        </message>
        <message>
            <source>Open a project…</source>
            <translation>فتح مشروع…</translation>
        </message>
        <message>
            <source>This project has no documents yet. Import resolutions to begin.</source>
            <translation>لا وثائق في هذا المشروع بعد. استورد قرارات لتبدأ.</translation>
        </message>
    </context>
</TS>
