<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Qarar</source>
            <translation>حول «قرار»</translation>
        </message>
        <message>
            <source>Annotates Arabic resolutions of the United Nations: clauses and descriptors, right to left.</source>
            <translation>توسيم قرارات الأمم المتحدة العربية: فقراتها وواصفاتها، من اليمين إلى اليسار.</translation>
        </message>
        <message>
            <source>Licence: {name}</source>
            <translation>الرخصة: {name}</translation>
        </message>
        <message>
            <source>Qarar {version}</source>
            <translation>قرار {version}</translation>
        </message>
    </context>
    <context>
        <name>Accessibility</name>
        <message>
            <source>Nothing is selected</source>
            <translation>لا شيء محدد</translation>
        </message>
        <message>
            <source>Selected: {text}</source>
            <translation>التحديد: {text}</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Accept what is sure</source>
            <translation>&amp;قبول الواصفات الموثوقة</translation>
        </message>
        <message>
            <source>&amp;All actions…</source>
            <translation>كل الأ&amp;وامر…</translation>
        </message>
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
            <source>&amp;Copy the marks to the next paragraph</source>
            <translation>&amp;نسخ المقاطع إلى الفقرة التالية</translation>
        </message>
        <message>
            <source>&amp;Delete the mark</source>
            <translation>&amp;حذف المقطع</translation>
        </message>
        <message>
            <source>&amp;Display…</source>
            <translation>خيارات الع&amp;رض…</translation>
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
            <source>&amp;Export a vocabulary…</source>
            <translation>&amp;تصدير مفردات مضبوطة…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;تصدير…</translation>
        </message>
        <message>
            <source>&amp;Filter the documents…</source>
            <translation>ت&amp;صفية الوثائق…</translation>
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation>&amp;بحث…</translation>
        </message>
        <message>
            <source>&amp;First steps</source>
            <translation>ال&amp;خطوات الأولى</translation>
        </message>
        <message>
            <source>&amp;Fit the mark to the selection</source>
            <translation>&amp;مطابقة المقطع مع التحديد</translation>
        </message>
        <message>
            <source>&amp;Free terms…</source>
            <translation>المصطلحات ال&amp;حرة…</translation>
        </message>
        <message>
            <source>&amp;Go to a document…</source>
            <translation>الا&amp;نتقال إلى وثيقة…</translation>
        </message>
        <message>
            <source>&amp;Grow the mark to the next stop</source>
            <translation>إ&amp;طالة المقطع إلى الوقفة التالية</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>م&amp;ساعدة</translation>
        </message>
        <message>
            <source>&amp;How the project is indexed…</source>
            <translation>&amp;كيف كُشِّف المشروع…</translation>
        </message>
        <message>
            <source>&amp;Import a vocabulary…</source>
            <translation>ا&amp;ستيراد مفردات مضبوطة…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>ا&amp;ستيراد…</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>ال&amp;مفاتيح</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>ال&amp;لغة</translation>
        </message>
        <message>
            <source>&amp;Layers and labels…</source>
            <translation>ال&amp;طبقات والوسوم…</translation>
        </message>
        <message>
            <source>&amp;Lengthen to the next stop</source>
            <translation>إ&amp;طالة إلى الوقفة التالية</translation>
        </message>
        <message>
            <source>&amp;Look up in the thesaurus</source>
            <translation>ال&amp;بحث في المكنز</translation>
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
            <source>&amp;Print…</source>
            <translation>ط&amp;باعة…</translation>
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
            <source>&amp;Split at the caret</source>
            <translation>ت&amp;قسيم عند المؤشر</translation>
        </message>
        <message>
            <source>&amp;Suggested descriptors</source>
            <translation>ال&amp;واصفات المقترحة</translation>
        </message>
        <message>
            <source>&amp;Take over from the most similar</source>
            <translation>&amp;نقل واصفات الوثيقة الأشبه</translation>
        </message>
        <message>
            <source>&amp;Terms</source>
            <translation>المصط&amp;لحات</translation>
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
            <source>A&amp;bout Qarar</source>
            <translation>&amp;حول «قرار»</translation>
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
            <source>Au&amp;tomatic backups…</source>
            <translation>ا&amp;لنسخ الاحتياطي التلقائي…</translation>
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
            <source>Begin the mark a word earlier</source>
            <translation>تقديم بداية المقطع كلمة واحدة</translation>
        </message>
        <message>
            <source>Begin the mark a word later</source>
            <translation>تأخير بداية المقطع كلمة واحدة</translation>
        </message>
        <message>
            <source>Change &amp;keys…</source>
            <translation>ت&amp;غيير المفاتيح…</translation>
        </message>
        <message>
            <source>Clauses done, ne&amp;xt</source>
            <translation>إنجاز الفقرات والانت&amp;قال إلى التالية</translation>
        </message>
        <message>
            <source>Co&amp;mpact the file</source>
            <translation>تقلي&amp;ص حجم الملف</translation>
        </message>
        <message>
            <source>Conf&amp;irm the document, next</source>
            <translation>تأكيد الوثيقة وا&amp;لانتقال إلى التالية</translation>
        </message>
        <message>
            <source>Confir&amp;m the document</source>
            <translation>تأ&amp;كيد الوثيقة</translation>
        </message>
        <message>
            <source>Confirm &amp;what is sure</source>
            <translation>تأكيد الاقتراحات المو&amp;ثوقة</translation>
        </message>
        <message>
            <source>Confirm, and go on to the ne&amp;xt</source>
            <translation>تأكيد وا&amp;لانتقال إلى التالي</translation>
        </message>
        <message>
            <source>D&amp;escriptors are done</source>
            <translation>ال&amp;واصفات منجزة</translation>
        </message>
        <message>
            <source>De&amp;scriptors done, next</source>
            <translation>إنجا&amp;ز الواصفات والانتقال إلى التالية</translation>
        </message>
        <message>
            <source>Delete the mark wit&amp;h all inside</source>
            <translation>حذف المقطع وكل ما &amp;فيه</translation>
        </message>
        <message>
            <source>Edit the mar&amp;k</source>
            <translation>&amp;تحرير المقطع</translation>
        </message>
        <message>
            <source>End the mark a word &amp;earlier</source>
            <translation>تقديم نها&amp;ية المقطع كلمة واحدة</translation>
        </message>
        <message>
            <source>End the mark a word &amp;later</source>
            <translation>تأخير ن&amp;هاية المقطع كلمة واحدة</translation>
        </message>
        <message>
            <source>Export as P&amp;DF…</source>
            <translation>تص&amp;دير ⁦PDF⁩…</translation>
        </message>
        <message>
            <source>Find in the pro&amp;ject…</source>
            <translation>بحث في ال&amp;مشروع…</translation>
        </message>
        <message>
            <source>Find ne&amp;xt</source>
            <translation>ا&amp;لنتيجة التالية</translation>
        </message>
        <message>
            <source>Find prev&amp;ious</source>
            <translation>النتي&amp;جة السابقة</translation>
        </message>
        <message>
            <source>Lar&amp;ger text</source>
            <translation>نص أك&amp;بر</translation>
        </message>
        <message>
            <source>Mark &amp;as</source>
            <translation>اختيار ال&amp;وسم</translation>
        </message>
        <message>
            <source>Men&amp;d the problem</source>
            <translation>إصلا&amp;ح المشكلة</translation>
        </message>
        <message>
            <source>Mend reversed &amp;brackets</source>
            <translation>تصحيح الأ&amp;قواس المعكوسة</translation>
        </message>
        <message>
            <source>Merge with the &amp;previous</source>
            <translation>دمج مع ال&amp;سابق</translation>
        </message>
        <message>
            <source>Ne&amp;w window</source>
            <translation>ناف&amp;ذة جديدة</translation>
        </message>
        <message>
            <source>Nex&amp;t unsure proposal</source>
            <translation>الاقتراح الم&amp;شكوك فيه التالي</translation>
        </message>
        <message>
            <source>Next document n&amp;ot done</source>
            <translation>التالية &amp;غير المنجزة</translation>
        </message>
        <message>
            <source>Next pro&amp;blem</source>
            <translation>المشكلة التال&amp;ية</translation>
        </message>
        <message>
            <source>Next with descriptors not done</source>
            <translation>التالية غير المنجزة واصفاتها</translation>
        </message>
        <message>
            <source>Note on the doc&amp;ument</source>
            <translation>&amp;ملاحظة على الوثيقة</translation>
        </message>
        <message>
            <source>Open a &amp;backup…</source>
            <translation>فتح نسخة احت&amp;ياطية…</translation>
        </message>
        <message>
            <source>P&amp;rogress</source>
            <translation>مر&amp;حلة العمل</translation>
        </message>
        <message>
            <source>Pre&amp;vious clause</source>
            <translation>الفقرة ال&amp;سابقة</translation>
        </message>
        <message>
            <source>Pre&amp;vious document not done</source>
            <translation>السا&amp;بقة غير المنجزة</translation>
        </message>
        <message>
            <source>Previous problem</source>
            <translation>المشكلة السابقة</translation>
        </message>
        <message>
            <source>Previous unsure pr&amp;oposal</source>
            <translation>الاقتراح المشكوك فيه الساب&amp;ق</translation>
        </message>
        <message>
            <source>Pro&amp;gress plots…</source>
            <translation>مخططات الت&amp;قدم…</translation>
        </message>
        <message>
            <source>Propose clau&amp;ses…</source>
            <translation>اقت&amp;راح الفقرات…</translation>
        </message>
        <message>
            <source>Put &amp;into the clause before</source>
            <translation>ت&amp;ضمين في الفقرة السابقة</translation>
        </message>
        <message>
            <source>Re&amp;ject the proposal</source>
            <translation>&amp;رفض الاقتراح</translation>
        </message>
        <message>
            <source>Reco&amp;ver a project…</source>
            <translation>&amp;استرداد مشروع تالف…</translation>
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
            <source>Repea&amp;t the last act</source>
            <translation>ت&amp;كرار آخر عملية</translation>
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
            <source>Sh&amp;rink the mark to the stop before</source>
            <translation>تق&amp;صير المقطع إلى الوقفة السابقة</translation>
        </message>
        <message>
            <source>Show &amp;hidden marks</source>
            <translation>إظهار العلامات ال&amp;خفية</translation>
        </message>
        <message>
            <source>Show pr&amp;oposals</source>
            <translation>إ&amp;ظهار الاقتراحات</translation>
        </message>
        <message>
            <source>Sur&amp;e and unsure…</source>
            <translation>المو&amp;ثوق والمشكوك فيه…</translation>
        </message>
        <message>
            <source>Take &amp;out of its clause</source>
            <translation>إ&amp;خراج من الفقرة الحاوية</translation>
        </message>
        <message>
            <source>Text &amp;as stored</source>
            <translation>النص &amp;كما هو مخزَّن</translation>
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
        <message>
            <source>Write a &amp;note on the mark</source>
            <translation>كتا&amp;بة ملاحظة على المقطع</translation>
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
        <name>AutomaticBackups</name>
        <message>
            <source>No sound backup could be made: {problem}</source>
            <translation>تعذّر إعداد نسخة احتياطية سليمة: {problem}</translation>
        </message>
    </context>
    <context>
        <name>BackupCommands</name>
        <message>
            <source>Compact the file</source>
            <translation>تقليص حجم الملف</translation>
        </message>
        <message>
            <source>Its present state is kept as a backup first, so that you can go back to it.</source>
            <translation>تُحفظ حالته الراهنة أولا في نسخة احتياطية، ليتسنى لك الرجوع إليها.</translation>
        </message>
        <message>
            <source>Open a backup as a copy</source>
            <translation>فتح نسخة احتياطية مشروعا مستقلا</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>استعادة</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>استعادة نسخة احتياطية</translation>
        </message>
        <message>
            <source>The file was {before} and is {after} now.</source>
            <translation>كان حجم الملف {before} وصار {after}.</translation>
        </message>
        <message>
            <source>The project is as it was on {time}.</source>
            <translation>عاد المشروع إلى ما كان عليه في {time}.</translation>
        </message>
        <message>
            <source>There is no file in its place any more, so nothing is replaced.</source>
            <translation>لم يعد في مكانه ملف، فلا شيء يُستبدل.</translation>
        </message>
        <message>
            <source>This is the backup of {time}, as a project of its own: {path}.</source>
            <translation>هذه نسخة {time} الاحتياطية، وهي الآن مشروع مستقل: {path}.</translation>
        </message>
        <message>
            <source>What it was before is kept as a backup.</source>
            <translation>وحُفظت حالته السابقة في نسخة احتياطية.</translation>
        </message>
        <message>
            <source>{project} will be as it was on {time}.</source>
            <translation>سيعود {project} إلى ما كان عليه في {time}.</translation>
        </message>
    </context>
    <context>
        <name>BackupModel</name>
        <message>
            <source>By</source>
            <translation>الموسِّم</translation>
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
            <source>Last operation</source>
            <translation>آخر عملية</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>المقاطع</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>الحجم</translation>
        </message>
        <message>
            <source>When</source>
            <translation>الوقت</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>تتعذر قراءتها</translation>
        </message>
        <message>
            <source>has problems</source>
            <translation>فيها مشاكل</translation>
        </message>
        <message>
            <source>kept before a backup was restored</source>
            <translation>حُفظت قبل استعادة غيرها</translation>
        </message>
        <message>
            <source>made by command</source>
            <translation>أُعدت بأمر</translation>
        </message>
    </context>
    <context>
        <name>BackupSettingsDialog</name>
        <message>
            <source>&amp;Choose…</source>
            <translation>ا&amp;ختيار…</translation>
        </message>
        <message>
            <source>&amp;Daily ones kept</source>
            <translation>ما يُحفظ من النسخ ال&amp;يومية</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>الم&amp;جلد</translation>
        </message>
        <message>
            <source>&amp;Hourly ones kept</source>
            <translation>ما يُحفظ من نسخ كل &amp;ساعة</translation>
        </message>
        <message>
            <source>&amp;Make backups of the open project</source>
            <translation>إ&amp;عداد نسخ احتياطية من المشروع المفتوح</translation>
        </message>
        <message numerus="yes">
            <source>At most %n backup(s) of each project.</source>
            <translation>
                <numerusform>لا تُحفظ أي نسخة من كل مشروع.</numerusform>
                <numerusform>لا تُحفظ من كل مشروع إلا نسخة واحدة (%n).</numerusform>
                <numerusform>لا تُحفظ من كل مشروع إلا نسختان (%n).</numerusform>
                <numerusform>يُحفظ من كل مشروع %n نسخ على الأكثر.</numerusform>
                <numerusform>يُحفظ من كل مشروع %n نسخة على الأكثر.</numerusform>
                <numerusform>يُحفظ من كل مشروع %n نسخة على الأكثر.</numerusform>
            </translation>
        </message>
        <message>
            <source>Automatic backups</source>
            <translation>النسخ الاحتياطي التلقائي</translation>
        </message>
        <message>
            <source>Folder of backups</source>
            <translation>مجلد النسخ الاحتياطية</translation>
        </message>
        <message>
            <source>For this one that is up to {size}.</source>
            <translation>ويبلغ ذلك لهذا المشروع {size} على الأكثر.</translation>
        </message>
        <message>
            <source>While you work, a checked copy of the project is made every hour in which something was changed. It is kept away from the project's folder, and can be opened or restored at any time.</source>
            <translation>تُعد في أثناء عملك، في كل ساعة تغيّر فيها شيء، نسخة من المشروع بعد التحقق من سلامتها. وتُحفظ بعيدا عن مجلد المشروع، ويمكن فتحها أو استعادتها متى شئت.</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <source>{number} MB</source>
            <translation>{number} ميغابايت</translation>
        </message>
    </context>
    <context>
        <name>BackupsDialog</name>
        <message numerus="yes">
            <source>%n operation(s) in the backup that the project does not have.</source>
            <translation>
                <numerusform>لا عمليات في النسخة ليست في المشروع (%n).</numerusform>
                <numerusform>عملية واحدة (%n) في النسخة ليست في المشروع.</numerusform>
                <numerusform>عمليتان (%n) في النسخة ليستا في المشروع.</numerusform>
                <numerusform>%n عمليات في النسخة ليست في المشروع.</numerusform>
                <numerusform>%n عملية في النسخة ليست في المشروع.</numerusform>
                <numerusform>%n عملية في النسخة ليست في المشروع.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) in the project since then.</source>
            <translation>
                <numerusform>لا عمليات في المشروع منذئذ (%n).</numerusform>
                <numerusform>عملية واحدة (%n) في المشروع منذئذ.</numerusform>
                <numerusform>عمليتان (%n) في المشروع منذئذ.</numerusform>
                <numerusform>%n عمليات في المشروع منذئذ.</numerusform>
                <numerusform>%n عملية في المشروع منذئذ.</numerusform>
                <numerusform>%n عملية في المشروع منذئذ.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Another project…</source>
            <translation>م&amp;شروع آخر…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;حذف…</translation>
        </message>
        <message>
            <source>&amp;Open as a copy…</source>
            <translation>&amp;فتح مشروعا مستقلا…</translation>
        </message>
        <message>
            <source>&amp;Project</source>
            <translation>ال&amp;مشروع</translation>
        </message>
        <message>
            <source>&amp;Restore…</source>
            <translation>ا&amp;ستعادة…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>الإ&amp;عدادات…</translation>
        </message>
        <message>
            <source>All documents are as they are in this backup.</source>
            <translation>الوثائق كلها كما هي في هذه النسخة.</translation>
        </message>
        <message>
            <source>Another project</source>
            <translation>مشروع آخر</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>النسخ الاحتياطية</translation>
        </message>
        <message>
            <source>Comparing with the project…</source>
            <translation>تجري المقارنة بالمشروع…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Delete a backup</source>
            <translation>حذف نسخة احتياطية</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Documents: {added} added, {changed} changed, {gone} gone.</source>
            <translation>الوثائق: {added} مضافة، {changed} متغيرة، {gone} محذوفة.</translation>
        </message>
        <message>
            <source>Done last: {operation}, {annotator}, {time}.</source>
            <translation>آخر ما جرى فيها: {operation}، {annotator}، {time}.</translation>
        </message>
        <message>
            <source>Layers and labels were changed.</source>
            <translation>تغيرت الطبقات والوسوم.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>يجري البحث…</translation>
        </message>
        <message>
            <source>Nothing was done in it yet.</source>
            <translation>لم يجر فيها شيء بعد.</translation>
        </message>
        <message>
            <source>Project {id}</source>
            <translation>المشروع {id}</translation>
        </message>
        <message>
            <source>Terms were changed.</source>
            <translation>تغيرت المصطلحات.</translation>
        </message>
        <message>
            <source>The backup of {time} ({size}) will be deleted for good.</source>
            <translation>ستُحذف نهائيا نسخة {time} الاحتياطية (⁨{size}⁩).</translation>
        </message>
        <message>
            <source>The project is as it is in this backup.</source>
            <translation>المشروع على ما هو عليه في هذه النسخة.</translation>
        </message>
        <message>
            <source>There are no backups of this project yet.</source>
            <translation>لا نسخ احتياطية من هذا المشروع بعد.</translation>
        </message>
        <message>
            <source>There are no backups yet.</source>
            <translation>لا نسخ احتياطية بعد.</translation>
        </message>
        <message>
            <source>This could not be found out because of an unexpected fault ({reason}).</source>
            <translation>تعذّرت معرفة ذلك بسبب خلل غير متوقع ({reason}).</translation>
        </message>
        <message>
            <source>What was changed in the project since then is not known, because its file has not been found.</source>
            <translation>لا يُعرف ما تغيّر في المشروع منذئذ، إذ لم يُعثر على ملفه.</translation>
        </message>
    </context>
    <context>
        <name>BidiCharacters</name>
        <message>
            <source>Bidi class: the kind of direction that the character has</source>
            <translation>صنف الاتجاه: سلوك الحرف من حيث الاتجاه</translation>
        </message>
        <message>
            <source>Character</source>
            <translation>الحرف</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>الصنف</translation>
        </message>
        <message>
            <source>Code point</source>
            <translation>نقطة الترميز</translation>
        </message>
        <message>
            <source>Embedding level on its line: odd runs from right to left, even from left to right</source>
            <translation>مستوى الاتجاه في سطره: الفردي من اليمين إلى اليسار، والزوجي من اليسار إلى اليمين</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>المستوى</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Name in Unicode</source>
            <translation>الاسم في ⁦Unicode⁩</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>الموضع</translation>
        </message>
        <message>
            <source>Offset in UTF-16 units</source>
            <translation>الموضع بوحدات ⁦UTF-16⁩</translation>
        </message>
        <message>
            <source>Offset in UTF-8 bytes</source>
            <translation>الموضع ببايتات ⁦UTF-8⁩</translation>
        </message>
        <message>
            <source>Offset in code points</source>
            <translation>الموضع بنقاط الترميز</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>الترتيب</translation>
        </message>
        <message>
            <source>Place on its line, counted from the left</source>
            <translation>ترتيبه في سطره ابتداء من اليسار</translation>
        </message>
        <message>
            <source>The character; what cannot be seen by its abbreviation</source>
            <translation>الحرف، أو اختصار اسمه إن كان لا يُرى</translation>
        </message>
        <message>
            <source>UTF-16</source>
            <translation>⁦UTF-16⁩</translation>
        </message>
        <message>
            <source>UTF-8</source>
            <translation>⁦UTF-8⁩</translation>
        </message>
    </context>
    <context>
        <name>BidiInspector</name>
        <message>
            <source>Characters</source>
            <translation>الحروف</translation>
        </message>
        <message>
            <source>No text is shown.</source>
            <translation>لا نص معروض.</translation>
        </message>
        <message>
            <source>Only the first {count} rows were copied.</source>
            <translation>نُسخت الصفوف الأولى فقط ({count}).</translation>
        </message>
        <message numerus="yes">
            <source>Selected: %n character(s)</source>
            <translation>
                <numerusform>التحديد: لا حروف</numerusform>
                <numerusform>التحديد: حرف واحد</numerusform>
                <numerusform>التحديد: حرفان</numerusform>
                <numerusform>التحديد: %n أحرف</numerusform>
                <numerusform>التحديد: %n حرفا</numerusform>
                <numerusform>التحديد: %n حرف</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The line at the caret: %n character(s)</source>
            <translation>
                <numerusform>السطر عند المؤشر: لا حروف</numerusform>
                <numerusform>السطر عند المؤشر: حرف واحد</numerusform>
                <numerusform>السطر عند المؤشر: حرفان</numerusform>
                <numerusform>السطر عند المؤشر: %n أحرف</numerusform>
                <numerusform>السطر عند المؤشر: %n حرفا</numerusform>
                <numerusform>السطر عند المؤشر: %n حرف</numerusform>
            </translation>
        </message>
        <message>
            <source>The line from left to right</source>
            <translation>السطر من اليسار إلى اليمين</translation>
        </message>
    </context>
    <context>
        <name>CheatSheet</name>
        <message>
            <source>&amp;Copy as text</source>
            <translation>&amp;نسخ بهيئة نص</translation>
        </message>
        <message>
            <source>Filter by name or key</source>
            <translation>تصفية بالاسم أو المفتاح</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>المفاتيح</translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>لا شيء بهذا الاسم.</translation>
        </message>
    </context>
    <context>
        <name>ChoiceList</name>
        <message>
            <source>Add choice</source>
            <translation>إضافة خيار</translation>
        </message>
        <message>
            <source>Choices of the feature</source>
            <translation>خيارات الخاصية</translation>
        </message>
        <message>
            <source>Delete choice</source>
            <translation>حذف خيار</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>نقل إلى أسفل</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>نقل إلى أعلى</translation>
        </message>
    </context>
    <context>
        <name>ColourField</name>
        <message>
            <source>Choose a colour</source>
            <translation>اختيار لون</translation>
        </message>
        <message>
            <source>Colour as #rrggbb</source>
            <translation>اللون على الصورة ⁦#rrggbb⁩</translation>
        </message>
        <message>
            <source>Dark: contrast {number}</source>
            <translation>داكن: التباين {number}</translation>
        </message>
        <message>
            <source>Light: contrast {number}</source>
            <translation>فاتح: التباين {number}</translation>
        </message>
    </context>
    <context>
        <name>ColumnTable</name>
        <message>
            <source>A language is given by its code: {codes}.</source>
            <translation>تعطى اللغة برمزها: {codes}.</translation>
        </message>
        <message>
            <source>Alternative label</source>
            <translation>تسمية بديلة</translation>
        </message>
        <message>
            <source>Broader term</source>
            <translation>مصطلح أعم</translation>
        </message>
        <message>
            <source>Change note</source>
            <translation>ملاحظة على التغيير</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>العمود</translation>
        </message>
        <message>
            <source>Definition</source>
            <translation>تعريف</translation>
        </message>
        <message>
            <source>Editorial note</source>
            <translation>ملاحظة تحريرية</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>مثال</translation>
        </message>
        <message>
            <source>First values</source>
            <translation>القيم الأولى</translation>
        </message>
        <message>
            <source>Hidden label</source>
            <translation>تسمية مخفية</translation>
        </message>
        <message>
            <source>History note</source>
            <translation>ملاحظة تاريخية</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>مضمونه</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>Language of {column}</source>
            <translation>لغة العمود {column}</translation>
        </message>
        <message>
            <source>Name of the vocabulary</source>
            <translation>اسم المفردات المضبوطة</translation>
        </message>
        <message>
            <source>Narrower term</source>
            <translation>مصطلح أخص</translation>
        </message>
        <message>
            <source>Notation</source>
            <translation>الرمز التصنيفي</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Preferred label</source>
            <translation>تسمية مفضلة</translation>
        </message>
        <message>
            <source>Related term</source>
            <translation>مصطلح ذو صلة</translation>
        </message>
        <message>
            <source>Replaced by</source>
            <translation>حل محله</translation>
        </message>
        <message>
            <source>Say which column holds the preferred labels.</source>
            <translation>حدد العمود الذي فيه التسميات المفضلة.</translation>
        </message>
        <message>
            <source>Scope note</source>
            <translation>ملاحظة النطاق</translation>
        </message>
        <message>
            <source>State (deprecated, gone)</source>
            <translation>الحال (متروك، زال)</translation>
        </message>
        <message>
            <source>URI of the vocabulary</source>
            <translation>معرّف ⁦URI⁩ للمفردات المضبوطة</translation>
        </message>
        <message>
            <source>URI or id</source>
            <translation>معرّف ⁦URI⁩ أو رقم</translation>
        </message>
        <message>
            <source>Version of the vocabulary</source>
            <translation>إصدار المفردات المضبوطة</translation>
        </message>
        <message>
            <source>What the columns hold</source>
            <translation>مضمون الأعمدة</translation>
        </message>
        <message>
            <source>What {column} holds</source>
            <translation>مضمون العمود {column}</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>غير مذكورة</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>لا شيء</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>All actions</source>
            <translation>كل الأوامر</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>لا شيء بهذا الاسم.</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>ماذا تريد أن تفعل؟</translation>
        </message>
    </context>
    <context>
        <name>ConceptCardView</name>
        <message numerus="yes">
            <source>%n term(s) at the top</source>
            <translation>
                <numerusform>لا مصطلحات في الأعلى</numerusform>
                <numerusform>مصطلح واحد في الأعلى</numerusform>
                <numerusform>مصطلحان في الأعلى</numerusform>
                <numerusform>%n مصطلحات في الأعلى</numerusform>
                <numerusform>%n مصطلحا في الأعلى</numerusform>
                <numerusform>%n مصطلح في الأعلى</numerusform>
            </translation>
        </message>
        <message>
            <source>Broader terms</source>
            <translation>مصطلحات أعم</translation>
        </message>
        <message>
            <source>Change note</source>
            <translation>ملاحظة على التغيير</translation>
        </message>
        <message>
            <source>Definition</source>
            <translation>تعريف</translation>
        </message>
        <message>
            <source>Editorial note</source>
            <translation>ملاحظة تحريرية</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>مثال</translation>
        </message>
        <message>
            <source>History note</source>
            <translation>ملاحظة تاريخية</translation>
        </message>
        <message numerus="yes">
            <source>In %n document(s)</source>
            <translation>
                <numerusform>ليس في أي وثيقة</numerusform>
                <numerusform>في وثيقة واحدة</numerusform>
                <numerusform>في وثيقتين</numerusform>
                <numerusform>في %n وثائق</numerusform>
                <numerusform>في %n وثيقة</numerusform>
                <numerusform>في %n وثيقة</numerusform>
            </translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>التسميات</translation>
        </message>
        <message>
            <source>Narrower terms</source>
            <translation>مصطلحات أخص</translation>
        </message>
        <message>
            <source>Notation</source>
            <translation>الرمز التصنيفي</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Related terms</source>
            <translation>مصطلحات ذات صلة</translation>
        </message>
        <message>
            <source>Scope note</source>
            <translation>ملاحظة النطاق</translation>
        </message>
        <message>
            <source>Show all in the list of documents</source>
            <translation>عرضها كلها في قائمة الوثائق</translation>
        </message>
        <message>
            <source>Use instead</source>
            <translation>يستعمل بدلا منه</translation>
        </message>
        <message>
            <source>Used instead of</source>
            <translation>مستعمل بدلا من</translation>
        </message>
        <message>
            <source>Version: {version}</source>
            <translation>الإصدار: {version}</translation>
        </message>
        <message>
            <source>Vocabulary</source>
            <translation>المفردات المضبوطة</translation>
        </message>
        <message>
            <source>alternative</source>
            <translation>تسمية بديلة</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>تسمية مخفية</translation>
        </message>
        <message>
            <source>major</source>
            <translation>رئيسية</translation>
        </message>
        <message>
            <source>suggested</source>
            <translation>مقترحة</translation>
        </message>
    </context>
    <context>
        <name>ConceptPlaces</name>
        <message>
            <source>deprecated</source>
            <translation>متروك</translation>
        </message>
        <message>
            <source>free term</source>
            <translation>مصطلح حر</translation>
        </message>
        <message>
            <source>no longer in the thesaurus</source>
            <translation>لم يعد في المكنز</translation>
        </message>
    </context>
    <context>
        <name>ConceptTreeModel</name>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>already assigned</source>
            <translation>مسند من قبل</translation>
        </message>
    </context>
    <context>
        <name>ConsistencyDialog</name>
        <message>
            <source>&amp;Export the list…</source>
            <translation>&amp;تصدير القائمة…</translation>
        </message>
        <message>
            <source>&amp;Look again</source>
            <translation>إ&amp;عادة النظر</translation>
        </message>
        <message>
            <source>&amp;Merge the other term</source>
            <translation>&amp;دمج المصطلح الآخر</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>إ&amp;يقاف</translation>
        </message>
        <message>
            <source>Exported to {path}.</source>
            <translation>صُدّر إلى {path}.</translation>
        </message>
        <message>
            <source>How the project is indexed</source>
            <translation>كيف كُشِّف المشروع</translation>
        </message>
        <message>
            <source>Looking again…</source>
            <translation>جارية إعادة النظر…</translation>
        </message>
        <message>
            <source>Looking at all documents and terms…</source>
            <translation>جار النظر في كل الوثائق والمصطلحات…</translation>
        </message>
        <message>
            <source>Open a project to see how it is indexed.</source>
            <translation>افتح مشروعا لترى كيف كُشِّف.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>أُوقف العمل.</translation>
        </message>
        <message>
            <source>The project has changed since then.</source>
            <translation>تغير المشروع منذ ذلك الحين.</translation>
        </message>
    </context>
    <context>
        <name>ConsistencyPager</name>
        <message numerus="yes">
            <source>%n document(s).</source>
            <translation>
                <numerusform>لا وثائق.</numerusform>
                <numerusform>وثيقة واحدة.</numerusform>
                <numerusform>وثيقتان.</numerusform>
                <numerusform>%n وثائق.</numerusform>
                <numerusform>%n وثيقة.</numerusform>
                <numerusform>%n وثيقة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) in use.</source>
            <translation>
                <numerusform>لا مصطلحات مستعملة.</numerusform>
                <numerusform>مصطلح مستعمل واحد.</numerusform>
                <numerusform>مصطلحان مستعملان.</numerusform>
                <numerusform>%n مصطلحات مستعملة.</numerusform>
                <numerusform>%n مصطلحا مستعملا.</numerusform>
                <numerusform>%n مصطلح مستعمل.</numerusform>
            </translation>
        </message>
        <message>
            <source>Alike</source>
            <translation>التشابه</translation>
        </message>
        <message>
            <source>Deprecated or gone</source>
            <translation>متروكة أو زالت</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>الوثيقة</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Done without descriptors</source>
            <translation>منجزة بلا واصفات</translation>
        </message>
        <message>
            <source>Each of these documents has the term more than once.</source>
            <translation>المصطلح مسند إلى كل من هذه الوثائق أكثر من مرة.</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>الأسبق</translation>
        </message>
        <message>
            <source>In both</source>
            <translation>في كليهما</translation>
        </message>
        <message>
            <source>In the other language</source>
            <translation>باللغة الأخرى</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>اللاحق</translation>
        </message>
        <message>
            <source>Near-doubles</source>
            <translation>مصطلحات متقاربة</translation>
        </message>
        <message>
            <source>No descriptors yet</source>
            <translation>بلا واصفات بعد</translation>
        </message>
        <message>
            <source>Nothing that the other lacks</source>
            <translation>لا شيء ليس في الآخر</translation>
        </message>
        <message>
            <source>Only earlier</source>
            <translation>في الأسبق وحده</translation>
        </message>
        <message>
            <source>Only here: {terms}</source>
            <translation>هنا وحده: {terms}</translation>
        </message>
        <message>
            <source>Only later</source>
            <translation>في اللاحق وحده</translation>
        </message>
        <message>
            <source>Other term</source>
            <translation>المصطلح الآخر</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Renewals indexed differently</source>
            <translation>تجديدات اختلف تكشيفها</translation>
        </message>
        <message>
            <source>Renewals: {different} indexed differently, {alike} alike.</source>
            <translation>القرارات المجددة: {different} اختلف تكشيفها، و {alike} تماثل.</translation>
        </message>
        <message>
            <source>Resolutions on the same, one the next after the other in time, whose descriptors differ.</source>
            <translation>قرارات في الموضوع نفسه، كل منها يلي الآخر زمنا، واصفاتها مختلفة.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>الحال</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>المصطلح</translation>
        </message>
        <message>
            <source>Terms by use</source>
            <translation>المصطلحات بحسب استعمالها</translation>
        </message>
        <message>
            <source>Terms in use that their thesaurus has given up.</source>
            <translation>مصطلحات مستعملة تخلى عنها مكنزها.</translation>
        </message>
        <message>
            <source>The descriptors of these are done, and there are none.</source>
            <translation>الواصفات في هذه الوثائق منجزة، ولا واصفات لها.</translation>
        </message>
        <message>
            <source>The descriptors of these are not done, and there are none so far.</source>
            <translation>الواصفات في هذه الوثائق غير منجزة، ولا واصفات لها حتى الآن.</translation>
        </message>
        <message>
            <source>Twice in a document</source>
            <translation>مكررة في وثيقة</translation>
        </message>
        <message>
            <source>Two terms that may be meant to be one, the better one to keep first.</source>
            <translation>مصطلحان قد يكون المقصود بهما واحدا، والأولى بالإبقاء أولا.</translation>
        </message>
        <message>
            <source>Use instead</source>
            <translation>يستعمل بدلا منه</translation>
        </message>
        <message>
            <source>Used once</source>
            <translation>مستعملة مرة واحدة</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>a free term with the label of a concept</source>
            <translation>مصطلح حر له تسمية مفهوم</translation>
        </message>
        <message>
            <source>free term</source>
            <translation>مصطلح حر</translation>
        </message>
        <message>
            <source>several labels run together</source>
            <translation>عدة تسميات متصلة</translation>
        </message>
        <message>
            <source>singular and plural</source>
            <translation>مفرد وجمع</translation>
        </message>
        <message>
            <source>the same Arabic label</source>
            <translation>التسمية العربية نفسها</translation>
        </message>
        <message>
            <source>the same but for spaces and punctuation</source>
            <translation>متماثلان إلا في المسافات وعلامات الترقيم</translation>
        </message>
        <message>
            <source>title</source>
            <translation>العنوان</translation>
        </message>
    </context>
    <context>
        <name>DayPage</name>
        <message>
            <source>Clauses marked each day</source>
            <translation>الفقرات الموسومة كل يوم</translation>
        </message>
        <message>
            <source>Clauses marked each week</source>
            <translation>الفقرات الموسومة كل أسبوع</translation>
        </message>
        <message>
            <source>Clauses marked in all</source>
            <translation>مجموع الفقرات الموسومة</translation>
        </message>
        <message>
            <source>Documents done each day</source>
            <translation>الوثائق المنجزة كل يوم</translation>
        </message>
        <message>
            <source>Documents done each week</source>
            <translation>الوثائق المنجزة كل أسبوع</translation>
        </message>
        <message>
            <source>Documents done in all</source>
            <translation>مجموع الوثائق المنجزة</translation>
        </message>
        <message>
            <source>{what}: nothing yet.</source>
            <translation>{what}: لا شيء بعد.</translation>
        </message>
    </context>
    <context>
        <name>DeleteLabelDialog</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n وثائق</numerusform>
                <numerusform>وثيقة واحدة</numerusform>
                <numerusform>وثيقتين</numerusform>
                <numerusform>%n وثائق</numerusform>
                <numerusform>%n وثيقة</numerusform>
                <numerusform>%n وثيقة</numerusform>
            </translation>
        </message>
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
        <message numerus="yes">
            <source>%n of them are rejected proposals.</source>
            <translation>
                <numerusform>ليس منها اقتراح مرفوض.</numerusform>
                <numerusform>منها اقتراح مرفوض واحد.</numerusform>
                <numerusform>منها اقتراحان مرفوضان.</numerusform>
                <numerusform>منها %n اقتراحات مرفوضة.</numerusform>
                <numerusform>منها %n اقتراحا مرفوضا.</numerusform>
                <numerusform>منها %n اقتراح مرفوض.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Delete the marks, with what must lie within them</source>
            <translation>&amp;حذف المقاطع وما يجب أن يقع داخلها</translation>
        </message>
        <message>
            <source>Delete label</source>
            <translation>حذف الوسم</translation>
        </message>
        <message>
            <source>Its marks &amp;get the label:</source>
            <translation>نقل مقاطعه إلى ال&amp;وسم:</translation>
        </message>
        <message>
            <source>Label that the marks get</source>
            <translation>الوسم الذي تُنقل إليه المقاطع</translation>
        </message>
        <message>
            <source>choose one</source>
            <translation>اختر وسما</translation>
        </message>
        <message>
            <source>“{label}” is in use: {marks} in {documents}.</source>
            <translation>الوسم «{label}» مستعمل: {marks} في {documents}.</translation>
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
            <source>Attached to {term}.</source>
            <translation>أُرفق بالواصفة {term}.</translation>
        </message>
        <message>
            <source>Choose a descriptor to see its evidence.</source>
            <translation>اختر واصفة لترى شواهدها.</translation>
        </message>
        <message>
            <source>Choose the descriptor that the text is evidence of; {key} attaches it.</source>
            <translation>اختر الواصفة التي يشهد لها النص، ثم اضغط {key} لإرفاقه بها.</translation>
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
            <source>Show in the thesaurus</source>
            <translation>عرض في المكنز</translation>
        </message>
        <message>
            <source>The document has this descriptor already.</source>
            <translation>هذه الواصفة مسندة إلى الوثيقة من قبل.</translation>
        </message>
        <message>
            <source>There is no descriptor yet that the text could be evidence of.</source>
            <translation>لا واصفة بعد يمكن أن يشهد لها النص.</translation>
        </message>
    </context>
    <context>
        <name>DisplayDialog</name>
        <message>
            <source> letters wide</source>
            <translation> × عرض الحرف</translation>
        </message>
        <message>
            <source>&amp;Reading width</source>
            <translation>&amp;عرض القراءة</translation>
        </message>
        <message>
            <source>&amp;Typeface</source>
            <translation>ال&amp;خط</translation>
        </message>
        <message>
            <source>As &amp;wide as the window</source>
            <translation>بعرض ال&amp;نافذة</translation>
        </message>
        <message>
            <source>Display of the text</source>
            <translation>خيارات عرض النص</translation>
        </message>
        <message>
            <source>Distance of the &amp;rows</source>
            <translation>ت&amp;باعد الأسطر</translation>
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
            <source>Document</source>
            <translation>الوثيقة</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Find in the project</source>
            <translation>البحث في المشروع</translation>
        </message>
        <message>
            <source>History</source>
            <translation>سجل العمليات</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>الوسوم</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>المقطع</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>المخطط</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>المشكلات</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>الاقتراحات</translation>
        </message>
        <message>
            <source>Thesaurus</source>
            <translation>المكنز</translation>
        </message>
    </context>
    <context>
        <name>DocumentActions</name>
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
            <source>&amp;Assign to</source>
            <translation>ت&amp;كليف</translation>
        </message>
        <message>
            <source>&amp;Me</source>
            <translation>&amp;أنا</translation>
        </message>
        <message>
            <source>&amp;New tag…</source>
            <translation>تصنيف &amp;جديد…</translation>
        </message>
        <message>
            <source>&amp;Nobody</source>
            <translation>&amp;لا أحد</translation>
        </message>
        <message>
            <source>&amp;Note and data…</source>
            <translation>ال&amp;ملاحظة والبيانات…</translation>
        </message>
        <message>
            <source>&amp;Tags</source>
            <translation>ال&amp;تصنيفات</translation>
        </message>
        <message>
            <source>Changing documents</source>
            <translation>تغيير الوثائق</translation>
        </message>
        <message>
            <source>New tag</source>
            <translation>تصنيف جديد</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>التصنيف</translation>
        </message>
    </context>
    <context>
        <name>DocumentChangeModel</name>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>الوثيقة</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>المقاطع</translation>
        </message>
        <message>
            <source>Since then</source>
            <translation>منذئذ</translation>
        </message>
        <message>
            <source>added</source>
            <translation>أُضيفت</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>تغيرت</translation>
        </message>
        <message>
            <source>gone</source>
            <translation>حُذفت</translation>
        </message>
        <message>
            <source>{before} → {now}</source>
            <translation>{before} ← {now}</translation>
        </message>
    </context>
    <context>
        <name>DocumentFilters</name>
        <message>
            <source>&amp;Assignee</source>
            <translation>الم&amp;كلَّف</translation>
        </message>
        <message>
            <source>&amp;Clear all filters</source>
            <translation>إل&amp;غاء كل التصفيات</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>الم&amp;جلد</translation>
        </message>
        <message>
            <source>&amp;Folder…</source>
            <translation>الم&amp;جلد…</translation>
        </message>
        <message>
            <source>&amp;Organ</source>
            <translation>ال&amp;هيئة</translation>
        </message>
        <message>
            <source>&amp;Session</source>
            <translation>ال&amp;دورة</translation>
        </message>
        <message>
            <source>&amp;Tag</source>
            <translation>ال&amp;تصنيف</translation>
        </message>
        <message>
            <source>&amp;Year of adoption</source>
            <translation>&amp;سنة الاعتماد</translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Click to take this away</source>
            <translation>انقر لإزالته</translation>
        </message>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>تصفية</translation>
        </message>
        <message>
            <source>Narrow the list by progress, organ, assignee, tag, folder, descriptor; sort it</source>
            <translation>تصفية القائمة بمرحلة العمل أو الهيئة أو المكلَّف أو التصنيف أو المجلد أو الواصفة، وترتيبها</translation>
        </message>
        <message>
            <source>Not done</source>
            <translation>غير منجزة</translation>
        </message>
        <message>
            <source>Project order</source>
            <translation>ترتيب المشروع</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>جار القراءة…</translation>
        </message>
        <message>
            <source>Sort &amp;by</source>
            <translation>ترتي&amp;ب حسب</translation>
        </message>
        <message>
            <source>Sorted by</source>
            <translation>الترتيب</translation>
        </message>
        <message>
            <source>With</source>
            <translation>لها</translation>
        </message>
        <message>
            <source>With the &amp;descriptor…</source>
            <translation>لها ال&amp;واصفة…</translation>
        </message>
        <message>
            <source>With the descriptor</source>
            <translation>لها الواصفة</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>ليس لها</translation>
        </message>
        <message>
            <source>Without the desc&amp;riptor…</source>
            <translation>ليس لها الوا&amp;صفة…</translation>
        </message>
        <message>
            <source>Without the descriptor</source>
            <translation>ليس لها الواصفة</translation>
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
            <source>me</source>
            <translation>أنا</translation>
        </message>
        <message>
            <source>no folder</source>
            <translation>بلا مجلد</translation>
        </message>
        <message>
            <source>no organ</source>
            <translation>بلا هيئة</translation>
        </message>
        <message>
            <source>no session</source>
            <translation>بلا دورة</translation>
        </message>
        <message>
            <source>no tag</source>
            <translation>بلا تصنيف</translation>
        </message>
        <message>
            <source>no year</source>
            <translation>بلا سنة</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>لا أحد</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>جديدة</translation>
        </message>
        <message>
            <source>not done</source>
            <translation>غير منجزة</translation>
        </message>
        <message>
            <source>{what}: {which}</source>
            <translation>{what}: {which}</translation>
        </message>
    </context>
    <context>
        <name>DocumentPanel</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>لا حروف</numerusform>
                <numerusform>حرف واحد</numerusform>
                <numerusform>حرفان</numerusform>
                <numerusform>%n أحرف</numerusform>
                <numerusform>%n حرفا</numerusform>
                <numerusform>%n حرف</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>إضافة تصنيف</translation>
        </message>
        <message>
            <source>Adopted</source>
            <translation>تاريخ الاعتماد</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>المكلَّف</translation>
        </message>
        <message>
            <source>Click to take this tag away</source>
            <translation>انقر لإزالة هذا التصنيف</translation>
        </message>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>المجلد</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>تاريخ الاستيراد</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>الطول</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>الملاحظة</translation>
        </message>
        <message>
            <source>Organ</source>
            <translation>الهيئة</translation>
        </message>
        <message>
            <source>Recognised: {value}</source>
            <translation>المتعرَّف عليه: {value}</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>الدورة</translation>
        </message>
        <message>
            <source>Show a document to see what is known about it.</source>
            <translation>اعرض وثيقة لترى بياناتها.</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>التصنيفات</translation>
        </message>
        <message>
            <source>The text itself gives {value}: type another value to correct it.</source>
            <translation>هذا ما يرد في النص نفسه: {value}، فاكتب قيمة أخرى لتصحيحه.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>Year, month and day: {date}</source>
            <translation>السنة والشهر واليوم: {date}</translation>
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
            <source>nobody</source>
            <translation>لا أحد</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>جديدة</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>غير معروفة</translation>
        </message>
        <message>
            <source>not known</source>
            <comment>masculine</comment>
            <translation>غير معروف</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>{name} (me)</source>
            <translation>{name} (أنا)</translation>
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
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Adopted</source>
            <translation>تاريخ الاعتماد</translation>
        </message>
        <message>
            <source>All documents are done.</source>
            <translation>كل الوثائق منجزة.</translation>
        </message>
        <message>
            <source>All documents that the filter shows are done.</source>
            <translation>كل الوثائق التي تظهرها التصفية منجزة.</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>المكلَّف</translation>
        </message>
        <message>
            <source>Assignee: {name}</source>
            <translation>المكلَّف: {name}</translation>
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
            <source>Folder</source>
            <translation>المجلد</translation>
        </message>
        <message>
            <source>Gone on from the beginning of the list.</source>
            <translation>استؤنف من أول القائمة.</translation>
        </message>
        <message>
            <source>Gone on from the end of the list.</source>
            <translation>استؤنف من آخر القائمة.</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>الطول</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Note: {note}</source>
            <translation>الملاحظة: {note}</translation>
        </message>
        <message>
            <source>Organ</source>
            <translation>الهيئة</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>مرحلة العمل</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>جار القراءة…</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Tags: {tags}</source>
            <translation>التصنيفات: {tags}</translation>
        </message>
        <message>
            <source>This is the only document of the list that is not done.</source>
            <translation>هذه هي الوثيقة الوحيدة غير المنجزة في القائمة.</translation>
        </message>
        <message>
            <source>{shown} of {total}</source>
            <translation>{shown} من {total}</translation>
        </message>
    </context>
    <context>
        <name>EditionPager</name>
        <message numerus="yes">
            <source>%n free term(s) matched.</source>
            <translation>
                <numerusform>لم يطابَق أي مصطلح حر.</numerusform>
                <numerusform>طوبق مصطلح حر واحد.</numerusform>
                <numerusform>طوبق مصطلحان حران.</numerusform>
                <numerusform>طوبقت %n مصطلحات حرة.</numerusform>
                <numerusform>طوبق %n مصطلحا حرا.</numerusform>
                <numerusform>طوبق %n مصطلح حر.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new term(s).</source>
            <translation>
                <numerusform>لا مصطلحات جديدة.</numerusform>
                <numerusform>مصطلح جديد واحد.</numerusform>
                <numerusform>مصطلحان جديدان.</numerusform>
                <numerusform>%n مصطلحات جديدة.</numerusform>
                <numerusform>%n مصطلحا جديدا.</numerusform>
                <numerusform>%n مصطلح جديد.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) changed.</source>
            <translation>
                <numerusform>لم يتغير أي مصطلح.</numerusform>
                <numerusform>تغير مصطلح واحد.</numerusform>
                <numerusform>تغير مصطلحان.</numerusform>
                <numerusform>تغيرت %n مصطلحات.</numerusform>
                <numerusform>تغير %n مصطلحا.</numerusform>
                <numerusform>تغير %n مصطلح.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) gone.</source>
            <translation>
                <numerusform>لم يزل أي مصطلح.</numerusform>
                <numerusform>زال مصطلح واحد.</numerusform>
                <numerusform>زال مصطلحان.</numerusform>
                <numerusform>زالت %n مصطلحات.</numerusform>
                <numerusform>زال %n مصطلحا.</numerusform>
                <numerusform>زال %n مصطلح.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) stay free.</source>
            <translation>
                <numerusform>لم يبق أي مصطلح حر.</numerusform>
                <numerusform>بقي مصطلح حر واحد.</numerusform>
                <numerusform>بقي مصطلحان حران.</numerusform>
                <numerusform>بقيت %n مصطلحات حرة.</numerusform>
                <numerusform>بقي %n مصطلحا حرا.</numerusform>
                <numerusform>بقي %n مصطلح حر.</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>About the file</source>
            <translation>عن الملف</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>تغيرت</translation>
        </message>
        <message>
            <source>Could also be</source>
            <translation>وقد يكون</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Free term</source>
            <translation>المصطلح الحر</translation>
        </message>
        <message>
            <source>Free terms left</source>
            <translation>مصطلحات بقيت حرة</translation>
        </message>
        <message>
            <source>Free terms matched</source>
            <translation>مصطلحات حرة طوبقت</translation>
        </message>
        <message>
            <source>Gone</source>
            <translation>زالت</translation>
        </message>
        <message>
            <source>Has become</source>
            <translation>صار</translation>
        </message>
        <message>
            <source>In the other language</source>
            <translation>باللغة الأخرى</translation>
        </message>
        <message>
            <source>Matched, to be looked at</source>
            <translation>طوبقت وتستحق النظر</translation>
        </message>
        <message>
            <source>New</source>
            <translation>جديدة</translation>
        </message>
        <message>
            <source>No term of the vocabulary carries one of these labels.</source>
            <translation>لا يحمل أي مصطلح من المفردات المضبوطة إحدى هذه التسميات.</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Several terms of the vocabulary carry these labels; the best of them was taken.</source>
            <translation>تحمل هذه التسميات عدةُ مصطلحات من المفردات المضبوطة، وقد أُخذ أنسبها.</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>المصطلح</translation>
        </message>
        <message>
            <source>The newer edition no longer has these. They stay, marked, with what they are assigned to.</source>
            <translation>لم تعد هذه في الإصدار الأحدث. تبقى معلَّمة مع الوثائق التي أسندت إليها.</translation>
        </message>
        <message>
            <source>The project has this edition already; nothing has changed.</source>
            <translation>هذا الإصدار في المشروع من قبل، فلم يتغير شيء.</translation>
        </message>
        <message>
            <source>These terms had been free; they are now terms of the vocabulary that carry the same label.</source>
            <translation>كانت هذه المصطلحات حرة، وصارت مصطلحات من المفردات المضبوطة تحمل التسمية نفسها.</translation>
        </message>
        <message>
            <source>What has changed</source>
            <translation>ما تغير</translation>
        </message>
        <message>
            <source>back again</source>
            <translation>عاد</translation>
        </message>
        <message>
            <source>labels</source>
            <translation>التسميات</translation>
        </message>
        <message>
            <source>notations</source>
            <translation>الرموز التصنيفية</translation>
        </message>
        <message>
            <source>notes</source>
            <translation>الملاحظات</translation>
        </message>
        <message>
            <source>relations</source>
            <translation>العلاقات</translation>
        </message>
        <message>
            <source>state</source>
            <translation>الحال</translation>
        </message>
    </context>
    <context>
        <name>Edits</name>
        <message>
            <source>It was changed elsewhere while you typed. What you typed stands now; undo brings that back.</source>
            <translation>جرى تغييره في مكان آخر أثناء الكتابة. ما كتبته هو القائم الآن، والتراجع يعيد ما كان.</translation>
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
            <source>Something went wrong in Qarar. See whether what was marked last is there.</source>
            <translation>حدث خطأ في «قرار». يُرجى التحقق من بقاء آخر ما وُسم.</translation>
        </message>
        <message>
            <source>The details were written to {path}.</source>
            <translation>كُتبت التفاصيل في {path}.</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>&amp;Format:</source>
            <translation>ال&amp;صيغة:</translation>
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
            <source>Descriptors that are stored as proposals.</source>
            <translation>الواصفات المحفوظة بوصفها مقترحة.</translation>
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
            <source>Those that are stored, and the clauses that are proposed for documents whose clauses are not done. They are found for the export, which takes longer, and are not stored in the project.</source>
            <translation>الاقتراحات المحفوظة، والفقرات المقترحة للوثائق التي لم تنجز فقراتها. وتُستخرج هذه الفقرات عند التصدير، فيستغرق وقتا أطول، ولا تحفظ في المشروع.</translation>
        </message>
        <message>
            <source>With &amp;proposals that nobody has confirmed</source>
            <translation>مع ال&amp;اقتراحات التي لم يؤكدها أحد</translation>
        </message>
    </context>
    <context>
        <name>FeaturesEditor</name>
        <message>
            <source>&amp;Add feature…</source>
            <translation>إ&amp;ضافة خاصية…</translation>
        </message>
        <message>
            <source>&amp;Choices:</source>
            <translation>الخ&amp;يارات:</translation>
        </message>
        <message>
            <source>&amp;Kind:</source>
            <translation>ال&amp;نوع:</translation>
        </message>
        <message>
            <source>Arabic name of the feature</source>
            <translation>الاسم العربي للخاصية</translation>
        </message>
        <message>
            <source>Arabic name:</source>
            <translation>الاسم العربي:</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>خيار</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>الخيارات</translation>
        </message>
        <message>
            <source>De&amp;lete feature</source>
            <translation>حذف ال&amp;خاصية</translation>
        </message>
        <message>
            <source>English name of the feature</source>
            <translation>الاسم الإنكليزي للخاصية</translation>
        </message>
        <message>
            <source>English name:</source>
            <translation>الاسم الإنكليزي:</translation>
        </message>
        <message>
            <source>Feature</source>
            <translation>الخاصية</translation>
        </message>
        <message>
            <source>Features of the label</source>
            <translation>خواص الوسم</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>المقاطع</translation>
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
            <source>Name in files:</source>
            <translation>الاسم في الملفات:</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>عدد</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>نص</translation>
        </message>
        <message>
            <source>Yes or no</source>
            <translation>نعم أو لا</translation>
        </message>
    </context>
    <context>
        <name>FileDrop</name>
        <message>
            <source>Drop one project at a time, and nothing beside it.</source>
            <translation>أفلت مشروعا واحدا في كل مرة، دون شيء معه.</translation>
        </message>
        <message>
            <source>Drop one vocabulary at a time, and nothing beside it.</source>
            <translation>أفلت مجموعة واحدة من المفردات المضبوطة في كل مرة، دون شيء معها.</translation>
        </message>
        <message numerus="yes">
            <source>Import %n file(s)</source>
            <translation>
                <numerusform>لا ملفات للاستيراد</numerusform>
                <numerusform>استيراد ملف واحد</numerusform>
                <numerusform>استيراد ملفين</numerusform>
                <numerusform>استيراد %n ملفات</numerusform>
                <numerusform>استيراد %n ملفا</numerusform>
                <numerusform>استيراد %n ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>Import the vocabulary {name}</source>
            <translation>استيراد المفردات المضبوطة {name}</translation>
        </message>
        <message>
            <source>Import {name}</source>
            <translation>استيراد {name}</translation>
        </message>
        <message>
            <source>Only files with documents ({kinds}), folders of them, vocabularies ({vocabularies}) and projects can be dropped here.</source>
            <translation>لا يفلت هنا إلا ملفات الوثائق ({kinds}) ومجلداتها والمفردات المضبوطة ({vocabularies}) والمشاريع.</translation>
        </message>
        <message>
            <source>Open a project first; then drop what it is to get.</source>
            <translation>افتح مشروعا أولا، ثم أفلت ما يراد استيراده إليه.</translation>
        </message>
        <message>
            <source>Open the project {name}</source>
            <translation>فتح المشروع {name}</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>لا نتائج</numerusform>
                <numerusform>نتيجة واحدة</numerusform>
                <numerusform>نتيجتان</numerusform>
                <numerusform>%n نتائج</numerusform>
                <numerusform>%n نتيجة</numerusform>
                <numerusform>%n نتيجة</numerusform>
            </translation>
        </message>
        <message>
            <source>Close the find bar</source>
            <translation>إغلاق شريط البحث</translation>
        </message>
        <message>
            <source>Find in the document</source>
            <translation>البحث في الوثيقة</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>النتيجة التالية</translation>
        </message>
        <message>
            <source>No hits</source>
            <translation>لا نتائج</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>النتيجة السابقة</translation>
        </message>
        <message>
            <source>{number} of {total}</source>
            <translation>{number} من {total}</translation>
        </message>
    </context>
    <context>
        <name>FindControls</name>
        <message>
            <source>All documents</source>
            <translation>كل الوثائق</translation>
        </message>
        <message>
            <source>Documents listed now</source>
            <translation>الوثائق المعروضة الآن</translation>
        </message>
        <message>
            <source>Documents that are searched</source>
            <translation>الوثائق التي يُبحث فيها</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>تصدير…</translation>
        </message>
        <message>
            <source>Find in the project</source>
            <translation>البحث في المشروع</translation>
        </message>
        <message>
            <source>Find only in</source>
            <translation>البحث داخل</translation>
        </message>
        <message>
            <source>Tick</source>
            <translation>اختيار</translation>
        </message>
    </context>
    <context>
        <name>FindPanel</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n وثائق</numerusform>
                <numerusform>وثيقة واحدة</numerusform>
                <numerusform>وثيقتين</numerusform>
                <numerusform>%n وثائق</numerusform>
                <numerusform>%n وثيقة</numerusform>
                <numerusform>%n وثيقة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>لا نتائج</numerusform>
                <numerusform>نتيجة واحدة</numerusform>
                <numerusform>نتيجتان</numerusform>
                <numerusform>%n نتائج</numerusform>
                <numerusform>%n نتيجة</numerusform>
                <numerusform>%n نتيجة</numerusform>
            </translation>
        </message>
        <message>
            <source>All documents</source>
            <translation>كل الوثائق</translation>
        </message>
        <message>
            <source>All text</source>
            <translation>كل النص</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>الفقرة</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>الوثيقة</translation>
        </message>
        <message>
            <source>Documents with hits</source>
            <translation>الوثائق التي فيها نتائج</translation>
        </message>
        <message>
            <source>Hits</source>
            <translation>النتائج</translation>
        </message>
        <message numerus="yes">
            <source>Mark %n hit(s) as</source>
            <translation>
                <numerusform>وسم النتائج</numerusform>
                <numerusform>وسم النتيجة</numerusform>
                <numerusform>وسم النتيجتين</numerusform>
                <numerusform>وسم %n نتائج</numerusform>
                <numerusform>وسم %n نتيجة</numerusform>
                <numerusform>وسم %n نتيجة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n ticked hit(s) as</source>
            <translation>
                <numerusform>وسم النتائج المختارة</numerusform>
                <numerusform>وسم النتيجة المختارة</numerusform>
                <numerusform>وسم النتيجتين المختارتين</numerusform>
                <numerusform>وسم %n نتائج مختارة</numerusform>
                <numerusform>وسم %n نتيجة مختارة</numerusform>
                <numerusform>وسم %n نتيجة مختارة</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>لم يُعثر على شيء.</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>جار البحث…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>إيقاف</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>النص</translation>
        </message>
        <message>
            <source>The label of this search is no longer in the scheme; all text is searched.</source>
            <translation>لم يعد وسم هذا البحث في مخطط التوسيم؛ يجري البحث في كل النص.</translation>
        </message>
        <message>
            <source>Tick &amp;all listed</source>
            <translation>اختيار &amp;كل المعروض</translation>
        </message>
        <message>
            <source>Tick &amp;none</source>
            <translation>إلغاء الا&amp;ختيار</translation>
        </message>
        <message>
            <source>Tick those of this &amp;document</source>
            <translation>اختيار نتائج هذه ال&amp;وثيقة</translation>
        </message>
        <message>
            <source>Type what is to be found, and press Enter.</source>
            <translation>اكتب ما تبحث عنه ثم اضغط ⁦Enter⁩.</translation>
        </message>
        <message>
            <source>{found}; the project has changed since</source>
            <translation>{found}؛ تغير المشروع بعد ذلك</translation>
        </message>
        <message>
            <source>{hits} in {documents}</source>
            <translation>{hits} في {documents}</translation>
        </message>
        <message>
            <source>{hits} so far, in at most {documents}…</source>
            <translation>{hits} حتى الآن فيما لا يزيد على {documents}…</translation>
        </message>
        <message>
            <source>{hits} so far, in {documents}…</source>
            <translation>{hits} حتى الآن في {documents}…</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Choose its label in the panel “Labels”: it is marked, and the next one is selected.</source>
            <translation>اختر وسمه في لوحة «الوسوم»: يوسم ويحدَّد الجزء التالي.</translation>
        </message>
        <message>
            <source>Close the first steps</source>
            <translation>إغلاق الخطوات الأولى</translation>
        </message>
        <message>
            <source>Close; “First steps” in the menu Help brings it back</source>
            <translation>إغلاق، ويعيدها الأمر «الخطوات الأولى» في قائمة المساعدة</translation>
        </message>
        <message>
            <source>Everything is marked here already. To try it, choose a clause with {next}, and take its mark away with {delete}; or go to the next document with {document}.</source>
            <translation>كل شيء موسوم هنا. للتجربة اختر فقرة بالمفتاح {next} واحذف وسمها بالمفتاح {delete}، أو انتقل إلى الوثيقة التالية بالمفتاح {document}.</translation>
        </message>
        <message>
            <source>Press the key of its label: {keys}. All keys are in the panel “Labels”.</source>
            <translation>اضغط مفتاح وسمه: {keys}. كل المفاتيح في لوحة «الوسوم».</translation>
        </message>
        <message>
            <source>Press {confirm}: it is confirmed, and the next one is selected. If its label is wrong, press the key of the right one: {keys}.</source>
            <translation>اضغط {confirm}: يؤكَّد ويحدَّد الاقتراح التالي. وإن كان وسمه خطأ فاضغط مفتاح الوسم الصحيح: {keys}.</translation>
        </message>
        <message>
            <source>Press {propose} in the text: the next stretch that has no mark is selected.</source>
            <translation>اضغط {propose} في النص: يحدَّد الجزء التالي غير الموسوم.</translation>
        </message>
        <message>
            <source>Step {number} of {count}</source>
            <translation>الخطوة {number} من {count}</translation>
        </message>
        <message>
            <source>That is all it takes. {sheet} shows every key, {palette} finds every act by its name.</source>
            <translation>هذا كل ما يلزم. {sheet} لعرض كل المفاتيح، و{palette} للبحث عن أي أمر باسمه.</translation>
        </message>
        <message>
            <source>What has a dashed line is only proposed. Press {propose} in the text: the first proposal is selected.</source>
            <translation>كل ما تحته خط متقطع مقترح فقط. اضغط {propose} في النص: يحدَّد الاقتراح الأول.</translation>
        </message>
        <message>
            <source>{key} for “{label}”</source>
            <translation>{key} لوسم «{label}»</translation>
        </message>
        <message>
            <source>{undo} takes it back. {longer} makes the next selection longer, {shorter} shorter. Go on to the end of the text; then {done} says that its clauses are done.</source>
            <translation>المفتاح {undo} للتراجع، والمفتاح {longer} لإطالة التحديد التالي، والمفتاح {shorter} لتقصيره. واصل حتى نهاية النص، ثم اضغط {done} لتكون فقراته منجزة.</translation>
        </message>
        <message>
            <source>{undo} takes it back. {reject} rejects a proposal, {split} cuts one in two at the caret, {merge} joins it with the next. {document} confirms all that is left and says that the document is done.</source>
            <translation>المفتاح {undo} للتراجع، والمفتاح {reject} لرفض اقتراح، والمفتاح {split} لتقسيمه عند المؤشر، والمفتاح {merge} لدمجه مع التالي. والمفتاح {document} يؤكد كل ما بقي ويجعل الوثيقة منجزة.</translation>
        </message>
        <message>
            <source>“{command}”</source>
            <translation>«{command}»</translation>
        </message>
    </context>
    <context>
        <name>FreeTermModel</name>
        <message>
            <source>Carries the same label</source>
            <translation>يحمل التسمية نفسها</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Free term</source>
            <translation>المصطلح الحر</translation>
        </message>
    </context>
    <context>
        <name>FreeTermsDialog</name>
        <message numerus="yes">
            <source>%n term(s) merged.</source>
            <translation>
                <numerusform>لم يدمج أي مصطلح.</numerusform>
                <numerusform>دمج مصطلح واحد.</numerusform>
                <numerusform>دمج مصطلحان.</numerusform>
                <numerusform>دمجت %n مصطلحات.</numerusform>
                <numerusform>دمج %n مصطلحا.</numerusform>
                <numerusform>دمج %n مصطلح.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n term(s) that no thesaurus has.</source>
            <translation>
                <numerusform>لا مصطلحات خارج المكانز.</numerusform>
                <numerusform>مصطلح واحد ليس في أي مكنز.</numerusform>
                <numerusform>مصطلحان ليسا في أي مكنز.</numerusform>
                <numerusform>%n مصطلحات ليست في أي مكنز.</numerusform>
                <numerusform>%n مصطلحا ليست في أي مكنز.</numerusform>
                <numerusform>%n مصطلح ليست في أي مكنز.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Merge</source>
            <translation>&amp;دمج</translation>
        </message>
        <message>
            <source>Choose what to merge &amp;into:</source>
            <translation>اختر ما يدمج &amp;فيه:</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Enter makes the term one with the concept chosen beside it, which gets its documents.</source>
            <translation>يدمج المفتاح ⁦Enter⁩ المصطلح في المفهوم المختار بجانبه، فتصير وثائقه له.</translation>
        </message>
        <message>
            <source>Find another term</source>
            <translation>البحث عن مصطلح آخر</translation>
        </message>
        <message>
            <source>Free terms</source>
            <translation>المصطلحات الحرة</translation>
        </message>
        <message numerus="yes">
            <source>In %n document(s)</source>
            <translation>
                <numerusform>ليس في أي وثيقة</numerusform>
                <numerusform>في وثيقة واحدة</numerusform>
                <numerusform>في وثيقتين</numerusform>
                <numerusform>في %n وثائق</numerusform>
                <numerusform>في %n وثيقة</numerusform>
                <numerusform>في %n وثيقة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Merge &amp;all %n sure one(s)</source>
            <translation>
                <numerusform>دمج ال&amp;موثوق كله</numerusform>
                <numerusform>دمج المصطلح ال&amp;موثوق</numerusform>
                <numerusform>دمج المصطلحين ال&amp;موثوقين</numerusform>
                <numerusform>دمج %n مصطلحات &amp;موثوقة</numerusform>
                <numerusform>دمج %n مصطلحا &amp;موثوقا</numerusform>
                <numerusform>دمج %n مصطلح &amp;موثوق</numerusform>
            </translation>
        </message>
        <message>
            <source>Merge &amp;into:</source>
            <translation>دمج &amp;في:</translation>
        </message>
        <message>
            <source>Merging terms</source>
            <translation>دمج المصطلحات</translation>
        </message>
        <message>
            <source>No term has these words.</source>
            <translation>لا مصطلح فيه هذه الكلمات.</translation>
        </message>
        <message>
            <source>No term is like this one. Type to find others.</source>
            <translation>لا مصطلح يشبه هذا. اكتب للبحث عن غيره.</translation>
        </message>
        <message>
            <source>There are no free terms.</source>
            <translation>لا مصطلحات حرة.</translation>
        </message>
        <message>
            <source>What the term can become</source>
            <translation>ما يمكن أن يصير إليه المصطلح</translation>
        </message>
        <message>
            <source>{term} is now {concept}.</source>
            <translation>صار {term} الآن {concept}.</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n operation(s) done again.</source>
            <translation>
                <numerusform>لم تُعَد أي عملية.</numerusform>
                <numerusform>أُعيدت عملية واحدة.</numerusform>
                <numerusform>أُعيدت عمليتان.</numerusform>
                <numerusform>أُعيدت %n عمليات.</numerusform>
                <numerusform>أُعيدت %n عملية.</numerusform>
                <numerusform>أُعيدت %n عملية.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) taken back. Redo does them again.</source>
            <translation>
                <numerusform>لم يتم التراجع عن أي عملية.</numerusform>
                <numerusform>تم التراجع عن عملية واحدة، ويمكن إعادتها.</numerusform>
                <numerusform>تم التراجع عن عمليتين، ويمكن إعادتهما.</numerusform>
                <numerusform>تم التراجع عن %n عمليات، ويمكن إعادتها.</numerusform>
                <numerusform>تم التراجع عن %n عملية، ويمكن إعادتها.</numerusform>
                <numerusform>تم التراجع عن %n عملية، ويمكن إعادتها.</numerusform>
            </translation>
        </message>
        <message>
            <source>Redo up to {name}</source>
            <translation>الإعادة حتى «{name}»</translation>
        </message>
        <message>
            <source>Somebody else has just written. Look at the history again.</source>
            <translation>عدّل شخص آخر المشروع للتو. انظر في سجل العمليات من جديد.</translation>
        </message>
        <message>
            <source>Stopped: {done} of {total} operations are through.</source>
            <translation>أُوقف العمل بعد {done} من {total} من العمليات.</translation>
        </message>
        <message>
            <source>The next undo takes back a whole step: {name}. Once more, if that is meant.</source>
            <translation>التراجع التالي يلغي خطوة كاملة: {name}. كرره إن كان ذلك هو المقصود.</translation>
        </message>
        <message>
            <source>There is no place in a text to show for this operation.</source>
            <translation>ليس لهذه العملية موضع في نص يمكن إظهاره.</translation>
        </message>
        <message>
            <source>Undo back to {name}</source>
            <translation>التراجع حتى «{name}»</translation>
        </message>
    </context>
    <context>
        <name>HistoryModel</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>متراجَع عنها</translation>
        </message>
        <message>
            <source>Undone by {name}, {time}</source>
            <translation>تراجع عنها {name}، {time}</translation>
        </message>
        <message>
            <source>Undone by {name}, {time}; what was done after it ended redo</source>
            <translation>تراجع عنها {name}، {time}؛ ولا تمكن إعادتها لأن عمليات أخرى جرت بعد ذلك</translation>
        </message>
        <message>
            <source>Undone for good</source>
            <translation>متراجَع عنها نهائيا</translation>
        </message>
        <message>
            <source>{documents} and more</source>
            <translation>{documents} وغيرها</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>All documents</source>
            <translation>كل الوثائق</translation>
        </message>
        <message>
            <source>Annotator</source>
            <translation>الموسِّم</translation>
        </message>
        <message>
            <source>Choose an operation to go back to the state right after it.</source>
            <translation>اختر عملية للعودة إلى حال المشروع بعدها مباشرة.</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message numerus="yes">
            <source>Does %n undone operation(s) again, this one last.</source>
            <translation>
                <numerusform>لا شيء يمكن إعادته.</numerusform>
                <numerusform>إعادة هذه العملية المتراجَع عنها.</numerusform>
                <numerusform>إعادة عمليتين متراجَع عنهما، آخرهما هذه.</numerusform>
                <numerusform>إعادة %n عمليات متراجَع عنها، آخرها هذه.</numerusform>
                <numerusform>إعادة %n عملية متراجَع عنها، آخرها هذه.</numerusform>
                <numerusform>إعادة %n عملية متراجَع عنها، آخرها هذه.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>الجميع</translation>
        </message>
        <message>
            <source>Filter by operation</source>
            <translation>تصفية بحسب العملية</translation>
        </message>
        <message>
            <source>History</source>
            <translation>سجل العمليات</translation>
        </message>
        <message>
            <source>It was undone, and what was done after that ended redo.</source>
            <translation>تم التراجع عنها، ولا تمكن إعادتها لأن عمليات أخرى جرت بعد ذلك.</translation>
        </message>
        <message>
            <source>Nothing has been done yet.</source>
            <translation>لم تجرِ أي عملية بعد.</translation>
        </message>
        <message>
            <source>Nothing that was done fits the filter.</source>
            <translation>لا عمليات توافق التصفية.</translation>
        </message>
        <message>
            <source>Nothing was done after it that could be taken back.</source>
            <translation>لم يجرِ بعدها ما يمكن التراجع عنه.</translation>
        </message>
        <message>
            <source>Open a project to see what was done to it.</source>
            <translation>افتح مشروعا لترى ما جرى فيه من عمليات.</translation>
        </message>
        <message>
            <source>Redo up to here</source>
            <translation>الإعادة حتى هنا</translation>
        </message>
        <message>
            <source>Show in the text</source>
            <translation>إظهار في النص</translation>
        </message>
        <message numerus="yes">
            <source>Takes back %n later operation(s), also those not listed; this one stays.</source>
            <translation>
                <numerusform>لا عمليات بعدها للتراجع عنها.</numerusform>
                <numerusform>التراجع عن العملية التي بعدها وإن لم تكن معروضة، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن العمليتين بعدها وإن لم تكونا معروضتين، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن %n عمليات بعدها بما فيها غير المعروضة، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن %n عملية بعدها بما فيها غير المعروضة، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن %n عملية بعدها بما فيها غير المعروضة، وتبقى هذه.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Takes back %n later operation(s); this one stays.</source>
            <translation>
                <numerusform>لا عمليات بعدها للتراجع عنها.</numerusform>
                <numerusform>التراجع عن العملية التي بعدها، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن العمليتين بعدها، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن %n عمليات بعدها، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن %n عملية بعدها، وتبقى هذه.</numerusform>
                <numerusform>التراجع عن %n عملية بعدها، وتبقى هذه.</numerusform>
            </translation>
        </message>
        <message>
            <source>This document</source>
            <translation>هذه الوثيقة</translation>
        </message>
        <message>
            <source>Undo back to here</source>
            <translation>التراجع حتى هنا</translation>
        </message>
    </context>
    <context>
        <name>HitActions</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n وثائق</numerusform>
                <numerusform>وثيقة واحدة</numerusform>
                <numerusform>وثيقتين</numerusform>
                <numerusform>%n وثائق</numerusform>
                <numerusform>%n وثيقة</numerusform>
                <numerusform>%n وثيقة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n نتائج</numerusform>
                <numerusform>نتيجة واحدة</numerusform>
                <numerusform>نتيجتين</numerusform>
                <numerusform>%n نتائج</numerusform>
                <numerusform>%n نتيجة</numerusform>
                <numerusform>%n نتيجة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) exported to {path}.</source>
            <translation>
                <numerusform>لم تُصدَّر أي نتيجة إلى {path}.</numerusform>
                <numerusform>صُدّرت نتيجة واحدة إلى {path}.</numerusform>
                <numerusform>صُدّرت نتيجتان إلى {path}.</numerusform>
                <numerusform>صُدّرت %n نتائج إلى {path}.</numerusform>
                <numerusform>صُدّرت %n نتيجة إلى {path}.</numerusform>
                <numerusform>صُدّرت %n نتيجة إلى {path}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) marked.</source>
            <translation>
                <numerusform>لم توسم أي نتيجة.</numerusform>
                <numerusform>وُسمت نتيجة واحدة.</numerusform>
                <numerusform>وُسمت نتيجتان.</numerusform>
                <numerusform>وُسمت %n نتائج.</numerusform>
                <numerusform>وُسمت %n نتيجة.</numerusform>
                <numerusform>وُسمت %n نتيجة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out: their documents are no longer in the project.</source>
            <translation>
                <numerusform>لم تُترك أي نتيجة.</numerusform>
                <numerusform>تُركت نتيجة واحدة: لم تعد وثيقتها في المشروع.</numerusform>
                <numerusform>تُركت نتيجتان: لم تعد وثائقهما في المشروع.</numerusform>
                <numerusform>تُركت %n نتائج: لم تعد وثائقها في المشروع.</numerusform>
                <numerusform>تُركت %n نتيجة: لم تعد وثائقها في المشروع.</numerusform>
                <numerusform>تُركت %n نتيجة: لم تعد وثائقها في المشروع.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked already.</source>
            <translation>
                <numerusform>لا شيء موسوم من قبل.</numerusform>
                <numerusform>نتيجة واحدة موسومة من قبل.</numerusform>
                <numerusform>نتيجتان موسومتان من قبل.</numerusform>
                <numerusform>%n نتائج موسومة من قبل.</numerusform>
                <numerusform>%n نتيجة موسومة من قبل.</numerusform>
                <numerusform>%n نتيجة موسومة من قبل.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n refused: {reason}</source>
            <translation>
                <numerusform>لم يتعذر وسم شيء: {reason}</numerusform>
                <numerusform>تعذر وسم نتيجة واحدة: {reason}</numerusform>
                <numerusform>تعذر وسم نتيجتين: {reason}</numerusform>
                <numerusform>تعذر وسم %n نتائج: {reason}</numerusform>
                <numerusform>تعذر وسم %n نتيجة: {reason}</numerusform>
                <numerusform>تعذر وسم %n نتيجة: {reason}</numerusform>
            </translation>
        </message>
        <message>
            <source>CSV tables</source>
            <translation>جداول ⁦CSV⁩</translation>
        </message>
        <message>
            <source>Export hits</source>
            <translation>تصدير النتائج</translation>
        </message>
        <message>
            <source>Mark hits</source>
            <translation>وسم النتائج</translation>
        </message>
        <message>
            <source>Mark {hits} in {documents} as {label}?</source>
            <translation>أتريد وسم {hits} في {documents} بالوسم {label}؟</translation>
        </message>
        <message>
            <source>hits</source>
            <translation>نتائج</translation>
        </message>
    </context>
    <context>
        <name>Hover</name>
        <message>
            <source>and {count} more</source>
            <translation>و{count} غيرها</translation>
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
            <source>&amp;Kind of files:</source>
            <translation>&amp;نوع الملفات:</translation>
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
            <source>Akoma Ntoso of the United Nations</source>
            <translation>ملفات ⁦Akoma Ntoso⁩ للأمم المتحدة</translation>
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
            <source>Plain text</source>
            <translation>نص صرف</translation>
        </message>
        <message>
            <source>Read them &amp;so</source>
            <translation>ا&amp;قرأها كذلك</translation>
        </message>
        <message>
            <source>Resolution texts ({text}, the first line {header}), folders of them with all folders inside, and project JSON ({json}).</source>
            <translation>نصوص قرارات ({text}، سطرها الأول {header})، ومجلدات منها بكل ما تحويه من مجلدات، وملفات ⁦JSON⁩ للمشاريع ({json}).</translation>
        </message>
        <message>
            <source>Resolution texts and project JSON</source>
            <translation>نصوص قرارات وملفات ⁦JSON⁩ للمشاريع</translation>
        </message>
        <message>
            <source>Resolution texts and project JSON (*.txt *.json);;All files (*)</source>
            <translation>نصوص القرارات وملفات JSON للمشاريع (*.txt *.json);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>Resolutions as XML ({xml}): text, clauses with their leads, and the descriptors of the library.</source>
            <translation>قرارات بصيغة ⁦XML⁩ ({xml}): النص، والفقرات وعباراتها الافتتاحية، وواصفات المكتبة.</translation>
        </message>
        <message>
            <source>Texts (*.txt);;All files (*)</source>
            <translation>نصوص (*.txt);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>Texts without a first line of descriptors ({text}): all of a file is the text, as it stands.</source>
            <translation>نصوص بلا سطر أول للواصفات ({text}): كل ما في الملف هو النص كما ورد.</translation>
        </message>
        <message>
            <source>These files look like another kind: {kind}.</source>
            <translation>تبدو هذه الملفات من نوع آخر: {kind}.</translation>
        </message>
        <message>
            <source>Word files</source>
            <translation>ملفات ⁦Word⁩</translation>
        </message>
        <message>
            <source>Word files (*.docx);;All files (*)</source>
            <translation>ملفات Word (*.docx);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>Word files ({word}): paragraphs and tables joined to one line, without footnotes and pictures.</source>
            <translation>ملفات ⁦Word⁩ ({word}): تُضم فقراتها وجداولها في سطر واحد، بلا حواش ولا صور.</translation>
        </message>
        <message>
            <source>XML files (*.xml);;All files (*)</source>
            <translation>ملفات XML (*.xml);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>لا شيء</translation>
        </message>
    </context>
    <context>
        <name>ImportPreview</name>
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
        <message numerus="yes">
            <source>%n file(s) found.</source>
            <translation>
                <numerusform>لم يُعثر على ملفات.</numerusform>
                <numerusform>عُثر على ملف واحد.</numerusform>
                <numerusform>عُثر على ملفين.</numerusform>
                <numerusform>عُثر على %n ملفات.</numerusform>
                <numerusform>عُثر على %n ملفا.</numerusform>
                <numerusform>عُثر على %n ملف.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n still to be read…</source>
            <translation>
                <numerusform>قُرئت كلها.</numerusform>
                <numerusform>بقي ملف واحد لم يُقرأ…</numerusform>
                <numerusform>بقي ملفان لم يُقرآ…</numerusform>
                <numerusform>بقيت %n ملفات لم تُقرأ…</numerusform>
                <numerusform>بقي %n ملفا لم يُقرأ…</numerusform>
                <numerusform>بقي %n ملف لم يُقرأ…</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Adopted</source>
            <translation>تاريخ الاتخاذ</translation>
        </message>
        <message>
            <source>Beginning of the text</source>
            <translation>بداية النص</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>الأحرف</translation>
        </message>
        <message>
            <source>Choose a file above to see its text</source>
            <translation>اختر ملفا في الأعلى لترى نصه</translation>
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
            <source>Descriptors: {terms}</source>
            <translation>الواصفات: {terms}</translation>
        </message>
        <message>
            <source>File</source>
            <translation>الملف</translation>
        </message>
        <message>
            <source>Looking for files…</source>
            <translation>يجري البحث عن ملفات…</translation>
        </message>
        <message>
            <source>Only the first {count} are shown here; the import reads all.</source>
            <translation>لا يظهر هنا سوى أول {count}؛ أما الاستيراد فيقرؤها كلها.</translation>
        </message>
        <message>
            <source>Organ</source>
            <translation>الهيئة</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>What there is to say about the file</source>
            <translation>ما يقال عن الملف</translation>
        </message>
        <message>
            <source>What was recognised</source>
            <translation>ما جرى التعرف عليه</translation>
        </message>
        <message>
            <source>{label}: {count}</source>
            <translation>{label}: {count}</translation>
        </message>
    </context>
    <context>
        <name>InspectorPanel</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>لا حروف</numerusform>
                <numerusform>حرف واحد</numerusform>
                <numerusform>حرفان</numerusform>
                <numerusform>%n أحرف</numerusform>
                <numerusform>%n حرفا</numerusform>
                <numerusform>%n حرف</numerusform>
            </translation>
        </message>
        <message>
            <source>End</source>
            <translation>النهاية</translation>
        </message>
        <message>
            <source>Half-open, in code points of the text</source>
            <translation>بنقاط الترميز في النص؛ البداية داخل المقطع والنهاية خارجه</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الوسم</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>الطول</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>الحدود</translation>
        </message>
        <message>
            <source>Marks at this place</source>
            <translation>المقاطع في هذا الموضع</translation>
        </message>
        <message>
            <source>No</source>
            <translation>لا</translation>
        </message>
        <message>
            <source>Not said</source>
            <translation>غير محدد</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>الملاحظة</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>الرقم</translation>
        </message>
        <message>
            <source>Put the caret into a mark to see what is known about it.</source>
            <translation>ضع المؤشر في مقطع لترى بياناته.</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>الاقتباس</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>البداية</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>نعم</translation>
        </message>
    </context>
    <context>
        <name>KeyField</name>
        <message>
            <source>Key of the label</source>
            <translation>مفتاح الوسم</translation>
        </message>
        <message>
            <source>No key</source>
            <translation>بلا مفتاح</translation>
        </message>
        <message>
            <source>Press a letter or a digit here.</source>
            <translation>اضغط هنا مفتاح حرف أو رقم.</translation>
        </message>
    </context>
    <context>
        <name>Keymap</name>
        <message>
            <source>A letter to the right, to the left</source>
            <translation>حرف إلى اليمين أو اليسار</translation>
        </message>
        <message>
            <source>A page up, down</source>
            <translation>صفحة إلى أعلى أو أسفل</translation>
        </message>
        <message>
            <source>A row up, down</source>
            <translation>سطر إلى أعلى أو أسفل</translation>
        </message>
        <message>
            <source>A word to the right, to the left</source>
            <translation>كلمة إلى اليمين أو اليسار</translation>
        </message>
        <message>
            <source>Choose the row</source>
            <translation>اختيار الصف</translation>
        </message>
        <message>
            <source>In panels</source>
            <translation>في اللوحات</translation>
        </message>
        <message>
            <source>In the text</source>
            <translation>في النص</translation>
        </message>
        <message>
            <source>Scroll a row up, down</source>
            <translation>تمرير سطر إلى أعلى أو أسفل</translation>
        </message>
        <message>
            <source>Select on the way, with any of these</source>
            <translation>التحديد أثناء التحرك، مع أي مما سبق</translation>
        </message>
        <message>
            <source>To the next part of the window, the one before</source>
            <translation>إلى الجزء التالي من النافذة أو السابق</translation>
        </message>
        <message>
            <source>To the row's start, its end</source>
            <translation>إلى أول السطر أو آخره</translation>
        </message>
        <message>
            <source>To the text's start, its end</source>
            <translation>إلى أول النص أو آخره</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>&amp;Add a key</source>
            <translation>إ&amp;ضافة مفتاح</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>إ&amp;غلاق</translation>
        </message>
        <message>
            <source>&amp;Take a key away</source>
            <translation>إ&amp;زالة مفتاح</translation>
        </message>
        <message>
            <source>&amp;Usual keys</source>
            <translation>المفاتيح ال&amp;معتادة</translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Actions and labels with their keys</source>
            <translation>الأوامر والوسوم ومفاتيحها</translation>
        </message>
        <message>
            <source>All actions have their usual keys.</source>
            <translation>استعادت كل الأوامر مفاتيحها المعتادة.</translation>
        </message>
        <message>
            <source>An action cannot have this key.</source>
            <translation>لا يصلح هذا المفتاح لأي أمر.</translation>
        </message>
        <message>
            <source>Change keys</source>
            <translation>تغيير المفاتيح</translation>
        </message>
        <message>
            <source>Enter: add a key. Del: take a key away.</source>
            <translation>⁦Enter⁩: إضافة مفتاح. ⁦Del⁩: إزالة مفتاح.</translation>
        </message>
        <message>
            <source>Filter by name or key</source>
            <translation>تصفية بالاسم أو المفتاح</translation>
        </message>
        <message>
            <source>Give all actions their usual keys?</source>
            <translation>أتريد إعادة كل الأوامر إلى مفاتيحها المعتادة؟</translation>
        </message>
        <message>
            <source>Keys without Ctrl or Alt count in the text only.</source>
            <translation>المفاتيح من غير ⁦Ctrl⁩ أو ⁦Alt⁩ لا تعمل إلا في النص.</translation>
        </message>
        <message>
            <source>La&amp;yers and labels…</source>
            <translation>ال&amp;طبقات والوسوم…</translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>لا شيء بهذا الاسم.</translation>
        </message>
        <message>
            <source>Press the key for “{name}”; Esc: none</source>
            <translation>اضغط المفتاح المراد للأمر «{name}»؛ ⁦Esc⁩ للإلغاء</translation>
        </message>
        <message>
            <source>Take it from there</source>
            <translation>نقل المفتاح إلى هنا</translation>
        </message>
        <message>
            <source>The keys of labels belong to the project: they are changed with the labels.</source>
            <translation>مفاتيح الوسوم تابعة للمشروع، وتُغيَّر مع الوسوم.</translation>
        </message>
        <message>
            <source>These keys cannot be changed.</source>
            <translation>لا يمكن تغيير هذه المفاتيح.</translation>
        </message>
        <message>
            <source>Usual keys for a&amp;ll</source>
            <translation>المفاتيح المعتادة لل&amp;كل</translation>
        </message>
        <message>
            <source>{key} always means “{name}”.</source>
            <translation>المفتاح {key} مخصص دائما للأمر «{name}».</translation>
        </message>
        <message>
            <source>{key} belongs to the system.</source>
            <translation>المفتاح {key} محجوز للنظام.</translation>
        </message>
        <message>
            <source>{key} belongs to “{name}”.</source>
            <translation>المفتاح {key} للأمر «{name}».</translation>
        </message>
        <message>
            <source>{key} marks “{label}” in this project.</source>
            <translation>المفتاح {key} للوسم «{label}» في هذا المشروع.</translation>
        </message>
        <message>
            <source>{key} moves the caret in the text.</source>
            <translation>المفتاح {key} يحرك المؤشر في النص.</translation>
        </message>
        <message>
            <source>{key} opens the menu “{menu}”.</source>
            <translation>المفتاح {key} يفتح القائمة «{menu}».</translation>
        </message>
        <message>
            <source>{sentence} They were taken from {names}.</source>
            <translation>{sentence} وقد أُخذت من {names}.</translation>
        </message>
        <message>
            <source>“{name}”</source>
            <translation>«{name}»</translation>
        </message>
        <message>
            <source>“{name}” does not have the key {key} any more.</source>
            <translation>لم يعد المفتاح {key} للأمر «{name}».</translation>
        </message>
        <message>
            <source>“{name}” has its usual keys again.</source>
            <translation>استعاد الأمر «{name}» مفاتيحه المعتادة.</translation>
        </message>
        <message>
            <source>“{name}” has the key {key} now.</source>
            <translation>أصبح المفتاح {key} للأمر «{name}».</translation>
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
        <name>LabelPage</name>
        <message>
            <source>&amp;Colour:</source>
            <translation>ال&amp;لون:</translation>
        </message>
        <message>
            <source>&amp;Key:</source>
            <translation>ال&amp;مفتاح:</translation>
        </message>
        <message>
            <source>Arabic name of the label</source>
            <translation>الاسم العربي للوسم</translation>
        </message>
        <message>
            <source>Arabic name:</source>
            <translation>الاسم العربي:</translation>
        </message>
        <message>
            <source>Arabic:</source>
            <translation>بالعربية:</translation>
        </message>
        <message>
            <source>English name of the label</source>
            <translation>الاسم الإنكليزي للوسم</translation>
        </message>
        <message>
            <source>English name:</source>
            <translation>الاسم الإنكليزي:</translation>
        </message>
        <message>
            <source>English:</source>
            <translation>بالإنكليزية:</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>الخواص</translation>
        </message>
        <message>
            <source>Guideline (shown while one marks)</source>
            <translation>التعريف (يظهر أثناء الوسم)</translation>
        </message>
        <message>
            <source>Guideline in Arabic</source>
            <translation>التعريف بالعربية</translation>
        </message>
        <message>
            <source>Guideline in English</source>
            <translation>التعريف بالإنكليزية</translation>
        </message>
        <message>
            <source>Has a &amp;number</source>
            <translation>له &amp;رقم</translation>
        </message>
        <message>
            <source>Id:</source>
            <translation>المعرّف:</translation>
        </message>
        <message>
            <source>In use:</source>
            <translation>الاستعمال:</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الوسم</translation>
        </message>
        <message>
            <source>Labels that it may stand directly inside</source>
            <translation>الوسوم التي يجوز أن يقع داخلها مباشرة</translation>
        </message>
        <message>
            <source>Marks of this layer do not nest; its overlap says how they stand.</source>
            <translation>لا تضمين بين مقاطع هذه الطبقة؛ وتحكمها قاعدة التراكب في الطبقة.</translation>
        </message>
        <message>
            <source>May stand by &amp;itself</source>
            <translation>يجوز أن ي&amp;قف وحده</translation>
        </message>
        <message>
            <source>May stand directly in&amp;side:</source>
            <translation>يجوز أن يقع م&amp;باشرة داخل:</translation>
        </message>
        <message>
            <source>Nesting</source>
            <translation>التضمين</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>القواعد</translation>
        </message>
        <message>
            <source>When something is marked, the number is read off its beginning. Numbers that are there stay.</source>
            <translation>يُقرأ الرقم من بداية المقطع عند وسمه، وتبقى الأرقام الموجودة على حالها.</translation>
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
        <name>LayerPage</name>
        <message>
            <source>&amp;Overlap:</source>
            <translation>الت&amp;راكب:</translation>
        </message>
        <message>
            <source>Anywhere</source>
            <translation>أي مكان</translation>
        </message>
        <message>
            <source>Apart</source>
            <translation>بلا تراكب</translation>
        </message>
        <message>
            <source>Arabic name of the layer</source>
            <translation>الاسم العربي للطبقة</translation>
        </message>
        <message>
            <source>Arabic name:</source>
            <translation>الاسم العربي:</translation>
        </message>
        <message>
            <source>English name of the layer</source>
            <translation>الاسم الإنكليزي للطبقة</translation>
        </message>
        <message>
            <source>English name:</source>
            <translation>الاسم الإنكليزي:</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>تراكب حر</translation>
        </message>
        <message>
            <source>Id:</source>
            <translation>المعرّف:</translation>
        </message>
        <message>
            <source>In use:</source>
            <translation>الاستعمال:</translation>
        </message>
        <message>
            <source>Marks may overlap in any way; only the same label twice at one place is refused.</source>
            <translation>يجوز أن تتراكب المقاطع كيفما كان؛ ولا يُمنع إلا تكرار الوسم نفسه في موضع واحد.</translation>
        </message>
        <message>
            <source>Marks may stand in each other as their labels allow; they never overlap in part.</source>
            <translation>يجوز أن يقع مقطع داخل آخر بحسب ما تسمح به الوسوم؛ ولا تتراكب المقاطع جزئيا أبدا.</translation>
        </message>
        <message>
            <source>Marks must lie &amp;within:</source>
            <translation>يجب أن تقع المقاطع &amp;داخل:</translation>
        </message>
        <message>
            <source>Nested</source>
            <translation>تضمين</translation>
        </message>
        <message>
            <source>No character belongs to two marks.</source>
            <translation>لا يشترك مقطعان في أي حرف.</translation>
        </message>
    </context>
    <context>
        <name>ListedPages</name>
        <message>
            <source>CSV tables</source>
            <translation>جداول ⁦CSV⁩</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation>تصدير القائمة</translation>
        </message>
        <message numerus="yes">
            <source>In %n document(s)</source>
            <translation>
                <numerusform>ليس في أي وثيقة</numerusform>
                <numerusform>في وثيقة واحدة</numerusform>
                <numerusform>في وثيقتين</numerusform>
                <numerusform>في %n وثائق</numerusform>
                <numerusform>في %n وثيقة</numerusform>
                <numerusform>في %n وثيقة</numerusform>
            </translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>الصفحات</translation>
        </message>
        <message>
            <source>There are none.</source>
            <translation>لا شيء هنا.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>&amp;Clear this list</source>
            <translation>إف&amp;راغ هذه القائمة</translation>
        </message>
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
            <source>{name} is no longer in the project.</source>
            <translation>{name}: لم تعد هذه الوثيقة في المشروع.</translation>
        </message>
        <message>
            <source>{path} (not found)</source>
            <translation>{path} (غير موجود)</translation>
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
            <source>Put the caret before the word where the second part of the clause is to begin.</source>
            <translation>ضع المؤشر قبل الكلمة التي يراد أن يبدأ بها الجزء الثاني من الفقرة.</translation>
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
            <translation>الفقرة التالية محددة، ولا شيء مما في هذه يصلح هناك.</translation>
        </message>
        <message>
            <source>There is no clause here whose marks could be copied to a next one.</source>
            <translation>لا توجد هنا فقرة يمكن نسخ مقاطعها إلى ما يليها.</translation>
        </message>
        <message>
            <source>There is no mark after this one to merge it with.</source>
            <translation>لا مقطع بعد هذا المقطع ليدمج معه.</translation>
        </message>
        <message>
            <source>There is no mark before this one to merge it with.</source>
            <translation>لا مقطع قبل هذا المقطع ليدمج معه.</translation>
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
        <message>
            <source>no language</source>
            <translation>بلا لغة</translation>
        </message>
        <message>
            <source>{label} (alternative, {language})</source>
            <translation>{label} (تسمية بديلة، {language})</translation>
        </message>
        <message>
            <source>{label} (hidden, {language})</source>
            <translation>{label} (تسمية مخفية، {language})</translation>
        </message>
        <message>
            <source>{label} ({language})</source>
            <translation>{label} ({language})</translation>
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
        <name>MissingLabelsDialog</name>
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
            <source>Drop it</source>
            <translation>حذفه</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>استيراد</translation>
        </message>
        <message>
            <source>Import scheme</source>
            <translation>استيراد مخطط توسيم</translation>
        </message>
        <message>
            <source>Its marks get “{label}”</source>
            <translation>نقل مقاطعه إلى «{label}»</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>إبقاؤه</translation>
        </message>
        <message>
            <source>The file lacks these labels. What becomes of each?</source>
            <translation>لا يحوي الملف هذه الوسوم. ما مصير كل منها؟</translation>
        </message>
        <message>
            <source>{label} ({marks})</source>
            <translation>{label} ({marks})</translation>
        </message>
    </context>
    <context>
        <name>NewItemDialog</name>
        <message>
            <source>&amp;Arabic name:</source>
            <translation>الاسم ال&amp;عربي:</translation>
        </message>
        <message>
            <source>&amp;English name:</source>
            <translation>الاسم الإ&amp;نكليزي:</translation>
        </message>
        <message>
            <source>&amp;Id:</source>
            <translation>ال&amp;معرّف:</translation>
        </message>
        <message>
            <source>Exported files use the id; it never changes.</source>
            <translation>يظهر المعرّف في الملفات المصدَّرة، ولا يتغير أبدا.</translation>
        </message>
    </context>
    <context>
        <name>Operation</name>
        <message>
            <source>accept suggestion</source>
            <translation>قبول اقتراح</translation>
        </message>
        <message>
            <source>accept suggestions</source>
            <translation>قبول اقتراحات</translation>
        </message>
        <message>
            <source>add descriptor</source>
            <translation>إضافة واصفة</translation>
        </message>
        <message>
            <source>add feature</source>
            <translation>إضافة خاصية</translation>
        </message>
        <message>
            <source>add label</source>
            <translation>إضافة وسم</translation>
        </message>
        <message>
            <source>add layer</source>
            <translation>إضافة طبقة</translation>
        </message>
        <message>
            <source>assign document</source>
            <translation>تكليف بوثيقة</translation>
        </message>
        <message>
            <source>attach evidence</source>
            <translation>إرفاق شاهد</translation>
        </message>
        <message>
            <source>change choices</source>
            <translation>تغيير الخيارات</translation>
        </message>
        <message>
            <source>change colour</source>
            <translation>تغيير اللون</translation>
        </message>
        <message>
            <source>change features</source>
            <translation>تغيير الخواص</translation>
        </message>
        <message>
            <source>change key</source>
            <translation>تغيير المفتاح</translation>
        </message>
        <message>
            <source>change kind of feature</source>
            <translation>تغيير نوع الخاصية</translation>
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
            <source>change nesting</source>
            <translation>تغيير التضمين</translation>
        </message>
        <message>
            <source>change number</source>
            <translation>تغيير الرقم</translation>
        </message>
        <message>
            <source>change numbering</source>
            <translation>تغيير الترقيم</translation>
        </message>
        <message>
            <source>change overlap</source>
            <translation>تغيير التراكب</translation>
        </message>
        <message>
            <source>change progress</source>
            <translation>تغيير مرحلة العمل</translation>
        </message>
        <message>
            <source>change tags</source>
            <translation>تغيير التصنيفات</translation>
        </message>
        <message>
            <source>confirm descriptor</source>
            <translation>تأكيد واصفة</translation>
        </message>
        <message>
            <source>confirm document</source>
            <translation>تأكيد وثيقة</translation>
        </message>
        <message>
            <source>confirm mark</source>
            <translation>تأكيد مقطع</translation>
        </message>
        <message>
            <source>confirm what is sure</source>
            <translation>تأكيد الاقتراحات الموثوقة</translation>
        </message>
        <message>
            <source>copy marks</source>
            <translation>نسخ المقاطع</translation>
        </message>
        <message>
            <source>correct document data</source>
            <translation>تصحيح بيانات وثيقة</translation>
        </message>
        <message>
            <source>create term</source>
            <translation>إنشاء مصطلح</translation>
        </message>
        <message>
            <source>delete feature</source>
            <translation>حذف خاصية</translation>
        </message>
        <message>
            <source>delete label</source>
            <translation>حذف وسم</translation>
        </message>
        <message>
            <source>delete layer</source>
            <translation>حذف طبقة</translation>
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
            <source>delete search</source>
            <translation>حذف بحث</translation>
        </message>
        <message>
            <source>describe scheme</source>
            <translation>تغيير بيانات مخطط التوسيم</translation>
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
            <source>import scheme</source>
            <translation>استيراد مخطط توسيم</translation>
        </message>
        <message>
            <source>import vocabulary</source>
            <translation>استيراد مفردات مضبوطة</translation>
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
            <source>mark hits</source>
            <translation>وسم النتائج</translation>
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
            <source>merge term</source>
            <translation>دمج مصطلح</translation>
        </message>
        <message>
            <source>merge terms</source>
            <translation>دمج مصطلحات</translation>
        </message>
        <message>
            <source>move descriptor</source>
            <translation>نقل واصفة</translation>
        </message>
        <message>
            <source>move feature</source>
            <translation>نقل خاصية</translation>
        </message>
        <message>
            <source>move label</source>
            <translation>نقل وسم</translation>
        </message>
        <message>
            <source>move layer</source>
            <translation>نقل طبقة</translation>
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
            <source>propose clauses</source>
            <translation>اقتراح الفقرات</translation>
        </message>
        <message>
            <source>recover</source>
            <translation>استرداد</translation>
        </message>
        <message>
            <source>reject descriptor</source>
            <translation>رفض واصفة</translation>
        </message>
        <message>
            <source>reject mark</source>
            <translation>رفض مقطع</translation>
        </message>
        <message>
            <source>reject suggestion</source>
            <translation>رفض اقتراح</translation>
        </message>
        <message>
            <source>remove descriptor</source>
            <translation>إزالة واصفة</translation>
        </message>
        <message>
            <source>rename feature</source>
            <translation>إعادة تسمية خاصية</translation>
        </message>
        <message>
            <source>rename label</source>
            <translation>إعادة تسمية وسم</translation>
        </message>
        <message>
            <source>rename layer</source>
            <translation>إعادة تسمية طبقة</translation>
        </message>
        <message>
            <source>rename search</source>
            <translation>تغيير اسم بحث</translation>
        </message>
        <message>
            <source>replace descriptor</source>
            <translation>استبدال واصف</translation>
        </message>
        <message>
            <source>save search</source>
            <translation>حفظ بحث</translation>
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
            <source>take over descriptors</source>
            <translation>نقل واصفات</translation>
        </message>
        <message>
            <source>write guideline</source>
            <translation>كتابة تعريف وسم</translation>
        </message>
        <message>
            <source>write note</source>
            <translation>كتابة ملاحظة</translation>
        </message>
        <message>
            <source>write note on document</source>
            <translation>كتابة ملاحظة على وثيقة</translation>
        </message>
    </context>
    <context>
        <name>OrganPage</name>
        <message>
            <source>Clauses marked</source>
            <translation>الفقرات الموسومة</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>الوثائق</translation>
        </message>
        <message>
            <source>done</source>
            <translation>منجزة</translation>
        </message>
        <message>
            <source>in done documents</source>
            <translation>في وثائق منجزة</translation>
        </message>
        <message>
            <source>in other documents</source>
            <translation>في غيرها</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>قيد العمل</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>لم يُبدأ بها</translation>
        </message>
    </context>
    <context>
        <name>OutlineDelegate</name>
        <message>
            <source>?</source>
            <translation>؟</translation>
        </message>
    </context>
    <context>
        <name>OutlineModel</name>
        <message numerus="yes">
            <source>%n clause(s)</source>
            <translation>
                <numerusform>لا فقرات</numerusform>
                <numerusform>فقرة واحدة</numerusform>
                <numerusform>فقرتان</numerusform>
                <numerusform>%n فقرات</numerusform>
                <numerusform>%n فقرة</numerusform>
                <numerusform>%n فقرة</numerusform>
            </translation>
        </message>
        <message>
            <source>Annex</source>
            <translation>المرفق</translation>
        </message>
        <message>
            <source>Preamble</source>
            <translation>الديباجة</translation>
        </message>
        <message>
            <source>{clause}, proposed, unsure: {words}</source>
            <translation>{clause}، مقترحة، مشكوك فيها: {words}</translation>
        </message>
        <message>
            <source>{clause}, proposed: {words}</source>
            <translation>{clause}، مقترحة: {words}</translation>
        </message>
        <message>
            <source>{clause}: {words}</source>
            <translation>{clause}: {words}</translation>
        </message>
        <message>
            <source>{group}; {rows}</source>
            <translation>{group}؛ {rows}</translation>
        </message>
    </context>
    <context>
        <name>OutlinePanel</name>
        <message>
            <source>No clause is marked in this document yet.</source>
            <translation>لم توسم أي فقرة في هذه الوثيقة بعد.</translation>
        </message>
        <message>
            <source>Open a document to see its outline.</source>
            <translation>افتح وثيقة لترى مخططها.</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>المخطط</translation>
        </message>
    </context>
    <context>
        <name>PreannotateDialog</name>
        <message numerus="yes">
            <source>%n document(s) that the list shows</source>
            <translation>
                <numerusform>لا وثائق في القائمة</numerusform>
                <numerusform>وثيقة واحدة تعرضها القائمة</numerusform>
                <numerusform>وثيقتان تعرضهما القائمة</numerusform>
                <numerusform>%n وثائق تعرضها القائمة</numerusform>
                <numerusform>%n وثيقة تعرضها القائمة</numerusform>
                <numerusform>%n وثيقة تعرضها القائمة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected document(s)</source>
            <translation>
                <numerusform>لا وثائق محددة</numerusform>
                <numerusform>وثيقة محددة واحدة</numerusform>
                <numerusform>وثيقتان محددتان</numerusform>
                <numerusform>%n وثائق محددة</numerusform>
                <numerusform>%n وثيقة محددة</numerusform>
                <numerusform>%n وثيقة محددة</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Documents:</source>
            <translation>ال&amp;وثائق:</translation>
        </message>
        <message>
            <source>&amp;Propose</source>
            <translation>ا&amp;قتراح</translation>
        </message>
        <message numerus="yes">
            <source>All %n document(s)</source>
            <translation>
                <numerusform>لا وثائق</numerusform>
                <numerusform>الوثيقة الوحيدة</numerusform>
                <numerusform>الوثيقتان</numerusform>
                <numerusform>كل الوثائق وعددها %n</numerusform>
                <numerusform>كل الوثائق وعددها %n</numerusform>
                <numerusform>كل الوثائق وعددها %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Propose clauses</source>
            <translation>اقتراح الفقرات</translation>
        </message>
        <message>
            <source>The document shown</source>
            <translation>الوثيقة المعروضة</translation>
        </message>
        <message>
            <source>The proposals are stored in the project, for everyone to confirm or reject. What a person has marked, confirmed or rejected stays as it is, and documents whose clauses are done are left alone. Proposals that nobody has touched yet are made anew. All of it is one step, which can be undone.</source>
            <translation>تحفظ الاقتراحات في المشروع ليؤكدها أي موسِّم أو يرفضها. ويبقى على حاله ما وسمه أحد أو أكده أو رفضه، ولا تمس الوثائق التي أنجزت فقراتها. أما الاقتراحات التي لم يمسها أحد بعد فتحل محلها اقتراحات جديدة. وكل ذلك خطوة واحدة يمكن التراجع عنها.</translation>
        </message>
        <message>
            <source>With &amp;references (cited resolutions, symbols, dates, footnote marks)</source>
            <translation>مع الإ&amp;حالات (القرارات المستشهد بها والرموز والتواريخ وعلامات الحواشي)</translation>
        </message>
    </context>
    <context>
        <name>Preannotation</name>
        <message numerus="yes">
            <source>%n clause(s) proposed</source>
            <translation>
                <numerusform>لم تقترح أي فقرة</numerusform>
                <numerusform>اقترحت فقرة واحدة</numerusform>
                <numerusform>اقترحت فقرتان</numerusform>
                <numerusform>اقترحت %n فقرات</numerusform>
                <numerusform>اقترحت %n فقرة</numerusform>
                <numerusform>اقترحت %n فقرة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) that are done were left alone.</source>
            <translation>
                <numerusform>لا وثائق منجزة.</numerusform>
                <numerusform>تركت وثيقة منجزة واحدة على حالها.</numerusform>
                <numerusform>تركت وثيقتان منجزتان على حالهما.</numerusform>
                <numerusform>تركت %n وثائق منجزة على حالها.</numerusform>
                <numerusform>تركت %n وثيقة منجزة على حالها.</numerusform>
                <numerusform>تركت %n وثيقة منجزة على حالها.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) were left alone because their marks break the rules.</source>
            <translation>
                <numerusform>لا وثائق تخالف وسومها القواعد.</numerusform>
                <numerusform>تركت وثيقة واحدة على حالها لأن وسومها تخالف القواعد.</numerusform>
                <numerusform>تركت وثيقتان على حالهما لأن وسومهما تخالف القواعد.</numerusform>
                <numerusform>تركت %n وثائق على حالها لأن وسومها تخالف القواعد.</numerusform>
                <numerusform>تركت %n وثيقة على حالها لأن وسومها تخالف القواعد.</numerusform>
                <numerusform>تركت %n وثيقة على حالها لأن وسومها تخالف القواعد.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposal(s) of before gave way.</source>
            <translation>
                <numerusform>لم يستبدل أي اقتراح سابق.</numerusform>
                <numerusform>استبدل اقتراح سابق واحد.</numerusform>
                <numerusform>استبدل اقتراحان سابقان.</numerusform>
                <numerusform>استبدلت %n اقتراحات سابقة.</numerusform>
                <numerusform>استبدل %n اقتراحا سابقا.</numerusform>
                <numerusform>استبدل %n اقتراح سابق.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reference(s) proposed.</source>
            <translation>
                <numerusform>لم تقترح أي إحالة.</numerusform>
                <numerusform>اقترحت إحالة واحدة.</numerusform>
                <numerusform>اقترحت إحالتان.</numerusform>
                <numerusform>اقترحت %n إحالات.</numerusform>
                <numerusform>اقترحت %n إحالة.</numerusform>
                <numerusform>اقترحت %n إحالة.</numerusform>
            </translation>
        </message>
        <message>
            <source>Layers and labels: references have a new feature, what each one stands for.</source>
            <translation>الطبقات والوسوم: أضيفت إلى الإحالات سمة جديدة هي ما تدل عليه كل منها.</translation>
        </message>
        <message>
            <source>Nothing new was proposed.</source>
            <translation>لا جديد يقترح.</translation>
        </message>
        <message>
            <source>Propose clauses</source>
            <translation>اقتراح الفقرات</translation>
        </message>
        <message numerus="yes">
            <source>{clauses} in %n document(s).</source>
            <translation>
                <numerusform>{clauses}.</numerusform>
                <numerusform>{clauses} في وثيقة واحدة.</numerusform>
                <numerusform>{clauses} في وثيقتين.</numerusform>
                <numerusform>{clauses} في %n وثائق.</numerusform>
                <numerusform>{clauses} في %n وثيقة.</numerusform>
                <numerusform>{clauses} في %n وثيقة.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PrintCommands</name>
        <message numerus="yes">
            <source>%n page(s) sent to the printer.</source>
            <translation>
                <numerusform>لم تُرسل أي صفحة إلى الطابعة.</numerusform>
                <numerusform>أُرسلت صفحة واحدة إلى الطابعة.</numerusform>
                <numerusform>أُرسلت صفحتان إلى الطابعة.</numerusform>
                <numerusform>أُرسلت %n صفحات إلى الطابعة.</numerusform>
                <numerusform>أُرسلت %n صفحة إلى الطابعة.</numerusform>
                <numerusform>أُرسلت %n صفحة إلى الطابعة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) written to {path}.</source>
            <translation>
                <numerusform>لم تُكتب أي صفحة في {path}.</numerusform>
                <numerusform>كُتبت صفحة واحدة في {path}.</numerusform>
                <numerusform>كُتبت صفحتان في {path}.</numerusform>
                <numerusform>كُتبت %n صفحات في {path}.</numerusform>
                <numerusform>كُتبت %n صفحة في {path}.</numerusform>
                <numerusform>كُتبت %n صفحة في {path}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Export as PDF</source>
            <translation>تصدير ⁦PDF⁩</translation>
        </message>
        <message>
            <source>PDF files</source>
            <translation>ملفات ⁦PDF⁩</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>طباعة</translation>
        </message>
        <message>
            <source>Stopped. No file was written.</source>
            <translation>أُوقف التصدير ولم يُكتب ملف.</translation>
        </message>
        <message>
            <source>Stopped. Pages that were ready may still be printed.</source>
            <translation>أُوقفت الطباعة. قد تُطبع الصفحات التي كانت جاهزة.</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message numerus="yes">
            <source>%n selected document(s)</source>
            <translation>
                <numerusform>لا وثائق محددة</numerusform>
                <numerusform>وثيقة محددة واحدة</numerusform>
                <numerusform>وثيقتان محددتان</numerusform>
                <numerusform>%n وثائق محددة</numerusform>
                <numerusform>%n وثيقة محددة</numerusform>
                <numerusform>%n وثيقة محددة</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Paper:</source>
            <translation>الور&amp;ق:</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;طباعة…</translation>
        </message>
        <message>
            <source>&amp;Save as PDF…</source>
            <translation>&amp;حفظ ⁦PDF⁩…</translation>
        </message>
        <message numerus="yes">
            <source>All %n document(s)</source>
            <translation>
                <numerusform>لا وثائق</numerusform>
                <numerusform>الوثيقة الوحيدة</numerusform>
                <numerusform>الوثيقتان</numerusform>
                <numerusform>كل الوثائق وعددها %n</numerusform>
                <numerusform>كل الوثائق وعددها %n</numerusform>
                <numerusform>كل الوثائق وعددها %n</numerusform>
            </translation>
        </message>
        <message>
            <source>D&amp;ocuments:</source>
            <translation>الو&amp;ثائق:</translation>
        </message>
        <message>
            <source>Export as PDF</source>
            <translation>تصدير ⁦PDF⁩</translation>
        </message>
        <message>
            <source>Page set&amp;up…</source>
            <translation>إعداد ال&amp;صفحة…</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>طباعة</translation>
        </message>
        <message>
            <source>The document shown</source>
            <translation>الوثيقة المعروضة</translation>
        </message>
        <message>
            <source>With &amp;descriptors and their evidence</source>
            <translation>مع ال&amp;واصفات وشواهدها</translation>
        </message>
        <message>
            <source>With &amp;marks, their margin and their colours</source>
            <translation>مع ال&amp;علامات وهامشها وألوانها</translation>
        </message>
    </context>
    <context>
        <name>Printout</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>Adopted: {date}</source>
            <translation>تاريخ الاتخاذ: {date}</translation>
        </message>
        <message>
            <source>Annotators: {names}</source>
            <translation>الموسِّمون: {names}</translation>
        </message>
        <message>
            <source>Descriptors:</source>
            <translation>الواصفات:</translation>
        </message>
        <message>
            <source>Document: {name}</source>
            <translation>الوثيقة: {name}</translation>
        </message>
        <message>
            <source>Organ: {organ}</source>
            <translation>الهيئة: {organ}</translation>
        </message>
        <message>
            <source>Page {number} of {total}</source>
            <translation>صفحة {number} من {total}</translation>
        </message>
        <message>
            <source>Session: {session}</source>
            <translation>الدورة: {session}</translation>
        </message>
        <message>
            <source>evidence in the text</source>
            <translation>شاهد في النص</translation>
        </message>
        <message>
            <source>major descriptor</source>
            <translation>واصفة رئيسية</translation>
        </message>
        <message>
            <source>proposed</source>
            <translation>مقترح</translation>
        </message>
        <message>
            <source>proposed, not confirmed</source>
            <translation>مقترح لم يؤكد</translation>
        </message>
    </context>
    <context>
        <name>ProblemModel</name>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>after {place}</source>
            <translation>بعد: {place}</translation>
        </message>
        <message>
            <source>at the beginning</source>
            <translation>في البداية</translation>
        </message>
        <message>
            <source>{key}: {fix}</source>
            <translation>{key}: {fix}</translation>
        </message>
    </context>
    <context>
        <name>ProblemsPanel</name>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>لا مشكلات</numerusform>
                <numerusform>مشكلة واحدة</numerusform>
                <numerusform>مشكلتان</numerusform>
                <numerusform>%n مشكلات</numerusform>
                <numerusform>%n مشكلة</numerusform>
                <numerusform>%n مشكلة</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Show in the text</source>
            <translation>إ&amp;ظهار في النص</translation>
        </message>
        <message>
            <source>Choose a problem to go there</source>
            <translation>اختر مشكلة للانتقال إليها</translation>
        </message>
        <message>
            <source>Enter goes to the text, M fixes</source>
            <translation>مفتاح الإدخال للانتقال إلى النص، و⁦M⁩ للإصلاح</translation>
        </message>
        <message>
            <source>Looking for problems…</source>
            <translation>جار البحث عن المشكلات…</translation>
        </message>
        <message>
            <source>No clause is marked yet. What may be wrong is told as soon as one is.</source>
            <translation>لم توسم أي فقرة بعد. يظهر ما قد يكون خطأ متى وسمت فقرة.</translation>
        </message>
        <message>
            <source>No fix by one key</source>
            <translation>لا إصلاح بمفتاح واحد</translation>
        </message>
        <message>
            <source>No problem is at the selection or behind it.</source>
            <translation>لا مشكلة عند التحديد ولا بعده.</translation>
        </message>
        <message>
            <source>No problem was found.</source>
            <translation>لم تظهر أي مشكلة.</translation>
        </message>
        <message>
            <source>No single key can fix this; it has to be looked at in the text.</source>
            <translation>لا يُصلح هذا بمفتاح واحد، فانظر إليه في النص.</translation>
        </message>
        <message>
            <source>Open a document to see what may be wrong in it.</source>
            <translation>افتح وثيقة ليظهر ما قد يكون فيها من خطأ.</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>المشكلات</translation>
        </message>
        <message>
            <source>{fix} ({key})</source>
            <translation>{fix} (⁦{key}⁩)</translation>
        </message>
    </context>
    <context>
        <name>ProgressDialog</name>
        <message>
            <source>Stopping…</source>
            <translation>جار الإيقاف…</translation>
        </message>
    </context>
    <context>
        <name>ProgressPlots</name>
        <message>
            <source>&amp;By:</source>
            <translation>&amp;عمل:</translation>
        </message>
        <message>
            <source>&amp;Show:</source>
            <translation>إ&amp;ظهار:</translation>
        </message>
        <message>
            <source>&amp;Task:</source>
            <translation>ال&amp;مهمة:</translation>
        </message>
        <message>
            <source>All annotators</source>
            <translation>كل الموسِّمين</translation>
        </message>
        <message>
            <source>All documents</source>
            <translation>كل الوثائق</translation>
        </message>
        <message>
            <source>By &amp;day</source>
            <translation>حسب ال&amp;يوم</translation>
        </message>
        <message>
            <source>By &amp;organ</source>
            <translation>حسب ال&amp;هيئة</translation>
        </message>
        <message>
            <source>Clauses in done documents</source>
            <translation>فقرات في وثائق منجزة</translation>
        </message>
        <message>
            <source>Clauses marked</source>
            <translation>فقرات موسومة</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>جار العد…</translation>
        </message>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
        <message>
            <source>Documents done</source>
            <translation>وثائق منجزة</translation>
        </message>
        <message>
            <source>Economic and Social Council</source>
            <translation>المجلس الاقتصادي والاجتماعي</translation>
        </message>
        <message>
            <source>General Assembly</source>
            <translation>الجمعية العامة</translation>
        </message>
        <message>
            <source>Human Rights Council</source>
            <translation>مجلس حقوق الإنسان</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>قيد العمل</translation>
        </message>
        <message>
            <source>No project is open.</source>
            <translation>لا مشروع مفتوح.</translation>
        </message>
        <message>
            <source>Not begun</source>
            <translation>لم يُبدأ بها</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>التقدم</translation>
        </message>
        <message>
            <source>Save &amp;numbers…</source>
            <translation>حفظ الأ&amp;رقام…</translation>
        </message>
        <message>
            <source>Save &amp;picture…</source>
            <translation>حفظ ال&amp;صورة…</translation>
        </message>
        <message>
            <source>Save numbers</source>
            <translation>حفظ الأرقام</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>حفظ الصورة</translation>
        </message>
        <message>
            <source>Saved as {path}.</source>
            <translation>حُفظ باسم {path}.</translation>
        </message>
        <message>
            <source>Security Council</source>
            <translation>مجلس الأمن</translation>
        </message>
        <message>
            <source>There are no documents in this project yet, so there is nothing to count.</source>
            <translation>لا وثائق في هذا المشروع بعد، فلا شيء يُعد.</translation>
        </message>
        <message>
            <source>Unknown organ</source>
            <translation>هيئة غير معروفة</translation>
        </message>
        <message>
            <source>clauses marked</source>
            <translation>الفقرات الموسومة</translation>
        </message>
        <message>
            <source>documents done</source>
            <translation>الوثائق المنجزة</translation>
        </message>
        <message>
            <source>{format} files</source>
            <translation>ملفات {format}</translation>
        </message>
        <message>
            <source>{part} of {whole} ({percent})</source>
            <translation>{part} من {whole} ({percent})</translation>
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
            <source>All files</source>
            <translation>جميع الملفات</translation>
        </message>
        <message>
            <source>Bringing the project up to date</source>
            <translation>تحديث المشروع</translation>
        </message>
        <message>
            <source>Damaged project</source>
            <translation>المشروع التالف</translation>
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
            <source>Recover</source>
            <translation>استرداد</translation>
        </message>
        <message>
            <source>Recovered project</source>
            <translation>المشروع المسترد</translation>
        </message>
        <message>
            <source>Recover…</source>
            <translation>استرداد…</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>حفظ نسخة</translation>
        </message>
        <message>
            <source>Saved as {path}, but the project file is damaged: not all of it can be read.</source>
            <translation>حُفظت النسخة في {path}، غير أن ملف المشروع تالف ولا تمكن قراءته كله.</translation>
        </message>
        <message>
            <source>Saved as {path}.</source>
            <translation>حُفظت النسخة في {path}.</translation>
        </message>
        <message>
            <source>Saved as {path}; you are working in this file now.</source>
            <translation>حُفظت النسخة في {path}، وأنت تعمل فيها الآن.</translation>
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
        <name>ProjectJobs</name>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>أُوقف العمل ولم يتغير شيء.</translation>
        </message>
    </context>
    <context>
        <name>ProposalReview</name>
        <message numerus="yes">
            <source>%n clause(s) confirmed.</source>
            <translation>
                <numerusform>لم تؤكَّد أي فقرة.</numerusform>
                <numerusform>أُكِّدت فقرة واحدة.</numerusform>
                <numerusform>أُكِّدت فقرتان.</numerusform>
                <numerusform>أُكِّدت %n فقرات.</numerusform>
                <numerusform>أُكِّدت %n فقرة.</numerusform>
                <numerusform>أُكِّدت %n فقرة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed clause(s) are neither sure nor unsure.</source>
            <translation>
                <numerusform>لا فقرات مقترحة بين الموثوق والمشكوك فيه.</numerusform>
                <numerusform>فقرة مقترحة واحدة ليست موثوقة ولا مشكوكا فيها.</numerusform>
                <numerusform>فقرتان مقترحتان ليستا موثوقتين ولا مشكوكا فيهما.</numerusform>
                <numerusform>%n فقرات مقترحة ليست موثوقة ولا مشكوكا فيها.</numerusform>
                <numerusform>%n فقرة مقترحة ليست موثوقة ولا مشكوكا فيها.</numerusform>
                <numerusform>%n فقرة مقترحة ليست موثوقة ولا مشكوكا فيها.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed clause(s) left to look at.</source>
            <translation>
                <numerusform>لم يبق ما يستدعي النظر.</numerusform>
                <numerusform>بقيت فقرة مقترحة واحدة للنظر فيها.</numerusform>
                <numerusform>بقيت فقرتان مقترحتان للنظر فيهما.</numerusform>
                <numerusform>بقيت %n فقرات مقترحة للنظر فيها.</numerusform>
                <numerusform>بقيت %n فقرة مقترحة للنظر فيها.</numerusform>
                <numerusform>بقيت %n فقرة مقترحة للنظر فيها.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed reference(s) confirmed along.</source>
            <translation>
                <numerusform>لم تؤكد معها أي إحالة.</numerusform>
                <numerusform>أكدت معها إحالة مقترحة واحدة.</numerusform>
                <numerusform>أكدت معها إحالتان مقترحتان.</numerusform>
                <numerusform>أكدت معها %n إحالات مقترحة.</numerusform>
                <numerusform>أكدت معها %n إحالة مقترحة.</numerusform>
                <numerusform>أكدت معها %n إحالة مقترحة.</numerusform>
            </translation>
        </message>
        <message>
            <source>All clauses are confirmed, and the document is done.</source>
            <translation>كل الفقرات مؤكدة، والوثيقة منجزة.</translation>
        </message>
        <message>
            <source>Choose a proposal to reject it.</source>
            <translation>اختر اقتراحا لترفضه.</translation>
        </message>
        <message>
            <source>No clause is marked here, and none could be proposed; there is nothing to confirm.</source>
            <translation>لا فقرة موسومة هنا، وتعذر اقتراح أي فقرة. لا شيء للتأكيد.</translation>
        </message>
        <message>
            <source>No clause is marked here, and proposals are not shown; show them to confirm them.</source>
            <translation>لا فقرة موسومة هنا، والاقتراحات مخفية. أظهرها لتأكيدها.</translation>
        </message>
        <message>
            <source>No clause is marked or proposed here; there is nothing to confirm.</source>
            <translation>لا فقرة موسومة أو مقترحة هنا. لا شيء للتأكيد.</translation>
        </message>
        <message>
            <source>Nothing that is proposed here is sure enough.</source>
            <translation>ليس في هذه الوثيقة اقتراح موثوق بالقدر الكافي.</translation>
        </message>
        <message>
            <source>Nothing that is proposed here is unsure.</source>
            <translation>ليس في هذه الوثيقة اقتراح مشكوك فيه.</translation>
        </message>
        <message>
            <source>Nothing that is proposed is left to confirm in this document.</source>
            <translation>لم يبق في هذه الوثيقة اقتراح ينتظر التأكيد.</translation>
        </message>
        <message>
            <source>Nothing that is proposed is left to confirm; {key} says that the clauses are done.</source>
            <translation>لم يبق اقتراح ينتظر التأكيد. المفتاح {key} يعلن أن الفقرات منجزة.</translation>
        </message>
        <message>
            <source>The clauses of this document are still being looked for; wait a moment.</source>
            <translation>ما زال البحث عن فقرات هذه الوثيقة جاريا، انتظر لحظة.</translation>
        </message>
        <message>
            <source>{key} goes from one proposal to the next.</source>
            <translation>المفتاح {key} ينتقل من اقتراح إلى الاقتراح التالي.</translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n proposed clause(s) were not confirmed and are not kept.</source>
            <translation>
                <numerusform>{name}: لا فقرات مقترحة بقيت بلا تأكيد.</numerusform>
                <numerusform>{name}: بقيت فقرة مقترحة واحدة بلا تأكيد، وهي غير محفوظة.</numerusform>
                <numerusform>{name}: بقيت فقرتان مقترحتان بلا تأكيد، وهما غير محفوظتين.</numerusform>
                <numerusform>{name}: بقيت %n فقرات مقترحة بلا تأكيد، وهي غير محفوظة.</numerusform>
                <numerusform>{name}: بقيت %n فقرة مقترحة بلا تأكيد، وهي غير محفوظة.</numerusform>
                <numerusform>{name}: بقيت %n فقرة مقترحة بلا تأكيد، وهي غير محفوظة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n proposed clause(s) were not confirmed and stay proposals.</source>
            <translation>
                <numerusform>{name}: لا فقرات مقترحة بقيت بلا تأكيد.</numerusform>
                <numerusform>{name}: بقيت فقرة مقترحة واحدة بلا تأكيد، وتظل اقتراحا.</numerusform>
                <numerusform>{name}: بقيت فقرتان مقترحتان بلا تأكيد، وتظلان اقتراحين.</numerusform>
                <numerusform>{name}: بقيت %n فقرات مقترحة بلا تأكيد، وتظل اقتراحات.</numerusform>
                <numerusform>{name}: بقيت %n فقرة مقترحة بلا تأكيد، وتظل اقتراحات.</numerusform>
                <numerusform>{name}: بقيت %n فقرة مقترحة بلا تأكيد، وتظل اقتراحات.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QAbstractFileIconProvider</name>
        <message>
            <source>%1 File</source>
            <translation>ملف ⁨%1⁩</translation>
        </message>
        <message>
            <source>Alias</source>
            <translation>اسم بديل</translation>
        </message>
        <message>
            <source>Drive</source>
            <translation>قرص</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ملف</translation>
        </message>
        <message>
            <source>File Folder</source>
            <translation>مجلد</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>مجلد</translation>
        </message>
        <message>
            <source>Shortcut</source>
            <translation>اختصار</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>غير معروف</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>&amp;بحث في:</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>&amp;نوع الملفات:</translation>
        </message>
    </context>
    <context>
        <name>QPageSetupWidget</name>
        <message>
            <source>Page &amp;order:</source>
            <translation>&amp;ترتيب الصفحات:</translation>
        </message>
        <message>
            <source>Pages &amp;per sheet:</source>
            <translation>عدد الصفحات في كل &amp;ورقة:</translation>
        </message>
    </context>
    <context>
        <name>QPlatformTheme</name>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>موافق</translation>
        </message>
        <message>
            <source>Restore Defaults</source>
            <translation>استعادة المعتاد</translation>
        </message>
    </context>
    <context>
        <name>QPrintDialog</name>
        <message>
            <source>%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define ranges and make sure ranges do not intersect with each other.</source>
            <translation>الصيغة ⁨%1⁩ غير صحيحة. افصل بين الصفحات ومجموعات الصفحات بفواصل لاتينية، وحدد كل مجموعة برقمين بينهما شرطة، وتحقق من عدم تداخل المجموعات.</translation>
        </message>
        <message>
            <source>Duplex Settings Conflicts</source>
            <translation>تعارض في إعدادات الطباعة على الوجهين</translation>
        </message>
        <message>
            <source>Invalid Pages Definition</source>
            <translation>أرقام الصفحات غير صحيحة</translation>
        </message>
        <message>
            <source>There are conflicts in duplex settings. Do you want to fix them?</source>
            <translation>في إعدادات الطباعة على الوجهين تعارض. هل تريد إصلاحه؟</translation>
        </message>
    </context>
    <context>
        <name>QPrintSettingsOutput</name>
        <message>
            <source>Double Sided Printing</source>
            <translation>الطباعة على الوجهين</translation>
        </message>
        <message>
            <source>Long side binding</source>
            <translation>التجليد على الجانب الطويل</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>بدون</translation>
        </message>
        <message>
            <source>Page &amp;Set:</source>
            <translation>م&amp;جموعة الصفحات:</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>الصفحات</translation>
        </message>
        <message>
            <source>Short side binding</source>
            <translation>التجليد على الجانب القصير</translation>
        </message>
        <message>
            <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
            <translation>اكتب أرقام صفحات أو مجموعات صفحات تفصل بينها فواصل لاتينية، وحدد كل مجموعة برقمين بينهما شرطة. مثلا: ⁦5-7⁩ لطباعة الصفحات من 5 إلى 7.</translation>
        </message>
    </context>
    <context>
        <name>QueryLine</name>
        <message>
            <source>Exact spelling</source>
            <translation>مطابقة الرسم</translation>
        </message>
        <message>
            <source>No letter or digit directly before or after a hit.</source>
            <translation>لا حرف ولا رقم يلاصق النتيجة قبلها أو بعدها.</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>تعبير نمطي</translation>
        </message>
        <message>
            <source>Whole words</source>
            <translation>كلمات كاملة</translation>
        </message>
        <message>
            <source>With hamza, vowel marks and tatweel as they are typed.</source>
            <translation>بالهمزات والحركات والتطويل كما كُتبت.</translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message>
            <source>&amp;Take off the list</source>
            <translation>إ&amp;زالة من القائمة</translation>
        </message>
    </context>
    <context>
        <name>RecentModel</name>
        <message>
            <source>not found</source>
            <translation>غير موجود</translation>
        </message>
    </context>
    <context>
        <name>RecordRows</name>
        <message>
            <source>Annotator</source>
            <translation>الموسِّم</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>تاريخ التعديل</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>تأكيد</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>Copy the identifier</source>
            <translation>نسخ المعرّف</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>تاريخ الإنشاء</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>العمق</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>المعرّف</translation>
        </message>
        <message>
            <source>In the source</source>
            <translation>في المصدر</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>المنشأ</translation>
        </message>
        <message>
            <source>Proposed limits</source>
            <translation>الحدود المقترحة</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>a break</source>
            <translation>فاصل</translation>
        </message>
        <message>
            <source>clause file</source>
            <translation>ملف فقرات</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>مؤكد</translation>
        </message>
        <message>
            <source>confirmed by {name}</source>
            <translation>أكّده {name}</translation>
        </message>
        <message>
            <source>import</source>
            <translation>استيراد</translation>
        </message>
        <message>
            <source>italics</source>
            <translation>حروف مائلة</translation>
        </message>
        <message>
            <source>manual</source>
            <translation>يدوي</translation>
        </message>
        <message>
            <source>model</source>
            <translation>نموذج</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>مرفوض</translation>
        </message>
        <message>
            <source>resolution file</source>
            <translation>ملف قرار</translation>
        </message>
        <message>
            <source>suggested</source>
            <translation>مقترح</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message numerus="yes">
            <source>%n document(s) lost.</source>
            <translation>
                <numerusform>لا وثائق مفقودة.</numerusform>
                <numerusform>وثيقة واحدة مفقودة.</numerusform>
                <numerusform>وثيقتان مفقودتان.</numerusform>
                <numerusform>%n وثائق مفقودة.</numerusform>
                <numerusform>%n وثيقة مفقودة.</numerusform>
                <numerusform>%n وثيقة مفقودة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) partial.</source>
            <translation>
                <numerusform>لا وثائق ناقصة.</numerusform>
                <numerusform>وثيقة واحدة ناقصة.</numerusform>
                <numerusform>وثيقتان ناقصتان.</numerusform>
                <numerusform>%n وثائق ناقصة.</numerusform>
                <numerusform>%n وثيقة ناقصة.</numerusform>
                <numerusform>%n وثيقة ناقصة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) whole.</source>
            <translation>
                <numerusform>لا وثائق كاملة.</numerusform>
                <numerusform>وثيقة واحدة كاملة.</numerusform>
                <numerusform>وثيقتان كاملتان.</numerusform>
                <numerusform>%n وثائق كاملة.</numerusform>
                <numerusform>%n وثيقة كاملة.</numerusform>
                <numerusform>%n وثيقة كاملة.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;نسخ</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>&amp;فتح</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>التفاصيل</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>الوثيقة</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>استرداد</translation>
        </message>
        <message>
            <source>Recovered as {path}.</source>
            <translation>حُفظ المشروع المسترد في {path}.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>What was done before could not be read in full: the history begins with the recovery.</source>
            <translation>تعذرت قراءة سجل العمليات كاملا، ولذلك يبدأ سجل المشروع المسترد بعملية الاسترداد.</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>مفقودة</translation>
        </message>
        <message>
            <source>name unknown</source>
            <translation>اسمها غير معروف</translation>
        </message>
        <message>
            <source>partial</source>
            <translation>ناقصة</translation>
        </message>
        <message>
            <source>whole</source>
            <translation>كاملة</translation>
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
        <name>SavedSearches</name>
        <message>
            <source>&amp;Delete</source>
            <translation>ح&amp;ذف</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>تغيير الا&amp;سم</translation>
        </message>
        <message>
            <source>&amp;Save this search…</source>
            <translation>&amp;حفظ هذا البحث…</translation>
        </message>
        <message>
            <source>Name:</source>
            <translation>الاسم:</translation>
        </message>
        <message>
            <source>Rename the search</source>
            <translation>تغيير اسم البحث</translation>
        </message>
        <message>
            <source>Save the search</source>
            <translation>حفظ البحث</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>المحفوظ</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>حُفظ باسم {name}.</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>عمليات البحث المحفوظة</translation>
        </message>
    </context>
    <context>
        <name>SchemeActions</name>
        <message>
            <source>The scheme of {path} is in use now.</source>
            <translation>يستعمل المشروع الآن مخطط التوسيم الوارد في {path}.</translation>
        </message>
        <message>
            <source>The scheme was written to {path}.</source>
            <translation>كُتب مخطط التوسيم في {path}.</translation>
        </message>
    </context>
    <context>
        <name>SchemeEditor</name>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;حذف</translation>
        </message>
        <message>
            <source>Add la&amp;bel…</source>
            <translation>إضافة &amp;وسم…</translation>
        </message>
        <message>
            <source>Add la&amp;yer…</source>
            <translation>إضافة &amp;طبقة…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation>ت&amp;صدير…</translation>
        </message>
        <message>
            <source>I&amp;mport…</source>
            <translation>ا&amp;ستيراد…</translation>
        </message>
        <message>
            <source>Layers and labels</source>
            <translation>الطبقات والوسوم</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>نقل إلى أ&amp;على</translation>
        </message>
        <message>
            <source>Move do&amp;wn</source>
            <translation>نقل إلى أس&amp;فل</translation>
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
            <source>Scheme: layers and labels</source>
            <translation>مخطط التوسيم: الطبقات والوسوم</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Undo {name}</source>
            <translation>تراجع عن {name}</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>غير مستعمل</translation>
        </message>
    </context>
    <context>
        <name>SchemeEditorSession</name>
        <message>
            <source>Change the scheme</source>
            <translation>تغيير مخطط التوسيم</translation>
        </message>
        <message>
            <source>Done again: {name}</source>
            <translation>تمت إعادة {name}</translation>
        </message>
        <message>
            <source>Redo {name}</source>
            <translation>إعادة {name}</translation>
        </message>
        <message>
            <source>Undo {name}</source>
            <translation>تراجع عن {name}</translation>
        </message>
        <message>
            <source>Undone: {name}</source>
            <translation>تم التراجع عن {name}</translation>
        </message>
    </context>
    <context>
        <name>SchemeModel</name>
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
            <source>Layer {name}; {marks}</source>
            <translation>الطبقة {name}؛ {marks}</translation>
        </message>
        <message>
            <source>Scheme {name}</source>
            <translation>مخطط التوسيم {name}</translation>
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
        <name>SchemePage</name>
        <message>
            <source>&amp;Version:</source>
            <translation>الإص&amp;دار:</translation>
        </message>
        <message>
            <source>Arabic name of the scheme</source>
            <translation>الاسم العربي لمخطط التوسيم</translation>
        </message>
        <message>
            <source>Arabic name:</source>
            <translation>الاسم العربي:</translation>
        </message>
        <message>
            <source>English name of the scheme</source>
            <translation>الاسم الإنكليزي لمخطط التوسيم</translation>
        </message>
        <message>
            <source>English name:</source>
            <translation>الاسم الإنكليزي:</translation>
        </message>
        <message>
            <source>Exported data sets name the scheme by its id and version. Give it another version when it changes.</source>
            <translation>تذكر مجموعات البيانات المصدَّرة معرّف مخطط التوسيم وإصداره. غيّر الإصدار كلما تغير المخطط.</translation>
        </message>
        <message>
            <source>Id:</source>
            <translation>المعرّف:</translation>
        </message>
    </context>
    <context>
        <name>SchemeQuestions</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n وثائق</numerusform>
                <numerusform>وثيقة واحدة</numerusform>
                <numerusform>وثيقتين</numerusform>
                <numerusform>%n وثائق</numerusform>
                <numerusform>%n وثيقة</numerusform>
                <numerusform>%n وثيقة</numerusform>
            </translation>
        </message>
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
        <message numerus="yes">
            <source>%n rejected proposal(s)</source>
            <translation>
                <numerusform>لا اقتراحات مرفوضة</numerusform>
                <numerusform>اقتراح مرفوض واحد</numerusform>
                <numerusform>اقتراحان مرفوضان</numerusform>
                <numerusform>%n اقتراحات مرفوضة</numerusform>
                <numerusform>%n اقتراحا مرفوضا</numerusform>
                <numerusform>%n اقتراح مرفوض</numerusform>
            </translation>
        </message>
        <message>
            <source>Add feature</source>
            <translation>إضافة خاصية</translation>
        </message>
        <message>
            <source>Add label</source>
            <translation>إضافة وسم</translation>
        </message>
        <message>
            <source>Add layer</source>
            <translation>إضافة طبقة</translation>
        </message>
        <message>
            <source>Colour of the label</source>
            <translation>لون الوسم</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Delete layer</source>
            <translation>حذف الطبقة</translation>
        </message>
        <message>
            <source>Delete values</source>
            <translation>حذف القيم</translation>
        </message>
        <message>
            <source>Export scheme</source>
            <translation>تصدير مخطط التوسيم</translation>
        </message>
        <message>
            <source>Import scheme</source>
            <translation>استيراد مخطط توسيم</translation>
        </message>
        <message>
            <source>Schemes (*.json);;All files (*)</source>
            <translation>مخططات التوسيم (*.json);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>{marks} in {documents}</source>
            <translation>{marks} في {documents}</translation>
        </message>
        <message>
            <source>{marks} in {documents} (among them {rejected})</source>
            <translation>{marks} في {documents} (منها {rejected})</translation>
        </message>
        <message>
            <source>“{layer}” has {marks}. Delete the layer with all of them?</source>
            <translation>في الطبقة «{layer}» {marks}. أتريد حذف الطبقة وكل مقاطعها؟</translation>
        </message>
        <message>
            <source>“{name}” is given on {marks}. Delete it there too?</source>
            <translation>«{name}» مستعمل في بعض المقاطع ({marks}). أتريد حذفه منها أيضا؟</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>The project can be read again.</source>
            <translation>يمكن قراءة المشروع من جديد.</translation>
        </message>
        <message>
            <source>The project can be written to again.</source>
            <translation>يمكن الكتابة في المشروع من جديد.</translation>
        </message>
    </context>
    <context>
        <name>SimilarModel</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>In both: {terms}</source>
            <translation>في الوثيقتين: {terms}</translation>
        </message>
        <message>
            <source>Nothing to take over</source>
            <translation>لا شيء ينقل</translation>
        </message>
        <message>
            <source>Only here: {terms}</source>
            <translation>هنا وحده: {terms}</translation>
        </message>
        <message>
            <source>Similarity: {share}</source>
            <translation>التشابه: {share}</translation>
        </message>
        <message>
            <source>To take over: {terms}</source>
            <translation>ينقل: {terms}</translation>
        </message>
    </context>
    <context>
        <name>SpanDescription</name>
        <message>
            <source>imported by {who}, {when}</source>
            <translation>استورده {who}، {when}</translation>
        </message>
        <message>
            <source>proposed by the program</source>
            <translation>اقترحه البرنامج</translation>
        </message>
        <message>
            <source>proposed by the program, {when}</source>
            <translation>اقترحه البرنامج، {when}</translation>
        </message>
        <message>
            <source>proposed by the program, {when}, confirmed by {who}</source>
            <translation>اقترحه البرنامج، {when}، وأكده {who}</translation>
        </message>
        <message>
            <source>proposed by {who}, {when}</source>
            <translation>اقترحه {who}، {when}</translation>
        </message>
        <message>
            <source>right with a chance of {chance}</source>
            <translation>احتمال الصحة {chance}</translation>
        </message>
        <message>
            <source>unsure: right with a chance of {chance}</source>
            <translation>مشكوك فيه: احتمال الصحة {chance}</translation>
        </message>
        <message>
            <source>{label}, proposed</source>
            <translation>{label}، مقترحة</translation>
        </message>
        <message>
            <source>{label}, proposed, unsure</source>
            <translation>{label}، مقترحة، مشكوك فيها</translation>
        </message>
        <message>
            <source>{who}, {when}</source>
            <translation>{who}، {when}</translation>
        </message>
    </context>
    <context>
        <name>SpanMarking</name>
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
        <name>StartScreen</name>
        <message>
            <source>&amp;New project…</source>
            <translation>مشروع &amp;جديد…</translation>
        </message>
        <message>
            <source>&amp;Open a project…</source>
            <translation>&amp;فتح مشروع…</translation>
        </message>
        <message>
            <source>&amp;Recent projects</source>
            <translation>المشاريع الأ&amp;خيرة</translation>
        </message>
        <message>
            <source>A project can also be dropped here from the file manager.</source>
            <translation>يمكن أيضا إفلات ملف مشروع هنا من مدير الملفات.</translation>
        </message>
        <message>
            <source>Mark the clauses of resolutions, and say what they are about.</source>
            <translation>لوسم فقرات القرارات وبيان مواضيعها.</translation>
        </message>
        <message>
            <source>None yet. What you open will be listed here.</source>
            <translation>لا شيء بعد. ما تفتحه من مشاريع يدرج هنا.</translation>
        </message>
        <message>
            <source>Open the &amp;sample</source>
            <translation>فتح ال&amp;نموذج</translation>
        </message>
        <message>
            <source>Recent projects</source>
            <translation>المشاريع الأخيرة</translation>
        </message>
        <message>
            <source>Three invented resolutions with their marks, to try things on</source>
            <translation>ثلاثة قرارات متخيلة موسومة للتجربة</translation>
        </message>
        <message>
            <source>{path} is not there any more.</source>
            <translation>لم يعد {path} موجودا.</translation>
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
            <source>Looking for clauses…</source>
            <translation>جار البحث عن الفقرات…</translation>
        </message>
        <message>
            <source>No document</source>
            <translation>لا وثيقة</translation>
        </message>
        <message>
            <source>Proposal, chance {chance}</source>
            <translation>مقترح، احتمال صحته {chance}</translation>
        </message>
        <message>
            <source>Reading only</source>
            <translation>للقراءة فقط</translation>
        </message>
        <message>
            <source>Unsure proposal, chance {chance}</source>
            <translation>اقتراح مشكوك فيه، احتمال صحته {chance}</translation>
        </message>
    </context>
    <context>
        <name>SuggestionModel</name>
        <message numerus="yes">
            <source>%n time(s) in the text</source>
            <translation>
                <numerusform>غير مذكور في النص</numerusform>
                <numerusform>مرة واحدة في النص</numerusform>
                <numerusform>مرتان في النص</numerusform>
                <numerusform>%n مرات في النص</numerusform>
                <numerusform>%n مرة في النص</numerusform>
                <numerusform>%n مرة في النص</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s) in the text, {shown} shown</source>
            <translation>
                <numerusform>لم يرد في النص، المعروض {shown}</numerusform>
                <numerusform>مرة واحدة في النص، المعروض {shown}</numerusform>
                <numerusform>مرتان في النص، المعروض {shown}</numerusform>
                <numerusform>%n مرات في النص، المعروض منها {shown}</numerusform>
                <numerusform>%n مرة في النص، المعروض منها {shown}</numerusform>
                <numerusform>%n مرة في النص، المعروض منها {shown}</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message>
            <source>Chance: {chance}</source>
            <translation>الاحتمال: {chance}</translation>
        </message>
        <message>
            <source>Would be assigned</source>
            <translation>يسنده البرنامج لو ترك له الأمر</translation>
        </message>
        <message>
            <source>as in {names}</source>
            <translation>كما في {names}</translation>
        </message>
        <message>
            <source>as in {names} and {count} more</source>
            <translation>كما في {names} وغيرها ({count})</translation>
        </message>
        <message>
            <source>in the title</source>
            <translation>في العنوان</translation>
        </message>
        <message>
            <source>learned from documents like this</source>
            <translation>مستخلص من وثائق مماثلة</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsPanel</name>
        <message numerus="yes">
            <source>%n descriptor(s) taken over from {name}.</source>
            <translation>
                <numerusform>لم تنقل أي واصفة من {name}.</numerusform>
                <numerusform>نقلت واصفة واحدة من {name}.</numerusform>
                <numerusform>نقلت واصفتان من {name}.</numerusform>
                <numerusform>نقلت %n واصفات من {name}.</numerusform>
                <numerusform>نقلت %n واصفة من {name}.</numerusform>
                <numerusform>نقلت %n واصفة من {name}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>إسناد</translation>
        </message>
        <message>
            <source>Labels in the text; from indexed documents nothing could be learned.</source>
            <translation>تسميات واردة في النص؛ تعذر استخلاص شيء من الوثائق المكشفة.</translation>
        </message>
        <message>
            <source>Labels in the text; indexed documents are being learned… {share}</source>
            <translation>تسميات واردة في النص، وجار التعلم من الوثائق المكشفة… {share}</translation>
        </message>
        <message>
            <source>Learned from indexed documents: {count}</source>
            <translation>وثائق مكشفة استخلص منها: {count}</translation>
        </message>
        <message>
            <source>Learning from the indexed documents… {share}</source>
            <translation>جار التعلم من الوثائق المكشفة… {share}</translation>
        </message>
        <message>
            <source>Looking for descriptors…</source>
            <translation>جار البحث عن واصفات…</translation>
        </message>
        <message>
            <source>No document is indexed yet: only labels in the text are found.</source>
            <translation>لا توجد وثيقة مكشفة بعد: لا يعثر إلا على التسميات الواردة في النص.</translation>
        </message>
        <message>
            <source>No indexed document is like this one.</source>
            <translation>لا توجد وثيقة مكشفة تشبه هذه الوثيقة.</translation>
        </message>
        <message>
            <source>Nothing can be suggested in this project just now.</source>
            <translation>لا يمكن اقتراح شيء في هذا المشروع الآن.</translation>
        </message>
        <message>
            <source>Nothing more is suggested for this document.</source>
            <translation>لا اقتراحات أخرى لهذه الوثيقة.</translation>
        </message>
        <message>
            <source>Open a document to see what descriptors it might have.</source>
            <translation>افتح وثيقة لترى الواصفات المقترحة لها.</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>فتح الوثيقة</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Show in the text</source>
            <translation>إظهار في النص</translation>
        </message>
        <message>
            <source>Similar documents</source>
            <translation>وثائق مشابهة</translation>
        </message>
        <message>
            <source>Suggested descriptors</source>
            <translation>الواصفات المقترحة</translation>
        </message>
        <message>
            <source>Suggestions are still being looked for; it is done when they are there.</source>
            <translation>ما زال البحث عن الاقتراحات جاريا، وينفذ الطلب فور ظهورها.</translation>
        </message>
        <message>
            <source>Take over its descriptors</source>
            <translation>نقل واصفاتها</translation>
        </message>
        <message>
            <source>There is no suggestion that the program is sure enough of.</source>
            <translation>لا يوجد اقتراح موثوق بما يكفي.</translation>
        </message>
        <message>
            <source>There is nothing to take over: this document has it all.</source>
            <translation>لا شيء ينقل: كل واصفاتها موجودة في هذه الوثيقة.</translation>
        </message>
    </context>
    <context>
        <name>TargetDialog</name>
        <message>
            <source>&amp;Browse…</source>
            <translation>ا&amp;ستعراض…</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;تصدير</translation>
        </message>
        <message>
            <source>&amp;To:</source>
            <translation>إ&amp;لى:</translation>
        </message>
        <message>
            <source>{path} is there already. Write over it?</source>
            <translation>{path} موجود من قبل. أتريد الكتابة فوقه؟</translation>
        </message>
    </context>
    <context>
        <name>TaskProgress</name>
        <message>
            <source>&amp;Done</source>
            <translation>&amp;منجزة</translation>
        </message>
        <message>
            <source>&amp;In progress</source>
            <translation>&amp;قيد العمل</translation>
        </message>
        <message>
            <source>&amp;Not begun</source>
            <translation>&amp;جديدة</translation>
        </message>
        <message>
            <source>Descriptors</source>
            <translation>الواصفات</translation>
        </message>
    </context>
    <context>
        <name>ThesaurusPanel</name>
        <message>
            <source>&amp;Assign to the document</source>
            <translation>إ&amp;سناد إلى الوثيقة</translation>
        </message>
        <message>
            <source>&amp;Import a vocabulary…</source>
            <translation>ا&amp;ستيراد مفردات مضبوطة…</translation>
        </message>
        <message>
            <source>Assign to the document</source>
            <translation>إسناد إلى الوثيقة</translation>
        </message>
        <message>
            <source>Choose a term to see what is known of it.</source>
            <translation>اختر مصطلحا لترى ما يعرف عنه.</translation>
        </message>
        <message>
            <source>Concept card</source>
            <translation>بطاقة المفهوم</translation>
        </message>
        <message>
            <source>Copy the URI</source>
            <translation>نسخ معرّف ⁦URI⁩</translation>
        </message>
        <message>
            <source>Copy the label</source>
            <translation>نسخ التسمية</translation>
        </message>
        <message>
            <source>Enter assigns the term to the document</source>
            <translation>يسند المفتاح ⁦Enter⁩ المصطلح إلى الوثيقة</translation>
        </message>
        <message>
            <source>Enter, in the list of terms</source>
            <translation>المفتاح ⁦Enter⁩ في قائمة المصطلحات</translation>
        </message>
        <message>
            <source>Find a term</source>
            <translation>البحث عن مصطلح</translation>
        </message>
        <message>
            <source>List the documents that have it</source>
            <translation>سرد الوثائق التي لها هذا المصطلح</translation>
        </message>
        <message>
            <source>No term has these words.</source>
            <translation>لا مصطلح فيه هذه الكلمات.</translation>
        </message>
        <message>
            <source>Open a document first that is to have this term.</source>
            <translation>افتح أولا الوثيقة التي يسند إليها هذا المصطلح.</translation>
        </message>
        <message>
            <source>Open a project to see its terms.</source>
            <translation>افتح مشروعا لترى مصطلحاته.</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>المصطلحات</translation>
        </message>
        <message>
            <source>Terms found</source>
            <translation>المصطلحات التي وجدت</translation>
        </message>
        <message>
            <source>The project has no terms yet. Import a thesaurus, or type terms in the descriptors panel.</source>
            <translation>لا مصطلحات في المشروع بعد. استورد مكنزا، أو اكتب مصطلحات في لوحة الواصفات.</translation>
        </message>
    </context>
    <context>
        <name>ThresholdsDialog</name>
        <message>
            <source> %</source>
            <translation> ⁦%⁩</translation>
        </message>
        <message>
            <source>&amp;Sure from</source>
            <translation>مو&amp;ثوق ابتداء من</translation>
        </message>
        <message>
            <source>&amp;Unsure below</source>
            <translation>مش&amp;كوك فيه دون</translation>
        </message>
        <message>
            <source>Each proposal comes with the chance that its limits and its label are right. Those that are sure can be confirmed at once; those that are unsure are pointed out in the text.</source>
            <translation>لكل اقتراح احتمال أن تكون حدوده ووسمه صحيحة. ما كان موثوقا يمكن تأكيده دفعة واحدة، وما كان مشكوكا فيه يُشار إليه في النص.</translation>
        </message>
        <message>
            <source>Sure and unsure proposals</source>
            <translation>الاقتراحات الموثوقة والمشكوك فيها</translation>
        </message>
    </context>
    <context>
        <name>Times</name>
        <message>
            <source>Yesterday {time}</source>
            <translation>أمس {time}</translation>
        </message>
    </context>
    <context>
        <name>UserError</name>
        <message>
            <source>A choice of “{feature}” is empty.</source>
            <translation>أحد خيارات الخاصية «⁨{feature}⁩» فارغ.</translation>
        </message>
        <message>
            <source>A feature of “{label}” has no name.</source>
            <translation>في الوسم «{label}» خاصية بلا اسم.</translation>
        </message>
        <message>
            <source>A guideline has at most {most} characters, all of which can be shown.</source>
            <translation>لا يجوز أن يزيد التعريف على {most} حرف، ولا أن يحوي ما لا يمكن إظهاره.</translation>
        </message>
        <message>
            <source>A level is left out: {item} belongs inside ({letter}), which is not marked.</source>
            <translation>سقط مستوى: موضع {item} داخل ({letter})، وهو غير موسوم.</translation>
        </message>
        <message>
            <source>A name has at most {most} characters, all of which can be shown.</source>
            <translation>لا يجوز أن يزيد الاسم على {most} حرف، ولا أن يحوي ما لا يمكن إظهاره.</translation>
        </message>
        <message>
            <source>A saved search needs a name of at most {most} characters that can be shown.</source>
            <translation>يلزم للبحث المحفوظ اسم قابل للعرض لا يزيد طوله على {most} حرفا.</translation>
        </message>
        <message>
            <source>A second row of the project was left out: there is one only.</source>
            <translation>تُرك سجل ثان للمشروع، إذ لا يكون له إلا سجل واحد.</translation>
        </message>
        <message>
            <source>A tag has at least one character and at most {most}, all of which can be shown.</source>
            <translation>لا بد للتصنيف من حرف واحد على الأقل، ولا يجوز أن يزيد على {most} حرف، ولا أن يحوي ما لا يمكن إظهاره.</translation>
        </message>
        <message>
            <source>A term cannot be empty.</source>
            <translation>لا يجوز أن يكون المصطلح فارغا.</translation>
        </message>
        <message>
            <source>A term cannot be merged into itself.</source>
            <translation>لا يدمج المصطلح في نفسه.</translation>
        </message>
        <message>
            <source>A term cannot hold “|”: it separates terms in a file's header.</source>
            <translation>لا يجوز أن يحوي المصطلح العلامة «⁦|⁩»: فهي تفصل بين المصطلحات في ترويسة الملف.</translation>
        </message>
        <message>
            <source>A text that no document has any more is not the one that was imported.</source>
            <translation>أحد النصوص التي لم تعد لها وثيقة ليس هو النص الذي استُورد.</translation>
        </message>
        <message>
            <source>A version has at most {most} characters, all of which can be shown.</source>
            <translation>لا يجوز أن يزيد الإصدار على {most} حرف، ولا أن يحوي ما لا يمكن إظهاره.</translation>
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
            <source>Begin the clause behind it at “{word}”</source>
            <translation>بدء الفقرة التالية من «{word}»</translation>
        </message>
        <message>
            <source>Begin the clause behind it there</source>
            <translation>بدء الفقرة التالية من هنا</translation>
        </message>
        <message>
            <source>Between {before} and {number}, the numbers from {first} to {last} are missing.</source>
            <translation>بين {before} و{number} تنقص الأرقام من {first} إلى {last}.</translation>
        </message>
        <message>
            <source>Between {before} and {number}, {missing} is missing.</source>
            <translation>بين {before} و{number} ينقص الرقم {missing}.</translation>
        </message>
        <message>
            <source>Cannot allocate memory</source>
            <translation>لا تكفي الذاكرة</translation>
        </message>
        <message>
            <source>Cut it back to “{word}”</source>
            <translation>تقصيرها إلى «{word}»</translation>
        </message>
        <message>
            <source>Descriptor</source>
            <translation>واصف</translation>
        </message>
        <message>
            <source>Descriptors lost: {count}.</source>
            <translation>واصفات مفقودة: {count}.</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>الجهاز أو المورد مشغول</translation>
        </message>
        <message>
            <source>Differing from the history: {kind} ({count}).</source>
            <translation>ما يخالف سجل العمليات: {kind} ({count}).</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>استُنفدت الحصة المخصصة من القرص</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>نهاية الفقرة</translation>
        </message>
        <message>
            <source>Entries corrected to match the history: {count}.</source>
            <translation>عدد القيود التي صُحّحت وفقا لسجل العمليات: {count}.</translation>
        </message>
        <message>
            <source>Entries of its progress lost: {count}.</source>
            <translation>مراحل عمل مفقودة: {count}.</translation>
        </message>
        <message>
            <source>Entries that differ from the history: {count}. They were kept as found; undo the recovery to have them as the history says.</source>
            <translation>عدد القيود التي تخالف سجل العمليات: {count}. وقد أُبقيت كما وُجدت؛ تراجع عن عملية الاسترداد لتصير وفقا للسجل.</translation>
        </message>
        <message>
            <source>Features of marks lost: {count}.</source>
            <translation>خصائص مقاطع مفقودة: {count}.</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>يوجد ملف بهذا الاسم</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>اسم الملف أطول مما يُسمح به</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>الملف أكبر مما يُسمح به</translation>
        </message>
        <message>
            <source>From these {number} documents nothing can be learned: at least {least} are needed.</source>
            <translation>لا يمكن تعلم شيء من هذه الوثائق ({number}): اللازم منها {least} على الأقل.</translation>
        </message>
        <message>
            <source>From these {number} documents nothing can be learned: too few terms are found.</source>
            <translation>لا يمكن تعلم شيء من هذه الوثائق وعددها {number}: المصطلحات التي وُجدت قليلة.</translation>
        </message>
        <message>
            <source>In no clause: “{quote}”</source>
            <translation>خارج الفقرات: «{quote}»</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>خطأ في القراءة أو الكتابة</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>هذا مجلد</translation>
        </message>
        <message>
            <source>It breaks the rules of its layer.</source>
            <translation>يخالف قواعد طبقته.</translation>
        </message>
        <message>
            <source>It ends with a comma.</source>
            <translation>تنتهي بفاصلة.</translation>
        </message>
        <message>
            <source>It ends without a stop.</source>
            <translation>تنتهي بلا علامة وقف.</translation>
        </message>
        <message>
            <source>It has no number, though the others have one.</source>
            <translation>لا رقم لها، ولغيرها أرقام.</translation>
        </message>
        <message>
            <source>It opens with a bracket and does not end with one.</source>
            <translation>تبدأ بقوس ولا تنتهي بقوس.</translation>
        </message>
        <message>
            <source>It opens with a number.</source>
            <translation>تبدأ برقم.</translation>
        </message>
        <message>
            <source>It reaches outside the text.</source>
            <translation>يتجاوز حدود النص.</translation>
        </message>
        <message>
            <source>It stands behind the operative paragraphs.</source>
            <translation>تقع بعد فقرات المنطوق.</translation>
        </message>
        <message>
            <source>It stands in no paragraph.</source>
            <translation>لا فقرة تحويها.</translation>
        </message>
        <message>
            <source>It stands in the preamble.</source>
            <translation>تقع بين فقرات الديباجة.</translation>
        </message>
        <message>
            <source>Item without a paragraph</source>
            <translation>بند بلا فقرة</translation>
        </message>
        <message>
            <source>Its entry is lost.</source>
            <translation>بيانات الوثيقة مفقودة.</translation>
        </message>
        <message>
            <source>Its label is not of its layer.</source>
            <translation>وسمه ليس من طبقته.</translation>
        </message>
        <message>
            <source>Its paragraphs and italics are no longer known.</source>
            <translation>لم تعد بدايات فقراتها ولا حروفها المائلة معروفة.</translation>
        </message>
        <message>
            <source>Its text is damaged and of another length: it was kept without marks.</source>
            <translation>نصها تالف وتغيّر طوله، ولذلك احتُفظ به بلا مقاطع.</translation>
        </message>
        <message>
            <source>Its text is damaged: it is no longer the one that was imported. Compare it with the source.</source>
            <translation>نصها تالف ولم يعد النص المستورد نفسه، فقارنه بالمصدر.</translation>
        </message>
        <message>
            <source>Its text is lost.</source>
            <translation>نصها مفقود.</translation>
        </message>
        <message>
            <source>Leading phrase</source>
            <translation>العبارة الفعلية</translation>
        </message>
        <message>
            <source>Lengthen it to “{word}”</source>
            <translation>تمديدها إلى «{word}»</translation>
        </message>
        <message>
            <source>Lengthen the clause before it to “{word}”</source>
            <translation>تمديد الفقرة السابقة إلى «{word}»</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>المستوى</translation>
        </message>
        <message>
            <source>Make it a preambular paragraph</source>
            <translation>جعلها فقرة من الديباجة</translation>
        </message>
        <message>
            <source>Make it an operative paragraph</source>
            <translation>جعلها فقرة من المنطوق</translation>
        </message>
        <message>
            <source>Mark ({letter})</source>
            <translation>وسم ({letter})</translation>
        </message>
        <message>
            <source>Mark it as “{label}”</source>
            <translation>وسمه بالوسم «{label}»</translation>
        </message>
        <message>
            <source>Mark {item}</source>
            <translation>وسم {item}</translation>
        </message>
        <message>
            <source>Mark “{phrase}”</source>
            <translation>وسم «{phrase}»</translation>
        </message>
        <message>
            <source>Marks lost: {count}.</source>
            <translation>مقاطع مفقودة: {count}.</translation>
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
            <source>Marks of “{label}” have a value for “{feature}” (count: {count}).</source>
            <translation>لمقاطع الوسم «{label}» قيمة في الخاصية «⁨{feature}⁩» (عدد المقاطع: {count}).</translation>
        </message>
        <message>
            <source>Marks of “{label}” have values of “{feature}” that would no longer be allowed, such as “{value}” (count: {count}).</source>
            <translation>لمقاطع الوسم «{label}» في الخاصية «⁨{feature}⁩» قيم لن تعود مسموحا بها، منها «⁨{value}⁩» (عدد المقاطع: {count}).</translation>
        </message>
        <message>
            <source>Marks that would break this rule: {count}, the first in “{name}”: {problem}</source>
            <translation>عدد المقاطع التي ستخالف هذه القاعدة: {count}، وأولها في «⁨{name}⁩»: ⁨{problem}⁩</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>لا مساحة فارغة على القرص</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>لا يوجد ملف أو مجلد بهذا الاسم</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>ليس مجلدا</translation>
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
            <source>Number {number} is out of place after {before}.</source>
            <translation>الرقم {number} في غير موضعه بعد {before}.</translation>
        </message>
        <message>
            <source>Number {number} is out of place.</source>
            <translation>الرقم {number} في غير موضعه.</translation>
        </message>
        <message>
            <source>Number {number} stands twice.</source>
            <translation>الرقم {number} مكرر.</translation>
        </message>
        <message>
            <source>Numbering</source>
            <translation>الترقيم</translation>
        </message>
        <message>
            <source>Numbering begins anew with 1 after {before}, and no heading stands between.</source>
            <translation>يبدأ الترقيم من جديد بالرقم 1 بعد {before}، ولا عنوان بينهما.</translation>
        </message>
        <message>
            <source>Numbering begins with {number}.</source>
            <translation>يبدأ الترقيم بالرقم {number}.</translation>
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
            <source>Operation not permitted</source>
            <translation>هذه العملية غير مسموح بها</translation>
        </message>
        <message>
            <source>Order of a list</source>
            <translation>ترتيب القائمة</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>لا إذن بذلك</translation>
        </message>
        <message>
            <source>Preamble and operative part</source>
            <translation>الديباجة والمنطوق</translation>
        </message>
        <message>
            <source>Put it beside that one</source>
            <translation>إخراجه إلى جانبه</translation>
        </message>
        <message>
            <source>Put it into that one</source>
            <translation>إدخاله فيه</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>القرص للقراءة فقط</translation>
        </message>
        <message>
            <source>Some of it may be wrong: it is not as the history says, and that may be damaged as well.</source>
            <translation>قد يكون بعضها خطأ، إذ يخالف ما في سجل العمليات، وقد يكون السجل نفسه تالفا أيضا.</translation>
        </message>
        <message>
            <source>Somebody else has just written into this project; look before you go on.</source>
            <translation>كتب شخص آخر للتو في هذا المشروع؛ انظر قبل أن تتابع.</translation>
        </message>
        <message>
            <source>Somebody else has written meanwhile; the rest was left as it is.</source>
            <translation>عدّل شخص آخر المشروع في أثناء ذلك، فتُرك الباقي على حاله.</translation>
        </message>
        <message>
            <source>Something of it may be missing: not all could be read.</source>
            <translation>قد يكون شيء منها مفقودا، إذ تعذرت قراءة بعض الملف.</translation>
        </message>
        <message>
            <source>Split off {item}</source>
            <translation>فصل {item}</translation>
        </message>
        <message>
            <source>Split off {number}</source>
            <translation>فصل الفقرة {number}</translation>
        </message>
        <message>
            <source>Stale file handle</source>
            <translation>لم يعد الملف متاحا على قرص الشبكة</translation>
        </message>
        <message>
            <source>Stretches of evidence lost: {count}.</source>
            <translation>شواهد مفقودة: {count}.</translation>
        </message>
        <message>
            <source>Tags lost: {count}.</source>
            <translation>تصنيفات مفقودة: {count}.</translation>
        </message>
        <message>
            <source>Take it into the clause before it</source>
            <translation>ضمه إلى الفقرة السابقة</translation>
        </message>
        <message>
            <source>Take the number {found}</source>
            <translation>أخذ الرقم {found}</translation>
        </message>
        <message>
            <source>Take “{term}” of the vocabulary</source>
            <translation>أخذ «{term}» من المفردات المضبوطة</translation>
        </message>
        <message>
            <source>Text file busy</source>
            <translation>الملف برنامج قيد التشغيل</translation>
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
            <source>That proposal has been confirmed, rejected or stored meanwhile.</source>
            <translation>أكد هذا الاقتراح أو رفض أو حفظ في أثناء ذلك.</translation>
        </message>
        <message>
            <source>That term is no longer there.</source>
            <translation>لم يعد هذا المصطلح موجودا.</translation>
        </message>
        <message>
            <source>That vocabulary is no longer there.</source>
            <translation>لم تعد هذه المفردات المضبوطة موجودة.</translation>
        </message>
        <message>
            <source>The annotator “{name}” is not the one who was entered.</source>
            <translation>الموسِّم «{name}» ليس هو الذي سُجّل.</translation>
        </message>
        <message>
            <source>The annotator “{name}” may have had another name.</source>
            <translation>قد يكون للموسِّم «⁨{name}⁩» اسم آخر.</translation>
        </message>
        <message>
            <source>The descriptor “{term}” is in no vocabulary.</source>
            <translation>الواصف «{term}» ليس من المفردات المضبوطة.</translation>
        </message>
        <message>
            <source>The document has this descriptor already.</source>
            <translation>هذه الواصفة مسندة إلى الوثيقة من قبل.</translation>
        </message>
        <message>
            <source>The feature “{feature}” needs a value.</source>
            <translation>لا بد للخاصية «⁨{feature}⁩» من قيمة.</translation>
        </message>
        <message>
            <source>The history contradicts itself about the {kind} {id}.</source>
            <translation>سجل العمليات يناقض نفسه بشأن {kind} {id}.</translation>
        </message>
        <message>
            <source>The id “{id}” is there twice.</source>
            <translation>المعرّف «⁨{id}⁩» وارد مرتين.</translation>
        </message>
        <message>
            <source>The key {key} is that of “{label}” already.</source>
            <translation>المفتاح ⁨{key}⁩ للوسم «{label}» من قبل.</translation>
        </message>
        <message>
            <source>The label “{label}” could not be read; it was made anew as far as it is known.</source>
            <translation>تعذرت قراءة الوسم «⁨{label}⁩»، فأُعيد إنشاؤه بالقدر المعروف منه.</translation>
        </message>
        <message>
            <source>The label “{label}” is in use (marks: {count}, documents: {documents}).</source>
            <translation>الوسم «{label}» مستعمل (عدد المقاطع: {count}، عدد الوثائق: {documents}).</translation>
        </message>
        <message>
            <source>The layer “{layer}” cannot lie within itself.</source>
            <translation>لا يجوز أن تقع الطبقة «{layer}» داخل نفسها.</translation>
        </message>
        <message>
            <source>The layer “{layer}” could not be read; it was made anew as far as it is known.</source>
            <translation>تعذرت قراءة الطبقة «⁨{layer}⁩»، فأُعيد إنشاؤها بالقدر المعروف منها.</translation>
        </message>
        <message>
            <source>The layer “{layer}” is in use (marks: {count}).</source>
            <translation>الطبقة «{layer}» مستعملة (عدد المقاطع: {count}).</translation>
        </message>
        <message>
            <source>The layer “{layer}” stays: the marks of another one must lie within its marks.</source>
            <translation>لا يمكن حذف الطبقة «{layer}»: فمقاطع طبقة أخرى لا بد أن تقع داخل مقاطعها.</translation>
        </message>
        <message>
            <source>The leading phrase is not marked.</source>
            <translation>العبارة الفعلية غير موسومة.</translation>
        </message>
        <message>
            <source>The limits {start}–{end} lie outside the text ({length} characters).</source>
            <translation>الحدود ⁦{start}–{end}⁩ خارج النص (عدد أحرفه {length}).</translation>
        </message>
        <message>
            <source>The list begins with {item}.</source>
            <translation>تبدأ القائمة بالبند {item}.</translation>
        </message>
        <message>
            <source>The mark has changed since; look at its problem anew.</source>
            <translation>تغير المقطع منذ ذلك الحين، فانظر في مشكلته من جديد.</translation>
        </message>
        <message>
            <source>The marks do not fit together.</source>
            <translation>لا تتوافق المقاطع بعضها مع بعض.</translation>
        </message>
        <message>
            <source>The name of the annotator {id} is lost.</source>
            <translation>اسم الموسِّم ⁦{id}⁩ مفقود.</translation>
        </message>
        <message>
            <source>The number is {number}, but {found} stands in the text.</source>
            <translation>الرقم المسجل {number}، وفي النص {found}.</translation>
        </message>
        <message>
            <source>The place to split at must lie inside the mark.</source>
            <translation>لا بد أن يكون موضع التقسيم داخل المقطع.</translation>
        </message>
        <message>
            <source>The printer could not be started.</source>
            <translation>تعذر تشغيل الطابعة.</translation>
        </message>
        <message>
            <source>The project's history is damaged at operation {number}.</source>
            <translation>سجل عمليات المشروع تالف عند العملية {number}.</translation>
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
            <source>The term {id} is lost; descriptors keep what the header called it.</source>
            <translation>المصطلح ⁦{id}⁩ مفقود، وتحتفظ الواصفات بالتسمية الواردة في الترويسة.</translation>
        </message>
        <message>
            <source>The value of “{feature}” holds half of a character.</source>
            <translation>في قيمة الخاصية «⁨{feature}⁩» نصف محرف.</translation>
        </message>
        <message>
            <source>The vocabulary “{uri}” has {count} concepts in the project, and none in the file: all would be marked as gone.</source>
            <translation>للمفردات المضبوطة «⁦{uri}⁩» في المشروع مفاهيم عددها {count}، وليس في الملف أي مفهوم: فلو استوردت لوُسمت كلها بأنها حُذفت.</translation>
        </message>
        <message>
            <source>The {kind} {id} could not be read; it was made anew as far as it is known.</source>
            <translation>تعذرت قراءة ⁦{kind}⁩ ⁦{id}⁩، فأُعيد إنشاؤه بالقدر المعروف منه.</translation>
        </message>
        <message>
            <source>The {kind} {id} is missing; according to the history it is there.</source>
            <translation>{kind} {id} غير موجود، وهو موجود بحسب سجل العمليات.</translation>
        </message>
        <message>
            <source>The {kind} {id} is not as the history left it.</source>
            <translation>القيد ⁦{id}⁩ ({kind}) ليس كما تركه سجل العمليات.</translation>
        </message>
        <message>
            <source>The {kind} {id} is there; according to the history it is not.</source>
            <translation>القيد ⁦{id}⁩ ({kind}) موجود، وليس موجودا بحسب سجل العمليات.</translation>
        </message>
        <message>
            <source>There is a document named “{name}” already.</source>
            <translation>توجد من قبل وثيقة باسم «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>There is a saved search named “{name}” already.</source>
            <translation>يوجد بحث محفوظ باسم «{name}».</translation>
        </message>
        <message>
            <source>There is a term “{term}” already.</source>
            <translation>يوجد المصطلح «⁨{term}⁩» من قبل.</translation>
        </message>
        <message>
            <source>There is no label “{label}”.</source>
            <translation>لا يوجد وسم بالاسم «{label}».</translation>
        </message>
        <message>
            <source>There is no mark before this one that could hold it.</source>
            <translation>لا مقطع قبل هذا المقطع يمكن أن يحويه.</translation>
        </message>
        <message>
            <source>There is no number, but {found} stands in the text.</source>
            <translation>لا رقم مسجلا، وفي النص {found}.</translation>
        </message>
        <message>
            <source>There is no task “{task}”.</source>
            <translation>لا مهمة باسم «⁨{task}⁩».</translation>
        </message>
        <message>
            <source>There is nothing to look for.</source>
            <translation>لا شيء للبحث عنه.</translation>
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
            <source>These documents have too few recitals to learn from.</source>
            <translation>في هذه الوثائق من فقرات الديباجة أقل مما يلزم للتعلم.</translation>
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
            <source>Too many levels of symbolic links</source>
            <translation>روابط رمزية متتابعة أكثر مما يُسمح به</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>عدد الملفات المفتوحة أكبر مما يُسمح به</translation>
        </message>
        <message>
            <source>Training needs the package scikit-learn, which is not installed here (pip install scikit-learn).</source>
            <translation>يحتاج التدريب إلى الحزمة ⁦scikit-learn⁩، وهي غير مثبتة هنا (⁦pip install scikit-learn⁩).</translation>
        </message>
        <message>
            <source>Two marks of one layer cannot have the same limits: “{label}” stands there already.</source>
            <translation>لا يجوز أن تكون لمقطعين من طبقة واحدة الحدود نفسها: هناك «{label}» من قبل.</translation>
        </message>
        <message>
            <source>Unmarked text</source>
            <translation>نص غير موسوم</translation>
        </message>
        <message>
            <source>What is to be found is not UTF-8.</source>
            <translation>عبارة البحث ليست بترميز ⁦UTF-8⁩.</translation>
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
            <source>descriptor</source>
            <translation>واصفة</translation>
        </message>
        <message>
            <source>document</source>
            <translation>وثيقة</translation>
        </message>
        <message>
            <source>evidence</source>
            <translation>شاهد</translation>
        </message>
        <message>
            <source>explanation of a term</source>
            <translation>شرح مصطلح</translation>
        </message>
        <message>
            <source>feature of a mark</source>
            <translation>خاصية مقطع</translation>
        </message>
        <message>
            <source>label</source>
            <translation>وسم</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>طبقة</translation>
        </message>
        <message>
            <source>mark</source>
            <translation>مقطع</translation>
        </message>
        <message>
            <source>name of a term</source>
            <translation>تسمية مصطلح</translation>
        </message>
        <message>
            <source>notation of a term</source>
            <translation>رمز تصنيفي لمصطلح</translation>
        </message>
        <message>
            <source>note on a term</source>
            <translation>ملاحظة على مصطلح</translation>
        </message>
        <message>
            <source>progress</source>
            <translation>مرحلة عمل</translation>
        </message>
        <message>
            <source>project</source>
            <translation>المشروع</translation>
        </message>
        <message>
            <source>relation of terms</source>
            <translation>علاقة بين مصطلحات</translation>
        </message>
        <message>
            <source>saved search</source>
            <translation>بحث محفوظ</translation>
        </message>
        <message>
            <source>state of a term</source>
            <translation>حالة مصطلح</translation>
        </message>
        <message>
            <source>tag</source>
            <translation>تصنيف</translation>
        </message>
        <message>
            <source>term</source>
            <translation>مصطلح</translation>
        </message>
        <message>
            <source>vocabulary</source>
            <translation>مفردات مضبوطة</translation>
        </message>
        <message>
            <source>{count} of its concepts have URIs that the vocabulary “{name}” has already.</source>
            <translation>عدد مفاهيمه التي لها معرّفات ⁦URI⁩ موجودة من قبل في المفردات المضبوطة «⁨{name}⁩»: {count}.</translation>
        </message>
        <message>
            <source>{item} comes after {before}; {missing} is missing.</source>
            <translation>يأتي {item} بعد {before}، وينقص {missing}.</translation>
        </message>
        <message>
            <source>{item} is out of place in its list.</source>
            <translation>البند {item} في غير موضعه من القائمة.</translation>
        </message>
        <message>
            <source>{item} stands beside {before}, inside which it belongs.</source>
            <translation>يقع {item} إلى جانب {before}، وموضعه داخله.</translation>
        </message>
        <message>
            <source>{item} stands inside {before}, beside which it belongs.</source>
            <translation>يقع {item} داخل {before}، وموضعه إلى جانبه.</translation>
        </message>
        <message>
            <source>{item} stands twice in its list.</source>
            <translation>البند {item} مكرر في قائمته.</translation>
        </message>
        <message>
            <source>{name} {start}–{end}, after {place}: {problem}</source>
            <translation>{name} {start}–{end}، بعد {place}: {problem}</translation>
        </message>
        <message>
            <source>{name} {start}–{end}, {place}: {problem}</source>
            <translation>{name} {start}–{end}، {place}: {problem}</translation>
        </message>
        <message>
            <source>{name} {start}–{end}: {problem}</source>
            <translation>{name} {start}–{end}: {problem}</translation>
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
            <source>{name}: the {kind} {id} is not as the history left it.</source>
            <translation>⁨{name}⁩: القيد ⁦{id}⁩ ({kind}) ليس كما تركه سجل العمليات.</translation>
        </message>
        <message>
            <source>{name}: the {kind} {id} is there; according to the history it is not.</source>
            <translation>⁨{name}⁩: القيد ⁦{id}⁩ ({kind}) موجود، وليس موجودا بحسب سجل العمليات.</translation>
        </message>
        <message>
            <source>{name}: what the text is found by is not the text's; recover the project into a new file, which mends that and keeps the history.</source>
            <translation>{name}: فهرس البحث لا يطابق النص؛ استرد المشروع في ملف جديد، فيُصلَح الفهرس ويبقى سجل العمليات كاملا.</translation>
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
            <source>{path} and {other} are clauses of documents of the same name.</source>
            <translation>{path} و{other} فقرات وثيقتين تحملان الاسم نفسه.</translation>
        </message>
        <message>
            <source>{path} and {other} have the same name, and would be written to one file.</source>
            <translation>{path} و{other} لهما الاسم نفسه، وسيكتبان في ملف واحد.</translation>
        </message>
        <message>
            <source>{path} and {other} have “{name}” with different texts or headers: which one counts is not clear.</source>
            <translation>في {path} و{other} «{name}» بنصين أو ترويستين مختلفتين: فلا يتبين أيهما المقصود.</translation>
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
            <source>{path}: /clauses/{place}: its limits lie outside the text.</source>
            <translation>{path}: ⁦/clauses/{place}⁩: حدوده خارج النص.</translation>
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
            <source>{path}: /clauses/{place}: “confidence” must be a number from 0 to 1.</source>
            <translation>{path}: ⁦/clauses/{place}⁩: لا بد أن تكون قيمة «⁦confidence⁩» عددا من 0 إلى 1.</translation>
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
            <source>{path}: XML cannot hold U+{code}, which is in “{text}”; other notations can.</source>
            <translation>{path}: لا تستوعب صيغة ⁦XML⁩ الحرف ⁦U+{code}⁩ الوارد في «⁨{text}⁩»، وتستوعبه الصيغ الأخرى.</translation>
        </message>
        <message>
            <source>{path}: a NUL character at character {position}.</source>
            <translation>{path}: محرف ⁦NUL⁩ عند الحرف {position}.</translation>
        </message>
        <message>
            <source>{path}: a concept is broader than itself ({cycle}), each to the one after it.</source>
            <translation>{path}: مفهوم أعم من نفسه (⁦{cycle}⁩)، كل منها أخص مما بعده.</translation>
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
            <source>{path}: a text of {uri} holds U+{code}, which is half of a character or a control.</source>
            <translation>{path}: في نص من نصوص ⁦{uri}⁩ الرمز ⁦U+{code}⁩، وهو نصف حرف أو حرف تحكم.</translation>
        </message>
        <message>
            <source>{path}: already there; its paragraphs and italics were added.</source>
            <translation>{path}: موجود من قبل؛ أضيفت فقراته وحروفه المائلة.</translation>
        </message>
        <message>
            <source>{path}: an old Word file (.doc), or one with a password; save it as .docx without a password.</source>
            <translation>{path}: ملف ⁦Word⁩ قديم (⁦.doc⁩) أو محمي بكلمة سر؛ احفظه بصيغة ⁦.docx⁩ بلا كلمة سر.</translation>
        </message>
        <message>
            <source>{path}: another program is writing to it; try again when it has finished.</source>
            <translation>{path}: برنامج آخر يكتب في هذا الملف؛ أعد المحاولة بعد أن ينتهي.</translation>
        </message>
        <message>
            <source>{path}: another window or program has changed what this act needs; look again, then repeat it.</source>
            <translation>{path}: غيّرت نافذة أخرى أو برنامج آخر ما يحتاج إليه هذا الإجراء؛ يُرجى الاطلاع من جديد ثم إعادته.</translation>
        </message>
        <message>
            <source>{path}: automatic numbers of Word written before their paragraphs: {count}.</source>
            <translation>{path}: عدد أرقام ⁦Word⁩ التلقائية التي كُتبت قبل فقراتها: {count}.</translation>
        </message>
        <message>
            <source>{path}: begins like UTF-16, but is none at byte {position}; save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and import it again.</source>
            <translation>{path}: يبدأ كأنه بترميز ⁦UTF-16⁩، وليس كذلك عند البايت {position}؛ احفظه بترميز ⁦UTF-8⁩ (في برامج الجداول: «⁦CSV UTF-8⁩») ثم استورده من جديد.</translation>
        </message>
        <message>
            <source>{path}: begins with %%% as resolution texts do, but was read as plain text: the header is part of the text.</source>
            <translation>{path}: يبدأ بالعلامة ⁦%%%⁩ كنصوص القرارات، لكنه قُرئ نصا صرفا: الترويسة جزء من النص.</translation>
        </message>
        <message>
            <source>{path}: begins with a byte order mark.</source>
            <translation>{path}: يبدأ بعلامة ترتيب البايتات.</translation>
        </message>
        <message>
            <source>{path}: cannot be deleted ({reason}).</source>
            <translation>{path}: لا يمكن حذفه (⁨{reason}⁩).</translation>
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
            <source>{path}: comments left out: {count}.</source>
            <translation>{path}: عدد التعليقات المحذوفة: {count}.</translation>
        </message>
        <message>
            <source>{path}: damaged: the text of “{name}” has changed.</source>
            <translation>{path}: ملف تالف: تغيّر نص «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: embedded files left out: {count}.</source>
            <translation>{path}: عدد الملفات المضمنة المحذوفة: {count}.</translation>
        </message>
        <message>
            <source>{path}: has CR LF line ends.</source>
            <translation>{path}: نهايات أسطره ⁦CR LF⁩.</translation>
        </message>
        <message>
            <source>{path}: has a DTD that lies elsewhere (line {line}), and nothing is ever fetched.</source>
            <translation>{path}: له ⁦DTD⁩ في مكان آخر (السطر {line})، ولا يُجلب شيء أبدا.</translation>
        </message>
        <message>
            <source>{path}: has a cell of more than {most} characters (line {line}).</source>
            <translation>{path}: فيه خلية يزيد طولها على {most} حرف (السطر {line}).</translation>
        </message>
        <message>
            <source>{path}: has a namespace that is more than a short text (line {line}), which is not read.</source>
            <translation>{path}: فيه نطاق أسماء أطول من نص قصير (السطر {line})، ولا يُقرأ.</translation>
        </message>
        <message>
            <source>{path}: has a password; save it without one.</source>
            <translation>{path}: محمي بكلمة سر؛ احفظه بلا كلمة سر.</translation>
        </message>
        <message>
            <source>{path}: has an entity that lies elsewhere (line {line}), and nothing is ever fetched.</source>
            <translation>{path}: فيه كيان ⁦XML⁩ يقع في مكان آخر (السطر {line})، ولا يُجلب شيء أبدا.</translation>
        </message>
        <message>
            <source>{path}: has entities of its own (line {line}), which are not read.</source>
            <translation>{path}: يعرّف كيانات خاصة به (السطر {line})، وهي لا تُقرأ.</translation>
        </message>
        <message>
            <source>{path}: has entities of its own, which are not read.</source>
            <translation>{path}: يعرّف كيانات خاصة به، وهي لا تُقرأ.</translation>
        </message>
        <message>
            <source>{path}: has entities that are more than a short text (line {line}), which are not read.</source>
            <translation>{path}: فيه كيانات ⁦XML⁩ أطول من نص قصير (السطر {line})، ولا تُقرأ.</translation>
        </message>
        <message>
            <source>{path}: has more annotators than are read of one file ({most}).</source>
            <translation>{path}: عدد ما فيه من موسِّمين يتجاوز ما يُقرأ من ملف واحد ({most}).</translation>
        </message>
        <message>
            <source>{path}: has more cells, lines or values than are read of one table.</source>
            <translation>{path}: عدد ما فيه من خلايا أو أسطر أو قيم يتجاوز ما يُقرأ من جدول واحد.</translation>
        </message>
        <message>
            <source>{path}: has more clauses than are read of one file ({most}).</source>
            <translation>{path}: عدد ما فيه من فقرات يتجاوز ما يُقرأ من ملف واحد ({most}).</translation>
        </message>
        <message>
            <source>{path}: has more concepts than are read of one file ({most}).</source>
            <translation>{path}: عدد ما فيه من مفاهيم يتجاوز ما يُقرأ من ملف واحد ({most}).</translation>
        </message>
        <message>
            <source>{path}: has more elements and attributes than are read of one file ({most}).</source>
            <translation>{path}: عدد ما فيه من عناصر وسمات يتجاوز ما يُقرأ من ملف واحد ({most}).</translation>
        </message>
        <message>
            <source>{path}: has more entities of its own (line {line}) than are read.</source>
            <translation>{path}: فيه كيانات ⁦XML⁩ خاصة به (السطر {line}) أكثر مما يُقرأ.</translation>
        </message>
        <message>
            <source>{path}: has more labels and notes than are read of one file ({most}).</source>
            <translation>{path}: عدد ما فيه من تسميات وملاحظات يتجاوز ما يُقرأ من ملف واحد ({most}).</translation>
        </message>
        <message>
            <source>{path}: has more parts than are read of one file ({most}).</source>
            <translation>{path}: عدد مكوناته يتجاوز ما يُقرأ من ملف واحد ({most}).</translation>
        </message>
        <message>
            <source>{path}: has no column “{heading}”; its columns are: {known}.</source>
            <translation>{path}: لا عمود فيه عنوانه «⁨{heading}⁩»، وأعمدته هي: ⁨{known}⁩.</translation>
        </message>
        <message>
            <source>{path}: has the same text as “{name}”.</source>
            <translation>{path}: نصه هو نص «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: has {count} schemes, whose concepts are read as one vocabulary.</source>
            <translation>{path}: فيه {count} من مخططات المفاهيم، قُرئت مفاهيمها كلها على أنها مفردات مضبوطة واحدة.</translation>
        </message>
        <message>
            <source>{path}: headers and footers with text left out: {count}.</source>
            <translation>{path}: عدد الرؤوس والتذييلات المحذوفة ذات النص: {count}.</translation>
        </message>
        <message>
            <source>{path}: holds more values than are read of it at once ({most}).</source>
            <translation>{path}: عدد ما فيه من قيم يتجاوز ما يُقرأ دفعة واحدة ({most}).</translation>
        </message>
        <message>
            <source>{path}: imported as “{name}”.</source>
            <translation>{path}: استُورد باسم «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: it is open elsewhere; close it there first.</source>
            <translation>{path}: الملف مفتوح في مكان آخر؛ أغلقه هناك أولا.</translation>
        </message>
        <message>
            <source>{path}: its @context lies elsewhere (“{place}”), and nothing is ever fetched; put what it says into the file.</source>
            <translation>{path}: يقع ⁦@context⁩ الخاص به في مكان آخر («⁨{place}⁩»)، ولا يُجلب شيء أبدا؛ ضع مضمونه في الملف.</translation>
        </message>
        <message>
            <source>{path}: its DTD gives attributes values (line {line}), which are not read.</source>
            <translation>{path}: يعطي ⁦DTD⁩ الخاص به قيما للسمات (السطر {line})، ولا تُقرأ.</translation>
        </message>
        <message>
            <source>{path}: its abbreviations would make it many times as long, so it is not read.</source>
            <translation>{path}: اختصاراته تجعله أطول مرات كثيرة، فلا يقرأ.</translation>
        </message>
        <message>
            <source>{path}: its clauses were left out. {reason}</source>
            <translation>{path}: لم تُستورد فقراته. ⁨{reason}⁩</translation>
        </message>
        <message>
            <source>{path}: its concepts have no URI, and each needs one.</source>
            <translation>{path}: ليس لمفاهيمه معرّفات ⁦URI⁩، ولا بد لكل منها من معرّف.</translation>
        </message>
        <message>
            <source>{path}: its entities would make it many times as long, so it is not read.</source>
            <translation>{path}: تجعله كياناته أطول أضعافا كثيرة، فلا يُقرأ.</translation>
        </message>
        <message>
            <source>{path}: its folder is read-only, so nothing can be written to the project.</source>
            <translation>{path}: مجلد الملف للقراءة فقط، فلا تمكن الكتابة في المشروع.</translation>
        </message>
        <message>
            <source>{path}: its header has more descriptors than are read ({most}).</source>
            <translation>{path}: عدد الواصفات في ترويسته يتجاوز ما يُقرأ منها ({most}).</translation>
        </message>
        <message>
            <source>{path}: its path is not UTF-8.</source>
            <translation>{path}: مساره ليس بترميز ⁦UTF-8⁩.</translation>
        </message>
        <message>
            <source>{path}: its scheme has no layer of clauses, so that none can be proposed.</source>
            <translation>{path}: ليس في مخطط التوسيم لهذا المشروع طبقة فقرات، فلا يمكن اقتراح أي فقرة.</translation>
        </message>
        <message>
            <source>{path}: its scheme is not the project's, which has documents or terms already.</source>
            <translation>{path}: مخطط توسيمه غير مخطط المشروع، وفي المشروع وثائق أو مصطلحات من قبل.</translation>
        </message>
        <message>
            <source>{path}: its text is longer than {most} characters, so it is not read.</source>
            <translation>{path}: يزيد طول نصه على {most} حرف، ولذلك لا يُقرأ.</translation>
        </message>
        <message>
            <source>{path}: its text says {written}, the file beside it {stated}; the text is believed.</source>
            <translation>{path}: ورد في نصه ⁨{written}⁩ وفي بيانات الملف ⁨{stated}⁩؛ وأُخذ بالنص.</translation>
        </message>
        <message>
            <source>{path}: larger than {limit} MiB when unpacked.</source>
            <translation>{path}: حجمه بعد فك ضغطه يزيد على {limit} ⁦MiB⁩.</translation>
        </message>
        <message>
            <source>{path}: larger than {limit} MiB when unpacked; read only when it is imported.</source>
            <translation>{path}: حجمه بعد فك ضغطه يزيد على {limit} ⁦MiB⁩؛ ولا يُقرأ إلا عند استيراده.</translation>
        </message>
        <message>
            <source>{path}: larger than {limit} MiB.</source>
            <translation>{path}: حجمه يزيد على {limit} ⁦MiB⁩.</translation>
        </message>
        <message>
            <source>{path}: larger than {limit} MiB; read only when it is imported.</source>
            <translation>{path}: حجمه يزيد على {limit} ⁦MiB⁩؛ ولا يُقرأ إلا عند استيراده.</translation>
        </message>
        <message>
            <source>{path}: left out of the cover page: “{quote}”.</source>
            <translation>{path}: حُذف من صفحة الغلاف: «⁨{quote}⁩».</translation>
        </message>
        <message>
            <source>{path}: line {line} has more cells than there are headings.</source>
            <translation>{path}: في السطر {line} خلايا أكثر من عناوين الأعمدة.</translation>
        </message>
        <message>
            <source>{path}: line {line} has neither a URI nor a preferred label.</source>
            <translation>{path}: ليس في السطر {line} معرّف ⁦URI⁩ ولا تسمية مفضلة.</translation>
        </message>
        <message>
            <source>{path}: lines {first} and {line} are the same concept, “{name}”.</source>
            <translation>{path}: السطران {first} و {line} مفهوم واحد هو «⁨{name}⁩».</translation>
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
            <source>{path}: made by an older version of Qarar; open it in the window once, then compact it.</source>
            <translation>{path}: أنشأه إصدار أقدم من قرار؛ افتحه في النافذة مرة ثم قلّصه.</translation>
        </message>
        <message>
            <source>{path}: neither a resolution (*.txt) nor project JSON (*.json).</source>
            <translation>{path}: ليس قرارا (⁦*.txt⁩) ولا مشروعا بصيغة ⁦JSON⁩ (⁦*.json⁩).</translation>
        </message>
        <message>
            <source>{path}: nested too deeply (line {line}).</source>
            <translation>{path}: تداخل عناصره أعمق مما يُقرأ (السطر {line}).</translation>
        </message>
        <message>
            <source>{path}: nested too deeply.</source>
            <translation>{path}: عمق التداخل فيه أكثر مما يجوز.</translation>
        </message>
        <message>
            <source>{path}: no clause files (*.json) here.</source>
            <translation>{path}: لا ملفات فقرات (⁦*.json⁩) هنا.</translation>
        </message>
        <message>
            <source>{path}: no column holds preferred labels; say which one does.</source>
            <translation>{path}: لا عمود فيه يحوي التسميات المفضلة؛ حدد أيها يحويها.</translation>
        </message>
        <message>
            <source>{path}: no concepts (skos:Concept) here.</source>
            <translation>{path}: لا مفاهيم فيه (⁦skos:Concept⁩).</translation>
        </message>
        <message>
            <source>{path}: no concepts here: the table has headings only.</source>
            <translation>{path}: لا مفاهيم فيه، فليس في الجدول إلا عناوين الأعمدة.</translation>
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
            <source>{path}: no document of “{session}”; there are: {known}.</source>
            <translation>{path}: لا وثيقة من الدورة «⁨{session}⁩»؛ والموجود: ⁦{known}⁩.</translation>
        </message>
        <message>
            <source>{path}: no empty line after the header.</source>
            <translation>{path}: لا سطر فارغا بعد الترويسة.</translation>
        </message>
        <message>
            <source>{path}: no files of this kind (*{suffix}) in this folder.</source>
            <translation>{path}: لا ملفات من هذا النوع (⁦*{suffix}⁩) في هذا المجلد.</translation>
        </message>
        <message>
            <source>{path}: no gold clauses (*.json) in this folder.</source>
            <translation>{path}: لا فقرات مرجعية (⁦*.json⁩) في هذا المجلد.</translation>
        </message>
        <message>
            <source>{path}: no header: the first line must begin with %%%.</source>
            <translation>{path}: لا ترويسة: لا بد أن يبدأ السطر الأول بالعلامة ⁦%%%⁩.</translation>
        </message>
        <message>
            <source>{path}: no resolution here has a term in its header.</source>
            <translation>{path}: لا قرار هنا في ترويسته مصطلح.</translation>
        </message>
        <message>
            <source>{path}: no resolutions (*.txt) in this folder.</source>
            <translation>{path}: لا قرارات (⁦*.txt⁩) في هذا المجلد.</translation>
        </message>
        <message>
            <source>{path}: no thesaurus by its suffix; these are read: {known}.</source>
            <translation>{path}: لاحقته ليست لاحقة مكنز؛ واللواحق التي تقرأ هي: ⁦{known}⁩.</translation>
        </message>
        <message>
            <source>{path}: no thesaurus is written with this suffix; these are: {known}.</source>
            <translation>{path}: لا يكتب مكنز بهذه اللاحقة؛ واللواحق التي تكتب هي: ⁦{known}⁩.</translation>
        </message>
        <message>
            <source>{path}: none of its concepts is in the vocabulary “{uri}”.</source>
            <translation>{path}: ليس شيء من مفاهيمه في المفردات المضبوطة «⁨{uri}⁩».</translation>
        </message>
        <message>
            <source>{path}: not Akoma Ntoso: its outermost element is “{name}” (line {line}).</source>
            <translation>{path}: ليس بصيغة ⁦Akoma Ntoso⁩: عنصره الأعلى هو «⁨{name}⁩» (السطر {line}).</translation>
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
            <source>{path}: not UTF-8 at byte {position}; save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and import it again.</source>
            <translation>{path}: ليس بترميز ⁦UTF-8⁩ عند البايت {position}؛ احفظه بترميز ⁦UTF-8⁩ (في برامج الجداول: «⁦CSV UTF-8⁩») ثم استورده من جديد.</translation>
        </message>
        <message>
            <source>{path}: not XML that can be read ({reason}).</source>
            <translation>{path}: ليس بصيغة ⁦XML⁩ تمكن قراءتها (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: not a Qarar project.</source>
            <translation>{path}: ليس مشروعا من مشاريع «قرار».</translation>
        </message>
        <message>
            <source>{path}: not a Word file (.docx), or a damaged one.</source>
            <translation>{path}: ليس ملف ⁦Word⁩ (⁦.docx⁩) أو هو تالف.</translation>
        </message>
        <message>
            <source>{path}: not a Word file, or a part of it is missing or damaged.</source>
            <translation>{path}: ليس ملف ⁦Word⁩، أو أن جزءا منه مفقود أو تالف.</translation>
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
            <source>{path}: not a scheme of Qarar: its “format” is not {known}.</source>
            <translation>{path}: ليس مخطط توسيم من «قرار»: قيمة «⁦format⁩» فيه ليست ⁨{known}⁩.</translation>
        </message>
        <message>
            <source>{path}: not a table (line {line}: {reason}).</source>
            <translation>{path}: ليس جدولا (السطر {line}: ⁦{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: not project JSON.</source>
            <translation>{path}: ليس بصيغة ⁦JSON⁩ للمشاريع.</translation>
        </message>
        <message>
            <source>{path}: not well-formed XML (line {line}: {reason}).</source>
            <translation>{path}: ليس بصيغة ⁦XML⁩ سليمة (السطر {line}: ⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: not {notation} that can be read (line {line}).</source>
            <translation>{path}: ليس بصيغة ⁦{notation}⁩ يمكن قراءتها (السطر {line}).</translation>
        </message>
        <message>
            <source>{path}: not {notation} that can be read.</source>
            <translation>{path}: ليس بصيغة ⁦{notation}⁩ يمكن قراءتها.</translation>
        </message>
        <message>
            <source>{path}: nothing of a project can be found in it.</source>
            <translation>{path}: لا يوجد في الملف شيء من أي مشروع.</translation>
        </message>
        <message>
            <source>{path}: open for reading only.</source>
            <translation>{path}: مفتوح للقراءة فقط.</translation>
        </message>
        <message>
            <source>{path}: pictures left out: {count}.</source>
            <translation>{path}: عدد الصور المحذوفة: {count}.</translation>
        </message>
        <message>
            <source>{path}: pieces of hidden text left out: {count}.</source>
            <translation>{path}: عدد أجزاء النص المخفي المحذوفة: {count}.</translation>
        </message>
        <message>
            <source>{path}: says more than is read of one file (at most {most} statements).</source>
            <translation>{path}: فيه أكثر مما يُقرأ من ملف واحد ({most} عبارة على الأكثر).</translation>
        </message>
        <message>
            <source>{path}: says that its language is “{language}”, not Arabic.</source>
            <translation>{path}: يذكر أن لغته «⁨{language}⁩» لا العربية.</translation>
        </message>
        <message>
            <source>{path}: signs of a symbol font left out: {count}.</source>
            <translation>{path}: عدد علامات خطوط الرموز المحذوفة: {count}.</translation>
        </message>
        <message>
            <source>{path}: text boxes left out: {count}.</source>
            <translation>{path}: عدد مربعات النص المحذوفة: {count}.</translation>
        </message>
        <message>
            <source>{path}: text of endnotes left out; their marks stay as (): {count}.</source>
            <translation>{path}: حُذفت نصوص الحواشي الختامية وبقيت علاماتها قوسين فارغين، وعددها {count}.</translation>
        </message>
        <message>
            <source>{path}: text of footnotes left out; their marks stay as (): {count}.</source>
            <translation>{path}: حُذفت نصوص الحواشي وبقيت علاماتها قوسين فارغين، وعددها {count}.</translation>
        </message>
        <message>
            <source>{path}: the copy is not what was copied.</source>
            <translation>{path}: النسخة لا تطابق الأصل.</translation>
        </message>
        <message>
            <source>{path}: the disk is full.</source>
            <translation>{path}: القرص ممتلئ.</translation>
        </message>
        <message>
            <source>{path}: the file holds tables or indexes of another program under names that this version of Qarar needs ({names}); recover the project into a new file, which has none.</source>
            <translation>{path}: يتضمن الملف جداول أو فهارس أضافها برنامج آخر بأسماء يحتاج إليها هذا الإصدار من «قرار» (⁨{names}⁩)؛ استرد المشروع في ملف جديد يخلو منها.</translation>
        </message>
        <message>
            <source>{path}: the file holds triggers, views, indexes or tables of another program ({names}), which could change what is read or keep work from being saved; recover the project into a new file, which has none.</source>
            <translation>{path}: يتضمن الملف مُشغِّلات أو طرق عرض أو فهارس أو جداول أضافها برنامج آخر (⁨{names}⁩) يمكن أن تغيّر ما يُقرأ أو أن تمنع حفظ العمل؛ استرد المشروع في ملف جديد يخلو منها.</translation>
        </message>
        <message>
            <source>{path}: the file is read-only, so nothing can be written to it.</source>
            <translation>{path}: الملف للقراءة فقط، فلا تمكن الكتابة فيه.</translation>
        </message>
        <message>
            <source>{path}: the file {log} beside it, which belongs to it while it is open, was moved, deleted or replaced; nothing more is written to it. Save a copy to keep what is here.</source>
            <translation>{path}: نُقل الملف {log} المجاور له، وهو جزء منه ما دام مفتوحا، أو حُذف أو حلّ غيره محله، فلا يُكتب فيه شيء بعد الآن. احفظ نسخة لتُبقي ما هنا.</translation>
        </message>
        <message>
            <source>{path}: the project file is damaged ({reason}), so nothing is written to it. Recover the project into a new file.</source>
            <translation>{path}: ملف المشروع تالف (⁨{reason}⁩)، فلا يُكتب فيه شيء. استرد المشروع في ملف جديد.</translation>
        </message>
        <message>
            <source>{path}: the project file is damaged ({reason}). Recover the project into a new file.</source>
            <translation>{path}: ملف المشروع تالف (⁨{reason}⁩). استرد المشروع في ملف جديد.</translation>
        </message>
        <message>
            <source>{path}: the project file is damaged, so nothing is written to it. {problem} Recover the project into a new file.</source>
            <translation>{path}: ملف المشروع تالف، ولذلك لا يُكتب فيه شيء. {problem} استرد المشروع في ملف جديد.</translation>
        </message>
        <message>
            <source>{path}: the project file is damaged. {problem} Recover the project into a new file.</source>
            <translation>{path}: ملف المشروع تالف. {problem} استرد المشروع في ملف جديد.</translation>
        </message>
        <message>
            <source>{path}: the project file was damaged from outside; nothing more is written to it. Save a copy to keep what can still be read.</source>
            <translation>{path}: تلف ملف المشروع من خارج البرنامج، فلا يُكتب فيه شيء بعد الآن. احفظ نسخة لتُبقي ما تمكن قراءته.</translation>
        </message>
        <message>
            <source>{path}: the project file was moved, deleted or replaced; nothing more is written to it. Save a copy to keep what is here.</source>
            <translation>{path}: نُقل ملف المشروع أو حُذف أو حلّ غيره محله، فلا يُكتب فيه شيء بعد الآن. احفظ نسخة لتُبقي ما هنا.</translation>
        </message>
        <message>
            <source>{path}: the project has the saved search “{name}” with another content.</source>
            <translation>{path}: يوجد في المشروع البحث المحفوظ «{name}» بمحتوى آخر.</translation>
        </message>
        <message>
            <source>{path}: the project itself is in this folder, so whatever happens to the folder happens to the project and its backups alike; choose another folder, on another disk if you can.</source>
            <translation>{path}: المشروع نفسه في هذا المجلد، فكل ما يصيب المجلد يصيب المشروع ونسخه الاحتياطية معا؛ اختر مجلدا آخر، على قرص آخر إن أمكن.</translation>
        </message>
        <message>
            <source>{path}: the project's history is damaged at operation {number}.</source>
            <translation>{path}: سجل عمليات المشروع تالف عند العملية {number}.</translation>
        </message>
        <message>
            <source>{path}: the system cannot read or write it; perhaps the disk is full.</source>
            <translation>{path}: لا يستطيع النظام قراءته أو الكتابة فيه؛ لعل القرص ممتلئ.</translation>
        </message>
        <message>
            <source>{path}: the table has {count} columns; at most {most} are read.</source>
            <translation>{path}: عدد أعمدة الجدول {count}؛ ولا يقرأ جدول أعمدته أكثر من {most}.</translation>
        </message>
        <message>
            <source>{path}: the table is empty.</source>
            <translation>{path}: الجدول فارغ.</translation>
        </message>
        <message>
            <source>{path}: the table would have {count} columns, and at most {most} are read; write it as SKOS.</source>
            <translation>{path}: سيكون عدد أعمدة الجدول {count}، ولا يقرأ جدول أعمدته أكثر من {most}؛ فاكتبه بصيغة ⁦SKOS⁩.</translation>
        </message>
        <message>
            <source>{path}: the text is empty.</source>
            <translation>{path}: النص فارغ.</translation>
        </message>
        <message>
            <source>{path}: the text of “{name}” is damaged.</source>
            <translation>{path}: نص الوثيقة «⁨{name}⁩» تالف.</translation>
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
            <source>{path}: there is no resolution of this name.</source>
            <translation>{path}: لا يوجد قرار بهذا الاسم.</translation>
        </message>
        <message>
            <source>{path}: there is no such file.</source>
            <translation>{path}: لا يوجد هذا الملف.</translation>
        </message>
        <message>
            <source>{path}: there is no such folder.</source>
            <translation>{path}: لا يوجد هذا المجلد.</translation>
        </message>
        <message>
            <source>{path}: there is only one session or year of each organ; nothing older.</source>
            <translation>{path}: ليس لكل هيئة سوى دورة واحدة أو سنة واحدة، ولا أقدم منها.</translation>
        </message>
        <message>
            <source>{path}: there is too little room for it on its disk.</source>
            <translation>{path}: لا يتسع له القرص.</translation>
        </message>
        <message>
            <source>{path}: there is too little room on its disk for a backup.</source>
            <translation>{path}: لا يتسع القرص لنسخة احتياطية.</translation>
        </message>
        <message>
            <source>{path}: there is too little room on its disk to compact it.</source>
            <translation>{path}: لا يتسع القرص لتقليص الملف.</translation>
        </message>
        <message>
            <source>{path}: these are no weights of the segmenter.</source>
            <translation>{path}: ليس هذا ملف أوزان المقطع الآلي.</translation>
        </message>
        <message>
            <source>{path}: these clauses were made for another text than that of “{name}”.</source>
            <translation>{path}: وُضعت هذه الفقرات لنص غير نص «⁨{name}⁩».</translation>
        </message>
        <message>
            <source>{path}: this folder holds something else (“{name}”).</source>
            <translation>{path}: في هذا المجلد شيء آخر («{name}»).</translation>
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
            <source>{path}: this is no ranking of descriptors.</source>
            <translation>{path}: ليس هذا ترتيبا للواصفات.</translation>
        </message>
        <message>
            <source>{path}: this is the backup itself.</source>
            <translation>{path}: هذه هي النسخة الاحتياطية نفسها.</translation>
        </message>
        <message>
            <source>{path}: tracked deletions left out: {count}.</source>
            <translation>{path}: عدد عمليات الحذف المتعقبة التي أُخذ بها: {count}.</translation>
        </message>
        <message>
            <source>{path}: tracked insertions taken in: {count}.</source>
            <translation>{path}: عدد الإضافات المتعقبة التي أُخذ بها: {count}.</translation>
        </message>
        <message>
            <source>{path}: wants another file to be included (line {line}), and nothing is ever fetched.</source>
            <translation>{path}: يطلب إدراج ملف آخر (السطر {line})، ولا يُجلب شيء أبدا.</translation>
        </message>
        <message>
            <source>{path}: wants {uri} to be read too, which it never is.</source>
            <translation>{path}: يطلب قراءة ⁦{uri}⁩ أيضا، ولا يُقرأ ذلك أبدا.</translation>
        </message>
        <message>
            <source>{path}: was given twice, and is read once.</source>
            <translation>{path}: ذُكر مرتين، ويُقرأ مرة واحدة.</translation>
        </message>
        <message>
            <source>{path}: what could be read makes no sound project ({reason}).</source>
            <translation>{path}: ما أمكنت قراءته لا يكوّن مشروعا سليما (⁨{reason}⁩).</translation>
        </message>
        <message>
            <source>{path}: would be more than {times} times as large when unpacked, so it is not read.</source>
            <translation>{path}: يتضاعف حجمه أكثر من {times} مرة عند فك ضغطه، ولذلك لا يُقرأ.</translation>
        </message>
        <message>
            <source>{path}: {count} concepts have no URI, and were left out.</source>
            <translation>{path}: عدد المفاهيم التي لا معرّف ⁦URI⁩ لها {count}، وقد تُركت.</translation>
        </message>
        <message>
            <source>{path}: {count} concepts have no label; they come in, and are shown by their URIs (the first: {uri}).</source>
            <translation>{path}: عدد المفاهيم التي لا تسمية لها: {count}؛ وهي تستورد، وتعرض بمعرّفات ⁦URI⁩ (أولها: ⁦{uri}⁩).</translation>
        </message>
        <message>
            <source>{path}: {count} labels or notes are no texts, and were left out (the first: of {uri}).</source>
            <translation>{path}: عدد التسميات والملاحظات التي ليست نصوصا {count}، وقد تُركت (أولاها للمفهوم ⁦{uri}⁩).</translation>
        </message>
        <message>
            <source>{path}: {count} labels or notes in “{language}”, which is no language code, were left out.</source>
            <translation>{path}: عدد التسميات والملاحظات التي لغتها «⁨{language}⁩»، وليست رمز لغة، {count}، وقد تُركت.</translation>
        </message>
        <message>
            <source>{path}: {count} preferred labels are those of several concepts in one language, and stay so (the first: “{label}”, language: {language}, of {uri} and {other}).</source>
            <translation>{path}: عدد التسميات المفضلة التي تحملها عدة مفاهيم بلغة واحدة {count}، وقد بقيت كما هي (أولاها «⁨{label}⁩»، واللغة: ⁦{language}⁩، للمفهومين ⁦{uri}⁩ و ⁦{other}⁩).</translation>
        </message>
        <message>
            <source>{path}: {count} relations lead to concepts that are not in the file, and were left out (the first: from {uri} to {other}).</source>
            <translation>{path}: عدد العلاقات التي تؤدي إلى مفاهيم ليست في الملف {count}، وقد تُركت (أولاها من ⁦{uri}⁩ إلى ⁦{other}⁩).</translation>
        </message>
        <message>
            <source>{path}: {count} relations name no row, or several, and were left out (the first: “{name}” in line {line}).</source>
            <translation>{path}: عدد العلاقات التي لا تسمي صفا أو تسمي عدة صفوف {count}، وقد تُركت (أولاها «⁨{name}⁩» في السطر {line}).</translation>
        </message>
        <message>
            <source>{path}: {count} texts are labels of several kinds of one concept, and were read as the first of: preferred, alternative, hidden (the first: “{label}” of {uri}).</source>
            <translation>{path}: عدد النصوص التي هي تسميات من عدة أنواع لمفهوم واحد {count}، وقد قُرئ كل منها على أول نوع من: المفضلة ثم البديلة ثم المخفية (أولها «⁨{label}⁩» للمفهوم ⁦{uri}⁩).</translation>
        </message>
        <message>
            <source>{path}: {count} texts stand where a concept should be named, and were left out (the first: of {uri}).</source>
            <translation>{path}: عدد النصوص الواقعة حيث ينبغي أن يسمى مفهوم {count}، وقد تُركت (أولها للمفهوم ⁦{uri}⁩).</translation>
        </message>
        <message>
            <source>{path}: {format} is only written; project JSON can be read again.</source>
            <translation>{path}: صيغة ⁨{format}⁩ للكتابة فقط؛ أما صيغة ⁦JSON⁩ للمشاريع فتمكن قراءتها من جديد.</translation>
        </message>
        <message>
            <source>{path}: {log} lies beside it, which SQLite would read as a part of it. Move that file away first.</source>
            <translation>{path}: يوجد بجانبه الملف {log}، وسيُقرأ على أنه جزء منه. انقل ذلك الملف إلى مكان آخر أولا.</translation>
        </message>
        <message>
            <source>{path}: {place} has a state twice.</source>
            <translation>{path}: للموضع ⁦{place}⁩ حال واحدة مذكورة مرتين.</translation>
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
            <source>{path}: {place} holds more values than are read of it at once ({most}).</source>
            <translation>{path}: عدد القيم في {place} يتجاوز ما يُقرأ دفعة واحدة ({most}).</translation>
        </message>
        <message>
            <source>{path}: {place} is larger than {limit} MiB.</source>
            <translation>{path}: حجم {place} يزيد على {limit} ⁦MiB⁩.</translation>
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
            <source>{path}: {place}: there is one of that id or name already.</source>
            <translation>{path}: {place}: يوجد بحث محفوظ آخر بهذا المعرّف أو الاسم.</translation>
        </message>
        <message>
            <source>{path}: {place}: this text cannot have been laid out so.</source>
            <translation>{path}: {place}: لا يمكن أن يكون هذا النص قد نُسّق على هذا النحو.</translation>
        </message>
        <message>
            <source>{path}: {place}: {problem}</source>
            <translation>{path}: ⁦{place}⁩: ⁨{problem}⁩</translation>
        </message>
        <message>
            <source>{path}: {place}: {reason}</source>
            <translation>{path}: {place}: {reason}</translation>
        </message>
        <message>
            <source>{path}: {reason}</source>
            <translation>{path}: ⁨{reason}⁩</translation>
        </message>
        <message>
            <source>{path}: {reason}.</source>
            <translation>{path}: ⁨{reason}⁩.</translation>
        </message>
        <message>
            <source>{path}: {uri} has two preferred labels in one language ({language}): “{first}” and “{second}”.</source>
            <translation>{path}: للمفهوم ⁦{uri}⁩ تسميتان مفضلتان بلغة واحدة (⁦{language}⁩): «⁨{first}⁩» و «⁨{second}⁩».</translation>
        </message>
        <message>
            <source>{path}: {uri} is a concept, and the vocabulary itself.</source>
            <translation>{path}: ⁦{uri}⁩ مفهوم، وهو أيضا المفردات المضبوطة نفسها.</translation>
        </message>
        <message>
            <source>{path}: “segmenter” must be a text.</source>
            <translation>{path}: لا بد أن تكون قيمة «⁦segmenter⁩» نصا.</translation>
        </message>
        <message>
            <source>{path}: “{language}” is no language code, so “{text}” cannot be written.</source>
            <translation>{path}: ليس «⁨{language}⁩» رمز لغة، فلا يمكن أن يكتب «⁨{text}⁩».</translation>
        </message>
        <message>
            <source>{path}: “{uri}” is no absolute URI, and nothing says what it is relative to.</source>
            <translation>{path}: ليس «⁨{uri}⁩» معرّف ⁦URI⁩ مطلقا، ولا شيء يبين إلى ماذا ينسب.</translation>
        </message>
        <message>
            <source>{path}: “{uri}” is no absolute URI, so it cannot be written.</source>
            <translation>{path}: ليس «⁨{uri}⁩» معرّف ⁦URI⁩ مطلقا، فلا يمكن أن يكتب.</translation>
        </message>
        <message>
            <source>{path}: “{uri}” is no absolute URI.</source>
            <translation>{path}: ليس «⁨{uri}⁩» معرّف ⁦URI⁩ مطلقا.</translation>
        </message>
        <message>
            <source>{problem} “backups” without PROJECT lists the backups of all projects by their ids.</source>
            <translation>{problem} يعرض الأمر ⁦backups⁩ دون ⁦PROJECT⁩ النسخ الاحتياطية لجميع المشاريع بمعرّفاتها.</translation>
        </message>
        <message>
            <source>{project}: has no vocabulary “{uri}”; these are there: {known}.</source>
            <translation>{project}: ليست فيه المفردات المضبوطة «⁨{uri}⁩»؛ وفيه: ⁦{known}⁩.</translation>
        </message>
        <message>
            <source>{project}: has several vocabularies; name one with --vocabulary: {known}.</source>
            <translation>{project}: فيه عدة مفردات مضبوطة؛ سمّ إحداها بالخيار ⁦--vocabulary⁩: ⁦{known}⁩.</translation>
        </message>
        <message>
            <source>{project}: no document is called “{document}”.</source>
            <translation>{project}: لا وثيقة باسم «⁨{document}⁩».</translation>
        </message>
        <message>
            <source>{system_error}</source>
            <translation>خطأ في نظام التشغيل: ⁦{system_error}⁩</translation>
        </message>
        <message>
            <source>“{colour}” is no colour of the form #rrggbb.</source>
            <translation>«⁨{colour}⁩» ليس لونا على الصورة ⁦#rrggbb⁩.</translation>
        </message>
        <message>
            <source>“{date}” is not a date of the form 2004-12-20.</source>
            <translation>«⁨{date}⁩» ليس تاريخا على الصورة ⁦2004-12-20⁩.</translation>
        </message>
        <message>
            <source>“{feature}” has choices, but its kind is not “choice”.</source>
            <translation>للخاصية «⁨{feature}⁩» خيارات، لكن نوعها ليس «خيار».</translation>
        </message>
        <message>
            <source>“{feature}” has the choice “{choice}” twice.</source>
            <translation>الخيار «⁨{choice}⁩» وارد مرتين في الخاصية «⁨{feature}⁩».</translation>
        </message>
        <message>
            <source>“{id}” cannot be the id of a label.</source>
            <translation>لا يصلح «⁨{id}⁩» معرّفا لوسم.</translation>
        </message>
        <message>
            <source>“{id}” cannot be the id of a layer.</source>
            <translation>لا يصلح «⁨{id}⁩» معرّفا لطبقة.</translation>
        </message>
        <message>
            <source>“{id}” needs a name in one language at least.</source>
            <translation>لا بد للعنصر «⁨{id}⁩» من اسم بلغة واحدة على الأقل.</translation>
        </message>
        <message>
            <source>“{key}” cannot be a label's key; letters and digits can.</source>
            <translation>لا يصلح «⁨{key}⁩» مفتاحا لوسم؛ تصلح الحروف والأرقام.</translation>
        </message>
        <message>
            <source>“{label}” at {start}–{end} was left out: {problem}</source>
            <translation>تُرك المقطع «⁨{label}⁩» في الموضع {start}–{end}: {problem}</translation>
        </message>
        <message>
            <source>“{label}” belongs to another layer than “{other}”.</source>
            <translation>الوسم «{label}» من طبقة غير طبقة الوسم «{other}».</translation>
        </message>
        <message>
            <source>“{label}” cannot have two features “{feature}”.</source>
            <translation>لا يجوز أن تكون للوسم «{label}» خاصيتان باسم «⁨{feature}⁩».</translation>
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
            <source>“{label}” has no feature “{feature}”.</source>
            <translation>لا خاصية باسم «⁨{feature}⁩» للوسم «{label}».</translation>
        </message>
        <message>
            <source>“{label}” is in use and cannot move from the layer “{layer}” to another.</source>
            <translation>الوسم «{label}» مستعمل، فلا يمكن نقله من الطبقة «{layer}» إلى غيرها.</translation>
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
            <source>“{label}” is said twice to stand inside “{other}”.</source>
            <translation>ذُكر مرتين أن الوسم «{label}» يقع داخل «{other}».</translation>
        </message>
        <message>
            <source>“{label}” must lie inside a mark of the layer “{layer}”.</source>
            <translation>لا بد أن يقع الوسم «{label}» داخل مقطع من الطبقة «{layer}».</translation>
        </message>
        <message>
            <source>“{label}” stands in a label that is not there (“{id}”).</source>
            <translation>يقع الوسم «{label}» داخل وسم غير موجود («⁨{id}⁩»).</translation>
        </message>
        <message>
            <source>“{label}” would be cut by the limit of “{other}”.</source>
            <translation>سيُقطع المقطع «{label}» عند حد المقطع «{other}».</translation>
        </message>
        <message>
            <source>“{layer}” lies within a layer that is not there (“{id}”).</source>
            <translation>تقع الطبقة «{layer}» داخل طبقة غير موجودة («⁨{id}⁩»).</translation>
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
            <source>“{query}” is no regular expression ({reason}).</source>
            <translation>«{query}» ليس تعبيرا نمطيا ({reason}).</translation>
        </message>
        <message>
            <source>“{query}” searches backwards, and hits are told forwards.</source>
            <translation>يبحث «{query}» إلى الخلف، والنتائج تُسرد إلى الأمام.</translation>
        </message>
        <message>
            <source>“{query}” takes longer than {seconds} seconds in one text; a simpler expression may do.</source>
            <translation>يستغرق «{query}» أكثر من {seconds} ثانية في نص واحد، وقد يكفي تعبير أبسط.</translation>
        </message>
        <message>
            <source>“{role}” has a language where there can be none, or one that is no code.</source>
            <translation>في «⁨{role}⁩» لغة حيث لا تكون لغة، أو لغة ليست رمزا.</translation>
        </message>
        <message>
            <source>“{role}” is no role of a column; these are: {known}.</source>
            <translation>ليس «⁨{role}⁩» مضمون عمود؛ والمضامين هي: ⁦{known}⁩.</translation>
        </message>
        <message>
            <source>“{term}” has a preferred label in that language already.</source>
            <translation>للمصطلح «⁨{term}⁩» تسمية مفضلة بهذه اللغة من قبل.</translation>
        </message>
        <message>
            <source>“{term}” is a concept of a thesaurus; only a term of the project can be merged.</source>
            <translation>«⁨{term}⁩» مفهوم من مكنز، ولا يدمج إلا مصطلح من مصطلحات المشروع.</translation>
        </message>
        <message>
            <source>“{value}” is neither yes nor no, as the feature “{feature}” needs it.</source>
            <translation>لا بد أن تكون قيمة الخاصية «⁨{feature}⁩» نعم أو لا، لا «⁨{value}⁩».</translation>
        </message>
        <message>
            <source>“{value}” is no decimal number, as the feature “{feature}” needs it.</source>
            <translation>لا بد أن تكون قيمة الخاصية «⁨{feature}⁩» عددا عشريا، لا «⁨{value}⁩».</translation>
        </message>
        <message>
            <source>“{value}” is none of the choices of the feature “{feature}”.</source>
            <translation>ليس «⁨{value}⁩» من خيارات الخاصية «⁨{feature}⁩».</translation>
        </message>
    </context>
    <context>
        <name>Vocabularies</name>
        <message numerus="yes">
            <source>%n term(s) exported to {path}.</source>
            <translation>
                <numerusform>لم يصدَّر أي مصطلح إلى {path}.</numerusform>
                <numerusform>صُدّر مصطلح واحد إلى {path}.</numerusform>
                <numerusform>صُدّر مصطلحان إلى {path}.</numerusform>
                <numerusform>صُدّرت %n مصطلحات إلى {path}.</numerusform>
                <numerusform>صُدّر %n مصطلحا إلى {path}.</numerusform>
                <numerusform>صُدّر %n مصطلح إلى {path}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Export a vocabulary</source>
            <translation>تصدير مفردات مضبوطة</translation>
        </message>
        <message>
            <source>Import a vocabulary</source>
            <translation>استيراد مفردات مضبوطة</translation>
        </message>
    </context>
    <context>
        <name>VocabularyExportDialog</name>
        <message>
            <source>&amp;Format:</source>
            <translation>ال&amp;صيغة:</translation>
        </message>
        <message>
            <source>&amp;Vocabulary:</source>
            <translation>المفردات الم&amp;ضبوطة:</translation>
        </message>
        <message>
            <source>All labels with their languages, notes, relations and notations, and what has become of each term.</source>
            <translation>التسميات كلها بلغاتها، والملاحظات والعلاقات والرموز التصنيفية، وما آل إليه كل مصطلح.</translation>
        </message>
        <message>
            <source>Export a vocabulary</source>
            <translation>تصدير مفردات مضبوطة</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>تصدير إلى</translation>
        </message>
        <message>
            <source>SKOS in JSON-LD</source>
            <translation>⁦SKOS⁩ بصيغة ⁦JSON-LD⁩</translation>
        </message>
        <message>
            <source>SKOS in N-Triples</source>
            <translation>⁦SKOS⁩ بصيغة ⁦N-Triples⁩</translation>
        </message>
        <message>
            <source>SKOS in RDF/XML</source>
            <translation>⁦SKOS⁩ بصيغة ⁦RDF/XML⁩</translation>
        </message>
        <message>
            <source>SKOS in Turtle</source>
            <translation>⁦SKOS⁩ بصيغة ⁦Turtle⁩</translation>
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation>جدول (⁦CSV⁩)</translation>
        </message>
    </context>
    <context>
        <name>VocabularyImportDialog</name>
        <message numerus="yes">
            <source>%n column(s) left out: {columns}.</source>
            <translation>
                <numerusform>لا أعمدة متروكة: {columns}.</numerusform>
                <numerusform>تُرك عمود واحد: {columns}.</numerusform>
                <numerusform>تُرك عمودان: {columns}.</numerusform>
                <numerusform>تُركت %n أعمدة: {columns}.</numerusform>
                <numerusform>تُرك %n عمودا: {columns}.</numerusform>
                <numerusform>تُرك %n عمود: {columns}.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;File:</source>
            <translation>ال&amp;ملف:</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>ا&amp;ستيراد</translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>C&amp;hoose…</source>
            <translation>ا&amp;ختيار…</translation>
        </message>
        <message>
            <source>Import a vocabulary</source>
            <translation>استيراد مفردات مضبوطة</translation>
        </message>
        <message>
            <source>Of a vocabulary that the project has, this is the newer edition: terms are the same where their URIs are, and stay assigned. Free terms that carry one of its labels become its terms. All of it is one step, which can be undone.</source>
            <translation>إذا كانت المفردات المضبوطة في المشروع من قبل فهذا إصدارها الأحدث: المصطلح هو نفسه حيث معرّف ⁦URI⁩ نفسه، ويبقى مسندا. والمصطلحات الحرة التي تحمل إحدى تسمياتها تصير من مصطلحاتها. وكل ذلك خطوة واحدة يمكن التراجع عنها.</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>جارية القراءة…</translation>
        </message>
        <message>
            <source>Thesauri and tables</source>
            <translation>المكانز والجداول</translation>
        </message>
        <message>
            <source>Thesauri as SKOS ({skos}) and tables ({tables}).</source>
            <translation>مكانز بصيغة ⁦SKOS⁩ ({skos}) وجداول ({tables}).</translation>
        </message>
    </context>
    <context>
        <name>VocabularyReport</name>
        <message>
            <source>&amp;Export the list…</source>
            <translation>&amp;تصدير القائمة…</translation>
        </message>
        <message>
            <source>&amp;Merge free terms…</source>
            <translation>&amp;دمج المصطلحات الحرة…</translation>
        </message>
        <message>
            <source>Import a vocabulary</source>
            <translation>استيراد مفردات مضبوطة</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Import resolutions…</source>
            <translation>استيراد قرارات…</translation>
        </message>
        <message>
            <source>No document is shown. Choose one in the panel “Documents”.</source>
            <translation>لا وثيقة معروضة. اختر وثيقة من لوحة «الوثائق».</translation>
        </message>
        <message>
            <source>This project has no documents yet. Import resolutions, or drop their files here, to begin.</source>
            <translation>لا وثائق في هذا المشروع بعد. استورد قرارات أو أفلت ملفاتها هنا لتبدأ.</translation>
        </message>
    </context>
    <context>
        <name>Windows</name>
        <message>
            <source>Another window is at work on this project; it can be written to again when that is done.</source>
            <translation>تعمل نافذة أخرى على هذا المشروع، وتتاح الكتابة فيه حين تنتهي.</translation>
        </message>
    </context>
</TS>
