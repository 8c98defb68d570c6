<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>About</name>
    <message>
        <source>About Kolorit</source>
        <translation>О программе Kolorit</translation>
    </message>
    <message>
        <source>Restores and colors old photographs. Your photos stay on this computer: nothing is sent anywhere, and the original is never changed. No network of Kolorit draws a face.</source>
        <translation>Реставрирует и раскрашивает старые фотографии. Ваши фото остаются на этом компьютере: ничего никуда не отправляется, а оригинал никогда не изменяется. Ни одна нейросеть Kolorit не рисует лиц.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Made with Qt (LGPL), PyTorch, OpenCV, scikit-image and NumPy.</source>
        <translation>Создано с помощью Qt (LGPL), PyTorch, OpenCV, scikit-image и NumPy.</translation>
    </message>
</context>
<context>
    <name>Activities</name>
    <message>
        <source>Loading the model…</source>
        <translation>Загрузка модели…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Открытие…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Поиск повреждений…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Реставрация…</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Раскрашивание…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохранение…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Остановка…</translation>
    </message>
    <message>
        <source>Saving photo %1 of %2…</source>
        <translation>Сохранение фото %1 из %2…</translation>
    </message>
    <message>
        <source>Saving… Photos left: %1</source>
        <translation>Сохранение… Осталось фото: %1</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>Sensitivity</source>
        <translation>Чувствительность</translation>
    </message>
    <message>
        <source>From what is certain to all that may be damage; double-click for 50 %</source>
        <translation>От бесспорного до всего, что может быть повреждением; двойной щелчок — 50&#xa0;%</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Максимальный размер</translation>
    </message>
    <message>
        <source>Marks longer than this share of the photo’s shorter side are left alone; double-click for any size</source>
        <translation>Повреждения длиннее этой доли короткой стороны фото не затрагиваются; двойной щелчок — любой размер</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Сглаживание</translation>
    </message>
    <message>
        <source>How much noise is taken out; judge it at 1:1; double-click for all</source>
        <translation>Сколько шума убирается; оценивайте при 1:1; двойной щелчок — весь</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Оставить зерно</translation>
    </message>
    <message>
        <source>How much film grain stays; judge it at 1:1; double-click for half</source>
        <translation>Сколько зерна плёнки остаётся; оценивайте при 1:1; двойной щелчок — половина</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>How far the colors come back; double-click for all</source>
        <translation>Насколько возвращаются цвета; двойной щелчок — полностью</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>How far the tones are spread; double-click for all</source>
        <translation>Насколько растягиваются тона; двойной щелчок — полностью</translation>
    </message>
    <message>
        <source>Color &amp;strength</source>
        <translation>Си&amp;ла цвета</translation>
    </message>
    <message>
        <source>How strong the colors are; double-click for 100 %</source>
        <translation>Насколько насыщены цвета; двойной щелчок — 100&#xa0;%</translation>
    </message>
    <message>
        <source>Left: safe, muted colors. Right: bolder colors. Double-click for 100 %</source>
        <translation>Слева — осторожные, приглушённые цвета. Справа — более смелые. Двойной щелчок — 100&#xa0;%</translation>
    </message>
    <message>
        <source>Cooler (bluer) or warmer (yellower); double-click for 0</source>
        <translation>Холоднее (синее) или теплее (желтее); двойной щелчок — 0</translation>
    </message>
    <message>
        <source>Low: calm, even color. High: small things get their own color.</source>
        <translation>Низкая: спокойный, ровный цвет. Высокая: мелкие предметы получают свой цвет.</translation>
    </message>
    <message>
        <source>V&amp;ividness</source>
        <translation>С&amp;очность</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Теплота</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Детализация</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Модель</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>Другие модели</translation>
    </message>
    <message>
        <source> px</source>
        <translation>&#xa0;пикс.</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>любой размер</translation>
    </message>
    <message>
        <source>Runs on this computer’s graphics card (%1)</source>
        <translation>Работает на видеокарте этого компьютера (%1)</translation>
    </message>
    <message>
        <source>Runs on this computer’s processor</source>
        <translation>Работает на процессоре этого компьютера</translation>
    </message>
</context>
<context>
    <name>Awaiting</name>
    <message>
        <source>Opening “%1”…</source>
        <translation>Открытие «%1»…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Открытие…</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>Зап&amp;устить</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Открыть п&amp;апку</translation>
    </message>
    <message>
        <source>Show &amp;report</source>
        <translation>Показать о&amp;тчёт</translation>
    </message>
    <message>
        <source>&amp;New batch</source>
        <translation>&amp;Новый пакет</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>например: %1</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>На этом компьютере нет программы для показа папок: %1</translation>
    </message>
    <message>
        <source>The report opens in your browser. It is “%1”.</source>
        <translation>Отчёт открывается в браузере. Файл отчёта: «%1».</translation>
    </message>
    <message>
        <source>No browser opens the report here. It is “%1”.</source>
        <translation>На этом компьютере нет браузера, чтобы открыть отчёт. Файл отчёта: «%1».</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>«%1» записан более новой версией Kolorit; он не используется и не изменяется.</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Раскрашивание…</translation>
    </message>
    <message>
        <source>Previe&amp;w three photos</source>
        <translation>Пр&amp;оба на трёх фото</translation>
    </message>
    <message>
        <source>Three &amp;others</source>
        <translation>Дру&amp;гие три</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Retry f&amp;ailed</source>
        <translation>По&amp;вторить неудачные</translation>
    </message>
    <message>
        <source>Colorize folders</source>
        <translation>Раскрасить папки</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>Choose a source and a destination folder.</source>
        <translation>Выберите исходную папку и папку назначения.</translation>
    </message>
    <message>
        <source>Pausing after the current photos…</source>
        <translation>Пауза после текущих фото…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Приостановлено.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed: %1.</source>
        <translation>
            <numerusform>Готово, но не удалось обработать %Ln фото: %1.</numerusform>
            <numerusform>Готово, но не удалось обработать %Ln фото: %1.</numerusform>
            <numerusform>Готово, но не удалось обработать %Ln фото: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos are done.</source>
        <translation>Все фото готовы.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %Ln photos remain.</source>
        <translation>
            <numerusform>Остановлено; осталось %Ln фото.</numerusform>
            <numerusform>Остановлено; осталось %Ln фото.</numerusform>
            <numerusform>Остановлено; осталось %Ln фото.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report could not be written into the destination folder.</source>
        <translation>Не удалось записать отчёт в папку назначения.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed.</source>
        <translation>
            <numerusform>Готово, но не удалось обработать %Ln фото.</numerusform>
            <numerusform>Готово, но не удалось обработать %Ln фото.</numerusform>
            <numerusform>Готово, но не удалось обработать %Ln фото.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; what was done is kept. The log has the details.</source>
        <translation>В Kolorit произошла ошибка; сделанное сохранено. Подробности в журнале.</translation>
    </message>
    <message>
        <source>Save preset as</source>
        <translation>Сохранить набор как</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Use settings kept beside &amp;photos instead of these</source>
        <translation>Вместо них брать настройки, сохранённые &amp;рядом с фотографиями</translation>
    </message>
    <message>
        <source> px</source>
        <translation>&#xa0;пикс.</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Source folder</source>
        <translation>Исходная папка</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>Папка назначения</translation>
    </message>
    <message>
        <source>e.g. *.tif; 1920/* (empty: all photos)</source>
        <translation>напр. *.tif; 1920/* (пусто: все фото)</translation>
    </message>
    <message>
        <source>e.g. my drafts; *-color*</source>
        <translation>напр. мои черновики; *-color*</translation>
    </message>
    <message>
        <source>Include sub&amp;folders (keep folder structure)</source>
        <translation>&amp;Включая вложенные папки (с той же структурой)</translation>
    </message>
    <message>
        <source>Same thing, same co&amp;lor</source>
        <translation>Тот же предмет, тот же &amp;цвет</translation>
    </message>
    <message>
        <source>Colors kept beside some photos are used where others surely show the same</source>
        <translation>Цвета, сохранённые рядом с одними фото, применяются там, где на других точно то же самое</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>любой размер</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>Restore first</source>
        <translation>Сначала реставрировать</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>So&amp;urce folder</source>
        <translation>&amp;Исходная папка</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>&amp;Только</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation>&amp;Кроме</translation>
    </message>
    <message>
        <source>&amp;Color photos</source>
        <translation>Цветные &amp;фото</translation>
    </message>
    <message>
        <source>Des&amp;tination folder</source>
        <translation>Папка на&amp;значения</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>Имена фа&amp;йлов</translation>
    </message>
    <message>
        <source>If the file e&amp;xists</source>
        <translation>&amp;Если файл уже есть</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>&amp;Бит на канал</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>Ка&amp;чество JPEG/WebP</translation>
    </message>
    <message>
        <source>same as original</source>
        <translation>как у оригинала</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>пропустить фото</translation>
    </message>
    <message>
        <source>replace it, never an original</source>
        <translation>заменить, но не исходное фото</translation>
    </message>
    <message>
        <source>skip them</source>
        <translation>пропустить</translation>
    </message>
    <message>
        <source>recolorize them</source>
        <translation>раскрасить заново</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Фор&amp;мат</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>Мо&amp;дель</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Чувствительность</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Максимальный размер</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Сглаживание</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Оставить зерно</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Color stren&amp;gth</source>
        <translation>&amp;Сила цвета</translation>
    </message>
    <message>
        <source>&amp;Vividness</source>
        <translation>Соч&amp;ность</translation>
    </message>
    <message>
        <source>W&amp;armth</source>
        <translation>Те&amp;плота</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>Дет&amp;ализация</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1&#xa0;бит</translation>
    </message>
    <message>
        <source>use another name</source>
        <translation>взять другое имя</translation>
    </message>
    <message>
        <source>copy them</source>
        <translation>скопировать</translation>
    </message>
</context>
<context>
    <name>BatchMessages</name>
    <message>
        <source>The machines that color the photos can no longer be reached.</source>
        <translation>Компьютеры, раскрашивающие фото, больше не отвечают.</translation>
    </message>
    <message>
        <source>The destination disk is full. Free some space, then resume.</source>
        <translation>Диск папки назначения заполнен. Освободите место и продолжите.</translation>
    </message>
    <message>
        <source>The destination folder is gone. Restore it, then resume.</source>
        <translation>Папка назначения исчезла. Верните её и продолжите.</translation>
    </message>
    <message>
        <source>The destination folder can no longer be written to.</source>
        <translation>В папку назначения больше нельзя записывать.</translation>
    </message>
    <message>
        <source>The source folder is gone. Restore it, then resume.</source>
        <translation>Исходная папка исчезла. Верните её и продолжите.</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, then resume.</source>
        <translation>Видеокарта перестала работать. Перезапустите Kolorit и продолжите.</translation>
    </message>
    <message>
        <source>A folder inside the destination lies on another disk, where no result can be moved to.</source>
        <translation>Вложенная папка папки назначения находится на другом диске, куда результаты не переместить.</translation>
    </message>
    <message>
        <source>Several photos in a row failed in the same way. Resume tries them once more.</source>
        <translation>Несколько фото подряд не удались по одной и той же причине. При продолжении они будут обработаны ещё раз.</translation>
    </message>
    <message>
        <source>“%1” is a color photo.</source>
        <translation>Фото «%1» уже цветное.</translation>
    </message>
    <message>
        <source>“%1” has a result already.</source>
        <translation>Для фото «%1» уже есть результат.</translation>
    </message>
    <message>
        <source>“%1” failed; the report says why.</source>
        <translation>Фото «%1» не удалось; причина в отчёте.</translation>
    </message>
    <message>
        <source>“%1” failed: %2</source>
        <translation>Фото «%1» не удалось: %2</translation>
    </message>
    <message>
        <source>A name is needed, such as {stem}.</source>
        <translation>Нужно имя, например {stem}.</translation>
    </message>
    <message>
        <source>The braces do not match.</source>
        <translation>Непарные фигурные скобки.</translation>
    </message>
    <message>
        <source>The variables are %1.</source>
        <translation>Доступны переменные %1.</translation>
    </message>
    <message>
        <source>Only a width can be given, as in {n:04}.</source>
        <translation>Можно указать только ширину, например {n:04}.</translation>
    </message>
    <message>
        <source>Names cannot have these: %2</source>
        <translation>В именах недопустимы: %2</translation>
    </message>
</context>
<context>
    <name>BatchNotes</name>
    <message>
        <source>16 of its more bits per channel were read</source>
        <translation>бит на канал больше; прочитано 16</translation>
    </message>
    <message>
        <source>only one of its pages or frames was read</source>
        <translation>прочитана только одна страница или один кадр</translation>
    </message>
    <message>
        <source>its further channels were left out</source>
        <translation>дополнительные каналы отброшены</translation>
    </message>
    <message>
        <source>its color profile cannot be used</source>
        <translation>цветовой профиль непригоден</translation>
    </message>
    <message>
        <source>damaged metadata were left out</source>
        <translation>повреждённые метаданные отброшены</translation>
    </message>
    <message>
        <source>the format holds 8 bits per channel</source>
        <translation>в этом формате только 8 бит на канал</translation>
    </message>
    <message>
        <source>transparent places were laid on white</source>
        <translation>прозрачные места положены на белый фон</translation>
    </message>
    <message>
        <source>its EXIF data could not be kept</source>
        <translation>данные EXIF не удалось сохранить</translation>
    </message>
    <message>
        <source>its IPTC data could not be kept</source>
        <translation>данные IPTC не удалось сохранить</translation>
    </message>
    <message>
        <source>its XMP data could not be kept</source>
        <translation>данные XMP не удалось сохранить</translation>
    </message>
    <message>
        <source>saved in sRGB instead of its profile</source>
        <translation>сохранено в sRGB вместо своего профиля</translation>
    </message>
    <message>
        <source>its resolution could not be kept</source>
        <translation>разрешение не удалось сохранить</translation>
    </message>
    <message>
        <source>dust and scratches: %1 ‰ of the picture repaired</source>
        <translation>пыль и царапины: исправлено %1&#xa0;‰ изображения</translation>
    </message>
    <message>
        <source>noise and grain: changed by %1 levels in the mean</source>
        <translation>шум и зерно: изменено в среднем на %1 ур.</translation>
    </message>
    <message>
        <source>faded colors: cyan %1 %, magenta %2 %, yellow %3 % were left; what was brought back may be off by ΔE %4</source>
        <translation>выцветшие цвета: оставалось голубого %1&#xa0;%, пурпурного %2&#xa0;%, жёлтого %3&#xa0;%; восстановленное может отличаться на ΔE %4</translation>
    </message>
    <message>
        <source>flat tones: %1 % of the range was used</source>
        <translation>вялые тона: использовалось %1&#xa0;% диапазона</translation>
    </message>
    <message>
        <source>a newer version wrote its settings, which are not used</source>
        <translation>настройки записаны более новой версией и не используются</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>Looking for photos… %Ln found</source>
        <translation>
            <numerusform>Поиск фото… найдено %Ln</numerusform>
            <numerusform>Поиск фото… найдено %Ln</numerusform>
            <numerusform>Поиск фото… найдено %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 needed, %2 free.</source>
        <translation>Нужно около %1, свободно %2.</translation>
    </message>
    <message>
        <source>It will take about %1.</source>
        <translation>Это займёт около %1.</translation>
    </message>
    <message>
        <source>That will probably not fit.</source>
        <translation>Места, вероятно, не хватит.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colored</source>
        <translation>
            <numerusform>раскрашено %Ln</numerusform>
            <numerusform>раскрашено %Ln</numerusform>
            <numerusform>раскрашено %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copied</source>
        <translation>
            <numerusform>скопировано %Ln</numerusform>
            <numerusform>скопировано %Ln</numerusform>
            <numerusform>скопировано %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>пропущено %Ln</numerusform>
            <numerusform>пропущено %Ln</numerusform>
            <numerusform>пропущено %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in color already</source>
        <translation>
            <numerusform>%Ln уже цветная</numerusform>
            <numerusform>%Ln уже цветные</numerusform>
            <numerusform>%Ln уже цветных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln ошибка</numerusform>
            <numerusform>%Ln ошибки</numerusform>
            <numerusform>%Ln ошибок</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 из %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>Of those colored, %Ln to review</source>
        <translation>
            <numerusform>Из раскрашенных на проверку: %Ln</numerusform>
            <numerusform>Из раскрашенных на проверку: %Ln</numerusform>
            <numerusform>Из раскрашенных на проверку: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>Осталось около %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;ч %2&#xa0;мин</translation>
    </message>
</context>
<context>
    <name>BatchReport</name>
    <message>
        <source>Model: %1</source>
        <translation>Модель: %1</translation>
    </message>
    <message>
        <source>Photos to review are those that deserve a look; report.csv has the same rows in English.</source>
        <translation>На проверку попадают фото, на которые стоит взглянуть; report.csv содержит те же строки на английском.</translation>
    </message>
    <message>
        <source>Part of a name or reason</source>
        <translation>Часть имени или причины</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>This page needs its script to show the photos; report.csv needs none.</source>
        <translation>Чтобы показать фото, этой странице нужен её скрипт; для report.csv он не нужен.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 из %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>до и после</translation>
    </message>
    <message>
        <source>Picture not embedded</source>
        <translation>Изображение не встроено</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Нет миниатюры</translation>
    </message>
    <message>
        <source>Repaired places, before and after:</source>
        <translation>Исправленные места, до и после:</translation>
    </message>
    <message>
        <source>To color it anyway, select it in the list at the end of the batch in Kolorit.</source>
        <translation>Чтобы всё равно раскрасить это фото, выберите его в списке, который Kolorit показывает в конце пакета.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>на проверку</translation>
    </message>
    <message>
        <source>colored like others</source>
        <translation>раскрашено как другие</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>раскрашено</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>скопировано</translation>
    </message>
    <message>
        <source>in color already</source>
        <translation>уже цветное</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>ещё не готово</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>large uncertain areas</source>
        <translation>большие сомнительные места</translation>
    </message>
    <message>
        <source>patches of another color</source>
        <translation>пятна другого цвета</translation>
    </message>
    <message>
        <source>gray next to skin</source>
        <translation>серое рядом с кожей</translation>
    </message>
    <message>
        <source>blue or purple skin</source>
        <translation>синяя или фиолетовая кожа</translation>
    </message>
    <message>
        <source>one color over everything</source>
        <translation>один цвет поверх всего</translation>
    </message>
    <message>
        <source>may have been a color photo</source>
        <translation>возможно, фото было цветным</translation>
    </message>
    <message>
        <source>much of it was repaired</source>
        <translation>исправлена большая часть</translation>
    </message>
    <message>
        <source>parts of it were invented</source>
        <translation>часть домыслена</translation>
    </message>
    <message>
        <source>uncertainty: low</source>
        <translation>неуверенность: низкая</translation>
    </message>
    <message>
        <source>uncertainty: medium</source>
        <translation>неуверенность: средняя</translation>
    </message>
    <message>
        <source>uncertainty: high</source>
        <translation>неуверенность: высокая</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>Variations</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Creating variations: %1 of %2</source>
        <translation>Создание вариантов: %1 из %2</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>“%1” was taken off the list. Its file stays where it is.</source>
        <translation>Фото «%1» убрано из списка. Файл остаётся на месте.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Вставленное изображение</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were taken off the list. Their files stay where they are.</source>
        <translation>
            <numerusform>Из списка убрано %Ln фото. Файлы остаются на месте.</numerusform>
            <numerusform>Из списка убрано %Ln фото. Файлы остаются на месте.</numerusform>
            <numerusform>Из списка убрано %Ln фото. Файлы остаются на месте.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing takes a photo off the list; its file stays where it is.</source>
        <translation>При закрытии фото убирается из списка; файл остаётся на месте.</translation>
    </message>
    <message>
        <source>The photo is still being saved; Kolorit closes after that.</source>
        <translation>Фото ещё сохраняется; после этого Kolorit закроется.</translation>
    </message>
    <message>
        <source>What was saved before is updated. Originals stay as they are.</source>
        <translation>Ранее сохранённые файлы обновятся. Оригиналы не изменятся.</translation>
    </message>
    <message>
        <source>Results are saved beside the originals, which stay as they are.</source>
        <translation>Результаты сохраняются рядом с оригиналами. Сами оригиналы не изменятся.</translation>
    </message>
    <message>
        <source>Results are saved in “%1”. Originals stay as they are.</source>
        <translation>Результаты сохраняются в «%1». Оригиналы не изменятся.</translation>
    </message>
</context>
<context>
    <name>ColorLike</name>
    <message>
        <source>Comparing with “%1”…</source>
        <translation>Сравнение с «%1»…</translation>
    </message>
    <message>
        <source>“%1” has no colors that could be taken over.</source>
        <translation>В «%1» нет цветов, которые можно взять.</translation>
    </message>
    <message>
        <source>Nothing in “%1” is surely the same, so no color was taken over.</source>
        <translation>В «%1» нет ничего, что точно то же самое; цвета не взяты.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colors were taken over from “%1”.</source>
        <translation>
            <numerusform>Взят %Ln цвет из «%1».</numerusform>
            <numerusform>Взято %Ln цвета из «%1».</numerusform>
            <numerusform>Взято %Ln цветов из «%1».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorNames</name>
    <message>
        <source>gray</source>
        <translation>серый</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>розовый</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красный</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>оранжевый</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>жёлтый</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёный</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>бирюзовый</translation>
    </message>
    <message>
        <source>black</source>
        <translation>чёрный</translation>
    </message>
    <message>
        <source>dark gray</source>
        <translation>тёмно-серый</translation>
    </message>
    <message>
        <source>light gray</source>
        <translation>светло-серый</translation>
    </message>
    <message>
        <source>white</source>
        <translation>белый</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>коричневый</translation>
    </message>
    <message>
        <source>dark brown</source>
        <translation>тёмно-коричневый</translation>
    </message>
    <message>
        <source>gray-brown</source>
        <translation>серо-коричневый</translation>
    </message>
    <message>
        <source>tan</source>
        <translation>светло-коричневый</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>бежевый</translation>
    </message>
    <message>
        <source>cream</source>
        <translation>кремовый</translation>
    </message>
    <message>
        <source>skin tone</source>
        <translation>телесный</translation>
    </message>
    <message>
        <source>khaki</source>
        <translation>хаки</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>оливковый</translation>
    </message>
    <message>
        <source>navy</source>
        <translation>тёмно-синий</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синий</translation>
    </message>
    <message>
        <source>light blue</source>
        <translation>голубой</translation>
    </message>
    <message>
        <source>blue-gray</source>
        <translation>серо-синий</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>сине-зелёный</translation>
    </message>
    <message>
        <source>dark green</source>
        <translation>тёмно-зелёный</translation>
    </message>
    <message>
        <source>light green</source>
        <translation>светло-зелёный</translation>
    </message>
    <message>
        <source>gray-green</source>
        <translation>серо-зелёный</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>золотистый</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>охристый</translation>
    </message>
    <message>
        <source>rust</source>
        <translation>ржавый</translation>
    </message>
    <message>
        <source>dark red</source>
        <translation>тёмно-красный</translation>
    </message>
    <message>
        <source>salmon</source>
        <translation>лососевый</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>пурпурный</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>фиолетовый</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>лавандовый</translation>
    </message>
</context>
<context>
    <name>ColorSharing</name>
    <message>
        <source>The same thing was found in no other photo.</source>
        <translation>Тот же предмет не найден ни на одном другом фото.</translation>
    </message>
    <message numerus="yes">
        <source>Found in no more photos; %Ln have this color already.</source>
        <translation>
            <numerusform>Больше ни на одном фото не найдено; этот цвет уже есть на %Ln фото.</numerusform>
            <numerusform>Больше ни на одном фото не найдено; этот цвет уже есть на %Ln фото.</numerusform>
            <numerusform>Больше ни на одном фото не найдено; этот цвет уже есть на %Ln фото.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have this color now.</source>
        <translation>
            <numerusform>Этот цвет теперь есть ещё на %Ln фото.</numerusform>
            <numerusform>Этот цвет теперь есть ещё на %Ln фото.</numerusform>
            <numerusform>Этот цвет теперь есть ещё на %Ln фото.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorWheel</name>
    <message>
        <source>All colors; choose with the arrow keys</source>
        <translation>Все цвета; выбирайте стрелками</translation>
    </message>
</context>
<context>
    <name>ColorsOfOthers</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Отменить: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Повторить: %1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Rest&amp;ore</source>
        <translation>Реставрац&amp;ия</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Открыть пап&amp;ку…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>&amp;Keep settings beside the photo</source>
        <translation>Сохранить &amp;настройки рядом с фото</translation>
    </message>
    <message>
        <source>Save a&amp;ll…</source>
        <translation>Сохранить вс&amp;е…</translation>
    </message>
    <message>
        <source>Close p&amp;hoto</source>
        <translation>&amp;Закрыть фото</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Пара&amp;метры…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Actual size (1:1)</source>
        <translation>Реальный &amp;размер (1:1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Увеличить</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>У&amp;меньшить</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>Сл&amp;едующее фото</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>&amp;Предыдущее фото</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>Р&amp;ядом</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>&amp;Восстановить прошлый сеанс</translation>
    </message>
    <message>
        <source>Tra&amp;nsform</source>
        <translation>Прео&amp;бразование</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Со&amp;хранить как…</translation>
    </message>
    <message>
        <source>Export before/&amp;after image…</source>
        <translation>Экспорт изображения «&amp;до и после»…</translation>
    </message>
    <message>
        <source>Colorize &amp;folders…</source>
        <translation>Раскрасить &amp;папки…</translation>
    </message>
    <message>
        <source>Choose pa&amp;ge…</source>
        <translation>Выбрать страни&amp;цу…</translation>
    </message>
    <message>
        <source>Re&amp;colorize</source>
        <translation>&amp;Раскрасить заново</translation>
    </message>
    <message>
        <source>Show &amp;in folder</source>
        <translation>Показа&amp;ть в папке</translation>
    </message>
    <message>
        <source>&amp;Flag photo</source>
        <translation>Отметить &amp;флажком</translation>
    </message>
    <message>
        <source>&amp;Color hints</source>
        <translation>&amp;Цветовые подсказки</translation>
    </message>
    <message>
        <source>Cop&amp;y image</source>
        <translation>Копировать &amp;изображение</translation>
    </message>
    <message>
        <source>Copy s&amp;ettings</source>
        <translation>Копировать на&amp;стройки</translation>
    </message>
    <message>
        <source>Paste se&amp;ttings</source>
        <translation>Вст&amp;авить настройки</translation>
    </message>
    <message>
        <source>Apply &amp;settings to all photos</source>
        <translation>Применить &amp;настройки ко всем фото</translation>
    </message>
    <message>
        <source>Reset all e&amp;dits</source>
        <translation>С&amp;бросить все правки</translation>
    </message>
    <message>
        <source>C&amp;opy color hints</source>
        <translation>&amp;Копировать цветовые подсказки</translation>
    </message>
    <message>
        <source>P&amp;aste color hints</source>
        <translation>&amp;Вставить цветовые подсказки</translation>
    </message>
    <message>
        <source>Use th&amp;is color in other photos…</source>
        <translation>Применить &amp;этот цвет к другим фото…</translation>
    </message>
    <message>
        <source>Color &amp;like another photo…</source>
        <translation>Раскрасить как &amp;другое фото…</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>Вписать в &amp;окно</translation>
    </message>
    <message>
        <source>Show un&amp;certain areas</source>
        <translation>&amp;Сомнительные места</translation>
    </message>
    <message>
        <source>&amp;Next uncertain area</source>
        <translation>С&amp;ледующее сомнительное место</translation>
    </message>
    <message>
        <source>Previous uncertain a&amp;rea</source>
        <translation>Пре&amp;дыдущее сомнительное место</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>&amp;Варианты</translation>
    </message>
    <message>
        <source>Sp&amp;lit view</source>
        <translation>Ра&amp;зделённый вид</translation>
    </message>
    <message>
        <source>Aft&amp;er only</source>
        <translation>&amp;Только после</translation>
    </message>
    <message>
        <source>&amp;Before/after labels</source>
        <translation>Подписи «до» &amp;и «после»</translation>
    </message>
    <message>
        <source>Navi&amp;gator</source>
        <translation>&amp;Навигатор</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>Повернуть &amp;влево</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>Повернуть в&amp;право</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>Отразить &amp;зеркально</translation>
    </message>
    <message>
        <source>&amp;Crop and straighten</source>
        <translation>&amp;Кадрировать и выровнять</translation>
    </message>
    <message>
        <source>&amp;Open the prints on a scan</source>
        <translation>&amp;Открыть отпечатки со скана</translation>
    </message>
    <message>
        <source>Restore &amp;automatically</source>
        <translation>Реставрировать &amp;автоматически</translation>
    </message>
    <message>
        <source>&amp;Mark damage</source>
        <translation>&amp;Отметить повреждения</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Защитить</translation>
    </message>
    <message>
        <source>&amp;Copy from a place…</source>
        <translation>&amp;Копировать с места…</translation>
    </message>
    <message>
        <source>&amp;Show repairs</source>
        <translation>&amp;Показать исправления</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Следующее повреждение</translation>
    </message>
    <message>
        <source>Pre&amp;vious finding</source>
        <translation>П&amp;редыдущее повреждение</translation>
    </message>
    <message>
        <source>&amp;Keep finding, go on</source>
        <translation>Подтвердить и &amp;дальше</translation>
    </message>
    <message>
        <source>This is no &amp;damage</source>
        <translation>Это &amp;не повреждение</translation>
    </message>
    <message>
        <source>&amp;Quick guide</source>
        <translation>Краткое &amp;руководство</translation>
    </message>
    <message>
        <source>&amp;Try a sample photo</source>
        <translation>&amp;Попробовать на примере</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Сочетания &amp;клавиш</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Сообщить о проблеме…</translation>
    </message>
    <message>
        <source>&amp;About Kolorit</source>
        <translation>&amp;О программе Kolorit</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Change &amp;color…</source>
        <translation>Изменить &amp;цвет…</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Save changes to %Ln photos?</source>
        <translation>
            <numerusform>Сохранить изменения в %Ln фото?</numerusform>
            <numerusform>Сохранить изменения в %Ln фото?</numerusform>
            <numerusform>Сохранить изменения в %Ln фото?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This scan holds %Ln photos.</source>
        <translation>
            <numerusform>На этом скане %Ln фото.</numerusform>
            <numerusform>На этом скане %Ln фото.</numerusform>
            <numerusform>На этом скане %Ln фото.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open as %Ln photos</source>
        <translation>
            <numerusform>Открыть как %Ln фото</numerusform>
            <numerusform>Открыть как %Ln фото</numerusform>
            <numerusform>Открыть как %Ln фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kolorit closed unexpectedly. Reopen your %Ln photos?</source>
        <translation>
            <numerusform>Kolorit неожиданно завершился. Открыть %Ln фото снова?</numerusform>
            <numerusform>Kolorit неожиданно завершился. Открыть %Ln фото снова?</numerusform>
            <numerusform>Kolorit неожиданно завершился. Открыть %Ln фото снова?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Straighten</source>
        <translation>Выравнивание</translation>
    </message>
    <message>
        <source>Turns the photo clockwise. Dragging outside the rectangle does it too.</source>
        <translation>Поворачивает фото по часовой стрелке. Можно также потянуть за пределами рамки.</translation>
    </message>
    <message>
        <source>%1, in degrees</source>
        <translation>%1, в градусах</translation>
    </message>
    <message>
        <source>A&amp;utomatic</source>
        <translation>Автоматичес&amp;ки</translation>
    </message>
    <message>
        <source>Finds the print on a scan, or straightens by walls and the horizon.</source>
        <translation>Находит отпечаток на скане или выравнивает по стенам и горизонту.</translation>
    </message>
    <message>
        <source>Found neither a print nor a tilt.</source>
        <translation>Не найдено ни отпечатка, ни наклона.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Shows the whole photo, not straightened.</source>
        <translation>Показывает всё фото без выравнивания.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Кадрировать</translation>
    </message>
</context>
<context>
    <name>DetailRow</name>
    <message>
        <source>Low</source>
        <translation>Низкая</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычная</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Высокая</translation>
    </message>
    <message>
        <source>Custom (%1 px)</source>
        <translation>Своя (%1&#xa0;пикс.)</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1&#xa0;пикс.</translation>
    </message>
    <message>
        <source>The model looks at %1 px now.</source>
        <translation>Сейчас модель видит фото в размере %1&#xa0;пикс.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Photos (%1)</source>
        <translation>Фото (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Открыть фото</translation>
    </message>
    <message>
        <source>Color like another photo</source>
        <translation>Раскрасить как другое фото</translation>
    </message>
    <message>
        <source>Choose page</source>
        <translation>Выбор страницы</translation>
    </message>
    <message>
        <source>A folder is being colorized. Stop after the current photos? It can be resumed later.</source>
        <translation>Идёт раскрашивание папки. Остановить после текущих фото? Потом можно продолжить.</translation>
    </message>
    <message>
        <source>The color hints on this page are not saved. Go to another page anyway?</source>
        <translation>Цветовые подсказки на этой странице не сохранены. Всё равно перейти к другой?</translation>
    </message>
    <message>
        <source>Page, from 1 to %1:</source>
        <translation>Страница, от 1 до %1:</translation>
    </message>
    <message>
        <source>Close Kolorit</source>
        <translation>Закрыть Kolorit</translation>
    </message>
    <message>
        <source>Save changes to the pasted image?</source>
        <translation>Сохранить изменения во вставленном изображении?</translation>
    </message>
    <message>
        <source>Save changes to “%1”?</source>
        <translation>Сохранить изменения в «%1»?</translation>
    </message>
    <message>
        <source>pasted image</source>
        <translation>вставленное изображение</translation>
    </message>
    <message>
        <source>Do&amp;n’t save</source>
        <translation>&amp;Не сохранять</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Несохранённые изменения</translation>
    </message>
    <message>
        <source>“%1” was changed by another program after Kolorit had saved it. Replace it?</source>
        <translation>Файл «%1» изменён другой программой после того, как Kolorit его сохранил. Заменить его?</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Сохранить &amp;как…</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Заменить</translation>
    </message>
    <message>
        <source>Save the colored photo</source>
        <translation>Сохранить раскрашенное фото</translation>
    </message>
</context>
<context>
    <name>DoubtBar</name>
    <message>
        <source>Hatched: the model was unsure of the color here.</source>
        <translation>Штриховка: здесь модель не была уверена в цвете.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Предыдущее</translation>
    </message>
    <message>
        <source>Previous uncertain area (Shift+U)</source>
        <translation>Предыдущее сомнительное место (Shift+U)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Следующее</translation>
    </message>
    <message>
        <source>Next uncertain area (U)</source>
        <translation>Следующее сомнительное место (U)</translation>
    </message>
    <message>
        <source>Set its color…</source>
        <translation>Задать цвет…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>None stands out</source>
        <translation>Ни одно не выделяется</translation>
    </message>
    <message>
        <source>Uncertain area %1</source>
        <translation>Сомнительное место %1</translation>
    </message>
</context>
<context>
    <name>DoubtfulButton</name>
    <message numerus="yes">
        <source>Show %Ln in doubt</source>
        <translation>
            <numerusform>Показать %Ln под вопросом</numerusform>
            <numerusform>Показать %Ln под вопросом</numerusform>
            <numerusform>Показать %Ln под вопросом</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed in the photo; N steps through them, the likeliest first. Return repairs one, Delete says that it is no damage</source>
        <translation>На фото — пунктиром; N переходит от одного к другому, начиная с самых вероятных. Enter исправляет, Delete отмечает, что это не повреждение</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Please wait…</source>
        <translation>Подождите…</translation>
    </message>
    <message>
        <source>Drag to another app</source>
        <translation>Перетащить в другую программу</translation>
    </message>
    <message>
        <source>Drag the colored photo to a folder or another app; click to save</source>
        <translation>Перетащите раскрашенное фото в папку или другую программу; щелчок — сохранить</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>Отпустите, чтобы открыть</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop photos or a folder here</source>
        <translation>Перетащите сюда фото или папку</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, BMP. Your photos never leave this computer and are never changed.</source>
        <translation>JPEG, PNG, TIFF, WebP, AVIF, BMP. Ваши фото не покидают этот компьютер, исходные файлы не меняются.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Открыть фото…</translation>
    </message>
    <message>
        <source>Try a sample photo</source>
        <translation>Попробовать на примере</translation>
    </message>
    <message>
        <source>Reopen the photo from last time</source>
        <translation>Снова открыть фото прошлого сеанса</translation>
    </message>
    <message numerus="yes">
        <source>Reopen the %Ln photos from last time</source>
        <translation>
            <numerusform>Снова открыть %Ln фото прошлого сеанса</numerusform>
            <numerusform>Снова открыть %Ln фото прошлого сеанса</numerusform>
            <numerusform>Снова открыть %Ln фото прошлого сеанса</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineMessages</name>
    <message>
        <source>This computer has no device “%1”.</source>
        <translation>На этом компьютере нет устройства «%1».</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, or choose the processor in the preferences.</source>
        <translation>Видеокарта перестала работать. Перезапустите Kolorit или выберите процессор в параметрах.</translation>
    </message>
    <message>
        <source>There was not enough memory. Close other programs, or try a smaller size.</source>
        <translation>Не хватило памяти. Закройте другие программы или выберите меньший размер.</translation>
    </message>
    <message>
        <source>The file could not be signed.</source>
        <translation>Не удалось подписать файл.</translation>
    </message>
    <message>
        <source>Colorize anyway</source>
        <translation>Всё равно раскрасить</translation>
    </message>
    <message>
        <source>The settings beside “%1” were written by a newer version of Kolorit; they are not used and not changed.</source>
        <translation>Настройки рядом с «%1» записаны более новой версией Kolorit; они не используются и не изменяются.</translation>
    </message>
    <message>
        <source>Something went wrong. The log has the details.</source>
        <translation>Что-то пошло не так. Подробности в журнале.</translation>
    </message>
    <message>
        <source>The model “%1” needs a newer version of Kolorit.</source>
        <translation>Для модели «%1» нужна более новая версия Kolorit.</translation>
    </message>
    <message>
        <source>The model “%1” is damaged. Choose another one.</source>
        <translation>Модель «%1» повреждена. Выберите другую.</translation>
    </message>
    <message>
        <source>The models are missing. Install Kolorit again.</source>
        <translation>Модели отсутствуют. Установите Kolorit заново.</translation>
    </message>
    <message>
        <source>There is no model “%1”. Choose another one.</source>
        <translation>Модели «%1» нет. Выберите другую.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another model.</source>
        <translation>Эта модель не принимает цветовых подсказок. Выберите другую.</translation>
    </message>
    <message>
        <source>This model’s vividness cannot be changed. Choose another model.</source>
        <translation>Сочность этой модели не меняется. Выберите другую.</translation>
    </message>
    <message>
        <source>This is page %1 of %2.</source>
        <translation>Это страница %1 из %2.</translation>
    </message>
    <message>
        <source>more than 16 bits per channel</source>
        <translation>более 16 бит на канал</translation>
    </message>
    <message>
        <source>further channels</source>
        <translation>дополнительные каналы</translation>
    </message>
    <message>
        <source>the other pages</source>
        <translation>остальные страницы</translation>
    </message>
    <message>
        <source>its unusable color profile</source>
        <translation>непригодный цветовой профиль</translation>
    </message>
    <message>
        <source>damaged metadata</source>
        <translation>повреждённые метаданные</translation>
    </message>
    <message>
        <source>Opened without: %1.</source>
        <translation>При открытии отброшено: %1.</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>Файла «%1» больше нет.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Drop the photos inside it.</source>
        <translation>«%1» — это папка. Перетащите фото из неё.</translation>
    </message>
    <message>
        <source>“%1” is empty: the file has 0 bytes. Copy or scan it again.</source>
        <translation>Файл «%1» пуст: в нём 0 байт. Скопируйте или отсканируйте его заново.</translation>
    </message>
    <message>
        <source>“%1” is not a supported image file.</source>
        <translation>Файл «%1» не является поддерживаемым изображением.</translation>
    </message>
    <message>
        <source>“%1” has a pixel format that is not supported. Save it as 16-bit RGB first.</source>
        <translation>Формат пикселей файла «%1» не поддерживается. Сначала сохраните его в RGB, 16&#xa0;бит.</translation>
    </message>
    <message>
        <source>“%1” has a compression that is not supported. Save it with LZW or ZIP first.</source>
        <translation>Сжатие файла «%1» не поддерживается. Сначала сохраните его с LZW или ZIP.</translation>
    </message>
    <message>
        <source>“%1” looks like a color photo. Colorizing replaces its colors.</source>
        <translation>Похоже, фото «%1» цветное. Раскрашивание заменит его цвета.</translation>
    </message>
    <message>
        <source>“%1” contains the photos. Choose another destination folder.</source>
        <translation>В папке «%1» лежат фото. Выберите другую папку назначения.</translation>
    </message>
    <message>
        <source>“%1” is not there. Choose another source folder.</source>
        <translation>Папки «%1» нет. Выберите другую исходную папку.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another destination folder.</source>
        <translation>В папку «%1» нельзя записывать. Выберите другую папку назначения.</translation>
    </message>
    <message>
        <source>“%1” contains an unfinished batch. Resume keeps its settings; Start over uses those below.</source>
        <translation>В папке «%1» есть незаконченный пакет. «Продолжить» сохраняет его настройки, «Начать заново» берёт те, что ниже.</translation>
    </message>
    <message>
        <source>“%1” contains a batch with other settings. Choose another folder.</source>
        <translation>В папке «%1» есть пакет с другими настройками. Выберите другую папку.</translation>
    </message>
    <message>
        <source>There is no batch to resume in “%1”.</source>
        <translation>В папке «%1» нет пакета, который можно продолжить.</translation>
    </message>
    <message>
        <source>The plan of the batch in “%1” is damaged. Start over.</source>
        <translation>План пакета в папке «%1» повреждён. Начните заново.</translation>
    </message>
    <message>
        <source>“%1” contains a batch of a newer version of Kolorit, which is not changed. Choose another folder.</source>
        <translation>В папке «%1» есть пакет более новой версии Kolorit, он не изменяется. Выберите другую папку.</translation>
    </message>
    <message>
        <source>Another batch is writing to “%1”. Wait until it has finished.</source>
        <translation>В папку «%1» пишет другой пакет. Дождитесь его окончания.</translation>
    </message>
    <message>
        <source>“%1” is damaged or incomplete. Copy or scan it again.</source>
        <translation>Файл «%1» повреждён или неполон. Скопируйте или отсканируйте его заново.</translation>
    </message>
    <message>
        <source>“%1” needs a part of Kolorit that is not installed: kolorit[heif] or kolorit[raw].</source>
        <translation>Для файла «%1» нужна неустановленная часть Kolorit: kolorit[heif] или kolorit[raw].</translation>
    </message>
    <message>
        <source>“%1” has no such page.</source>
        <translation>В файле «%1» нет такой страницы.</translation>
    </message>
    <message>
        <source>“%1” was not saved: its folder is gone. Choose another one.</source>
        <translation>Файл «%1» не сохранён: его папки больше нет. Выберите другую.</translation>
    </message>
    <message>
        <source>“%1” has more than 200 megapixels, which this version does not open.</source>
        <translation>В файле «%1» более 200 мегапикселей; эта версия его не открывает.</translation>
    </message>
    <message>
        <source>You do not have permission to read “%1”.</source>
        <translation>Нет прав на чтение файла «%1».</translation>
    </message>
    <message>
        <source>“%1” could not be read. Is the disk still connected?</source>
        <translation>Не удалось прочитать «%1». Диск ещё подключён?</translation>
    </message>
    <message>
        <source>You do not have permission to save “%1” there. Choose another folder.</source>
        <translation>Нет прав на сохранение «%1» в этой папке. Выберите другую.</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: choose a name that ends in .jpg, .png, .webp or .tif.</source>
        <translation>Файл «%1» нельзя сохранить: выберите имя с окончанием .jpg, .png, .webp или .tif.</translation>
    </message>
    <message>
        <source>The photo is too large for the format of “%1”. Save it as TIFF.</source>
        <translation>Фото слишком велико для формата файла «%1». Сохраните его как TIFF.</translation>
    </message>
    <message>
        <source>“%1” could not be saved in this format. Choose another one.</source>
        <translation>Файл «%1» не удалось сохранить в этом формате. Выберите другой.</translation>
    </message>
    <message>
        <source>“%1” already exists. Choose another name.</source>
        <translation>Файл «%1» уже существует. Выберите другое имя.</translation>
    </message>
    <message>
        <source>“%1” is the original photo, which Kolorit never overwrites. Choose another name.</source>
        <translation>«%1» — исходное фото, Kolorit никогда его не перезаписывает. Выберите другое имя.</translation>
    </message>
    <message>
        <source>“%1” was not saved: the disk is full.</source>
        <translation>Файл «%1» не сохранён: диск заполнен.</translation>
    </message>
    <message>
        <source>“%1” could not be saved. Choose another folder.</source>
        <translation>Не удалось сохранить «%1». Выберите другую папку.</translation>
    </message>
    <message>
        <source>The cluster “%1” cannot be reached.</source>
        <translation>Кластер «%1» недоступен.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Open photos</source>
        <translation>Открытые фото</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Вставленное изображение</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>в очереди</translation>
    </message>
    <message>
        <source>being colored</source>
        <translation>раскрашивается</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>раскрашено</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>с флажком</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>drop a folder here</source>
        <translation>перетащите сюда папку</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Выбрать: %1</translation>
    </message>
</context>
<context>
    <name>GeometryEditor</name>
    <message>
        <source>No print was found: the photo fills the scan.</source>
        <translation>Отпечаток не найден: фото занимает весь скан.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Quick guide</source>
        <translation>Краткое руководство</translation>
    </message>
    <message>
        <source>From a scan to a photo worth keeping</source>
        <translation>От скана до фото, которое стоит хранить</translation>
    </message>
    <message>
        <source>Nothing you do here changes your original.</source>
        <translation>Что бы вы здесь ни делали, оригинал не изменится.</translation>
    </message>
    <message>
        <source>Drop a scan into the window. It is colored at once.</source>
        <translation>Перетащите скан в окно. Он сразу раскрасится.</translation>
    </message>
    <message>
        <source>“Restore automatically” looks for dust, scratches, noise and faded colors, and mends what needs it. Every step can be switched off again.</source>
        <translation>Команда «Реставрировать автоматически» ищет пыль, царапины, шум и выцветшие цвета и исправляет то, что нужно. Любой шаг можно снова отключить.</translation>
    </message>
    <message>
        <source>Press A to see what was repaired, and N to go to the most doubtful place: Enter repairs it, Delete says that it is no damage.</source>
        <translation>Нажмите A, чтобы увидеть, что исправлено, и N, чтобы перейти к самому сомнительному месту: Enter исправляет его, Delete отмечает, что это не повреждение.</translation>
    </message>
    <message>
        <source>Something was missed? Press J and paint over it. Press S first and click a place whose texture is to be copied there. P protects what is no damage.</source>
        <translation>Что-то пропущено? Нажмите J и закрасьте это. Если сначала нажать S и щёлкнуть какое-нибудь место, скопируется его текстура. P защищает то, что не повреждение.</translation>
    </message>
    <message>
        <source>The scan lies on its side, or is larger than the photo? Ctrl+] rotates it. Press R to crop and straighten: drag the corners, [ and ] straighten, Enter crops.</source>
        <translation>Скан лежит на боку или больше самого фото? Ctrl+] поворачивает его. Нажмите R, чтобы кадрировать и выровнять: тяните за углы, [ и ] выравнивают, Enter кадрирует.</translation>
    </message>
    <message>
        <source>Drag the line across the photo to compare. Hold \ to see the original.</source>
        <translation>Для сравнения двигайте линию по фото. Удерживайте клавишу \, чтобы видеть оригинал.</translation>
    </message>
    <message>
        <source>A color is wrong? Press H, click the spot, and choose another one. A part that keeps its color is clicked as well. Press D to see where Kolorit was unsure.</source>
        <translation>Цвет неверный? Нажмите H, щёлкните это место и выберите другой. Щёлкните и то, что должно сохранить свой цвет. Нажмите D, чтобы увидеть, где Kolorit не был уверен.</translation>
    </message>
    <message>
        <source>Other photos show the same thing? “Use in other photos…” looks for it and asks you. Photos of one scene get the color by themselves; Undo takes it back there.</source>
        <translation>Тот же предмет есть на других фото? «Применить к другим фото…» ищет его и спрашивает вас. Фото одной сцены получают цвет сами; «Отменить» убирает его с них.</translation>
    </message>
    <message>
        <source>Too much or too little? Move Color strength, Vividness and Warmth, or press C to choose among variations.</source>
        <translation>Слишком много или слишком мало? Двигайте «Сила цвета», «Сочность» и «Теплота» или нажмите C, чтобы выбрать из вариантов.</translation>
    </message>
    <message>
        <source>Save writes a new file with the resolution, the color profile and the date of your scan. A whole folder: File, Colorize folders…</source>
        <translation>«Сохранить» записывает новый файл с разрешением, цветовым профилем и датой вашего скана. Целая папка: Файл, Раскрасить папки…</translation>
    </message>
</context>
<context>
    <name>HexBox</name>
    <message>
        <source>Color code</source>
        <translation>Код цвета</translation>
    </message>
    <message>
        <source>Six digits, as #8b5a2b. The photo keeps its own lightness.</source>
        <translation>Шесть знаков, например #8b5a2b. Яркость фото не меняется.</translation>
    </message>
</context>
<context>
    <name>HintPalette</name>
    <message>
        <source>Colors for this place</source>
        <translation>Цвета для этого места</translation>
    </message>
    <message>
        <source>Color of this place</source>
        <translation>Цвет этого места</translation>
    </message>
    <message>
        <source>Move the palette with the arrow keys</source>
        <translation>Двигайте палитру стрелками</translation>
    </message>
    <message>
        <source>Drag to move. Double-click: back beside the place.</source>
        <translation>Потяните, чтобы сдвинуть. Двойной щелчок — обратно к месту.</translation>
    </message>
    <message>
        <source>Keep &amp;gray</source>
        <translation>Оставить &amp;серым</translation>
    </message>
    <message>
        <source>&amp;Pick from photo</source>
        <translation>&amp;Взять с фото</translation>
    </message>
    <message>
        <source>&amp;Delete hint</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Color &amp;code</source>
        <translation>&amp;Код цвета</translation>
    </message>
    <message>
        <source>Suggested colors</source>
        <translation>Предлагаемые цвета</translation>
    </message>
    <message>
        <source>Looking for colors…</source>
        <translation>Подбор цветов…</translation>
    </message>
    <message>
        <source>This model suggests no colors</source>
        <translation>Эта модель не предлагает цветов</translation>
    </message>
    <message>
        <source>%1 – %2 likely</source>
        <translation>%1 – вероятность %2</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HintSection</name>
    <message>
        <source>Add &amp;color hints</source>
        <translation>Добавить &amp;цветовые подсказки</translation>
    </message>
    <message>
        <source>Color hints</source>
        <translation>Цветовые подсказки</translation>
    </message>
    <message>
        <source>De&amp;lete hint</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Delete &amp;all</source>
        <translation>Удалить вс&amp;е</translation>
    </message>
    <message>
        <source>Use in other photos…</source>
        <translation>Применить к другим фото…</translation>
    </message>
    <message>
        <source>From a spot over its object to the whole photo; double-click for 50 %</source>
        <translation>От точки через её предмет до всей фотографии; двойной щелчок — 50&#xa0;%</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Охват</translation>
    </message>
    <message>
        <source>Click something in the photo and choose its color.</source>
        <translation>Щёлкните предмет на фото и выберите его цвет.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another one.</source>
        <translation>Эта модель не принимает цветовых подсказок. Выберите другую.</translation>
    </message>
    <message>
        <source>%1, from “%2”</source>
        <translation>%1, из «%2»</translation>
    </message>
    <message>
        <source>%1, outside the crop</source>
        <translation>%1, за пределами кадра</translation>
    </message>
    <message>
        <source>%1 at %2 %, %3 %</source>
        <translation>%1: %2&#xa0;%, %3&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Taken over from another photo</source>
        <translation>Взято с другого фото</translation>
    </message>
    <message>
        <source>Taken over from “%1”</source>
        <translation>Взято из «%1»</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 и ещё %2</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>All open photos have these settings already.</source>
        <translation>Эти настройки уже действуют для всех открытых фото.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have these settings now.</source>
        <translation>
            <numerusform>Эти настройки теперь действуют ещё для %Ln фото.</numerusform>
            <numerusform>Эти настройки теперь действуют ещё для %Ln фото.</numerusform>
            <numerusform>Эти настройки теперь действуют ещё для %Ln фото.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have these settings again.</source>
        <translation>
            <numerusform>Эти настройки снова действуют для %Ln фото.</numerusform>
            <numerusform>Эти настройки снова действуют для %Ln фото.</numerusform>
            <numerusform>Эти настройки снова действуют для %Ln фото.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have their earlier settings again.</source>
        <translation>
            <numerusform>Прежние настройки снова действуют для %Ln фото.</numerusform>
            <numerusform>Прежние настройки снова действуют для %Ln фото.</numerusform>
            <numerusform>Прежние настройки снова действуют для %Ln фото.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose page…</source>
        <translation>Выбрать страницу…</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Вставленное изображение</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>На этом компьютере нет программы для показа папок: %1</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Ошибка: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Сообщение: %1</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Natural color for everything, also from old and worn prints; takes color hints.</source>
        <translation>Естественные цвета для любых фото, в том числе старых и потёртых; принимает цветовые подсказки.</translation>
    </message>
    <message>
        <source>As natural as kolorit in less than half the time, for old PCs; takes color hints.</source>
        <translation>Так же естественно, как kolorit, но более чем вдвое быстрее, для старых компьютеров; принимает цветовые подсказки.</translation>
    </message>
    <message>
        <source>Skies, trees, houses and streets in muted color; people stay brownish. Small and quick.</source>
        <translation>Небо, деревья, дома и улицы в приглушённых цветах; люди остаются коричневатыми. Маленькая и быстрая.</translation>
    </message>
    <message>
        <source>Experimental model guided by image recognition. Very muted colors.</source>
        <translation>Экспериментальная модель с распознаванием изображений. Очень приглушённые цвета.</translation>
    </message>
    <message>
        <source>Experimental model after a short adversarial training. Misplaced orange and blue.</source>
        <translation>Экспериментальная модель после короткого состязательного обучения. Оранжевый и синий не на месте.</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Лучшая</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Быстрая</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Part of the photo that is seen</source>
        <translation>Видимая часть фото</translation>
    </message>
    <message>
        <source>Drag the frame to see another part of the photo</source>
        <translation>Перетащите рамку, чтобы увидеть другую часть фото</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>No photos found in “%1”.</source>
        <translation>В «%1» не найдено фото.</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>Открыть все фото из папки</translation>
    </message>
    <message>
        <source>There is no image in the clipboard.</source>
        <translation>В буфере обмена нет изображения.</translation>
    </message>
    <message>
        <source>“%1” has changed since its color hints were set; they may no longer fit.</source>
        <translation>Файл «%1» изменился с тех пор, как были заданы цветовые подсказки; они могут больше не подходить.</translation>
    </message>
    <message>
        <source>“%1” no longer has page %2; its largest page is shown.</source>
        <translation>В файле «%1» больше нет страницы %2; показана самая большая.</translation>
    </message>
    <message>
        <source>The settings kept beside “%1” cannot be read.</source>
        <translation>Не удалось прочитать настройки, сохранённые рядом с «%1».</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Folder for colored photos</source>
        <translation>Папка для раскрашенных фото</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>&amp;Mark saved files as AI-colorized</source>
        <translation>По&amp;мечать файлы как раскрашенные ИИ</translation>
    </message>
    <message>
        <source>&amp;Remember open photos for the next start</source>
        <translation>&amp;Запоминать открытые фото</translation>
    </message>
    <message>
        <source>Use color hints in photos of the same &amp;scene, too</source>
        <translation>Цветовые подсказки для той же &amp;сцены</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Процессор</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>Видеокарта NVIDIA</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Графика Apple</translation>
    </message>
    <message>
        <source>Same as original</source>
        <translation>Как у оригинала</translation>
    </message>
    <message>
        <source>Same folder as the photo</source>
        <translation>Папка с фото</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>&amp;Processing</source>
        <translation>&amp;Обработка</translation>
    </message>
    <message>
        <source>The mark is in the metadata, not visible in the picture. Archives and photo programs read it; it names the model and your settings.</source>
        <translation>Пометка находится в метаданных и на изображении не видна. Её читают архивы и фотопрограммы; в ней указаны модель и ваши настройки.</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>&amp;Качество JPEG/WebP</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Сохранение</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Папка</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Набор</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Свои настройки</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>None of the photos that were tried would be colored: they are in color already, have a result, or cannot be read.</source>
        <translation>Ни одно из опробованных фото не будет раскрашено: они уже цветные, для них уже есть результат или их не удаётся прочитать.</translation>
    </message>
    <message>
        <source>Photos that would be colored appear here, before and after.</source>
        <translation>Здесь появятся фото, которые будут раскрашены: до и после.</translation>
    </message>
</context>
<context>
    <name>ProposalStrip</name>
    <message>
        <source>Pasted image</source>
        <translation>Вставленное изображение</translation>
    </message>
    <message>
        <source>surely the same</source>
        <translation>точно тот же</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>возможно, тот же</translation>
    </message>
    <message>
        <source>The same thing in other photos</source>
        <translation>Тот же предмет на других фото</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>The same thing? %Ln photos</source>
        <translation>
            <numerusform>Тот же предмет? %Ln фото</numerusform>
            <numerusform>Тот же предмет? %Ln фото</numerusform>
            <numerusform>Тот же предмет? %Ln фото</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the same thing in other photos</source>
        <translation>Поиск того же предмета на других фото</translation>
    </message>
    <message numerus="yes">
        <source>Use in %Ln photos</source>
        <translation>
            <numerusform>Применить к %Ln фото</numerusform>
            <numerusform>Применить к %Ln фото</numerusform>
            <numerusform>Применить к %Ln фото</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching: %1 of %2</source>
        <translation>Поиск: %1 из %2</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
</context>
<context>
    <name>ReadyColors</name>
    <message>
        <source>Skin</source>
        <translation>Кожа</translation>
    </message>
    <message>
        <source>fair skin</source>
        <translation>очень светлая кожа</translation>
    </message>
    <message>
        <source>rosy skin</source>
        <translation>розовая кожа</translation>
    </message>
    <message>
        <source>light skin</source>
        <translation>светлая кожа</translation>
    </message>
    <message>
        <source>olive skin</source>
        <translation>оливковая кожа</translation>
    </message>
    <message>
        <source>tanned skin</source>
        <translation>загорелая кожа</translation>
    </message>
    <message>
        <source>brown skin</source>
        <translation>смуглая кожа</translation>
    </message>
    <message>
        <source>dark skin</source>
        <translation>тёмная кожа</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>губы</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Волосы</translation>
    </message>
    <message>
        <source>light blond hair</source>
        <translation>белокурые волосы</translation>
    </message>
    <message>
        <source>golden blond hair</source>
        <translation>золотистые волосы</translation>
    </message>
    <message>
        <source>red hair</source>
        <translation>рыжие волосы</translation>
    </message>
    <message>
        <source>auburn hair</source>
        <translation>тёмно-рыжие волосы</translation>
    </message>
    <message>
        <source>light brown hair</source>
        <translation>светло-каштановые волосы</translation>
    </message>
    <message>
        <source>dark brown hair</source>
        <translation>тёмно-каштановые волосы</translation>
    </message>
    <message>
        <source>black hair</source>
        <translation>чёрные волосы</translation>
    </message>
    <message>
        <source>gray hair</source>
        <translation>седые волосы</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Дерево</translation>
    </message>
    <message>
        <source>birch</source>
        <translation>берёза</translation>
    </message>
    <message>
        <source>pine</source>
        <translation>сосна</translation>
    </message>
    <message>
        <source>oak</source>
        <translation>дуб</translation>
    </message>
    <message>
        <source>cherry</source>
        <translation>вишня</translation>
    </message>
    <message>
        <source>mahogany</source>
        <translation>красное дерево</translation>
    </message>
    <message>
        <source>walnut</source>
        <translation>орех</translation>
    </message>
    <message>
        <source>ebony</source>
        <translation>чёрное дерево</translation>
    </message>
    <message>
        <source>weathered wood</source>
        <translation>посеревшее дерево</translation>
    </message>
    <message>
        <source>Uniforms</source>
        <translation>Мундиры</translation>
    </message>
    <message>
        <source>khaki drill</source>
        <translation>светлый хаки</translation>
    </message>
    <message>
        <source>brown khaki</source>
        <translation>коричневый хаки</translation>
    </message>
    <message>
        <source>olive drab</source>
        <translation>защитный оливковый</translation>
    </message>
    <message>
        <source>field gray</source>
        <translation>фельдграу</translation>
    </message>
    <message>
        <source>horizon blue</source>
        <translation>голубой горизонт</translation>
    </message>
    <message>
        <source>air force blue</source>
        <translation>серо-синий ВВС</translation>
    </message>
    <message>
        <source>navy blue</source>
        <translation>флотский синий</translation>
    </message>
    <message>
        <source>scarlet</source>
        <translation>алый</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recen&amp;t</source>
        <translation>Открыть недавн&amp;ие</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 в папке %2</translation>
    </message>
    <message>
        <source>Open this photo again</source>
        <translation>Снова открыть это фото</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Очистить список</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>Файла «%1» больше нет.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report a problem</source>
        <translation>Сообщить о проблеме</translation>
    </message>
    <message>
        <source>Something is wrong?</source>
        <translation>Что-то не так?</translation>
    </message>
    <message>
        <source>Tell us what you did, what happened, and what you expected. Add the lines below; they hold no names of your photos. Kolorit itself sends nothing.</source>
        <translation>Расскажите, что вы делали, что произошло и чего вы ожидали. Добавьте строки ниже; имён ваших фото в них нет. Сама программа Kolorit ничего не отправляет.</translation>
    </message>
    <message>
        <source>The log names your photos; look at it before you send it:</source>
        <translation>В журнале есть имена ваших фото; просмотрите его перед отправкой:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Looks for damage, noise, faded colors and flat tones, and mends what needs it</source>
        <translation>Ищет повреждения, шум, выцветшие цвета и вялые тона и исправляет то, что нужно</translation>
    </message>
    <message>
        <source>Single steps, the brush, and what is repaired</source>
        <translation>Отдельные шаги, кисть и что исправлено</translation>
    </message>
    <message>
        <source>Single steps</source>
        <translation>Отдельные шаги</translation>
    </message>
    <message>
        <source>Restore automa&amp;tically</source>
        <translation>Реставрировать &amp;автоматически</translation>
    </message>
    <message>
        <source>Mark dama&amp;ge</source>
        <translation>Отметить пов&amp;реждения</translation>
    </message>
    <message>
        <source>Paint over what was missed; Ctrl erases, Shift draws a straight line</source>
        <translation>Закрасьте пропущенное; Ctrl стирает, Shift проводит прямую</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Защитить</translation>
    </message>
    <message>
        <source>Paint over what is no damage: it keeps every bit</source>
        <translation>Закрасьте то, что не повреждение: оно не изменится</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Размер кисти</translation>
    </message>
    <message>
        <source>Also the keys [ and ]</source>
        <translation>Также клавиши [ и ]</translation>
    </message>
    <message>
        <source>Show repairs</source>
        <translation>Показать исправления</translation>
    </message>
    <message>
        <source>not</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>outlined</source>
        <translation>контуром</translation>
    </message>
    <message>
        <source>in red</source>
        <translation>красным</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>only: %1</source>
        <translation>только: %1</translation>
    </message>
    <message>
        <source>all changes</source>
        <translation>все изменения</translation>
    </message>
    <message>
        <source>What differs between before and after: all that was done, or one step alone</source>
        <translation>Чем различаются «до» и «после»: всем, что сделано, или одним шагом</translation>
    </message>
    <message>
        <source>Where pixels are changed, and what was invented (key A)</source>
        <translation>Где изменены пиксели и что домыслено (клавиша A)</translation>
    </message>
    <message>
        <source>Finding %1 of %2</source>
        <translation>Повреждение %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks found</source>
        <translation>
            <numerusform>найдено %Ln повреждение</numerusform>
            <numerusform>найдено %Ln повреждения</numerusform>
            <numerusform>найдено %Ln повреждений</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more in doubt</source>
        <translation>под вопросом: %1</translation>
    </message>
    <message>
        <source>%1 left alone by size or shade</source>
        <translation>не тронуто по размеру или тону: %1</translation>
    </message>
    <message>
        <source>Copy from a place…</source>
        <translation>Копировать с места…</translation>
    </message>
    <message>
        <source>Copies from the mark</source>
        <translation>Копирует с отметки</translation>
    </message>
    <message>
        <source>Click the place to copy from</source>
        <translation>Щёлкните место, откуда копировать</translation>
    </message>
    <message>
        <source>Strokes take their texture from a place that you choose: key S, then a click or Enter, or Ctrl+Shift+click. S or Esc: texture is found by the program again</source>
        <translation>Мазки берут текстуру с места, которое вы выберете: клавиша S, затем щелчок или Enter, либо Ctrl+Shift+щелчок. S или Esc — текстуру снова подбирает программа</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Dust and scratches</source>
        <translation>Пыль и царапины</translation>
    </message>
    <message>
        <source>Noise and grain</source>
        <translation>Шум и зерно</translation>
    </message>
    <message>
        <source>Faded colors</source>
        <translation>Выцветшие цвета</translation>
    </message>
    <message>
        <source>Flat tones</source>
        <translation>Вялые тона</translation>
    </message>
    <message>
        <source>Fills dust, hairs and scratches; all else stays bit for bit</source>
        <translation>Заделывает пыль, волоски и царапины; остальное не меняется ни на бит</translation>
    </message>
    <message>
        <source>Takes out noise, the marks of JPEG and printing screens; less in faces</source>
        <translation>Убирает шум, следы JPEG и печатный растр; на лицах меньше</translation>
    </message>
    <message>
        <source>Brings back the dyes of a faded color photo; leaves others alone</source>
        <translation>Возвращает красители выцветшей цветной фотографии; другие не трогает</translation>
    </message>
    <message>
        <source>Spreads the tones of a flat scan</source>
        <translation>Растягивает тона вялого скана</translation>
    </message>
    <message>
        <source>Repairs are not shown, in no photo.</source>
        <translation>Исправления не показаны ни на одном фото.</translation>
    </message>
    <message>
        <source>Repairs are outlined, in all photos. A: in red.</source>
        <translation>Исправления показаны контуром на всех фото. A: красным.</translation>
    </message>
    <message>
        <source>Repairs are in red, in all photos. A: not shown.</source>
        <translation>Исправления показаны красным на всех фото. A: не показывать.</translation>
    </message>
    <message>
        <source>Nothing is repaired in this photo.</source>
        <translation>На этом фото ничего не исправлено.</translation>
    </message>
    <message>
        <source>clean: not needed</source>
        <translation>чисто: не нужно</translation>
    </message>
    <message>
        <source>noise of %1 levels</source>
        <translation>шум: %1 ур.</translation>
    </message>
    <message>
        <source>JPEG of quality %1</source>
        <translation>JPEG качества %1</translation>
    </message>
    <message>
        <source>a printing screen</source>
        <translation>печатный растр</translation>
    </message>
    <message>
        <source>not faded: not needed</source>
        <translation>не выцвело: не нужно</translation>
    </message>
    <message>
        <source>left: cyan %1 %, magenta %2 %, yellow %3 %</source>
        <translation>осталось: голубого %1&#xa0;%, пурпурного %2&#xa0;%, жёлтого %3&#xa0;%</translation>
    </message>
    <message>
        <source>%1 % of the tones used</source>
        <translation>используется %1&#xa0;% тонов</translation>
    </message>
    <message>
        <source>%1 % of the tones used: not needed</source>
        <translation>используется %1&#xa0;% тонов: не нужно</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Исправлять</translation>
    </message>
    <message>
        <source>Dust on a print is dark; dust on a negative, and white specks of a print, are light</source>
        <translation>Пыль на отпечатке тёмная; пыль на негативе и белые точки на отпечатке — светлые</translation>
    </message>
    <message>
        <source>dark and light marks</source>
        <translation>тёмные и светлые повреждения</translation>
    </message>
    <message>
        <source>only dark marks</source>
        <translation>только тёмные повреждения</translation>
    </message>
    <message>
        <source>only light marks</source>
        <translation>только светлые повреждения</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Photos to see to</source>
        <translation>Фото, требующие внимания</translation>
    </message>
    <message>
        <source>&amp;Color anyway</source>
        <translation>Всё равно &amp;раскрасить</translation>
    </message>
    <message>
        <source>Select skipped photos to color them anyway: their results get names of their own, and nothing is replaced.</source>
        <translation>Выберите пропущенные фото, чтобы всё равно их раскрасить: результаты получат отдельные имена, ничего не будет заменено.</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Save all colored photos into a folder</source>
        <translation>Сохранить все раскрашенные фото в папку</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Сохранено как «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved in “%1”.</source>
        <translation>
            <numerusform>Сохранено %Ln фото в «%1».</numerusform>
            <numerusform>Сохранено %Ln фото в «%1».</numerusform>
            <numerusform>Сохранено %Ln фото в «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo was saved.</source>
        <translation>Ни одно фото не сохранено.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved, each beside its original.</source>
        <translation>
            <numerusform>Сохранено %Ln фото рядом с оригиналом.</numerusform>
            <numerusform>Сохранено %Ln фото, каждое рядом со своим оригиналом.</numerusform>
            <numerusform>Сохранено %Ln фото, каждое рядом со своим оригиналом.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were not saved.</source>
        <translation>
            <numerusform>Не сохранено %Ln фото.</numerusform>
            <numerusform>Не сохранено %Ln фото.</numerusform>
            <numerusform>Не сохранено %Ln фото.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: %1. The filmstrip says why.</source>
        <translation>Не сохранено: %1. Причина указана в ленте фото.</translation>
    </message>
</context>
<context>
    <name>ScaleNote</name>
    <message>
        <source>Seen at %1 %: grain and noise show at 1:1.</source>
        <translation>Масштаб %1&#xa0;%: зерно и шум видны при 1:1.</translation>
    </message>
    <message>
        <source>Show the photo&apos;s own pixels</source>
        <translation>Показать фото при 1:1</translation>
    </message>
</context>
<context>
    <name>SelectedPhotos</name>
    <message numerus="yes">
        <source>%Ln photos have been changed.</source>
        <translation>
            <numerusform>Изменено %Ln фото.</numerusform>
            <numerusform>Изменено %Ln фото.</numerusform>
            <numerusform>Изменено %Ln фото.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>SeriesColors</name>
    <message numerus="yes">
        <source>Also done in %Ln photos of the same scene.</source>
        <translation>
            <numerusform>Сделано и на %Ln фото той же сцены.</numerusform>
            <numerusform>Сделано и на %Ln фото той же сцены.</numerusform>
            <numerusform>Сделано и на %Ln фото той же сцены.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>Kolorit closed unexpectedly. Reopen your photo?</source>
        <translation>Kolorit неожиданно завершился. Открыть ваше фото снова?</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>What was open last was kept by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>Список открытого в прошлый раз сохранён более новой версией Kolorit; он не используется и не изменяется.</translation>
    </message>
    <message>
        <source>This installation of Kolorit is damaged; install it again. The log has the details.</source>
        <translation>Эта установка Kolorit повреждена; установите программу заново. Подробности — в журнале.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Move the split line</source>
        <translation>Сдвинуть линию раздела</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Сдвинуть фото</translation>
    </message>
    <message>
        <source>Place a color hint with the keyboard</source>
        <translation>Поставить цветовую подсказку с клавиатуры</translation>
    </message>
    <message>
        <source>Color palette: choose, cancel</source>
        <translation>Палитра цветов: выбрать, отменить</translation>
    </message>
    <message>
        <source>Hold to show the original</source>
        <translation>Удерживать, чтобы видеть оригинал</translation>
    </message>
    <message>
        <source>Brush: change its size</source>
        <translation>Кисть: изменить размер</translation>
    </message>
    <message>
        <source>Cropping: move the rectangle</source>
        <translation>Кадрирование: сдвинуть рамку</translation>
    </message>
    <message>
        <source>Cropping: change its size</source>
        <translation>Кадрирование: изменить размер рамки</translation>
    </message>
    <message>
        <source>Cropping: straighten</source>
        <translation>Кадрирование: выровнять</translation>
    </message>
    <message>
        <source>Cropping: apply, cancel</source>
        <translation>Кадрирование: применить, отменить</translation>
    </message>
    <message>
        <source>Delete the selected hint, or take the selected photos off the list</source>
        <translation>Удалить выбранную подсказку или убрать выбранные фото из списка</translation>
    </message>
    <message>
        <source>Cancel what is running, close the variations, leave full screen</source>
        <translation>Прервать текущее действие, закрыть варианты, выйти из полноэкранного режима</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Drag the photo with any tool</source>
        <translation>Двигать фото при любом инструменте</translation>
    </message>
    <message>
        <source>%1 + mouse</source>
        <translation>%1 + мышь</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Сбросить</translation>
    </message>
    <message>
        <source>%1, as a number</source>
        <translation>%1, числом</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>another model</source>
        <translation>другая модель</translation>
    </message>
    <message>
        <source>another variation</source>
        <translation>другой вариант</translation>
    </message>
    <message>
        <source>dark or light marks</source>
        <translation>тёмные или светлые повреждения</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>чувствительность</translation>
    </message>
    <message>
        <source>largest size</source>
        <translation>максимальный размер</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>сглаживание</translation>
    </message>
    <message>
        <source>grain</source>
        <translation>зерно</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>восстановление</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>контраст</translation>
    </message>
    <message>
        <source>color strength</source>
        <translation>сила цвета</translation>
    </message>
    <message>
        <source>vividness</source>
        <translation>сочность</translation>
    </message>
    <message>
        <source>warmth</source>
        <translation>теплота</translation>
    </message>
    <message>
        <source>color</source>
        <translation>цвет</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>детализация</translation>
    </message>
    <message>
        <source>dust and scratches</source>
        <translation>пыль и царапины</translation>
    </message>
    <message>
        <source>noise and grain</source>
        <translation>шум и зерно</translation>
    </message>
    <message>
        <source>faded colors</source>
        <translation>выцветшие цвета</translation>
    </message>
    <message>
        <source>flat tones</source>
        <translation>вялые тона</translation>
    </message>
    <message>
        <source>restore automatically</source>
        <translation>автоматическая реставрация</translation>
    </message>
    <message>
        <source>brush stroke</source>
        <translation>мазок кисти</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>повреждение</translation>
    </message>
    <message>
        <source>no damage</source>
        <translation>не повреждение</translation>
    </message>
    <message>
        <source>delete a color hint</source>
        <translation>удаление цветовой подсказки</translation>
    </message>
    <message>
        <source>delete all color hints</source>
        <translation>удаление всех цветовых подсказок</translation>
    </message>
    <message>
        <source>paste color hints</source>
        <translation>вставка цветовых подсказок</translation>
    </message>
    <message>
        <source>color hint</source>
        <translation>цветовая подсказка</translation>
    </message>
    <message>
        <source>move a color hint</source>
        <translation>перенос цветовой подсказки</translation>
    </message>
    <message>
        <source>reach of a color hint</source>
        <translation>охват цветовой подсказки</translation>
    </message>
    <message>
        <source>rotate left</source>
        <translation>поворот влево</translation>
    </message>
    <message>
        <source>rotate right</source>
        <translation>поворот вправо</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>зеркальное отражение</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>кадрирование</translation>
    </message>
    <message>
        <source>settings for all photos</source>
        <translation>настройки для всех фото</translation>
    </message>
    <message>
        <source>paste settings</source>
        <translation>вставка настроек</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>сброс</translation>
    </message>
    <message>
        <source>color like another photo</source>
        <translation>раскрасить как другое фото</translation>
    </message>
    <message>
        <source>color hints of another photo</source>
        <translation>цветовые подсказки другого фото</translation>
    </message>
    <message>
        <source>color of another photo</source>
        <translation>цвет другого фото</translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message>
        <source>As opened</source>
        <translation>В порядке открытия</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По имени</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>По дате</translation>
    </message>
    <message>
        <source>To review first</source>
        <translation>Сначала на проверку</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Все фото</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Изменённые</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Несохранённые</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>С флажком</translation>
    </message>
    <message>
        <source>No edited photos</source>
        <translation>Нет изменённых фото</translation>
    </message>
    <message>
        <source>No unsaved photos</source>
        <translation>Нет несохранённых фото</translation>
    </message>
    <message>
        <source>No flagged photos</source>
        <translation>Нет фото с флажком</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Сортировка</translation>
    </message>
    <message>
        <source>The order of the open photos</source>
        <translation>Порядок открытых фото</translation>
    </message>
    <message>
        <source>When it was taken, as the photo says; else when its file was changed</source>
        <translation>Когда снято, по данным фото; иначе — когда изменён файл</translation>
    </message>
    <message>
        <source>Which of the open photos are in the row</source>
        <translation>Какие из открытых фото видны в ленте</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected: sliders move for all</source>
        <translation>
            <numerusform>Выбрано %Ln: ползунки меняют все</numerusform>
            <numerusform>Выбрано %Ln: ползунки меняют все</numerusform>
            <numerusform>Выбрано %Ln: ползунки меняют все</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>скрыто %Ln</numerusform>
            <numerusform>скрыто %Ln</numerusform>
            <numerusform>скрыто %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrongColors</name>
    <message>
        <source>pink</source>
        <translation>розового</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красного</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>оранжевого</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>жёлтого</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёного</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>бирюзового</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синего</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>фиолетового</translation>
    </message>
    <message>
        <source>This tone is too dark for a strong %1.</source>
        <translation>Этот тон слишком тёмный для насыщенного %1 цвета.</translation>
    </message>
    <message>
        <source>This tone is too light for a strong %1.</source>
        <translation>Этот тон слишком светлый для насыщенного %1 цвета.</translation>
    </message>
    <message>
        <source>This place is lighter than that color: it gets a tint.</source>
        <translation>Это место светлее этого цвета: получится светлый оттенок.</translation>
    </message>
    <message>
        <source>This place is darker than that color: it gets a shade.</source>
        <translation>Это место темнее этого цвета: получится тёмный оттенок.</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Try at %1 pixels</source>
        <translation>Попробовать с %1&#xa0;пикс.</translation>
    </message>
    <message>
        <source>Bring its colors back</source>
        <translation>Вернуть его цвета</translation>
    </message>
    <message>
        <source>“%1” may be a color photo; it was colorized anyway.</source>
        <translation>Возможно, фото «%1» уже цветное; оно всё же раскрашено.</translation>
    </message>
    <message>
        <source>The image may be in color already; it was colorized anyway.</source>
        <translation>Возможно, изображение уже цветное; оно всё же раскрашено.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; your photo is unchanged. The log has the details.</source>
        <translation>В Kolorit произошла ошибка; ваше фото не изменилось. Подробности в журнале.</translation>
    </message>
    <message>
        <source>Stopped. The picture does not show your last change yet.</source>
        <translation>Остановлено. На фото ещё нет последнего изменения.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>current</source>
        <translation>текущий</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>обычный</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>ровный</translation>
    </message>
    <message>
        <source>detailed</source>
        <translation>детальный</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>приглушённый</translation>
    </message>
    <message>
        <source>vivid</source>
        <translation>сочный</translation>
    </message>
    <message>
        <source>smooth and vivid</source>
        <translation>ровный и сочный</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>The arrow keys move the rectangle, with Shift they change its size. The brackets turn the photo. Enter crops, Escape cancels.</source>
        <translation>Стрелки двигают рамку, с клавишей Shift они меняют её размер. Квадратные скобки поворачивают фото. Enter кадрирует, Esc отменяет.</translation>
    </message>
    <message>
        <source>The arrow keys move a cross, Enter chooses the place. With Shift, they move the photo.</source>
        <translation>Стрелки двигают крестик, Enter выбирает место. С клавишей Shift они двигают фото.</translation>
    </message>
    <message>
        <source>With Shift, the arrow keys move the photo.</source>
        <translation>С клавишей Shift стрелки двигают фото.</translation>
    </message>
    <message>
        <source>The original is left of the split line, which stands at %1 percent. The arrow keys move the line, with Shift the photo.</source>
        <translation>Оригинал слева от линии раздела, которая стоит на %1 процентах. Стрелки двигают линию, с клавишей Shift — фото.</translation>
    </message>
    <message>
        <source>“%1”, before and after</source>
        <translation>«%1», до и после</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
</context>
</TS>
