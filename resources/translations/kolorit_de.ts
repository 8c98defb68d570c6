<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>About</name>
    <message>
        <source>About Kolorit</source>
        <translation>Über Kolorit</translation>
    </message>
    <message>
        <source>Restores and colors old photographs. Your photos stay on this computer: nothing is sent anywhere, and the original is never changed. No network of Kolorit draws a face.</source>
        <translation>Restauriert und koloriert alte Fotos. Ihre Fotos bleiben auf diesem Computer: Nichts wird irgendwohin gesendet und das Original wird nie verändert. Kein neuronales Netz von Kolorit zeichnet ein Gesicht.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Made with Qt (LGPL), PyTorch, OpenCV, scikit-image and NumPy.</source>
        <translation>Erstellt mit Qt (LGPL), PyTorch, OpenCV, scikit-image und NumPy.</translation>
    </message>
</context>
<context>
    <name>Activities</name>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Foto wird geöffnet…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Schäden werden gesucht…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Foto wird restauriert…</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Foto wird koloriert…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Foto wird gespeichert…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Saving photo %1 of %2…</source>
        <translation>Foto %1 von %2 wird gespeichert…</translation>
    </message>
    <message>
        <source>Saving… Photos left: %1</source>
        <translation>Speichern… Noch zu speichernde Fotos: %1</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>From what is certain to all that may be damage; double-click for 50 %</source>
        <translation>Nur sichere Schäden bis alles, was ein Schaden sein könnte; Doppelklick: 50&#xa0;%</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Maximalgröße</translation>
    </message>
    <message>
        <source>Marks longer than this share of the photo’s shorter side are left alone; double-click for any size</source>
        <translation>Schäden, die länger sind als dieser Anteil der kürzeren Fotoseite, bleiben unberührt; Doppelklick: unbegrenzt</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>How much noise is taken out; judge it at 1:1; double-click for all</source>
        <translation>Wie viel Rauschen entfernt wird; bei 1:1 zu beurteilen; Doppelklick: alles</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Korn erhalten</translation>
    </message>
    <message>
        <source>How much film grain stays; judge it at 1:1; double-click for half</source>
        <translation>Wie viel Filmkorn bleibt; bei 1:1 zu beurteilen; Doppelklick: die Hälfte</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Auffrischung</translation>
    </message>
    <message>
        <source>How far the colors come back; double-click for all</source>
        <translation>Wie weit die Farben zurückkehren; Doppelklick: ganz</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>How far the tones are spread; double-click for all</source>
        <translation>Wie weit die Tonwerte gespreizt werden; Doppelklick: ganz</translation>
    </message>
    <message>
        <source>Color &amp;strength</source>
        <translation>Farb&amp;stärke</translation>
    </message>
    <message>
        <source>How strong the colors are; double-click for 100 %</source>
        <translation>Wie kräftig die Farben sind; Doppelklick: 100&#xa0;%</translation>
    </message>
    <message>
        <source>V&amp;ividness</source>
        <translation>&amp;Lebendigkeit</translation>
    </message>
    <message>
        <source>Left: safe, muted colors. Right: bolder colors. Double-click for 100 %</source>
        <translation>Links: sichere, gedämpfte Farben. Rechts: kräftigere, gewagtere Farben. Doppelklick: 100&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Wärme</translation>
    </message>
    <message>
        <source>Cooler (bluer) or warmer (yellower); double-click for 0</source>
        <translation>Kühler (bläulicher) oder wärmer (gelblicher); Doppelklick: 0</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>Detail&amp;grad</translation>
    </message>
    <message>
        <source>Low: calm, even color. High: small things get their own color.</source>
        <translation>Niedrig: ruhige, gleichmäßige Farben. Hoch: Kleines bekommt eigene Farben.</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>Weitere Modelle</translation>
    </message>
    <message>
        <source> px</source>
        <translation>&#xa0;px</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Runs on this computer’s graphics card (%1)</source>
        <translation>Läuft auf der Grafikkarte dieses Computers (%1)</translation>
    </message>
    <message>
        <source>Runs on this computer’s processor</source>
        <translation>Läuft auf dem Prozessor dieses Computers</translation>
    </message>
</context>
<context>
    <name>Awaiting</name>
    <message>
        <source>Opening “%1”…</source>
        <translation>„%1“ wird geöffnet…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Foto wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Previe&amp;w three photos</source>
        <translation>Vorsch&amp;au mit drei Fotos</translation>
    </message>
    <message>
        <source>Three &amp;others</source>
        <translation>Drei an&amp;dere</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Show &amp;report</source>
        <translation>&amp;Bericht anzeigen</translation>
    </message>
    <message>
        <source>Retry f&amp;ailed</source>
        <translation>Fehlgeschlagene &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;New batch</source>
        <translation>&amp;Neuer Stapel</translation>
    </message>
    <message>
        <source>Colorize folders</source>
        <translation>Ordner kolorieren</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Fotos werden koloriert…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Choose a source and a destination folder.</source>
        <translation>Wählen Sie einen Quell- und einen Zielordner.</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Pausing after the current photos…</source>
        <translation>Pause nach den laufenden Fotos…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed: %1.</source>
        <translation>
            <numerusform>Fertig, aber %Ln Foto ist fehlgeschlagen: %1.</numerusform>
            <numerusform>Fertig, aber %Ln Fotos sind fehlgeschlagen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos are done.</source>
        <translation>Alle Fotos sind fertig.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %Ln photos remain.</source>
        <translation>
            <numerusform>Gestoppt; %Ln Foto ist noch offen.</numerusform>
            <numerusform>Gestoppt; %Ln Fotos sind noch offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report could not be written into the destination folder.</source>
        <translation>Der Bericht konnte nicht in den Zielordner geschrieben werden.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed.</source>
        <translation>
            <numerusform>Fertig, aber %Ln Foto ist fehlgeschlagen.</numerusform>
            <numerusform>Fertig, aber %Ln Fotos sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; what was done is kept. The log has the details.</source>
        <translation>In Kolorit ist ein Fehler aufgetreten; was fertig war, bleibt erhalten. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>Auf diesem Computer zeigt kein Programm Ordner an: %1</translation>
    </message>
    <message>
        <source>The report opens in your browser. It is “%1”.</source>
        <translation>Der Bericht wird in Ihrem Browser geöffnet. Es ist die Datei „%1“.</translation>
    </message>
    <message>
        <source>No browser opens the report here. It is “%1”.</source>
        <translation>Auf diesem Computer öffnet kein Browser den Bericht. Es ist die Datei „%1“.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Save preset as</source>
        <translation>Vorlage speichern unter</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>„%1“ wurde von einer neueren Kolorit-Version geschrieben und wird weder verwendet noch geändert.</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Maximalgröße</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Korn erhalten</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Auffrischung</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Color stren&amp;gth</source>
        <translation>Far&amp;bstärke</translation>
    </message>
    <message>
        <source>&amp;Vividness</source>
        <translation>&amp;Lebendigkeit</translation>
    </message>
    <message>
        <source>W&amp;armth</source>
        <translation>&amp;Wärme</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>Detail&amp;grad</translation>
    </message>
    <message>
        <source>Source folder</source>
        <translation>Quellordner</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>e.g. *.tif; 1920/* (empty: all photos)</source>
        <translation>z.&#xa0;B. *.tif; 1920/* (leer: alle Fotos)</translation>
    </message>
    <message>
        <source>e.g. my drafts; *-color*</source>
        <translation>z.&#xa0;B. Entwürfe; *-color*</translation>
    </message>
    <message>
        <source>Include sub&amp;folders (keep folder structure)</source>
        <translation>&amp;Unterordner einbeziehen (Ordnerstruktur bleibt erhalten)</translation>
    </message>
    <message>
        <source>Use settings kept beside &amp;photos instead of these</source>
        <translation>Neben den Fotos gespeicherte Einstellungen be&amp;vorzugen</translation>
    </message>
    <message>
        <source>Same thing, same co&amp;lor</source>
        <translation>Gleic&amp;hes in gleicher Farbe</translation>
    </message>
    <message>
        <source>Colors kept beside some photos are used where others surely show the same</source>
        <translation>Neben Fotos gespeicherte Farben gelten auch da, wo andere Fotos sicher dasselbe zeigen</translation>
    </message>
    <message>
        <source> px</source>
        <translation>&#xa0;px</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Restore first</source>
        <translation>Zuvor restaurieren</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>So&amp;urce folder</source>
        <translation>&amp;Quellordner</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>&amp;Einschließen</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation>Ausschl&amp;ießen</translation>
    </message>
    <message>
        <source>&amp;Color photos</source>
        <translation>&amp;Farbfotos</translation>
    </message>
    <message>
        <source>Des&amp;tination folder</source>
        <translation>&amp;Zielordner</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>Datei&amp;namen</translation>
    </message>
    <message>
        <source>If the file e&amp;xists</source>
        <translation>Wenn die Datei e&amp;xistiert</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmat</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>Farb&amp;tiefe</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>&amp;JPEG-/WebP-Qualität</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>same as original</source>
        <translation>wie das Original</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>use another name</source>
        <translation>anderen Namen verwenden</translation>
    </message>
    <message>
        <source>replace it, never an original</source>
        <translation>ersetzen, aber nie ein Original</translation>
    </message>
    <message>
        <source>skip them</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>copy them</source>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>recolorize them</source>
        <translation>neu kolorieren</translation>
    </message>
</context>
<context>
    <name>BatchMessages</name>
    <message>
        <source>The destination disk is full. Free some space, then resume.</source>
        <translation>Der Datenträger des Zielordners ist voll. Schaffen Sie Platz und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>The destination folder is gone. Restore it, then resume.</source>
        <translation>Der Zielordner ist nicht mehr da. Stellen Sie ihn wieder her und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>The destination folder can no longer be written to.</source>
        <translation>In den Zielordner kann nicht mehr geschrieben werden.</translation>
    </message>
    <message>
        <source>The source folder is gone. Restore it, then resume.</source>
        <translation>Der Quellordner ist nicht mehr da. Stellen Sie ihn wieder her und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, then resume.</source>
        <translation>Die Grafikkarte reagiert nicht mehr. Starten Sie Kolorit neu und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>The machines that color the photos can no longer be reached.</source>
        <translation>Die Rechner, die die Fotos kolorieren, sind nicht mehr erreichbar.</translation>
    </message>
    <message>
        <source>A folder inside the destination lies on another disk, where no result can be moved to.</source>
        <translation>Ein Unterordner des Zielordners liegt auf einem anderen Datenträger; dorthin lässt sich kein Ergebnis verschieben.</translation>
    </message>
    <message>
        <source>Several photos in a row failed in the same way. Resume tries them once more.</source>
        <translation>Mehrere Fotos nacheinander sind auf dieselbe Weise fehlgeschlagen. Fortsetzen versucht sie noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is a color photo.</source>
        <translation>„%1“ ist ein Farbfoto.</translation>
    </message>
    <message>
        <source>“%1” has a result already.</source>
        <translation>Für „%1“ gibt es schon ein Ergebnis.</translation>
    </message>
    <message>
        <source>“%1” failed; the report says why.</source>
        <translation>„%1“ ist fehlgeschlagen; der Bericht nennt den Grund.</translation>
    </message>
    <message>
        <source>“%1” failed: %2</source>
        <translation>„%1“ ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>A name is needed, such as {stem}.</source>
        <translation>Ein Name ist nötig, zum Beispiel {stem}.</translation>
    </message>
    <message>
        <source>The braces do not match.</source>
        <translation>Die geschweiften Klammern passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The variables are %1.</source>
        <translation>Die Platzhalter sind %1.</translation>
    </message>
    <message>
        <source>Only a width can be given, as in {n:04}.</source>
        <translation>Nur eine Breite lässt sich angeben, wie in {n:04}.</translation>
    </message>
    <message>
        <source>Names cannot have these: %2</source>
        <translation>In Namen nicht erlaubt: %2</translation>
    </message>
</context>
<context>
    <name>BatchNotes</name>
    <message>
        <source>16 of its more bits per channel were read</source>
        <translation>mehr als 16&#xa0;Bit pro Kanal: nur 16 wurden gelesen</translation>
    </message>
    <message>
        <source>only one of its pages or frames was read</source>
        <translation>nur eine seiner Seiten oder eines seiner Einzelbilder wurde gelesen</translation>
    </message>
    <message>
        <source>its further channels were left out</source>
        <translation>seine weiteren Kanäle wurden weggelassen</translation>
    </message>
    <message>
        <source>its color profile cannot be used</source>
        <translation>sein Farbprofil ist unbrauchbar</translation>
    </message>
    <message>
        <source>damaged metadata were left out</source>
        <translation>beschädigte Metadaten wurden weggelassen</translation>
    </message>
    <message>
        <source>the format holds 8 bits per channel</source>
        <translation>das Format fasst nur 8&#xa0;Bit pro Kanal</translation>
    </message>
    <message>
        <source>transparent places were laid on white</source>
        <translation>durchsichtige Stellen wurden weiß hinterlegt</translation>
    </message>
    <message>
        <source>its EXIF data could not be kept</source>
        <translation>seine EXIF-Daten konnten nicht übernommen werden</translation>
    </message>
    <message>
        <source>its IPTC data could not be kept</source>
        <translation>seine IPTC-Daten konnten nicht übernommen werden</translation>
    </message>
    <message>
        <source>its XMP data could not be kept</source>
        <translation>seine XMP-Daten konnten nicht übernommen werden</translation>
    </message>
    <message>
        <source>saved in sRGB instead of its profile</source>
        <translation>in sRGB statt in seinem Profil gespeichert</translation>
    </message>
    <message>
        <source>its resolution could not be kept</source>
        <translation>seine Auflösung konnte nicht übernommen werden</translation>
    </message>
    <message>
        <source>dust and scratches: %1 ‰ of the picture repaired</source>
        <translation>Staub und Kratzer: %1&#xa0;‰ des Bildes repariert</translation>
    </message>
    <message>
        <source>noise and grain: changed by %1 levels in the mean</source>
        <translation>Rauschen und Korn: im Mittel um %1 Stufen geändert</translation>
    </message>
    <message>
        <source>faded colors: cyan %1 %, magenta %2 %, yellow %3 % were left; what was brought back may be off by ΔE %4</source>
        <translation>verblasste Farben: Cyan %1&#xa0;%, Magenta %2&#xa0;%, Gelb %3&#xa0;% waren übrig; das Aufgefrischte kann um ΔE&#xa0;%4 abweichen</translation>
    </message>
    <message>
        <source>flat tones: %1 % of the range was used</source>
        <translation>flaue Tonwerte: %1&#xa0;% des Umfangs waren genutzt</translation>
    </message>
    <message>
        <source>a newer version wrote its settings, which are not used</source>
        <translation>seine Einstellungen stammen von einer neueren Version und werden nicht verwendet</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>Looking for photos… %Ln found</source>
        <translation>
            <numerusform>Fotos werden gesucht… %Ln gefunden</numerusform>
            <numerusform>Fotos werden gesucht… %Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 needed, %2 free.</source>
        <translation>Etwa %1 nötig, %2 frei.</translation>
    </message>
    <message>
        <source>It will take about %1.</source>
        <translation>Dauert etwa %1.</translation>
    </message>
    <message>
        <source>That will probably not fit.</source>
        <translation>Der Platz reicht wahrscheinlich nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colored</source>
        <translation>
            <numerusform>%Ln koloriert</numerusform>
            <numerusform>%Ln koloriert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copied</source>
        <translation>
            <numerusform>%Ln kopiert</numerusform>
            <numerusform>%Ln kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of those colored, %Ln to review</source>
        <translation>
            <numerusform>Von den kolorierten %Ln zu prüfen</numerusform>
            <numerusform>Von den kolorierten %Ln zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>Noch etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in color already</source>
        <translation>
            <numerusform>%Ln schon in Farbe</numerusform>
            <numerusform>%Ln schon in Farbe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
</context>
<context>
    <name>BatchReport</name>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Photos to review are those that deserve a look; report.csv has the same rows in English.</source>
        <translation>Zu prüfen sind Fotos, die einen Blick verdienen; report.csv enthält dieselben Zeilen auf Englisch.</translation>
    </message>
    <message>
        <source>Part of a name or reason</source>
        <translation>Teil eines Namens oder Grundes</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>This page needs its script to show the photos; report.csv needs none.</source>
        <translation>Diese Seite braucht ihr Skript, um die Fotos zu zeigen; report.csv braucht keines.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 von %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>vorher und nachher</translation>
    </message>
    <message>
        <source>Picture not embedded</source>
        <translation>Bild nicht eingebettet</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
    <message>
        <source>Repaired places, before and after:</source>
        <translation>Reparierte Stellen, vorher und nachher:</translation>
    </message>
    <message>
        <source>To color it anyway, select it in the list at the end of the batch in Kolorit.</source>
        <translation>Um es trotzdem zu kolorieren, wählen Sie es in Kolorit am Ende des Stapels in der Liste aus.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>colored like others</source>
        <translation>wie andere koloriert</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>koloriert</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>in color already</source>
        <translation>schon in Farbe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>noch offen</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>large uncertain areas</source>
        <translation>große unsichere Bereiche</translation>
    </message>
    <message>
        <source>patches of another color</source>
        <translation>Flecken in anderer Farbe</translation>
    </message>
    <message>
        <source>gray next to skin</source>
        <translation>Grau neben Haut</translation>
    </message>
    <message>
        <source>blue or purple skin</source>
        <translation>blaue oder violette Haut</translation>
    </message>
    <message>
        <source>one color over everything</source>
        <translation>eine Farbe über allem</translation>
    </message>
    <message>
        <source>may have been a color photo</source>
        <translation>war vielleicht ein Farbfoto</translation>
    </message>
    <message>
        <source>much of it was repaired</source>
        <translation>vieles wurde repariert</translation>
    </message>
    <message>
        <source>parts of it were invented</source>
        <translation>Teile wurden frei ergänzt</translation>
    </message>
    <message>
        <source>uncertainty: low</source>
        <translation>Unsicherheit: niedrig</translation>
    </message>
    <message>
        <source>uncertainty: medium</source>
        <translation>Unsicherheit: mittel</translation>
    </message>
    <message>
        <source>uncertainty: high</source>
        <translation>Unsicherheit: hoch</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Creating variations: %1 of %2</source>
        <translation>Varianten werden erstellt: %1 von %2</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>“%1” was taken off the list. Its file stays where it is.</source>
        <translation>„%1“ wurde aus der Liste genommen. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were taken off the list. Their files stay where they are.</source>
        <translation>
            <numerusform>%Ln Foto wurde aus der Liste genommen. Seine Datei bleibt, wo sie ist.</numerusform>
            <numerusform>%Ln Fotos wurden aus der Liste genommen. Ihre Dateien bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing takes a photo off the list; its file stays where it is.</source>
        <translation>Schließen nimmt ein Foto aus der Liste; seine Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>The photo is still being saved; Kolorit closes after that.</source>
        <translation>Das Foto wird noch gespeichert; danach schließt sich Kolorit.</translation>
    </message>
    <message>
        <source>What was saved before is updated. Originals stay as they are.</source>
        <translation>Bereits gespeicherte Ergebnisse werden aktualisiert. Die Originale bleiben unverändert.</translation>
    </message>
    <message>
        <source>Results are saved beside the originals, which stay as they are.</source>
        <translation>Die Ergebnisse werden neben den Originalen gespeichert; diese bleiben unverändert.</translation>
    </message>
    <message>
        <source>Results are saved in “%1”. Originals stay as they are.</source>
        <translation>Die Ergebnisse werden in „%1“ gespeichert. Die Originale bleiben unverändert.</translation>
    </message>
</context>
<context>
    <name>ColorLike</name>
    <message>
        <source>Comparing with “%1”…</source>
        <translation>Vergleich mit „%1“…</translation>
    </message>
    <message>
        <source>“%1” has no colors that could be taken over.</source>
        <translation>„%1“ hat keine Farben, die übernommen werden könnten.</translation>
    </message>
    <message>
        <source>Nothing in “%1” is surely the same, so no color was taken over.</source>
        <translation>In „%1“ ist nichts sicher dasselbe; es wurde keine Farbe übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colors were taken over from “%1”.</source>
        <translation>
            <numerusform>%Ln Farbe wurde aus „%1“ übernommen.</numerusform>
            <numerusform>%Ln Farben wurden aus „%1“ übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorNames</name>
    <message>
        <source>gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>dark gray</source>
        <translation>Dunkelgrau</translation>
    </message>
    <message>
        <source>light gray</source>
        <translation>Hellgrau</translation>
    </message>
    <message>
        <source>white</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>dark brown</source>
        <translation>Dunkelbraun</translation>
    </message>
    <message>
        <source>gray-brown</source>
        <translation>Graubraun</translation>
    </message>
    <message>
        <source>tan</source>
        <translation>Hellbraun</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>Beige</translation>
    </message>
    <message>
        <source>cream</source>
        <translation>Creme</translation>
    </message>
    <message>
        <source>skin tone</source>
        <translation>Hautton</translation>
    </message>
    <message>
        <source>khaki</source>
        <translation>Khaki</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>navy</source>
        <translation>Marineblau</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>light blue</source>
        <translation>Hellblau</translation>
    </message>
    <message>
        <source>blue-gray</source>
        <translation>Blaugrau</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>dark green</source>
        <translation>Dunkelgrün</translation>
    </message>
    <message>
        <source>light green</source>
        <translation>Hellgrün</translation>
    </message>
    <message>
        <source>gray-green</source>
        <translation>Graugrün</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>Ocker</translation>
    </message>
    <message>
        <source>rust</source>
        <translation>Rost</translation>
    </message>
    <message>
        <source>dark red</source>
        <translation>Dunkelrot</translation>
    </message>
    <message>
        <source>salmon</source>
        <translation>Lachs</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>Lavendel</translation>
    </message>
</context>
<context>
    <name>ColorSharing</name>
    <message>
        <source>The same thing was found in no other photo.</source>
        <translation>Dasselbe wurde in keinem anderen Foto gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>Found in no more photos; %Ln have this color already.</source>
        <translation>
            <numerusform>In keinem weiteren Foto gefunden; %Ln hat diese Farbe schon.</numerusform>
            <numerusform>In keinem weiteren Foto gefunden; %Ln haben diese Farbe schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have this color now.</source>
        <translation>
            <numerusform>%Ln weiteres Foto hat jetzt diese Farbe.</numerusform>
            <numerusform>%Ln weitere Fotos haben jetzt diese Farbe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorWheel</name>
    <message>
        <source>All colors; choose with the arrow keys</source>
        <translation>Alle Farben; mit den Pfeiltasten wählen</translation>
    </message>
</context>
<context>
    <name>ColorsOfOthers</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Tra&amp;nsform</source>
        <translation>Transf&amp;ormieren</translation>
    </message>
    <message>
        <source>Rest&amp;ore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Or&amp;dner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>&amp;Letzte Sitzung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Speichern un&amp;ter…</translation>
    </message>
    <message>
        <source>Export before/&amp;after image…</source>
        <translation>&amp;Vorher-Nachher-Bild exportieren…</translation>
    </message>
    <message>
        <source>&amp;Keep settings beside the photo</source>
        <translation>Einstellungen &amp;neben dem Foto speichern</translation>
    </message>
    <message>
        <source>Save a&amp;ll…</source>
        <translation>&amp;Alle speichern…</translation>
    </message>
    <message>
        <source>Colorize &amp;folders…</source>
        <translation>&amp;Ordner kolorieren…</translation>
    </message>
    <message>
        <source>Choose pa&amp;ge…</source>
        <translation>Se&amp;ite wählen…</translation>
    </message>
    <message>
        <source>Re&amp;colorize</source>
        <translation>Ne&amp;u kolorieren</translation>
    </message>
    <message>
        <source>Show &amp;in folder</source>
        <translation>Im O&amp;rdner anzeigen</translation>
    </message>
    <message>
        <source>Close p&amp;hoto</source>
        <translation>Foto s&amp;chließen</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Einstellun&amp;gen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Flag photo</source>
        <translation>Foto vor&amp;merken</translation>
    </message>
    <message>
        <source>&amp;Color hints</source>
        <translation>&amp;Farben vorgeben</translation>
    </message>
    <message>
        <source>Cop&amp;y image</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy s&amp;ettings</source>
        <translation>Einstellungen ko&amp;pieren</translation>
    </message>
    <message>
        <source>Paste se&amp;ttings</source>
        <translation>Einstellungen e&amp;infügen</translation>
    </message>
    <message>
        <source>Apply &amp;settings to all photos</source>
        <translation>Einstellungen auf &amp;alle Fotos anwenden</translation>
    </message>
    <message>
        <source>Reset all e&amp;dits</source>
        <translation>Alle Änderungen &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>C&amp;opy color hints</source>
        <translation>Farbvorgaben &amp;kopieren</translation>
    </message>
    <message>
        <source>P&amp;aste color hints</source>
        <translation>Farbvorgaben &amp;einfügen</translation>
    </message>
    <message>
        <source>Use th&amp;is color in other photos…</source>
        <translation>&amp;Diese Farbe in anderen Fotos verwenden…</translation>
    </message>
    <message>
        <source>Color &amp;like another photo…</source>
        <translation>Wie ein anderes Foto k&amp;olorieren…</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>An &amp;Fenster anpassen</translation>
    </message>
    <message>
        <source>&amp;Actual size (1:1)</source>
        <translation>&amp;Originalgröße (1:1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>&amp;Nächstes Foto</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>Vor&amp;heriges Foto</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Show un&amp;certain areas</source>
        <translation>&amp;Unsichere Bereiche anzeigen</translation>
    </message>
    <message>
        <source>&amp;Next uncertain area</source>
        <translation>Näch&amp;ster unsicherer Bereich</translation>
    </message>
    <message>
        <source>Previous uncertain a&amp;rea</source>
        <translation>Vorhe&amp;riger unsicherer Bereich</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>Varian&amp;ten</translation>
    </message>
    <message>
        <source>Sp&amp;lit view</source>
        <translation>&amp;Geteilte Ansicht</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>Neben&amp;einander</translation>
    </message>
    <message>
        <source>Aft&amp;er only</source>
        <translation>Nur Na&amp;chher</translation>
    </message>
    <message>
        <source>&amp;Before/after labels</source>
        <translation>Vorher-N&amp;achher-Beschriftung</translation>
    </message>
    <message>
        <source>Navi&amp;gator</source>
        <translation>Nav&amp;igator</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>&amp;Spiegeln</translation>
    </message>
    <message>
        <source>&amp;Crop and straighten</source>
        <translation>&amp;Zuschneiden und gerade ausrichten</translation>
    </message>
    <message>
        <source>&amp;Open the prints on a scan</source>
        <translation>&amp;Abzüge auf einem Scan öffnen</translation>
    </message>
    <message>
        <source>Restore &amp;automatically</source>
        <translation>&amp;Automatisch restaurieren</translation>
    </message>
    <message>
        <source>&amp;Mark damage</source>
        <translation>Schäden mar&amp;kieren</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Schützen</translation>
    </message>
    <message>
        <source>&amp;Copy from a place…</source>
        <translation>Von einer Stelle ko&amp;pieren…</translation>
    </message>
    <message>
        <source>&amp;Show repairs</source>
        <translation>&amp;Reparaturen anzeigen</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Pre&amp;vious finding</source>
        <translation>&amp;Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>&amp;Keep finding, go on</source>
        <translation>Fundstelle &amp;bestätigen, weiter</translation>
    </message>
    <message>
        <source>This is no &amp;damage</source>
        <translation>Das ist kein Scha&amp;den</translation>
    </message>
    <message>
        <source>&amp;Quick guide</source>
        <translation>&amp;Kurzanleitung</translation>
    </message>
    <message>
        <source>&amp;Try a sample photo</source>
        <translation>Beispiel&amp;foto ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Problem melden…</translation>
    </message>
    <message>
        <source>&amp;About Kolorit</source>
        <translation>Ü&amp;ber Kolorit</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Change &amp;color…</source>
        <translation>&amp;Farbe ändern…</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Save changes to %Ln photos?</source>
        <translation>
            <numerusform>Änderungen an %Ln Foto speichern?</numerusform>
            <numerusform>Änderungen an %Ln Fotos speichern?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This scan holds %Ln photos.</source>
        <translation>
            <numerusform>Dieser Scan enthält %Ln Foto.</numerusform>
            <numerusform>Dieser Scan enthält %Ln Fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open as %Ln photos</source>
        <translation>
            <numerusform>Als %Ln Foto öffnen</numerusform>
            <numerusform>Als %Ln Fotos öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kolorit closed unexpectedly. Reopen your %Ln photos?</source>
        <translation>
            <numerusform>Kolorit wurde unerwartet beendet. %Ln Foto wieder öffnen?</numerusform>
            <numerusform>Kolorit wurde unerwartet beendet. Ihre %Ln Fotos wieder öffnen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Straighten</source>
        <translation>Gerade ausrichten</translation>
    </message>
    <message>
        <source>Turns the photo clockwise. Dragging outside the rectangle does it too.</source>
        <translation>Dreht das Foto im Uhrzeigersinn. Ziehen außerhalb des Rahmens dreht es ebenfalls.</translation>
    </message>
    <message>
        <source>%1, in degrees</source>
        <translation>%1, in Grad</translation>
    </message>
    <message>
        <source>A&amp;utomatic</source>
        <translation>A&amp;utomatisch</translation>
    </message>
    <message>
        <source>Finds the print on a scan, or straightens by walls and the horizon.</source>
        <translation>Findet den Abzug auf einem Scan oder richtet nach Wänden und Horizont gerade aus.</translation>
    </message>
    <message>
        <source>Found neither a print nor a tilt.</source>
        <translation>Weder Abzug noch Neigung gefunden.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Shows the whole photo, not straightened.</source>
        <translation>Zeigt das ganze Foto, nicht gerade ausgerichtet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
</context>
<context>
    <name>DetailRow</name>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Custom (%1 px)</source>
        <translation>Eigener Wert (%1&#xa0;px)</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1&#xa0;px</translation>
    </message>
    <message>
        <source>The model looks at %1 px now.</source>
        <translation>Das Modell sieht das Foto jetzt mit %1&#xa0;px.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Photos (%1)</source>
        <translation>Fotos (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Color like another photo</source>
        <translation>Wie ein anderes Foto kolorieren</translation>
    </message>
    <message>
        <source>Choose page</source>
        <translation>Seite wählen</translation>
    </message>
    <message>
        <source>Page, from 1 to %1:</source>
        <translation>Seite, von 1 bis %1:</translation>
    </message>
    <message>
        <source>A folder is being colorized. Stop after the current photos? It can be resumed later.</source>
        <translation>Ein Ordner wird gerade koloriert. Nach den laufenden Fotos stoppen? Später lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>Close Kolorit</source>
        <translation>Kolorit schließen</translation>
    </message>
    <message>
        <source>The color hints on this page are not saved. Go to another page anyway?</source>
        <translation>Die Farbvorgaben auf dieser Seite sind nicht gespeichert. Trotzdem zu einer anderen Seite wechseln?</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save changes to the pasted image?</source>
        <translation>Änderungen am eingefügten Bild speichern?</translation>
    </message>
    <message>
        <source>Save changes to “%1”?</source>
        <translation>Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>pasted image</source>
        <translation>eingefügtes Bild</translation>
    </message>
    <message>
        <source>Do&amp;n’t save</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>“%1” was changed by another program after Kolorit had saved it. Replace it?</source>
        <translation>„%1“ wurde von einem anderen Programm geändert, nachdem Kolorit die Datei gespeichert hatte. Ersetzen?</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Save the colored photo</source>
        <translation>Koloriertes Foto speichern</translation>
    </message>
</context>
<context>
    <name>DoubtBar</name>
    <message>
        <source>Hatched: the model was unsure of the color here.</source>
        <translation>Schraffiert: Hier war sich das Modell der Farbe nicht sicher.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger</translation>
    </message>
    <message>
        <source>Previous uncertain area (Shift+U)</source>
        <translation>Vorheriger unsicherer Bereich (Umschalt+U)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Next uncertain area (U)</source>
        <translation>Nächster unsicherer Bereich (U)</translation>
    </message>
    <message>
        <source>Set its color…</source>
        <translation>Farbe vorgeben…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>None stands out</source>
        <translation>Keiner sticht heraus</translation>
    </message>
    <message>
        <source>Uncertain area %1</source>
        <translation>Unsicherer Bereich %1</translation>
    </message>
</context>
<context>
    <name>DoubtfulButton</name>
    <message numerus="yes">
        <source>Show %Ln in doubt</source>
        <translation>
            <numerusform>%Ln unsichere anzeigen</numerusform>
            <numerusform>%Ln unsichere anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed in the photo; N steps through them, the likeliest first. Return repairs one, Delete says that it is no damage</source>
        <translation>Im Foto gestrichelt; N geht sie durch, die wahrscheinlichsten zuerst. Eingabe repariert eine, Entf sagt, dass sie kein Schaden ist</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Please wait…</source>
        <translation>Bitte warten…</translation>
    </message>
    <message>
        <source>Drag to another app</source>
        <translation>In andere App ziehen</translation>
    </message>
    <message>
        <source>Drag the colored photo to a folder or another app; click to save</source>
        <translation>Koloriertes Foto in einen Ordner oder eine andere App ziehen; Klick speichert</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen ablegen</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop photos or a folder here</source>
        <translation>Fotos oder einen Ordner hier ablegen</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, BMP. Your photos never leave this computer and are never changed.</source>
        <translation>JPEG, PNG, TIFF, WebP, AVIF, BMP. Ihre Fotos verlassen diesen Computer nie und werden nie verändert.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>Try a sample photo</source>
        <translation>Beispielfoto ausprobieren</translation>
    </message>
    <message>
        <source>Reopen the photo from last time</source>
        <translation>Foto vom letzten Mal wieder öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Reopen the %Ln photos from last time</source>
        <translation>
            <numerusform>%Ln Foto vom letzten Mal wieder öffnen</numerusform>
            <numerusform>%Ln Fotos vom letzten Mal wieder öffnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineMessages</name>
    <message>
        <source>Something went wrong. The log has the details.</source>
        <translation>Etwas ist schiefgegangen. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Colorize anyway</source>
        <translation>Trotzdem kolorieren</translation>
    </message>
    <message>
        <source>The file could not be signed.</source>
        <translation>Die Datei konnte nicht signiert werden.</translation>
    </message>
    <message>
        <source>The settings beside “%1” were written by a newer version of Kolorit; they are not used and not changed.</source>
        <translation>Die Einstellungen neben „%1“ wurden von einer neueren Kolorit-Version geschrieben und werden weder verwendet noch geändert.</translation>
    </message>
    <message>
        <source>This computer has no device “%1”.</source>
        <translation>Dieser Computer hat kein Gerät „%1“.</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, or choose the processor in the preferences.</source>
        <translation>Die Grafikkarte reagiert nicht mehr. Starten Sie Kolorit neu oder wählen Sie in den Einstellungen den Prozessor.</translation>
    </message>
    <message>
        <source>There was not enough memory. Close other programs, or try a smaller size.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus. Schließen Sie andere Programme oder versuchen Sie es mit einer kleineren Größe.</translation>
    </message>
    <message>
        <source>The model “%1” needs a newer version of Kolorit.</source>
        <translation>Das Modell „%1“ benötigt eine neuere Kolorit-Version.</translation>
    </message>
    <message>
        <source>The model “%1” is damaged. Choose another one.</source>
        <translation>Das Modell „%1“ ist beschädigt. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The models are missing. Install Kolorit again.</source>
        <translation>Die Modelle fehlen. Installieren Sie Kolorit neu.</translation>
    </message>
    <message>
        <source>There is no model “%1”. Choose another one.</source>
        <translation>Es gibt kein Modell „%1“. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another model.</source>
        <translation>Dieses Modell nimmt keine Farbvorgaben an. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This model’s vividness cannot be changed. Choose another model.</source>
        <translation>Die Lebendigkeit dieses Modells lässt sich nicht ändern. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This is page %1 of %2.</source>
        <translation>Das ist Seite %1 von %2.</translation>
    </message>
    <message>
        <source>more than 16 bits per channel</source>
        <translation>mehr als 16&#xa0;Bit pro Kanal</translation>
    </message>
    <message>
        <source>further channels</source>
        <translation>weitere Kanäle</translation>
    </message>
    <message>
        <source>the other pages</source>
        <translation>die übrigen Seiten</translation>
    </message>
    <message>
        <source>its unusable color profile</source>
        <translation>das unbrauchbare Farbprofil</translation>
    </message>
    <message>
        <source>damaged metadata</source>
        <translation>beschädigte Metadaten</translation>
    </message>
    <message>
        <source>Opened without: %1.</source>
        <translation>Geöffnet ohne: %1.</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>„%1“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Drop the photos inside it.</source>
        <translation>„%1“ ist ein Ordner. Ziehen Sie die Fotos daraus hierher.</translation>
    </message>
    <message>
        <source>“%1” is empty: the file has 0 bytes. Copy or scan it again.</source>
        <translation>„%1“ ist leer: Die Datei hat 0&#xa0;Byte. Kopieren oder scannen Sie das Foto erneut.</translation>
    </message>
    <message>
        <source>“%1” is not a supported image file.</source>
        <translation>„%1“ ist keine unterstützte Bilddatei.</translation>
    </message>
    <message>
        <source>“%1” is damaged or incomplete. Copy or scan it again.</source>
        <translation>„%1“ ist beschädigt oder unvollständig. Kopieren oder scannen Sie das Foto erneut.</translation>
    </message>
    <message>
        <source>“%1” has a pixel format that is not supported. Save it as 16-bit RGB first.</source>
        <translation>„%1“ hat ein Pixelformat, das nicht unterstützt wird. Speichern Sie das Bild zuerst als RGB mit 16&#xa0;Bit.</translation>
    </message>
    <message>
        <source>“%1” has a compression that is not supported. Save it with LZW or ZIP first.</source>
        <translation>„%1“ ist auf eine Weise komprimiert, die nicht unterstützt wird. Speichern Sie das Bild zuerst mit LZW oder ZIP.</translation>
    </message>
    <message>
        <source>“%1” needs a part of Kolorit that is not installed: kolorit[heif] or kolorit[raw].</source>
        <translation>„%1“ benötigt einen Teil von Kolorit, der nicht installiert ist: kolorit[heif] oder kolorit[raw].</translation>
    </message>
    <message>
        <source>“%1” has no such page.</source>
        <translation>„%1“ hat diese Seite nicht.</translation>
    </message>
    <message>
        <source>“%1” looks like a color photo. Colorizing replaces its colors.</source>
        <translation>„%1“ sieht nach einem Farbfoto aus. Beim Kolorieren werden die vorhandenen Farben ersetzt.</translation>
    </message>
    <message>
        <source>“%1” was not saved: its folder is gone. Choose another one.</source>
        <translation>„%1“ wurde nicht gespeichert: Der Ordner ist nicht mehr da. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>“%1” has more than 200 megapixels, which this version does not open.</source>
        <translation>„%1“ hat mehr als 200&#xa0;Megapixel; so große Bilder öffnet diese Version nicht.</translation>
    </message>
    <message>
        <source>You do not have permission to read “%1”.</source>
        <translation>Sie haben keine Berechtigung, „%1“ zu lesen.</translation>
    </message>
    <message>
        <source>“%1” could not be read. Is the disk still connected?</source>
        <translation>„%1“ konnte nicht gelesen werden. Ist der Datenträger noch angeschlossen?</translation>
    </message>
    <message>
        <source>You do not have permission to save “%1” there. Choose another folder.</source>
        <translation>Sie haben keine Berechtigung, „%1“ dort zu speichern. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: choose a name that ends in .jpg, .png, .webp or .tif.</source>
        <translation>„%1“ kann nicht gespeichert werden: Wählen Sie einen Namen, der auf .jpg, .png, .webp oder .tif endet.</translation>
    </message>
    <message>
        <source>The photo is too large for the format of “%1”. Save it as TIFF.</source>
        <translation>Das Foto ist zu groß für das Format von „%1“. Speichern Sie es als TIFF.</translation>
    </message>
    <message>
        <source>“%1” could not be saved in this format. Choose another one.</source>
        <translation>„%1“ konnte in diesem Format nicht gespeichert werden. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>“%1” already exists. Choose another name.</source>
        <translation>„%1“ existiert bereits. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” is the original photo, which Kolorit never overwrites. Choose another name.</source>
        <translation>„%1“ ist das Original, das Kolorit nie überschreibt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” was not saved: the disk is full.</source>
        <translation>„%1“ wurde nicht gespeichert: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>“%1” could not be saved. Choose another folder.</source>
        <translation>„%1“ konnte nicht gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The cluster “%1” cannot be reached.</source>
        <translation>Der Cluster „%1“ ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>“%1” contains the photos. Choose another destination folder.</source>
        <translation>„%1“ enthält die Fotos. Wählen Sie einen anderen Zielordner.</translation>
    </message>
    <message>
        <source>“%1” is not there. Choose another source folder.</source>
        <translation>„%1“ ist nicht da. Wählen Sie einen anderen Quellordner.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another destination folder.</source>
        <translation>In „%1“ kann nicht geschrieben werden. Wählen Sie einen anderen Zielordner.</translation>
    </message>
    <message>
        <source>“%1” contains an unfinished batch. Resume keeps its settings; Start over uses those below.</source>
        <translation>„%1“ enthält einen unfertigen Stapel. Fortsetzen behält dessen Einstellungen; Neu beginnen verwendet die unten gewählten.</translation>
    </message>
    <message>
        <source>“%1” contains a batch with other settings. Choose another folder.</source>
        <translation>„%1“ enthält einen Stapel mit anderen Einstellungen. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no batch to resume in “%1”.</source>
        <translation>In „%1“ gibt es keinen Stapel, der sich fortsetzen ließe.</translation>
    </message>
    <message>
        <source>The plan of the batch in “%1” is damaged. Start over.</source>
        <translation>Der Plan des Stapels in „%1“ ist beschädigt. Beginnen Sie neu.</translation>
    </message>
    <message>
        <source>“%1” contains a batch of a newer version of Kolorit, which is not changed. Choose another folder.</source>
        <translation>„%1“ enthält einen Stapel einer neueren Kolorit-Version, der nicht verändert wird. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another batch is writing to “%1”. Wait until it has finished.</source>
        <translation>Ein anderer Stapel schreibt gerade in „%1“. Warten Sie, bis er fertig ist.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Open photos</source>
        <translation>Geöffnete Fotos</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being colored</source>
        <translation>wird koloriert</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>koloriert</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
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
        <translation>Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>GeometryEditor</name>
    <message>
        <source>No print was found: the photo fills the scan.</source>
        <translation>Kein Abzug gefunden: Das Foto füllt den ganzen Scan.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Quick guide</source>
        <translation>Kurzanleitung</translation>
    </message>
    <message>
        <source>From a scan to a photo worth keeping</source>
        <translation>Vom Scan zum Foto, das man gern aufhebt</translation>
    </message>
    <message>
        <source>Nothing you do here changes your original.</source>
        <translation>Nichts, was Sie hier tun, verändert Ihr Original.</translation>
    </message>
    <message>
        <source>Drop a scan into the window. It is colored at once.</source>
        <translation>Ziehen Sie einen Scan in das Fenster. Er wird sofort koloriert.</translation>
    </message>
    <message>
        <source>“Restore automatically” looks for dust, scratches, noise and faded colors, and mends what needs it. Every step can be switched off again.</source>
        <translation>„Automatisch restaurieren“ sucht nach Staub, Kratzern, Rauschen und verblassten Farben und behebt, was nötig ist. Jeder Schritt lässt sich wieder ausschalten.</translation>
    </message>
    <message>
        <source>Press A to see what was repaired, and N to go to the most doubtful place: Enter repairs it, Delete says that it is no damage.</source>
        <translation>Drücken Sie A, um zu sehen, was repariert wurde, und N, um zur unsichersten Stelle zu gehen: Eingabe repariert sie, Entf sagt, dass sie kein Schaden ist.</translation>
    </message>
    <message>
        <source>Something was missed? Press J and paint over it. Press S first and click a place whose texture is to be copied there. P protects what is no damage.</source>
        <translation>Etwas wurde übersehen? Drücken Sie J und übermalen Sie es. Soll die Struktur einer bestimmten Stelle dorthin kopiert werden, drücken Sie vorher S und klicken Sie diese Stelle an. P schützt, was kein Schaden ist.</translation>
    </message>
    <message>
        <source>The scan lies on its side, or is larger than the photo? Ctrl+] rotates it. Press R to crop and straighten: drag the corners, [ and ] straighten, Enter crops.</source>
        <translation>Der Scan liegt auf der Seite oder ist größer als das Foto? Strg+] dreht ihn. Drücken Sie R, um zuzuschneiden und gerade auszurichten: Ziehen Sie an den Ecken, [ und ] richten gerade aus, Eingabe schneidet zu.</translation>
    </message>
    <message>
        <source>Drag the line across the photo to compare. Hold \ to see the original.</source>
        <translation>Ziehen Sie zum Vergleichen die Trennlinie über das Foto. Halten Sie \ gedrückt, um das Original zu sehen.</translation>
    </message>
    <message>
        <source>A color is wrong? Press H, click the spot, and choose another one. A part that keeps its color is clicked as well. Press D to see where Kolorit was unsure.</source>
        <translation>Eine Farbe stimmt nicht? Drücken Sie H, klicken Sie die Stelle an und wählen Sie eine andere Farbe. Klicken Sie auch an, was seine Farbe behalten soll. Drücken Sie D, um zu sehen, wo Kolorit unsicher war.</translation>
    </message>
    <message>
        <source>Other photos show the same thing? “Use in other photos…” looks for it and asks you. Photos of one scene get the color by themselves; Undo takes it back there.</source>
        <translation>Andere Fotos zeigen dasselbe? „In anderen Fotos verwenden…“ sucht danach und fragt Sie. Fotos derselben Szene bekommen die Farbe von selbst; Rückgängig nimmt sie dort zurück.</translation>
    </message>
    <message>
        <source>Too much or too little? Move Color strength, Vividness and Warmth, or press C to choose among variations.</source>
        <translation>Zu viel oder zu wenig? Verschieben Sie Farbstärke, Lebendigkeit und Wärme oder drücken Sie C, um unter Varianten zu wählen.</translation>
    </message>
    <message>
        <source>Save writes a new file with the resolution, the color profile and the date of your scan. A whole folder: File, Colorize folders…</source>
        <translation>Speichern schreibt eine neue Datei mit der Auflösung, dem Farbprofil und dem Datum Ihres Scans. Ein ganzer Ordner: Datei, Ordner kolorieren…</translation>
    </message>
</context>
<context>
    <name>HexBox</name>
    <message>
        <source>Color code</source>
        <translation>Farbcode</translation>
    </message>
    <message>
        <source>Six digits, as #8b5a2b. The photo keeps its own lightness.</source>
        <translation>Sechs Zeichen, zum Beispiel #8b5a2b. Die Helligkeit des Fotos bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>HintPalette</name>
    <message>
        <source>Colors for this place</source>
        <translation>Farben für diese Stelle</translation>
    </message>
    <message>
        <source>Color of this place</source>
        <translation>Farbe dieser Stelle</translation>
    </message>
    <message>
        <source>Move the palette with the arrow keys</source>
        <translation>Palette mit den Pfeiltasten verschieben</translation>
    </message>
    <message>
        <source>Drag to move. Double-click: back beside the place.</source>
        <translation>Ziehen verschiebt. Doppelklick: zurück neben die Stelle.</translation>
    </message>
    <message>
        <source>Keep &amp;gray</source>
        <translation>&amp;Grau lassen</translation>
    </message>
    <message>
        <source>&amp;Pick from photo</source>
        <translation>Aus Foto &amp;aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Delete hint</source>
        <translation>Vorgabe &amp;löschen</translation>
    </message>
    <message>
        <source>Color &amp;code</source>
        <translation>Farb&amp;code</translation>
    </message>
    <message>
        <source>Suggested colors</source>
        <translation>Vorgeschlagene Farben</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Looking for colors…</source>
        <translation>Farben werden gesucht…</translation>
    </message>
    <message>
        <source>This model suggests no colors</source>
        <translation>Dieses Modell schlägt keine Farben vor</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 – %2 likely</source>
        <translation>%1 – zu %2 wahrscheinlich</translation>
    </message>
</context>
<context>
    <name>HintSection</name>
    <message>
        <source>Add &amp;color hints</source>
        <translation>&amp;Farben vorgeben</translation>
    </message>
    <message>
        <source>Color hints</source>
        <translation>Farbvorgaben</translation>
    </message>
    <message>
        <source>De&amp;lete hint</source>
        <translation>Vorgabe lös&amp;chen</translation>
    </message>
    <message>
        <source>Delete &amp;all</source>
        <translation>Alle lösche&amp;n</translation>
    </message>
    <message>
        <source>Use in other photos…</source>
        <translation>In anderen Fotos verwenden…</translation>
    </message>
    <message>
        <source>From a spot over its object to the whole photo; double-click for 50 %</source>
        <translation>Von einem Punkt über sein Objekt bis zum ganzen Foto; Doppelklick: 50&#xa0;%</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Click something in the photo and choose its color.</source>
        <translation>Klicken Sie etwas im Foto an und wählen Sie seine Farbe.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another one.</source>
        <translation>Dieses Modell nimmt keine Farbvorgaben an. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>%1, from “%2”</source>
        <translation>%1, aus „%2“</translation>
    </message>
    <message>
        <source>%1, outside the crop</source>
        <translation>%1, außerhalb des Zuschnitts</translation>
    </message>
    <message>
        <source>%1 at %2 %, %3 %</source>
        <translation>%1 bei %2&#xa0;%, %3&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Taken over from another photo</source>
        <translation>Aus einem anderen Foto übernommen</translation>
    </message>
    <message>
        <source>Taken over from “%1”</source>
        <translation>Aus „%1“ übernommen</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>All open photos have these settings already.</source>
        <translation>Alle geöffneten Fotos haben diese Einstellungen schon.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have these settings now.</source>
        <translation>
            <numerusform>%Ln weiteres Foto hat jetzt diese Einstellungen.</numerusform>
            <numerusform>%Ln weitere Fotos haben jetzt diese Einstellungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have these settings again.</source>
        <translation>
            <numerusform>%Ln Foto hat wieder diese Einstellungen.</numerusform>
            <numerusform>%Ln Fotos haben wieder diese Einstellungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have their earlier settings again.</source>
        <translation>
            <numerusform>%Ln Foto hat wieder seine früheren Einstellungen.</numerusform>
            <numerusform>%Ln Fotos haben wieder ihre früheren Einstellungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose page…</source>
        <translation>Seite wählen…</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>Auf diesem Computer zeigt kein Programm Ordner an: %1</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Natural color for everything, also from old and worn prints; takes color hints.</source>
        <translation>Natürliche Farben für alles, auch von alten, abgenutzten Abzügen; nimmt Farbvorgaben an.</translation>
    </message>
    <message>
        <source>As natural as kolorit in less than half the time, for old PCs; takes color hints.</source>
        <translation>So natürlich wie kolorit in weniger als der halben Zeit, für ältere Computer; nimmt Farbvorgaben an.</translation>
    </message>
    <message>
        <source>Skies, trees, houses and streets in muted color; people stay brownish. Small and quick.</source>
        <translation>Himmel, Bäume, Häuser und Straßen in gedämpften Farben; Menschen bleiben bräunlich. Klein und schnell.</translation>
    </message>
    <message>
        <source>Experimental model guided by image recognition. Very muted colors.</source>
        <translation>Experimentelles Modell, gelenkt von einer Bilderkennung. Sehr gedämpfte Farben.</translation>
    </message>
    <message>
        <source>Experimental model after a short adversarial training. Misplaced orange and blue.</source>
        <translation>Experimentelles Modell nach kurzem GAN-Training. Orange und Blau an falschen Stellen.</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste Qualität</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Part of the photo that is seen</source>
        <translation>Sichtbarer Teil des Fotos</translation>
    </message>
    <message>
        <source>Drag the frame to see another part of the photo</source>
        <translation>Rahmen ziehen, um einen anderen Teil des Fotos zu sehen</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>No photos found in “%1”.</source>
        <translation>Keine Fotos in „%1“ gefunden.</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>Alle Fotos eines Ordners öffnen</translation>
    </message>
    <message>
        <source>There is no image in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>“%1” no longer has page %2; its largest page is shown.</source>
        <translation>„%1“ hat keine Seite %2 mehr; gezeigt wird die größte Seite.</translation>
    </message>
    <message>
        <source>“%1” has changed since its color hints were set; they may no longer fit.</source>
        <translation>„%1“ hat sich geändert, seit die Farbvorgaben gemacht wurden; sie passen vielleicht nicht mehr.</translation>
    </message>
    <message>
        <source>The settings kept beside “%1” cannot be read.</source>
        <translation>Die neben „%1“ gespeicherten Einstellungen lassen sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Remember open photos for the next start</source>
        <translation>Geöffnete Fotos für den nächsten Start &amp;merken</translation>
    </message>
    <message>
        <source>Use color hints in photos of the same &amp;scene, too</source>
        <translation>Farb&amp;vorgaben für dieselbe Szene</translation>
    </message>
    <message>
        <source>&amp;Mark saved files as AI-colorized</source>
        <translation>Gespeicherte Dateien als &amp;KI-koloriert kennzeichnen</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple-Grafik</translation>
    </message>
    <message>
        <source>Same as original</source>
        <translation>Wie das Original</translation>
    </message>
    <message>
        <source>Folder for colored photos</source>
        <translation>Ordner für kolorierte Fotos</translation>
    </message>
    <message>
        <source>Same folder as the photo</source>
        <translation>Ordner des jeweiligen Fotos</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Processing</source>
        <translation>Be&amp;rechnung</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The mark is in the metadata, not visible in the picture. Archives and photo programs read it; it names the model and your settings.</source>
        <translation>Die Kennzeichnung steht in den Metadaten und ist im Bild nicht sichtbar. Archive und Fotoprogramme lesen sie; sie nennt das Modell und Ihre Einstellungen.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>JPEG-/WebP-&amp;Qualität</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>None of the photos that were tried would be colored: they are in color already, have a result, or cannot be read.</source>
        <translation>Keines der geprüften Fotos würde koloriert: Sie sind schon in Farbe, haben bereits ein Ergebnis oder lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Photos that would be colored appear here, before and after.</source>
        <translation>Hier erscheinen Fotos, die koloriert würden, vorher und nachher.</translation>
    </message>
</context>
<context>
    <name>ProposalStrip</name>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>surely the same</source>
        <translation>sicher dasselbe</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>vielleicht dasselbe</translation>
    </message>
    <message>
        <source>The same thing in other photos</source>
        <translation>Dasselbe in anderen Fotos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>The same thing? %Ln photos</source>
        <translation>
            <numerusform>Dasselbe? %Ln Foto</numerusform>
            <numerusform>Dasselbe? %Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the same thing in other photos</source>
        <translation>Dasselbe wird in anderen Fotos gesucht</translation>
    </message>
    <message numerus="yes">
        <source>Use in %Ln photos</source>
        <translation>
            <numerusform>In %Ln Foto verwenden</numerusform>
            <numerusform>In %Ln Fotos verwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching: %1 of %2</source>
        <translation>Suche: %1 von %2</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
</context>
<context>
    <name>ReadyColors</name>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>fair skin</source>
        <translation>Sehr helle Haut</translation>
    </message>
    <message>
        <source>rosy skin</source>
        <translation>Rosige Haut</translation>
    </message>
    <message>
        <source>light skin</source>
        <translation>Helle Haut</translation>
    </message>
    <message>
        <source>olive skin</source>
        <translation>Olivfarbene Haut</translation>
    </message>
    <message>
        <source>tanned skin</source>
        <translation>Gebräunte Haut</translation>
    </message>
    <message>
        <source>brown skin</source>
        <translation>Braune Haut</translation>
    </message>
    <message>
        <source>dark skin</source>
        <translation>Dunkle Haut</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Haare</translation>
    </message>
    <message>
        <source>light blond hair</source>
        <translation>Hellblondes Haar</translation>
    </message>
    <message>
        <source>golden blond hair</source>
        <translation>Goldblondes Haar</translation>
    </message>
    <message>
        <source>red hair</source>
        <translation>Rotes Haar</translation>
    </message>
    <message>
        <source>auburn hair</source>
        <translation>Kastanienrotes Haar</translation>
    </message>
    <message>
        <source>light brown hair</source>
        <translation>Hellbraunes Haar</translation>
    </message>
    <message>
        <source>dark brown hair</source>
        <translation>Dunkelbraunes Haar</translation>
    </message>
    <message>
        <source>black hair</source>
        <translation>Schwarzes Haar</translation>
    </message>
    <message>
        <source>gray hair</source>
        <translation>Graues Haar</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Holz</translation>
    </message>
    <message>
        <source>birch</source>
        <translation>Birke</translation>
    </message>
    <message>
        <source>pine</source>
        <translation>Kiefer</translation>
    </message>
    <message>
        <source>oak</source>
        <translation>Eiche</translation>
    </message>
    <message>
        <source>cherry</source>
        <translation>Kirsche</translation>
    </message>
    <message>
        <source>mahogany</source>
        <translation>Mahagoni</translation>
    </message>
    <message>
        <source>walnut</source>
        <translation>Nussbaum</translation>
    </message>
    <message>
        <source>ebony</source>
        <translation>Ebenholz</translation>
    </message>
    <message>
        <source>weathered wood</source>
        <translation>Verwittertes Holz</translation>
    </message>
    <message>
        <source>Uniforms</source>
        <translation>Uniformen</translation>
    </message>
    <message>
        <source>khaki drill</source>
        <translation>Khakidrillich</translation>
    </message>
    <message>
        <source>brown khaki</source>
        <translation>Braunkhaki</translation>
    </message>
    <message>
        <source>olive drab</source>
        <translation>Olivgrün</translation>
    </message>
    <message>
        <source>field gray</source>
        <translation>Feldgrau</translation>
    </message>
    <message>
        <source>horizon blue</source>
        <translation>Horizontblau</translation>
    </message>
    <message>
        <source>air force blue</source>
        <translation>Luftwaffenblau</translation>
    </message>
    <message>
        <source>navy blue</source>
        <translation>Marineblau</translation>
    </message>
    <message>
        <source>scarlet</source>
        <translation>Scharlachrot</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recen&amp;t</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Open this photo again</source>
        <translation>Dieses Foto wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>„%1“ ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Something is wrong?</source>
        <translation>Etwas stimmt nicht?</translation>
    </message>
    <message>
        <source>Tell us what you did, what happened, and what you expected. Add the lines below; they hold no names of your photos. Kolorit itself sends nothing.</source>
        <translation>Beschreiben Sie, was Sie getan haben, was passiert ist und was Sie erwartet haben. Fügen Sie die Zeilen unten hinzu; sie enthalten keine Namen Ihrer Fotos. Kolorit selbst sendet nichts.</translation>
    </message>
    <message>
        <source>The log names your photos; look at it before you send it:</source>
        <translation>Im Protokoll stehen die Namen Ihrer Fotos; sehen Sie es durch, bevor Sie es senden:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Restore automa&amp;tically</source>
        <translation>Au&amp;tomatisch restaurieren</translation>
    </message>
    <message>
        <source>Looks for damage, noise, faded colors and flat tones, and mends what needs it</source>
        <translation>Sucht nach Schäden, Rauschen, verblassten Farben und flauen Tonwerten und behebt, was nötig ist</translation>
    </message>
    <message>
        <source>Single steps, the brush, and what is repaired</source>
        <translation>Einzelne Schritte, der Pinsel und was repariert wird</translation>
    </message>
    <message>
        <source>Single steps</source>
        <translation>Einzelne Schritte</translation>
    </message>
    <message>
        <source>Mark dama&amp;ge</source>
        <translation>Schäden mar&amp;kieren</translation>
    </message>
    <message>
        <source>Paint over what was missed; Ctrl erases, Shift draws a straight line</source>
        <translation>Übersehenes übermalen; Strg radiert, Umschalt zieht eine gerade Linie</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>Schüt&amp;zen</translation>
    </message>
    <message>
        <source>Paint over what is no damage: it keeps every bit</source>
        <translation>Übermalen, was kein Schaden ist: Es bleibt unverändert</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Also the keys [ and ]</source>
        <translation>Auch mit den Tasten [ und ]</translation>
    </message>
    <message>
        <source>Show repairs</source>
        <translation>Reparaturen anzeigen</translation>
    </message>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>outlined</source>
        <translation>als Umriss</translation>
    </message>
    <message>
        <source>in red</source>
        <translation>in Rot</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>only: %1</source>
        <translation>nur: %1</translation>
    </message>
    <message>
        <source>all changes</source>
        <translation>alle Änderungen</translation>
    </message>
    <message>
        <source>What differs between before and after: all that was done, or one step alone</source>
        <translation>Was sich zwischen vorher und nachher unterscheidet: alles, was getan wurde, oder nur ein Schritt</translation>
    </message>
    <message>
        <source>Where pixels are changed, and what was invented (key A)</source>
        <translation>Wo sich Pixel ändern und was frei ergänzt wurde (Taste A)</translation>
    </message>
    <message>
        <source>Finding %1 of %2</source>
        <translation>Fundstelle %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks found</source>
        <translation>
            <numerusform>%Ln Fundstelle</numerusform>
            <numerusform>%Ln Fundstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more in doubt</source>
        <translation>unsicher: %1</translation>
    </message>
    <message>
        <source>%1 left alone by size or shade</source>
        <translation>nach Größe oder Helligkeit ausgelassen: %1</translation>
    </message>
    <message>
        <source>Copy from a place…</source>
        <translation>Von einer Stelle kopieren…</translation>
    </message>
    <message>
        <source>Copies from the mark</source>
        <translation>Kopiert von der Markierung</translation>
    </message>
    <message>
        <source>Click the place to copy from</source>
        <translation>Quellstelle anklicken</translation>
    </message>
    <message>
        <source>Strokes take their texture from a place that you choose: key S, then a click or Enter, or Ctrl+Shift+click. S or Esc: texture is found by the program again</source>
        <translation>Pinselstriche übernehmen die Struktur einer Stelle, die Sie wählen: Taste S, dann Klick oder Eingabe, oder Strg+Umschalt+Klick. S oder Esc: Die Struktur sucht wieder das Programm</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Dust and scratches</source>
        <translation>Staub und Kratzer</translation>
    </message>
    <message>
        <source>Noise and grain</source>
        <translation>Rauschen und Korn</translation>
    </message>
    <message>
        <source>Faded colors</source>
        <translation>Verblasste Farben</translation>
    </message>
    <message>
        <source>Flat tones</source>
        <translation>Flaue Tonwerte</translation>
    </message>
    <message>
        <source>Fills dust, hairs and scratches; all else stays bit for bit</source>
        <translation>Füllt Staub, Haare und Kratzer; alles andere bleibt Bit für Bit gleich</translation>
    </message>
    <message>
        <source>Takes out noise, the marks of JPEG and printing screens; less in faces</source>
        <translation>Entfernt Rauschen, JPEG-Spuren und Druckraster; in Gesichtern weniger</translation>
    </message>
    <message>
        <source>Brings back the dyes of a faded color photo; leaves others alone</source>
        <translation>Frischt die Farbstoffe eines verblassten Farbfotos auf; andere Fotos bleiben unberührt</translation>
    </message>
    <message>
        <source>Spreads the tones of a flat scan</source>
        <translation>Spreizt die Tonwerte eines flauen Scans</translation>
    </message>
    <message>
        <source>Repairs are not shown, in no photo.</source>
        <translation>Reparaturen werden in keinem Foto angezeigt.</translation>
    </message>
    <message>
        <source>Repairs are outlined, in all photos. A: in red.</source>
        <translation>Reparaturen erscheinen in allen Fotos als Umriss. A: in Rot.</translation>
    </message>
    <message>
        <source>Repairs are in red, in all photos. A: not shown.</source>
        <translation>Reparaturen erscheinen in allen Fotos in Rot. A: nicht angezeigt.</translation>
    </message>
    <message>
        <source>Nothing is repaired in this photo.</source>
        <translation>In diesem Foto wird nichts repariert.</translation>
    </message>
    <message>
        <source>clean: not needed</source>
        <translation>sauber: nicht nötig</translation>
    </message>
    <message>
        <source>noise of %1 levels</source>
        <translation>Rauschen von %1 Stufen</translation>
    </message>
    <message>
        <source>JPEG of quality %1</source>
        <translation>JPEG mit Qualität %1</translation>
    </message>
    <message>
        <source>a printing screen</source>
        <translation>ein Druckraster</translation>
    </message>
    <message>
        <source>not faded: not needed</source>
        <translation>nicht verblasst: nicht nötig</translation>
    </message>
    <message>
        <source>left: cyan %1 %, magenta %2 %, yellow %3 %</source>
        <translation>übrig: Cyan %1&#xa0;%, Magenta %2&#xa0;%, Gelb %3&#xa0;%</translation>
    </message>
    <message>
        <source>%1 % of the tones used</source>
        <translation>%1&#xa0;% der Tonwerte genutzt</translation>
    </message>
    <message>
        <source>%1 % of the tones used: not needed</source>
        <translation>%1&#xa0;% der Tonwerte genutzt: nicht nötig</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Dust on a print is dark; dust on a negative, and white specks of a print, are light</source>
        <translation>Staub auf einem Abzug ist dunkel; Staub auf einem Negativ und weiße Flecken eines Abzugs sind hell</translation>
    </message>
    <message>
        <source>dark and light marks</source>
        <translation>dunkle und helle Schäden</translation>
    </message>
    <message>
        <source>only dark marks</source>
        <translation>nur dunkle Schäden</translation>
    </message>
    <message>
        <source>only light marks</source>
        <translation>nur helle Schäden</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Photos to see to</source>
        <translation>Fotos, die einen Blick verdienen</translation>
    </message>
    <message>
        <source>&amp;Color anyway</source>
        <translation>Trotzdem &amp;kolorieren</translation>
    </message>
    <message>
        <source>Select skipped photos to color them anyway: their results get names of their own, and nothing is replaced.</source>
        <translation>Wählen Sie übersprungene Fotos aus, um sie trotzdem zu kolorieren: Die Ergebnisse bekommen eigene Namen und nichts wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Save all colored photos into a folder</source>
        <translation>Alle kolorierten Fotos in einem Ordner speichern</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Gespeichert als „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved in “%1”.</source>
        <translation>
            <numerusform>%Ln Foto wurde in „%1“ gespeichert.</numerusform>
            <numerusform>%Ln Fotos wurden in „%1“ gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo was saved.</source>
        <translation>Kein Foto wurde gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved, each beside its original.</source>
        <translation>
            <numerusform>%Ln Foto wurde neben seinem Original gespeichert.</numerusform>
            <numerusform>%Ln Fotos wurden gespeichert, jedes neben seinem Original.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were not saved.</source>
        <translation>
            <numerusform>%Ln Foto wurde nicht gespeichert.</numerusform>
            <numerusform>%Ln Fotos wurden nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: %1. The filmstrip says why.</source>
        <translation>Nicht gespeichert: %1. Der Filmstreifen nennt den Grund.</translation>
    </message>
</context>
<context>
    <name>ScaleNote</name>
    <message>
        <source>Seen at %1 %: grain and noise show at 1:1.</source>
        <translation>Ansicht bei %1&#xa0;%: Korn und Rauschen zeigen sich bei 1:1.</translation>
    </message>
    <message>
        <source>Show the photo&apos;s own pixels</source>
        <translation>Foto bei 1:1 anzeigen</translation>
    </message>
</context>
<context>
    <name>SelectedPhotos</name>
    <message numerus="yes">
        <source>%Ln photos have been changed.</source>
        <translation>
            <numerusform>%Ln Foto wurde geändert.</numerusform>
            <numerusform>%Ln Fotos wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SeriesColors</name>
    <message numerus="yes">
        <source>Also done in %Ln photos of the same scene.</source>
        <translation>
            <numerusform>Auch in %Ln Foto derselben Szene geändert.</numerusform>
            <numerusform>Auch in %Ln Fotos derselben Szene geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>Kolorit closed unexpectedly. Reopen your photo?</source>
        <translation>Kolorit wurde unerwartet beendet. Ihr Foto wieder öffnen?</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>What was open last was kept by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>Was zuletzt geöffnet war, hat eine neuere Kolorit-Version gespeichert; es wird weder verwendet noch geändert.</translation>
    </message>
    <message>
        <source>This installation of Kolorit is damaged; install it again. The log has the details.</source>
        <translation>Diese Installation von Kolorit ist beschädigt; installieren Sie das Programm neu. Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Move the split line</source>
        <translation>Trennlinie verschieben</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Foto verschieben</translation>
    </message>
    <message>
        <source>Place a color hint with the keyboard</source>
        <translation>Farbvorgabe mit der Tastatur setzen</translation>
    </message>
    <message>
        <source>Color palette: choose, cancel</source>
        <translation>Farbpalette: wählen, abbrechen</translation>
    </message>
    <message>
        <source>Hold to show the original</source>
        <translation>Original zeigen, solange gedrückt</translation>
    </message>
    <message>
        <source>Drag the photo with any tool</source>
        <translation>Foto mit jedem Werkzeug verschieben</translation>
    </message>
    <message>
        <source>%1 + mouse</source>
        <translation>%1 + Maus</translation>
    </message>
    <message>
        <source>Brush: change its size</source>
        <translation>Pinsel: Größe ändern</translation>
    </message>
    <message>
        <source>Cropping: move the rectangle</source>
        <translation>Zuschneiden: Rahmen verschieben</translation>
    </message>
    <message>
        <source>Cropping: change its size</source>
        <translation>Zuschneiden: Rahmengröße ändern</translation>
    </message>
    <message>
        <source>Cropping: straighten</source>
        <translation>Zuschneiden: gerade ausrichten</translation>
    </message>
    <message>
        <source>Cropping: apply, cancel</source>
        <translation>Zuschneiden: anwenden, abbrechen</translation>
    </message>
    <message>
        <source>Delete the selected hint, or take the selected photos off the list</source>
        <translation>Ausgewählte Farbvorgabe löschen oder ausgewählte Fotos aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Cancel what is running, close the variations, leave full screen</source>
        <translation>Laufenden Vorgang abbrechen, Varianten schließen, Vollbild verlassen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>%1, as a number</source>
        <translation>%1, als Zahl</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>Detailgrad</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>anderes Modell</translation>
    </message>
    <message>
        <source>another variation</source>
        <translation>andere Variante</translation>
    </message>
    <message>
        <source>delete a color hint</source>
        <translation>Farbvorgabe löschen</translation>
    </message>
    <message>
        <source>delete all color hints</source>
        <translation>alle Farbvorgaben löschen</translation>
    </message>
    <message>
        <source>paste color hints</source>
        <translation>Farbvorgaben einfügen</translation>
    </message>
    <message>
        <source>color hint</source>
        <translation>Farbvorgabe</translation>
    </message>
    <message>
        <source>move a color hint</source>
        <translation>Farbvorgabe verschieben</translation>
    </message>
    <message>
        <source>reach of a color hint</source>
        <translation>Reichweite einer Farbvorgabe</translation>
    </message>
    <message>
        <source>dark or light marks</source>
        <translation>dunkle oder helle Schäden</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>largest size</source>
        <translation>Maximalgröße</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>grain</source>
        <translation>Korn</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Auffrischung</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>color strength</source>
        <translation>Farbstärke</translation>
    </message>
    <message>
        <source>vividness</source>
        <translation>Lebendigkeit</translation>
    </message>
    <message>
        <source>warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>dust and scratches</source>
        <translation>Staub und Kratzer</translation>
    </message>
    <message>
        <source>noise and grain</source>
        <translation>Rauschen und Korn</translation>
    </message>
    <message>
        <source>faded colors</source>
        <translation>verblasste Farben</translation>
    </message>
    <message>
        <source>flat tones</source>
        <translation>flaue Tonwerte</translation>
    </message>
    <message>
        <source>restore automatically</source>
        <translation>automatisch restaurieren</translation>
    </message>
    <message>
        <source>brush stroke</source>
        <translation>Pinselstrich</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>no damage</source>
        <translation>kein Schaden</translation>
    </message>
    <message>
        <source>rotate left</source>
        <translation>nach links drehen</translation>
    </message>
    <message>
        <source>rotate right</source>
        <translation>nach rechts drehen</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>spiegeln</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>zuschneiden</translation>
    </message>
    <message>
        <source>settings for all photos</source>
        <translation>Einstellungen für alle Fotos</translation>
    </message>
    <message>
        <source>paste settings</source>
        <translation>Einstellungen einfügen</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>color like another photo</source>
        <translation>wie anderes Foto kolorieren</translation>
    </message>
    <message>
        <source>color hints of another photo</source>
        <translation>Farbvorgaben eines anderen Fotos</translation>
    </message>
    <message>
        <source>color of another photo</source>
        <translation>Farbe eines anderen Fotos</translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message>
        <source>As opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Nach Datum</translation>
    </message>
    <message>
        <source>To review first</source>
        <translation>Zu prüfende zuerst</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>No edited photos</source>
        <translation>Keine bearbeiteten Fotos</translation>
    </message>
    <message>
        <source>No unsaved photos</source>
        <translation>Keine Fotos zu speichern</translation>
    </message>
    <message>
        <source>No flagged photos</source>
        <translation>Keine vorgemerkten Fotos</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>The order of the open photos</source>
        <translation>Reihenfolge der geöffneten Fotos</translation>
    </message>
    <message>
        <source>When it was taken, as the photo says; else when its file was changed</source>
        <translation>Aufnahmedatum, wie es im Foto steht; sonst das Änderungsdatum der Datei</translation>
    </message>
    <message>
        <source>Which of the open photos are in the row</source>
        <translation>Welche der geöffneten Fotos in der Reihe erscheinen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected: sliders move for all</source>
        <translation>
            <numerusform>%Ln ausgewählt: Regler wirken auf alle</numerusform>
            <numerusform>%Ln ausgewählt: Regler wirken auf alle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln ausgeblendet</numerusform>
            <numerusform>%Ln ausgeblendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrongColors</name>
    <message>
        <source>pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>This tone is too dark for a strong %1.</source>
        <translation>Diese Stelle ist zu dunkel für ein kräftiges %1.</translation>
    </message>
    <message>
        <source>This tone is too light for a strong %1.</source>
        <translation>Diese Stelle ist zu hell für ein kräftiges %1.</translation>
    </message>
    <message>
        <source>This place is lighter than that color: it gets a tint.</source>
        <translation>Diese Stelle ist heller als die Farbe: Sie bekommt einen helleren Ton davon.</translation>
    </message>
    <message>
        <source>This place is darker than that color: it gets a shade.</source>
        <translation>Diese Stelle ist dunkler als die Farbe: Sie bekommt einen dunkleren Ton davon.</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Try at %1 pixels</source>
        <translation>Mit %1 Pixeln versuchen</translation>
    </message>
    <message>
        <source>Bring its colors back</source>
        <translation>Farben auffrischen</translation>
    </message>
    <message>
        <source>“%1” may be a color photo; it was colorized anyway.</source>
        <translation>„%1“ ist vielleicht ein Farbfoto; es wurde trotzdem koloriert.</translation>
    </message>
    <message>
        <source>The image may be in color already; it was colorized anyway.</source>
        <translation>Das Bild ist vielleicht schon farbig; es wurde trotzdem koloriert.</translation>
    </message>
    <message>
        <source>Stopped. The picture does not show your last change yet.</source>
        <translation>Abgebrochen. Das Bild zeigt Ihre letzte Änderung noch nicht.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; your photo is unchanged. The log has the details.</source>
        <translation>In Kolorit ist ein Fehler aufgetreten; Ihr Foto ist unverändert. Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>detailed</source>
        <translation>detailreich</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>gedämpft</translation>
    </message>
    <message>
        <source>vivid</source>
        <translation>lebendig</translation>
    </message>
    <message>
        <source>smooth and vivid</source>
        <translation>gleichmäßig und lebendig</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>The arrow keys move the rectangle, with Shift they change its size. The brackets turn the photo. Enter crops, Escape cancels.</source>
        <translation>Die Pfeiltasten bewegen den Rahmen, mit Umschalt ändern sie seine Größe. Die eckigen Klammern drehen das Foto. Eingabe schneidet zu, Esc bricht ab.</translation>
    </message>
    <message>
        <source>The arrow keys move a cross, Enter chooses the place. With Shift, they move the photo.</source>
        <translation>Die Pfeiltasten bewegen ein Fadenkreuz, Eingabe wählt die Stelle. Mit Umschalt verschieben sie das Foto.</translation>
    </message>
    <message>
        <source>With Shift, the arrow keys move the photo.</source>
        <translation>Mit Umschalt verschieben die Pfeiltasten das Foto.</translation>
    </message>
    <message>
        <source>The original is left of the split line, which stands at %1 percent. The arrow keys move the line, with Shift the photo.</source>
        <translation>Links der Trennlinie, die bei %1 Prozent steht, ist das Original. Die Pfeiltasten bewegen die Linie, mit Umschalt das Foto.</translation>
    </message>
    <message>
        <source>“%1”, before and after</source>
        <translation>„%1“, vorher und nachher</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
</TS>
