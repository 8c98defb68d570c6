<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>About</name>
    <message>
        <source>About Kolorit</source>
        <translation>À propos de Kolorit</translation>
    </message>
    <message>
        <source>Restores and colors old photographs. Your photos stay on this computer: nothing is sent anywhere, and the original is never changed. No network of Kolorit draws a face.</source>
        <translation>Restaure et colorise les photos anciennes. Vos photos restent sur cet ordinateur&#xa0;: rien n’est envoyé où que ce soit et l’original n’est jamais modifié. Aucun réseau de neurones de Kolorit ne dessine de visage.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Made with Qt (LGPL), PyTorch, OpenCV, scikit-image and NumPy.</source>
        <translation>Réalisé avec Qt (LGPL), PyTorch, OpenCV, scikit-image et NumPy.</translation>
    </message>
</context>
<context>
    <name>Activities</name>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Recherche des défauts…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restauration…</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Colorisation…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Saving photo %1 of %2…</source>
        <translation>Enregistrement de la photo %1 sur %2…</translation>
    </message>
    <message>
        <source>Saving… Photos left: %1</source>
        <translation>Enregistrement… Photos restantes&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>From what is certain to all that may be damage; double-click for 50 %</source>
        <translation>Des seuls défauts certains à tout ce qui peut en être un&#xa0;; double-clic pour 50&#xa0;%</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Taille maximale</translation>
    </message>
    <message>
        <source>Marks longer than this share of the photo’s shorter side are left alone; double-click for any size</source>
        <translation>Les défauts plus longs que cette part du petit côté de la photo sont laissés tels quels&#xa0;; double-clic pour ne fixer aucune limite</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>How much noise is taken out; judge it at 1:1; double-click for all</source>
        <translation>Quantité de bruit retirée&#xa0;; à juger à 1:1&#xa0;; double-clic pour tout</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Grain conservé</translation>
    </message>
    <message>
        <source>How much film grain stays; judge it at 1:1; double-click for half</source>
        <translation>Part du grain argentique conservée&#xa0;; à juger à 1:1&#xa0;; double-clic pour la moitié</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Ravivage</translation>
    </message>
    <message>
        <source>How far the colors come back; double-click for all</source>
        <translation>À quel point les couleurs reviennent&#xa0;; double-clic pour tout</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>How far the tones are spread; double-click for all</source>
        <translation>À quel point les tons sont étalés&#xa0;; double-clic pour tout</translation>
    </message>
    <message>
        <source>Color &amp;strength</source>
        <translation>&amp;Intensité des couleurs</translation>
    </message>
    <message>
        <source>How strong the colors are; double-click for 100 %</source>
        <translation>Force des couleurs&#xa0;; double-clic pour 100&#xa0;%</translation>
    </message>
    <message>
        <source>Left: safe, muted colors. Right: bolder colors. Double-click for 100 %</source>
        <translation>À gauche&#xa0;: couleurs prudentes et sobres. À droite&#xa0;: couleurs plus audacieuses. Double-clic pour 100&#xa0;%</translation>
    </message>
    <message>
        <source>Cooler (bluer) or warmer (yellower); double-click for 0</source>
        <translation>Plus froid (bleuté) ou plus chaud (jauni)&#xa0;; double-clic pour 0</translation>
    </message>
    <message>
        <source>Low: calm, even color. High: small things get their own color.</source>
        <translation>Bas&#xa0;: couleurs calmes et unies. Élevé&#xa0;: les petits objets ont leur propre couleur.</translation>
    </message>
    <message>
        <source>V&amp;ividness</source>
        <translation>&amp;Vivacité</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Chaleur</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>Dé&amp;tail</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>Autres modèles</translation>
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
        <translation>sans limite</translation>
    </message>
    <message>
        <source>Runs on this computer’s graphics card (%1)</source>
        <translation>Utilise la carte graphique de cet ordinateur (%1)</translation>
    </message>
    <message>
        <source>Runs on this computer’s processor</source>
        <translation>Utilise le processeur de cet ordinateur</translation>
    </message>
</context>
<context>
    <name>Awaiting</name>
    <message>
        <source>Opening “%1”…</source>
        <translation>Ouverture de «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Lancer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>Show &amp;report</source>
        <translation>Afficher le &amp;rapport</translation>
    </message>
    <message>
        <source>&amp;New batch</source>
        <translation>&amp;Nouveau lot</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>par exemple&#xa0;: %1</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>Aucun programme n’affiche les dossiers sur cet ordinateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>The report opens in your browser. It is “%1”.</source>
        <translation>Le rapport s’ouvre dans votre navigateur. C’est le fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No browser opens the report here. It is “%1”.</source>
        <translation>Aucun navigateur n’ouvre le rapport sur cet ordinateur. C’est le fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>«&#xa0;%1&#xa0;» a été écrit par une version plus récente de Kolorit&#xa0;; il n’est ni utilisé ni modifié.</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Colorisation…</translation>
    </message>
    <message>
        <source>Previe&amp;w three photos</source>
        <translation>Aperç&amp;u de trois photos</translation>
    </message>
    <message>
        <source>Three &amp;others</source>
        <translation>Trois &amp;autres</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Retry f&amp;ailed</source>
        <translation>R&amp;éessayer les échecs</translation>
    </message>
    <message>
        <source>Colorize folders</source>
        <translation>Coloriser des dossiers</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Choose a source and a destination folder.</source>
        <translation>Choisissez un dossier source et un dossier de destination.</translation>
    </message>
    <message>
        <source>Pausing after the current photos…</source>
        <translation>Pause après les photos en cours…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pause.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed: %1.</source>
        <translation>
            <numerusform>Terminé, mais %Ln photo a échoué&#xa0;: %1.</numerusform>
            <numerusform>Terminé, mais %Ln photos ont échoué&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos are done.</source>
        <translation>Toutes les photos sont terminées.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %Ln photos remain.</source>
        <translation>
            <numerusform>Arrêté&#xa0;; il reste %Ln photo.</numerusform>
            <numerusform>Arrêté&#xa0;; il reste %Ln photos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report could not be written into the destination folder.</source>
        <translation>Le rapport n’a pas pu être écrit dans le dossier de destination.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed.</source>
        <translation>
            <numerusform>Terminé, mais %Ln photo a échoué.</numerusform>
            <numerusform>Terminé, mais %Ln photos ont échoué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; what was done is kept. The log has the details.</source>
        <translation>Une erreur s’est produite dans Kolorit&#xa0;; ce qui était fait est conservé. Le journal contient les détails.</translation>
    </message>
    <message>
        <source>Save preset as</source>
        <translation>Enregistrer le préréglage sous</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Use settings kept beside &amp;photos instead of these</source>
        <translation>Utiliser plutôt les réglages conservés à &amp;côté des photos</translation>
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
        <source>Source folder</source>
        <translation>Dossier source</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>Dossier de destination</translation>
    </message>
    <message>
        <source>e.g. *.tif; 1920/* (empty: all photos)</source>
        <translation>par ex. *.tif; 1920/* (vide&#xa0;: toutes les photos)</translation>
    </message>
    <message>
        <source>e.g. my drafts; *-color*</source>
        <translation>par ex. mes brouillons; *-color*</translation>
    </message>
    <message>
        <source>Include sub&amp;folders (keep folder structure)</source>
        <translation>Inclure les sous-dossiers (en &amp;gardant l’arborescence)</translation>
    </message>
    <message>
        <source>Same thing, same co&amp;lor</source>
        <translation>Même ob&amp;jet, même couleur</translation>
    </message>
    <message>
        <source>Colors kept beside some photos are used where others surely show the same</source>
        <translation>Les couleurs conservées à côté de certaines photos servent là où d’autres montrent assurément la même chose</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>Restore first</source>
        <translation>Restaurer d’abord</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>So&amp;urce folder</source>
        <translation>Dossier &amp;source</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>Inclu&amp;re</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation>E&amp;xclure</translation>
    </message>
    <message>
        <source>&amp;Color photos</source>
        <translation>&amp;Photos en couleur</translation>
    </message>
    <message>
        <source>Des&amp;tination folder</source>
        <translation>Dossier de des&amp;tination</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>&amp;Noms des fichiers</translation>
    </message>
    <message>
        <source>If the file e&amp;xists</source>
        <translation>Si l&amp;e fichier existe</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>&amp;Bits par canal</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>&amp;Qualité JPEG/WebP</translation>
    </message>
    <message>
        <source>same as original</source>
        <translation>comme l’original</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>ignorer la photo</translation>
    </message>
    <message>
        <source>replace it, never an original</source>
        <translation>le remplacer, jamais un original</translation>
    </message>
    <message>
        <source>skip them</source>
        <translation>les ignorer</translation>
    </message>
    <message>
        <source>recolorize them</source>
        <translation>les recoloriser</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Taille maximale</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Grain conservé</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Ravivage</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Color stren&amp;gth</source>
        <translation>&amp;Intensité des couleurs</translation>
    </message>
    <message>
        <source>&amp;Vividness</source>
        <translation>&amp;Vivacité</translation>
    </message>
    <message>
        <source>W&amp;armth</source>
        <translation>C&amp;haleur</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Détail</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 bits</translation>
    </message>
    <message>
        <source>use another name</source>
        <translation>utiliser un autre nom</translation>
    </message>
    <message>
        <source>copy them</source>
        <translation>les copier</translation>
    </message>
</context>
<context>
    <name>BatchMessages</name>
    <message>
        <source>The machines that color the photos can no longer be reached.</source>
        <translation>Les machines qui colorisent les photos ne répondent plus.</translation>
    </message>
    <message>
        <source>The destination disk is full. Free some space, then resume.</source>
        <translation>Le disque de destination est plein. Libérez de la place, puis reprenez.</translation>
    </message>
    <message>
        <source>The destination folder is gone. Restore it, then resume.</source>
        <translation>Le dossier de destination a disparu. Rétablissez-le, puis reprenez.</translation>
    </message>
    <message>
        <source>The destination folder can no longer be written to.</source>
        <translation>Il n’est plus possible d’écrire dans le dossier de destination.</translation>
    </message>
    <message>
        <source>The source folder is gone. Restore it, then resume.</source>
        <translation>Le dossier source a disparu. Rétablissez-le, puis reprenez.</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, then resume.</source>
        <translation>La carte graphique ne fonctionne plus. Redémarrez Kolorit, puis reprenez.</translation>
    </message>
    <message>
        <source>A folder inside the destination lies on another disk, where no result can be moved to.</source>
        <translation>Un sous-dossier de la destination se trouve sur un autre disque, où aucun résultat ne peut être déplacé.</translation>
    </message>
    <message>
        <source>Several photos in a row failed in the same way. Resume tries them once more.</source>
        <translation>Plusieurs photos de suite ont échoué de la même façon. Reprendre les essaie encore une fois.</translation>
    </message>
    <message>
        <source>“%1” is a color photo.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà en couleur.</translation>
    </message>
    <message>
        <source>“%1” has a result already.</source>
        <translation>«&#xa0;%1&#xa0;» a déjà un résultat.</translation>
    </message>
    <message>
        <source>“%1” failed; the report says why.</source>
        <translation>«&#xa0;%1&#xa0;» a échoué&#xa0;; le rapport dit pourquoi.</translation>
    </message>
    <message>
        <source>“%1” failed: %2</source>
        <translation>«&#xa0;%1&#xa0;» a échoué&#xa0;: %2</translation>
    </message>
    <message>
        <source>A name is needed, such as {stem}.</source>
        <translation>Il faut un nom, comme {stem}.</translation>
    </message>
    <message>
        <source>The braces do not match.</source>
        <translation>Les accolades ne sont pas appariées.</translation>
    </message>
    <message>
        <source>The variables are %1.</source>
        <translation>Les variables sont %1.</translation>
    </message>
    <message>
        <source>Only a width can be given, as in {n:04}.</source>
        <translation>Seule une largeur est possible, comme {n:04}.</translation>
    </message>
    <message>
        <source>Names cannot have these: %2</source>
        <translation>Les noms ne peuvent pas contenir&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>BatchNotes</name>
    <message>
        <source>16 of its more bits per channel were read</source>
        <translation>plus de 16&#xa0;bits par canal&#xa0;: seuls 16 ont été lus</translation>
    </message>
    <message>
        <source>only one of its pages or frames was read</source>
        <translation>une seule de ses pages ou images a été lue</translation>
    </message>
    <message>
        <source>its further channels were left out</source>
        <translation>ses autres canaux ont été omis</translation>
    </message>
    <message>
        <source>its color profile cannot be used</source>
        <translation>son profil de couleur est inutilisable</translation>
    </message>
    <message>
        <source>damaged metadata were left out</source>
        <translation>des métadonnées endommagées ont été omises</translation>
    </message>
    <message>
        <source>the format holds 8 bits per channel</source>
        <translation>le format se limite à 8&#xa0;bits par canal</translation>
    </message>
    <message>
        <source>transparent places were laid on white</source>
        <translation>les endroits transparents ont été mis sur fond blanc</translation>
    </message>
    <message>
        <source>its EXIF data could not be kept</source>
        <translation>ses données EXIF n’ont pas pu être conservées</translation>
    </message>
    <message>
        <source>its IPTC data could not be kept</source>
        <translation>ses données IPTC n’ont pas pu être conservées</translation>
    </message>
    <message>
        <source>its XMP data could not be kept</source>
        <translation>ses données XMP n’ont pas pu être conservées</translation>
    </message>
    <message>
        <source>saved in sRGB instead of its profile</source>
        <translation>enregistrée en sRGB au lieu de son profil</translation>
    </message>
    <message>
        <source>its resolution could not be kept</source>
        <translation>sa résolution n’a pas pu être conservée</translation>
    </message>
    <message>
        <source>dust and scratches: %1 ‰ of the picture repaired</source>
        <translation>poussières et rayures&#xa0;: %1&#xa0;‰ de l’image réparés</translation>
    </message>
    <message>
        <source>noise and grain: changed by %1 levels in the mean</source>
        <translation>bruit et grain&#xa0;: modifiés de %1 niveaux en moyenne</translation>
    </message>
    <message>
        <source>faded colors: cyan %1 %, magenta %2 %, yellow %3 % were left; what was brought back may be off by ΔE %4</source>
        <translation>couleurs passées&#xa0;: il restait cyan %1&#xa0;%, magenta %2&#xa0;%, jaune %3&#xa0;%&#xa0;; ce qui a été ravivé peut s’écarter de ΔE&#xa0;%4</translation>
    </message>
    <message>
        <source>flat tones: %1 % of the range was used</source>
        <translation>tons ternes&#xa0;: %1&#xa0;% de l’étendue étaient utilisés</translation>
    </message>
    <message>
        <source>a newer version wrote its settings, which are not used</source>
        <translation>ses réglages viennent d’une version plus récente et ne sont pas utilisés</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>Looking for photos… %Ln found</source>
        <translation>
            <numerusform>Recherche de photos… %Ln trouvée</numerusform>
            <numerusform>Recherche de photos… %Ln trouvées</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 needed, %2 free.</source>
        <translation>Environ %1 nécessaires, %2 libres.</translation>
    </message>
    <message>
        <source>It will take about %1.</source>
        <translation>Cela prendra environ %1.</translation>
    </message>
    <message>
        <source>That will probably not fit.</source>
        <translation>La place ne suffira probablement pas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colored</source>
        <translation>
            <numerusform>%Ln colorisée</numerusform>
            <numerusform>%Ln colorisées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copied</source>
        <translation>
            <numerusform>%Ln copiée</numerusform>
            <numerusform>%Ln copiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln ignorée</numerusform>
            <numerusform>%Ln ignorées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in color already</source>
        <translation>
            <numerusform>%Ln déjà en couleur</numerusform>
            <numerusform>%Ln déjà en couleur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln échec</numerusform>
            <numerusform>%Ln échecs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 sur %2&#xa0;: %3</translation>
    </message>
    <message numerus="yes">
        <source>Of those colored, %Ln to review</source>
        <translation>
            <numerusform>Parmi les colorisées, %Ln à vérifier</numerusform>
            <numerusform>Parmi les colorisées, %Ln à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>Encore %1 environ</translation>
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
        <translation>Modèle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Photos to review are those that deserve a look; report.csv has the same rows in English.</source>
        <translation>Les photos à vérifier sont celles qui méritent un coup d’œil&#xa0;; report.csv contient les mêmes lignes en anglais.</translation>
    </message>
    <message>
        <source>Part of a name or reason</source>
        <translation>Partie d’un nom ou d’une raison</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>This page needs its script to show the photos; report.csv needs none.</source>
        <translation>Cette page a besoin de son script pour afficher les photos&#xa0;; report.csv s’en passe.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 sur %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>avant et après</translation>
    </message>
    <message>
        <source>Picture not embedded</source>
        <translation>Image non incorporée</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Pas d’aperçu</translation>
    </message>
    <message>
        <source>Repaired places, before and after:</source>
        <translation>Endroits réparés, avant et après&#xa0;:</translation>
    </message>
    <message>
        <source>To color it anyway, select it in the list at the end of the batch in Kolorit.</source>
        <translation>Pour la coloriser quand même, sélectionnez-la dans Kolorit, dans la liste à la fin du lot.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>colored like others</source>
        <translation>colorisée comme d’autres</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>colorisée</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorée</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>copiée</translation>
    </message>
    <message>
        <source>in color already</source>
        <translation>déjà en couleur</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>pas encore traitée</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>large uncertain areas</source>
        <translation>grandes zones incertaines</translation>
    </message>
    <message>
        <source>patches of another color</source>
        <translation>taches d’une autre couleur</translation>
    </message>
    <message>
        <source>gray next to skin</source>
        <translation>du gris à côté de la peau</translation>
    </message>
    <message>
        <source>blue or purple skin</source>
        <translation>peau bleue ou violette</translation>
    </message>
    <message>
        <source>one color over everything</source>
        <translation>une seule couleur sur tout</translation>
    </message>
    <message>
        <source>may have been a color photo</source>
        <translation>était peut-être une photo en couleur</translation>
    </message>
    <message>
        <source>much of it was repaired</source>
        <translation>beaucoup a été réparé</translation>
    </message>
    <message>
        <source>parts of it were invented</source>
        <translation>des parties ont été inventées</translation>
    </message>
    <message>
        <source>uncertainty: low</source>
        <translation>incertitude&#xa0;: faible</translation>
    </message>
    <message>
        <source>uncertainty: medium</source>
        <translation>incertitude&#xa0;: moyenne</translation>
    </message>
    <message>
        <source>uncertainty: high</source>
        <translation>incertitude&#xa0;: élevée</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>Variations</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Creating variations: %1 of %2</source>
        <translation>Création des variantes&#xa0;: %1 sur %2</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>“%1” was taken off the list. Its file stays where it is.</source>
        <translation>«&#xa0;%1&#xa0;» ne figure plus dans la liste. Le fichier reste où il est.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Image collée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were taken off the list. Their files stay where they are.</source>
        <translation>
            <numerusform>%Ln photo a été retirée de la liste. Son fichier reste où il est.</numerusform>
            <numerusform>%Ln photos ont été retirées de la liste. Leurs fichiers restent où ils sont.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing takes a photo off the list; its file stays where it is.</source>
        <translation>Fermer une photo la retire de la liste&#xa0;; son fichier reste où il est.</translation>
    </message>
    <message>
        <source>The photo is still being saved; Kolorit closes after that.</source>
        <translation>La photo est en cours d’enregistrement&#xa0;; Kolorit se fermera ensuite.</translation>
    </message>
    <message>
        <source>What was saved before is updated. Originals stay as they are.</source>
        <translation>Les résultats déjà enregistrés sont mis à jour. Les originaux restent tels quels.</translation>
    </message>
    <message>
        <source>Results are saved beside the originals, which stay as they are.</source>
        <translation>Les résultats sont enregistrés à côté des originaux, qui restent tels quels.</translation>
    </message>
    <message>
        <source>Results are saved in “%1”. Originals stay as they are.</source>
        <translation>Les résultats sont enregistrés dans «&#xa0;%1&#xa0;». Les originaux restent tels quels.</translation>
    </message>
</context>
<context>
    <name>ColorLike</name>
    <message>
        <source>Comparing with “%1”…</source>
        <translation>Comparaison avec «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>“%1” has no colors that could be taken over.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas de couleurs à reprendre.</translation>
    </message>
    <message>
        <source>Nothing in “%1” is surely the same, so no color was taken over.</source>
        <translation>Rien dans «&#xa0;%1&#xa0;» n’est assurément la même chose&#xa0;; aucune couleur n’a été reprise.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colors were taken over from “%1”.</source>
        <translation>
            <numerusform>%Ln couleur a été reprise de «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>%Ln couleurs ont été reprises de «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorNames</name>
    <message>
        <source>gray</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>jaune</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>turquoise</translation>
    </message>
    <message>
        <source>black</source>
        <translation>noir</translation>
    </message>
    <message>
        <source>dark gray</source>
        <translation>gris foncé</translation>
    </message>
    <message>
        <source>light gray</source>
        <translation>gris clair</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanc</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>brun</translation>
    </message>
    <message>
        <source>dark brown</source>
        <translation>brun foncé</translation>
    </message>
    <message>
        <source>gray-brown</source>
        <translation>gris-brun</translation>
    </message>
    <message>
        <source>tan</source>
        <translation>brun clair</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>beige</translation>
    </message>
    <message>
        <source>cream</source>
        <translation>crème</translation>
    </message>
    <message>
        <source>skin tone</source>
        <translation>teinte de peau</translation>
    </message>
    <message>
        <source>khaki</source>
        <translation>kaki</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>olive</translation>
    </message>
    <message>
        <source>navy</source>
        <translation>bleu marine</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>light blue</source>
        <translation>bleu clair</translation>
    </message>
    <message>
        <source>blue-gray</source>
        <translation>gris-bleu</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>bleu canard</translation>
    </message>
    <message>
        <source>dark green</source>
        <translation>vert foncé</translation>
    </message>
    <message>
        <source>light green</source>
        <translation>vert clair</translation>
    </message>
    <message>
        <source>gray-green</source>
        <translation>gris-vert</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>or</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>ocre</translation>
    </message>
    <message>
        <source>rust</source>
        <translation>rouille</translation>
    </message>
    <message>
        <source>dark red</source>
        <translation>rouge foncé</translation>
    </message>
    <message>
        <source>salmon</source>
        <translation>saumon</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>magenta</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violet</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>lavande</translation>
    </message>
</context>
<context>
    <name>ColorSharing</name>
    <message>
        <source>The same thing was found in no other photo.</source>
        <translation>La même chose n’a été trouvée dans aucune autre photo.</translation>
    </message>
    <message numerus="yes">
        <source>Found in no more photos; %Ln have this color already.</source>
        <translation>
            <numerusform>Rien trouvé dans d’autres photos&#xa0;; %Ln a déjà cette couleur.</numerusform>
            <numerusform>Rien trouvé dans d’autres photos&#xa0;; %Ln ont déjà cette couleur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have this color now.</source>
        <translation>
            <numerusform>%Ln autre photo a maintenant cette couleur.</numerusform>
            <numerusform>%Ln autres photos ont maintenant cette couleur.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorWheel</name>
    <message>
        <source>All colors; choose with the arrow keys</source>
        <translation>Toutes les couleurs&#xa0;; choisissez avec les flèches</translation>
    </message>
</context>
<context>
    <name>ColorsOfOthers</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Rest&amp;ore</source>
        <translation>Restauratio&amp;n</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Keep settings beside the photo</source>
        <translation>&amp;Garder les réglages à côté de la photo</translation>
    </message>
    <message>
        <source>Save a&amp;ll…</source>
        <translation>&amp;Tout enregistrer…</translation>
    </message>
    <message>
        <source>Close p&amp;hoto</source>
        <translation>Fermer la p&amp;hoto</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Actual size (1:1)</source>
        <translation>&amp;Taille réelle (1:1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>P&amp;hoto suivante</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>&amp;Photo précédente</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Ple&amp;in écran</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>&amp;Rouvrir la dernière session</translation>
    </message>
    <message>
        <source>Tra&amp;nsform</source>
        <translation>T&amp;ransformation</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>E&amp;nregistrer sous…</translation>
    </message>
    <message>
        <source>Export before/&amp;after image…</source>
        <translation>Exporter l’image avant/&amp;après…</translation>
    </message>
    <message>
        <source>Colorize &amp;folders…</source>
        <translation>Colori&amp;ser des dossiers…</translation>
    </message>
    <message>
        <source>Choose pa&amp;ge…</source>
        <translation>Choisir &amp;une page…</translation>
    </message>
    <message>
        <source>Re&amp;colorize</source>
        <translation>Re&amp;coloriser</translation>
    </message>
    <message>
        <source>Show &amp;in folder</source>
        <translation>A&amp;fficher dans le dossier</translation>
    </message>
    <message>
        <source>&amp;Flag photo</source>
        <translation>&amp;Marquer la photo</translation>
    </message>
    <message>
        <source>&amp;Color hints</source>
        <translation>Indications de &amp;couleur</translation>
    </message>
    <message>
        <source>Cop&amp;y image</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>Copy s&amp;ettings</source>
        <translation>Copier les ré&amp;glages</translation>
    </message>
    <message>
        <source>Paste se&amp;ttings</source>
        <translation>Coller les réglage&amp;s</translation>
    </message>
    <message>
        <source>Apply &amp;settings to all photos</source>
        <translation>Appliquer les réglages à &amp;toutes les photos</translation>
    </message>
    <message>
        <source>Reset all e&amp;dits</source>
        <translation>Réinitialiser toutes les mo&amp;difications</translation>
    </message>
    <message>
        <source>C&amp;opy color hints</source>
        <translation>C&amp;opier les indications de couleur</translation>
    </message>
    <message>
        <source>P&amp;aste color hints</source>
        <translation>Co&amp;ller les indications de couleur</translation>
    </message>
    <message>
        <source>Use th&amp;is color in other photos…</source>
        <translation>Utiliser cette couleur dans d’autres p&amp;hotos…</translation>
    </message>
    <message>
        <source>Color &amp;like another photo…</source>
        <translation>Coloriser comme une a&amp;utre photo…</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>A&amp;juster à la fenêtre</translation>
    </message>
    <message>
        <source>Show un&amp;certain areas</source>
        <translation>Afficher les &amp;zones incertaines</translation>
    </message>
    <message>
        <source>&amp;Next uncertain area</source>
        <translation>Z&amp;one incertaine suivante</translation>
    </message>
    <message>
        <source>Previous uncertain a&amp;rea</source>
        <translation>Zone incertaine précé&amp;dente</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>Varia&amp;ntes</translation>
    </message>
    <message>
        <source>Sp&amp;lit view</source>
        <translation>Vue divi&amp;sée</translation>
    </message>
    <message>
        <source>Aft&amp;er only</source>
        <translation>Après se&amp;ulement</translation>
    </message>
    <message>
        <source>&amp;Before/after labels</source>
        <translation>Étiquettes &amp;avant/après</translation>
    </message>
    <message>
        <source>Navi&amp;gator</source>
        <translation>Navi&amp;gation</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>Pivoter à &amp;gauche</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>Pivoter à &amp;droite</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>Effet &amp;miroir</translation>
    </message>
    <message>
        <source>&amp;Crop and straighten</source>
        <translation>&amp;Recadrer et redresser</translation>
    </message>
    <message>
        <source>&amp;Open the prints on a scan</source>
        <translation>&amp;Ouvrir les tirages d’une numérisation</translation>
    </message>
    <message>
        <source>Restore &amp;automatically</source>
        <translation>Restaurer &amp;automatiquement</translation>
    </message>
    <message>
        <source>&amp;Mark damage</source>
        <translation>&amp;Marquer les défauts</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Protéger</translation>
    </message>
    <message>
        <source>&amp;Copy from a place…</source>
        <translation>C&amp;opier depuis un endroit…</translation>
    </message>
    <message>
        <source>&amp;Show repairs</source>
        <translation>Afficher les &amp;réparations</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>Défaut &amp;suivant</translation>
    </message>
    <message>
        <source>Pre&amp;vious finding</source>
        <translation>Défaut précé&amp;dent</translation>
    </message>
    <message>
        <source>&amp;Keep finding, go on</source>
        <translation>&amp;Confirmer et continuer</translation>
    </message>
    <message>
        <source>This is no &amp;damage</source>
        <translation>Ce &amp;n’est pas un défaut</translation>
    </message>
    <message>
        <source>&amp;Quick guide</source>
        <translation>&amp;Guide rapide</translation>
    </message>
    <message>
        <source>&amp;Try a sample photo</source>
        <translation>&amp;Essayer une photo d’exemple</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Signaler un problème…</translation>
    </message>
    <message>
        <source>&amp;About Kolorit</source>
        <translation>À &amp;propos de Kolorit</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Change &amp;color…</source>
        <translation>Changer la &amp;couleur…</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Save changes to %Ln photos?</source>
        <translation>
            <numerusform>Enregistrer les modifications de %Ln photo&#xa0;?</numerusform>
            <numerusform>Enregistrer les modifications de %Ln photos&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This scan holds %Ln photos.</source>
        <translation>
            <numerusform>Cette numérisation contient %Ln photo.</numerusform>
            <numerusform>Cette numérisation contient %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open as %Ln photos</source>
        <translation>
            <numerusform>Ouvrir comme %Ln photo</numerusform>
            <numerusform>Ouvrir comme %Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kolorit closed unexpectedly. Reopen your %Ln photos?</source>
        <translation>
            <numerusform>Kolorit s’est fermé de façon inattendue. Rouvrir %Ln photo&#xa0;?</numerusform>
            <numerusform>Kolorit s’est fermé de façon inattendue. Rouvrir vos %Ln photos&#xa0;?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Straighten</source>
        <translation>Redresser</translation>
    </message>
    <message>
        <source>Turns the photo clockwise. Dragging outside the rectangle does it too.</source>
        <translation>Fait pivoter la photo dans le sens horaire. Glisser hors du cadre la fait aussi pivoter.</translation>
    </message>
    <message>
        <source>%1, in degrees</source>
        <translation>%1, en degrés</translation>
    </message>
    <message>
        <source>A&amp;utomatic</source>
        <translation>Cadra&amp;ge auto</translation>
    </message>
    <message>
        <source>Finds the print on a scan, or straightens by walls and the horizon.</source>
        <translation>Trouve le tirage sur une numérisation, ou redresse d’après les murs et l’horizon.</translation>
    </message>
    <message>
        <source>Found neither a print nor a tilt.</source>
        <translation>Ni tirage ni inclinaison trouvés.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Shows the whole photo, not straightened.</source>
        <translation>Affiche toute la photo, non redressée.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
</context>
<context>
    <name>DetailRow</name>
    <message>
        <source>Low</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevé</translation>
    </message>
    <message>
        <source>Custom (%1 px)</source>
        <translation>Personnalisé (%1&#xa0;px)</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1&#xa0;px</translation>
    </message>
    <message>
        <source>The model looks at %1 px now.</source>
        <translation>Le modèle voit maintenant la photo à %1&#xa0;px.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Photos (%1)</source>
        <translation>Photos (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Ouvrir des photos</translation>
    </message>
    <message>
        <source>Color like another photo</source>
        <translation>Coloriser comme une autre photo</translation>
    </message>
    <message>
        <source>Choose page</source>
        <translation>Choisir une page</translation>
    </message>
    <message>
        <source>A folder is being colorized. Stop after the current photos? It can be resumed later.</source>
        <translation>Un dossier est en cours de colorisation. Arrêter après les photos en cours&#xa0;? Vous pourrez reprendre plus tard.</translation>
    </message>
    <message>
        <source>The color hints on this page are not saved. Go to another page anyway?</source>
        <translation>Les indications de couleur de cette page ne sont pas enregistrées. Passer à une autre quand même&#xa0;?</translation>
    </message>
    <message>
        <source>Page, from 1 to %1:</source>
        <translation>Page, de 1 à %1&#xa0;:</translation>
    </message>
    <message>
        <source>Close Kolorit</source>
        <translation>Fermer Kolorit</translation>
    </message>
    <message>
        <source>Save changes to the pasted image?</source>
        <translation>Enregistrer les modifications de l’image collée&#xa0;?</translation>
    </message>
    <message>
        <source>Save changes to “%1”?</source>
        <translation>Enregistrer les modifications de «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>pasted image</source>
        <translation>image collée</translation>
    </message>
    <message>
        <source>Do&amp;n’t save</source>
        <translation>&amp;Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>“%1” was changed by another program after Kolorit had saved it. Replace it?</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié par un autre programme après son enregistrement par Kolorit. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Save the colored photo</source>
        <translation>Enregistrer la photo colorisée</translation>
    </message>
</context>
<context>
    <name>DoubtBar</name>
    <message>
        <source>Hatched: the model was unsure of the color here.</source>
        <translation>Hachures&#xa0;: ici, le modèle n’était pas sûr de la couleur.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédente</translation>
    </message>
    <message>
        <source>Previous uncertain area (Shift+U)</source>
        <translation>Zone incertaine précédente (Maj+U)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>Next uncertain area (U)</source>
        <translation>Zone incertaine suivante (U)</translation>
    </message>
    <message>
        <source>Set its color…</source>
        <translation>Choisir sa couleur…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>None stands out</source>
        <translation>Aucune ne ressort</translation>
    </message>
    <message>
        <source>Uncertain area %1</source>
        <translation>Zone incertaine %1</translation>
    </message>
</context>
<context>
    <name>DoubtfulButton</name>
    <message numerus="yes">
        <source>Show %Ln in doubt</source>
        <translation>
            <numerusform>Afficher %Ln incertain</numerusform>
            <numerusform>Afficher %Ln incertains</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed in the photo; N steps through them, the likeliest first. Return repairs one, Delete says that it is no damage</source>
        <translation>En pointillés dans la photo&#xa0;; N les parcourt, les plus probables d’abord. Entrée en répare un, Suppr indique que ce n’est pas un défaut</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Please wait…</source>
        <translation>Patientez…</translation>
    </message>
    <message>
        <source>Drag to another app</source>
        <translation>Glisser vers une autre application</translation>
    </message>
    <message>
        <source>Drag the colored photo to a folder or another app; click to save</source>
        <translation>Glissez la photo colorisée vers un dossier ou une autre application&#xa0;; clic pour enregistrer</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>Déposez pour ouvrir</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop photos or a folder here</source>
        <translation>Déposez ici des photos ou un dossier</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, BMP. Your photos never leave this computer and are never changed.</source>
        <translation>JPEG, PNG, TIFF, WebP, AVIF, BMP. Vos photos ne quittent jamais cet ordinateur et ne sont jamais modifiées.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Ouvrir des photos…</translation>
    </message>
    <message>
        <source>Try a sample photo</source>
        <translation>Essayer une photo d’exemple</translation>
    </message>
    <message>
        <source>Reopen the photo from last time</source>
        <translation>Rouvrir la photo de la dernière fois</translation>
    </message>
    <message numerus="yes">
        <source>Reopen the %Ln photos from last time</source>
        <translation>
            <numerusform>Rouvrir %Ln photo de la dernière fois</numerusform>
            <numerusform>Rouvrir les %Ln photos de la dernière fois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineMessages</name>
    <message>
        <source>This computer has no device “%1”.</source>
        <translation>Cet ordinateur n’a pas de périphérique «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, or choose the processor in the preferences.</source>
        <translation>La carte graphique ne fonctionne plus. Redémarrez Kolorit ou choisissez le processeur dans les préférences.</translation>
    </message>
    <message>
        <source>There was not enough memory. Close other programs, or try a smaller size.</source>
        <translation>Mémoire insuffisante. Fermez d’autres programmes ou essayez une taille plus petite.</translation>
    </message>
    <message>
        <source>The file could not be signed.</source>
        <translation>Le fichier n’a pas pu être signé.</translation>
    </message>
    <message>
        <source>Colorize anyway</source>
        <translation>Coloriser quand même</translation>
    </message>
    <message>
        <source>The settings beside “%1” were written by a newer version of Kolorit; they are not used and not changed.</source>
        <translation>Les réglages à côté de «&#xa0;%1&#xa0;» ont été écrits par une version plus récente de Kolorit&#xa0;; ils ne sont ni utilisés ni modifiés.</translation>
    </message>
    <message>
        <source>Something went wrong. The log has the details.</source>
        <translation>Quelque chose n’a pas fonctionné. Le journal contient les détails.</translation>
    </message>
    <message>
        <source>The model “%1” needs a newer version of Kolorit.</source>
        <translation>Le modèle «&#xa0;%1&#xa0;» exige une version plus récente de Kolorit.</translation>
    </message>
    <message>
        <source>The model “%1” is damaged. Choose another one.</source>
        <translation>Le modèle «&#xa0;%1&#xa0;» est endommagé. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The models are missing. Install Kolorit again.</source>
        <translation>Les modèles sont absents. Réinstallez Kolorit.</translation>
    </message>
    <message>
        <source>There is no model “%1”. Choose another one.</source>
        <translation>Il n’y a pas de modèle «&#xa0;%1&#xa0;». Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another model.</source>
        <translation>Ce modèle n’accepte pas d’indications de couleur. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This model’s vividness cannot be changed. Choose another model.</source>
        <translation>La vivacité de ce modèle ne peut pas être changée. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This is page %1 of %2.</source>
        <translation>Page %1 sur %2.</translation>
    </message>
    <message>
        <source>more than 16 bits per channel</source>
        <translation>plus de 16 bits par canal</translation>
    </message>
    <message>
        <source>further channels</source>
        <translation>d’autres canaux</translation>
    </message>
    <message>
        <source>the other pages</source>
        <translation>les autres pages</translation>
    </message>
    <message>
        <source>its unusable color profile</source>
        <translation>son profil de couleur inutilisable</translation>
    </message>
    <message>
        <source>damaged metadata</source>
        <translation>des métadonnées endommagées</translation>
    </message>
    <message>
        <source>Opened without: %1.</source>
        <translation>Ouverte sans&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>«&#xa0;%1&#xa0;» n’existe plus.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Drop the photos inside it.</source>
        <translation>«&#xa0;%1&#xa0;» est un dossier. Déposez les photos qu’il contient.</translation>
    </message>
    <message>
        <source>“%1” is empty: the file has 0 bytes. Copy or scan it again.</source>
        <translation>«&#xa0;%1&#xa0;» est vide&#xa0;: le fichier fait 0 octet. Copiez-le ou numérisez-le à nouveau.</translation>
    </message>
    <message>
        <source>“%1” is not a supported image file.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un fichier image pris en charge.</translation>
    </message>
    <message>
        <source>“%1” has a pixel format that is not supported. Save it as 16-bit RGB first.</source>
        <translation>Le format de pixels de «&#xa0;%1&#xa0;» n’est pas pris en charge. Enregistrez-le d’abord en RVB 16&#xa0;bits.</translation>
    </message>
    <message>
        <source>“%1” has a compression that is not supported. Save it with LZW or ZIP first.</source>
        <translation>La compression de «&#xa0;%1&#xa0;» n’est pas prise en charge. Enregistrez-le d’abord en LZW ou ZIP.</translation>
    </message>
    <message>
        <source>“%1” looks like a color photo. Colorizing replaces its colors.</source>
        <translation>«&#xa0;%1&#xa0;» semble être une photo en couleur. La coloriser remplace ses couleurs.</translation>
    </message>
    <message>
        <source>“%1” contains the photos. Choose another destination folder.</source>
        <translation>«&#xa0;%1&#xa0;» contient les photos. Choisissez un autre dossier de destination.</translation>
    </message>
    <message>
        <source>“%1” is not there. Choose another source folder.</source>
        <translation>«&#xa0;%1&#xa0;» est introuvable. Choisissez un autre dossier source.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another destination folder.</source>
        <translation>Impossible d’écrire dans «&#xa0;%1&#xa0;». Choisissez un autre dossier de destination.</translation>
    </message>
    <message>
        <source>“%1” contains an unfinished batch. Resume keeps its settings; Start over uses those below.</source>
        <translation>«&#xa0;%1&#xa0;» contient un lot inachevé. Reprendre garde ses réglages&#xa0;; Recommencer utilise ceux ci-dessous.</translation>
    </message>
    <message>
        <source>“%1” contains a batch with other settings. Choose another folder.</source>
        <translation>«&#xa0;%1&#xa0;» contient un lot aux réglages différents. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>There is no batch to resume in “%1”.</source>
        <translation>«&#xa0;%1&#xa0;» ne contient aucun lot à reprendre.</translation>
    </message>
    <message>
        <source>The plan of the batch in “%1” is damaged. Start over.</source>
        <translation>Le plan du lot dans «&#xa0;%1&#xa0;» est endommagé. Recommencez.</translation>
    </message>
    <message>
        <source>“%1” contains a batch of a newer version of Kolorit, which is not changed. Choose another folder.</source>
        <translation>«&#xa0;%1&#xa0;» contient un lot d’une version plus récente de Kolorit, qui n’est pas modifié. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Another batch is writing to “%1”. Wait until it has finished.</source>
        <translation>Un autre lot écrit dans «&#xa0;%1&#xa0;». Attendez qu’il soit terminé.</translation>
    </message>
    <message>
        <source>“%1” is damaged or incomplete. Copy or scan it again.</source>
        <translation>«&#xa0;%1&#xa0;» est endommagé ou incomplet. Copiez-le ou numérisez-le à nouveau.</translation>
    </message>
    <message>
        <source>“%1” needs a part of Kolorit that is not installed: kolorit[heif] or kolorit[raw].</source>
        <translation>«&#xa0;%1&#xa0;» exige une partie de Kolorit qui n’est pas installée&#xa0;: kolorit[heif] ou kolorit[raw].</translation>
    </message>
    <message>
        <source>“%1” has no such page.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas cette page.</translation>
    </message>
    <message>
        <source>“%1” was not saved: its folder is gone. Choose another one.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été enregistré&#xa0;: son dossier a disparu. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“%1” has more than 200 megapixels, which this version does not open.</source>
        <translation>«&#xa0;%1&#xa0;» dépasse 200 mégapixels, ce que cette version n’ouvre pas.</translation>
    </message>
    <message>
        <source>You do not have permission to read “%1”.</source>
        <translation>Vous n’avez pas le droit de lire «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” could not be read. Is the disk still connected?</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être lu. Le disque est-il toujours connecté&#xa0;?</translation>
    </message>
    <message>
        <source>You do not have permission to save “%1” there. Choose another folder.</source>
        <translation>Vous n’avez pas le droit d’enregistrer «&#xa0;%1&#xa0;» à cet endroit. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: choose a name that ends in .jpg, .png, .webp or .tif.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être enregistré&#xa0;: choisissez un nom finissant par .jpg, .png, .webp ou .tif.</translation>
    </message>
    <message>
        <source>The photo is too large for the format of “%1”. Save it as TIFF.</source>
        <translation>La photo est trop grande pour le format de «&#xa0;%1&#xa0;». Enregistrez-la en TIFF.</translation>
    </message>
    <message>
        <source>“%1” could not be saved in this format. Choose another one.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être enregistré dans ce format. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“%1” already exists. Choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“%1” is the original photo, which Kolorit never overwrites. Choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» est la photo d’origine, que Kolorit n’écrase jamais. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“%1” was not saved: the disk is full.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été enregistré&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>“%1” could not be saved. Choose another folder.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être enregistré. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The cluster “%1” cannot be reached.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» est injoignable.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Open photos</source>
        <translation>Photos ouvertes</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>being colored</source>
        <translation>en cours de colorisation</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>colorisée</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistrée</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>marquée</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>drop a folder here</source>
        <translation>déposez un dossier ici</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>GeometryEditor</name>
    <message>
        <source>No print was found: the photo fills the scan.</source>
        <translation>Aucun tirage trouvé&#xa0;: la photo occupe toute la numérisation.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Quick guide</source>
        <translation>Guide rapide</translation>
    </message>
    <message>
        <source>From a scan to a photo worth keeping</source>
        <translation>D’une numérisation à une photo à garder</translation>
    </message>
    <message>
        <source>Nothing you do here changes your original.</source>
        <translation>Rien de ce que vous faites ici ne modifie votre original.</translation>
    </message>
    <message>
        <source>Drop a scan into the window. It is colored at once.</source>
        <translation>Déposez une numérisation dans la fenêtre. Elle est colorisée aussitôt.</translation>
    </message>
    <message>
        <source>“Restore automatically” looks for dust, scratches, noise and faded colors, and mends what needs it. Every step can be switched off again.</source>
        <translation>«&#xa0;Restaurer automatiquement&#xa0;» cherche poussières, rayures, bruit et couleurs passées, et corrige ce qui en a besoin. Chaque étape peut être désactivée.</translation>
    </message>
    <message>
        <source>Press A to see what was repaired, and N to go to the most doubtful place: Enter repairs it, Delete says that it is no damage.</source>
        <translation>Appuyez sur A pour voir ce qui a été réparé, et sur N pour aller à l’endroit le plus incertain&#xa0;: Entrée le répare, Suppr indique que ce n’est pas un défaut.</translation>
    </message>
    <message>
        <source>Something was missed? Press J and paint over it. Press S first and click a place whose texture is to be copied there. P protects what is no damage.</source>
        <translation>Quelque chose a été oublié&#xa0;? Appuyez sur J et peignez dessus. Pour y copier la texture d’un autre endroit, appuyez d’abord sur S et cliquez sur cet endroit. P protège ce qui n’est pas un défaut.</translation>
    </message>
    <message>
        <source>The scan lies on its side, or is larger than the photo? Ctrl+] rotates it. Press R to crop and straighten: drag the corners, [ and ] straighten, Enter crops.</source>
        <translation>La numérisation est couchée ou plus grande que la photo&#xa0;? Ctrl+] la fait pivoter. Appuyez sur R pour recadrer et redresser&#xa0;: faites glisser les coins, [ et ] redressent, Entrée recadre.</translation>
    </message>
    <message>
        <source>Drag the line across the photo to compare. Hold \ to see the original.</source>
        <translation>Faites glisser la ligne de séparation sur la photo pour comparer. Maintenez \ pour voir l’original.</translation>
    </message>
    <message>
        <source>A color is wrong? Press H, click the spot, and choose another one. A part that keeps its color is clicked as well. Press D to see where Kolorit was unsure.</source>
        <translation>Une couleur est fausse&#xa0;? Appuyez sur H, cliquez sur l’endroit et choisissez-en une autre. Cliquez aussi sur ce qui doit garder sa couleur. Appuyez sur D pour voir où Kolorit n’était pas sûr.</translation>
    </message>
    <message>
        <source>Other photos show the same thing? “Use in other photos…” looks for it and asks you. Photos of one scene get the color by themselves; Undo takes it back there.</source>
        <translation>D’autres photos montrent la même chose&#xa0;? «&#xa0;Utiliser dans d’autres photos…&#xa0;» la cherche et vous demande votre avis. Les photos d’une même scène reçoivent la couleur d’elles-mêmes&#xa0;; Annuler l’y retire.</translation>
    </message>
    <message>
        <source>Too much or too little? Move Color strength, Vividness and Warmth, or press C to choose among variations.</source>
        <translation>Trop ou trop peu&#xa0;? Réglez Intensité des couleurs, Vivacité et Chaleur, ou appuyez sur C pour choisir parmi des variantes.</translation>
    </message>
    <message>
        <source>Save writes a new file with the resolution, the color profile and the date of your scan. A whole folder: File, Colorize folders…</source>
        <translation>Enregistrer crée un nouveau fichier avec la résolution, le profil de couleur et la date de votre numérisation. Un dossier entier&#xa0;: Fichier, Coloriser des dossiers…</translation>
    </message>
</context>
<context>
    <name>HexBox</name>
    <message>
        <source>Color code</source>
        <translation>Code couleur</translation>
    </message>
    <message>
        <source>Six digits, as #8b5a2b. The photo keeps its own lightness.</source>
        <translation>Six caractères, par exemple #8b5a2b. La photo garde sa propre clarté.</translation>
    </message>
</context>
<context>
    <name>HintPalette</name>
    <message>
        <source>Colors for this place</source>
        <translation>Couleurs pour cet endroit</translation>
    </message>
    <message>
        <source>Color of this place</source>
        <translation>Couleur de cet endroit</translation>
    </message>
    <message>
        <source>Move the palette with the arrow keys</source>
        <translation>Déplacez la palette avec les flèches</translation>
    </message>
    <message>
        <source>Drag to move. Double-click: back beside the place.</source>
        <translation>Glissez pour déplacer. Double-clic&#xa0;: retour à côté de l’endroit.</translation>
    </message>
    <message>
        <source>Keep &amp;gray</source>
        <translation>Laisser &amp;gris</translation>
    </message>
    <message>
        <source>&amp;Pick from photo</source>
        <translation>&amp;Prélever</translation>
    </message>
    <message>
        <source>&amp;Delete hint</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Color &amp;code</source>
        <translation>&amp;Code couleur</translation>
    </message>
    <message>
        <source>Suggested colors</source>
        <translation>Couleurs suggérées</translation>
    </message>
    <message>
        <source>Looking for colors…</source>
        <translation>Recherche de couleurs…</translation>
    </message>
    <message>
        <source>This model suggests no colors</source>
        <translation>Ce modèle ne suggère pas de couleurs</translation>
    </message>
    <message>
        <source>%1 – %2 likely</source>
        <translation>%1 – probabilité de %2</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récentes</translation>
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
        <translation>Ajouter des indications de c&amp;ouleur</translation>
    </message>
    <message>
        <source>Color hints</source>
        <translation>Indications de couleur</translation>
    </message>
    <message>
        <source>De&amp;lete hint</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Delete &amp;all</source>
        <translation>To&amp;ut supprimer</translation>
    </message>
    <message>
        <source>Use in other photos…</source>
        <translation>Utiliser dans d’autres photos…</translation>
    </message>
    <message>
        <source>From a spot over its object to the whole photo; double-click for 50 %</source>
        <translation>D’un point à toute la photo, en passant par son objet&#xa0;; double-clic pour 50&#xa0;%</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Portée</translation>
    </message>
    <message>
        <source>Click something in the photo and choose its color.</source>
        <translation>Cliquez sur un élément de la photo et choisissez sa couleur.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another one.</source>
        <translation>Ce modèle n’accepte pas d’indications de couleur. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>%1, from “%2”</source>
        <translation>%1, de «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1, outside the crop</source>
        <translation>%1, hors du recadrage</translation>
    </message>
    <message>
        <source>%1 at %2 %, %3 %</source>
        <translation>%1 à %2&#xa0;%, %3&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Taken over from another photo</source>
        <translation>Reprise d’une autre photo</translation>
    </message>
    <message>
        <source>Taken over from “%1”</source>
        <translation>Reprise de «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 de plus</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>All open photos have these settings already.</source>
        <translation>Toutes les photos ouvertes ont déjà ces réglages.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have these settings now.</source>
        <translation>
            <numerusform>%Ln autre photo a maintenant ces réglages.</numerusform>
            <numerusform>%Ln autres photos ont maintenant ces réglages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have these settings again.</source>
        <translation>
            <numerusform>%Ln photo a de nouveau ces réglages.</numerusform>
            <numerusform>%Ln photos ont de nouveau ces réglages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have their earlier settings again.</source>
        <translation>
            <numerusform>%Ln photo a retrouvé ses réglages précédents.</numerusform>
            <numerusform>%Ln photos ont retrouvé leurs réglages précédents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose page…</source>
        <translation>Choisir une page…</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>Aucun programme n’affiche les dossiers sur cet ordinateur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Note&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Natural color for everything, also from old and worn prints; takes color hints.</source>
        <translation>Des couleurs naturelles pour tout, même les tirages anciens et usés&#xa0;; accepte des indications de couleur.</translation>
    </message>
    <message>
        <source>As natural as kolorit in less than half the time, for old PCs; takes color hints.</source>
        <translation>Aussi naturel que kolorit en moins de la moitié du temps, pour les ordinateurs anciens&#xa0;; accepte des indications de couleur.</translation>
    </message>
    <message>
        <source>Skies, trees, houses and streets in muted color; people stay brownish. Small and quick.</source>
        <translation>Ciels, arbres, maisons et rues en couleurs sourdes&#xa0;; les personnes restent brunâtres. Petit et rapide.</translation>
    </message>
    <message>
        <source>Experimental model guided by image recognition. Very muted colors.</source>
        <translation>Modèle expérimental guidé par la reconnaissance d’images. Couleurs très sourdes.</translation>
    </message>
    <message>
        <source>Experimental model after a short adversarial training. Misplaced orange and blue.</source>
        <translation>Modèle expérimental après un court entraînement antagoniste. Orange et bleu mal placés.</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Meilleure qualité</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rapide</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Part of the photo that is seen</source>
        <translation>Partie visible de la photo</translation>
    </message>
    <message>
        <source>Drag the frame to see another part of the photo</source>
        <translation>Faites glisser le cadre pour voir une autre partie de la photo</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>No photos found in “%1”.</source>
        <translation>Aucune photo trouvée dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>Ouvrir toutes les photos d’un dossier</translation>
    </message>
    <message>
        <source>There is no image in the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>“%1” has changed since its color hints were set; they may no longer fit.</source>
        <translation>«&#xa0;%1&#xa0;» a changé depuis l’ajout de ses indications de couleur&#xa0;; elles ne conviennent peut-être plus.</translation>
    </message>
    <message>
        <source>“%1” no longer has page %2; its largest page is shown.</source>
        <translation>«&#xa0;%1&#xa0;» n’a plus de page %2&#xa0;; la plus grande page est affichée.</translation>
    </message>
    <message>
        <source>The settings kept beside “%1” cannot be read.</source>
        <translation>Les réglages conservés à côté de «&#xa0;%1&#xa0;» sont illisibles.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Folder for colored photos</source>
        <translation>Dossier des photos colorisées</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Mark saved files as AI-colorized</source>
        <translation>Si&amp;gnaler dans les fichiers la colorisation par IA</translation>
    </message>
    <message>
        <source>&amp;Remember open photos for the next start</source>
        <translation>&amp;Mémoriser les photos ouvertes</translation>
    </message>
    <message>
        <source>Use color hints in photos of the same &amp;scene, too</source>
        <translation>Indications pour la même &amp;scène</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>Carte graphique NVIDIA</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Carte graphique Apple</translation>
    </message>
    <message>
        <source>Same as original</source>
        <translation>Comme l’original</translation>
    </message>
    <message>
        <source>Same folder as the photo</source>
        <translation>Dossier de la photo</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>&amp;Processing</source>
        <translation>&amp;Calcul</translation>
    </message>
    <message>
        <source>The mark is in the metadata, not visible in the picture. Archives and photo programs read it; it names the model and your settings.</source>
        <translation>La mention figure dans les métadonnées et ne se voit pas sur l’image. Les archives et les logiciels photo la lisent&#xa0;; elle indique le modèle et vos réglages.</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>&amp;Qualité JPEG/WebP</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Dossier</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>None of the photos that were tried would be colored: they are in color already, have a result, or cannot be read.</source>
        <translation>Aucune des photos essayées ne serait colorisée&#xa0;: elles sont déjà en couleur, ont un résultat ou sont illisibles.</translation>
    </message>
    <message>
        <source>Photos that would be colored appear here, before and after.</source>
        <translation>Les photos qui seraient colorisées apparaissent ici, avant et après.</translation>
    </message>
</context>
<context>
    <name>ProposalStrip</name>
    <message>
        <source>Pasted image</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>surely the same</source>
        <translation>assurément identique</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>peut-être identique</translation>
    </message>
    <message>
        <source>The same thing in other photos</source>
        <translation>La même chose dans d’autres photos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>The same thing? %Ln photos</source>
        <translation>
            <numerusform>La même chose&#xa0;? %Ln photo</numerusform>
            <numerusform>La même chose&#xa0;? %Ln photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the same thing in other photos</source>
        <translation>Recherche de la même chose dans d’autres photos</translation>
    </message>
    <message numerus="yes">
        <source>Use in %Ln photos</source>
        <translation>
            <numerusform>Utiliser dans %Ln photo</numerusform>
            <numerusform>Utiliser dans %Ln photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching: %1 of %2</source>
        <translation>Recherche&#xa0;: %1 sur %2</translation>
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
        <translation>Maj</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Page préc.</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Page suiv.</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
</context>
<context>
    <name>ReadyColors</name>
    <message>
        <source>Skin</source>
        <translation>Peau</translation>
    </message>
    <message>
        <source>fair skin</source>
        <translation>peau très claire</translation>
    </message>
    <message>
        <source>rosy skin</source>
        <translation>peau rosée</translation>
    </message>
    <message>
        <source>light skin</source>
        <translation>peau claire</translation>
    </message>
    <message>
        <source>olive skin</source>
        <translation>peau mate</translation>
    </message>
    <message>
        <source>tanned skin</source>
        <translation>peau bronzée</translation>
    </message>
    <message>
        <source>brown skin</source>
        <translation>peau brune</translation>
    </message>
    <message>
        <source>dark skin</source>
        <translation>peau foncée</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>lèvres</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cheveux</translation>
    </message>
    <message>
        <source>light blond hair</source>
        <translation>cheveux blond clair</translation>
    </message>
    <message>
        <source>golden blond hair</source>
        <translation>cheveux blond doré</translation>
    </message>
    <message>
        <source>red hair</source>
        <translation>cheveux roux</translation>
    </message>
    <message>
        <source>auburn hair</source>
        <translation>cheveux auburn</translation>
    </message>
    <message>
        <source>light brown hair</source>
        <translation>cheveux châtain clair</translation>
    </message>
    <message>
        <source>dark brown hair</source>
        <translation>cheveux châtain foncé</translation>
    </message>
    <message>
        <source>black hair</source>
        <translation>cheveux noirs</translation>
    </message>
    <message>
        <source>gray hair</source>
        <translation>cheveux gris</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Bois</translation>
    </message>
    <message>
        <source>birch</source>
        <translation>bouleau</translation>
    </message>
    <message>
        <source>pine</source>
        <translation>pin</translation>
    </message>
    <message>
        <source>oak</source>
        <translation>chêne</translation>
    </message>
    <message>
        <source>cherry</source>
        <translation>merisier</translation>
    </message>
    <message>
        <source>mahogany</source>
        <translation>acajou</translation>
    </message>
    <message>
        <source>walnut</source>
        <translation>noyer</translation>
    </message>
    <message>
        <source>ebony</source>
        <translation>ébène</translation>
    </message>
    <message>
        <source>weathered wood</source>
        <translation>bois vieilli</translation>
    </message>
    <message>
        <source>Uniforms</source>
        <translation>Uniformes</translation>
    </message>
    <message>
        <source>khaki drill</source>
        <translation>coutil kaki</translation>
    </message>
    <message>
        <source>brown khaki</source>
        <translation>kaki brun</translation>
    </message>
    <message>
        <source>olive drab</source>
        <translation>vert olive</translation>
    </message>
    <message>
        <source>field gray</source>
        <translation>feldgrau</translation>
    </message>
    <message>
        <source>horizon blue</source>
        <translation>bleu horizon</translation>
    </message>
    <message>
        <source>air force blue</source>
        <translation>bleu aviation</translation>
    </message>
    <message>
        <source>navy blue</source>
        <translation>bleu marine</translation>
    </message>
    <message>
        <source>scarlet</source>
        <translation>écarlate</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recen&amp;t</source>
        <translation>Ou&amp;vrir une photo récente</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>Open this photo again</source>
        <translation>Rouvrir cette photo</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Effacer la liste</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>«&#xa0;%1&#xa0;» n’existe plus.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Something is wrong?</source>
        <translation>Quelque chose ne va pas&#xa0;?</translation>
    </message>
    <message>
        <source>Tell us what you did, what happened, and what you expected. Add the lines below; they hold no names of your photos. Kolorit itself sends nothing.</source>
        <translation>Dites-nous ce que vous avez fait, ce qui s’est passé et ce que vous attendiez. Ajoutez les lignes ci-dessous&#xa0;; elles ne contiennent aucun nom de vos photos. Kolorit lui-même n’envoie rien.</translation>
    </message>
    <message>
        <source>The log names your photos; look at it before you send it:</source>
        <translation>Le journal contient les noms de vos photos&#xa0;; relisez-le avant de l’envoyer&#xa0;:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Looks for damage, noise, faded colors and flat tones, and mends what needs it</source>
        <translation>Cherche les défauts, le bruit, les couleurs passées et les tons ternes, et corrige ce qui en a besoin</translation>
    </message>
    <message>
        <source>Single steps, the brush, and what is repaired</source>
        <translation>Les étapes, le pinceau et ce qui est réparé</translation>
    </message>
    <message>
        <source>Single steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Restore automa&amp;tically</source>
        <translation>Restaurer automati&amp;quement</translation>
    </message>
    <message>
        <source>Mark dama&amp;ge</source>
        <translation>Marquer &amp;les défauts</translation>
    </message>
    <message>
        <source>Paint over what was missed; Ctrl erases, Shift draws a straight line</source>
        <translation>Peignez sur les défauts oubliés&#xa0;; Ctrl efface, Maj trace une ligne droite</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Protéger</translation>
    </message>
    <message>
        <source>Paint over what is no damage: it keeps every bit</source>
        <translation>Peignez sur ce qui n’est pas un défaut&#xa0;: rien n’y change</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Also the keys [ and ]</source>
        <translation>Aussi les touches [ et ]</translation>
    </message>
    <message>
        <source>Show repairs</source>
        <translation>Afficher les réparations</translation>
    </message>
    <message>
        <source>not</source>
        <translation>non</translation>
    </message>
    <message>
        <source>outlined</source>
        <translation>en contour</translation>
    </message>
    <message>
        <source>in red</source>
        <translation>en rouge</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>only: %1</source>
        <translation>seulement&#xa0;: %1</translation>
    </message>
    <message>
        <source>all changes</source>
        <translation>tous les changements</translation>
    </message>
    <message>
        <source>What differs between before and after: all that was done, or one step alone</source>
        <translation>Ce qui diffère entre avant et après&#xa0;: tout ce qui a été fait ou une seule étape</translation>
    </message>
    <message>
        <source>Where pixels are changed, and what was invented (key A)</source>
        <translation>Où des pixels changent et ce qui a été inventé (touche A)</translation>
    </message>
    <message>
        <source>Finding %1 of %2</source>
        <translation>Défaut %1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks found</source>
        <translation>
            <numerusform>%Ln défaut trouvé</numerusform>
            <numerusform>%Ln défauts trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more in doubt</source>
        <translation>incertains&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 left alone by size or shade</source>
        <translation>laissés selon taille ou clarté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copy from a place…</source>
        <translation>Copier depuis un endroit…</translation>
    </message>
    <message>
        <source>Copies from the mark</source>
        <translation>Copie depuis le repère</translation>
    </message>
    <message>
        <source>Click the place to copy from</source>
        <translation>Cliquez sur l’endroit à copier</translation>
    </message>
    <message>
        <source>Strokes take their texture from a place that you choose: key S, then a click or Enter, or Ctrl+Shift+click. S or Esc: texture is found by the program again</source>
        <translation>Les coups de pinceau prennent la texture d’un endroit que vous choisissez&#xa0;: touche S, puis clic ou Entrée, ou Ctrl+Maj+clic. S ou Échap&#xa0;: le programme cherche de nouveau la texture</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Dust and scratches</source>
        <translation>Poussières et rayures</translation>
    </message>
    <message>
        <source>Noise and grain</source>
        <translation>Bruit et grain</translation>
    </message>
    <message>
        <source>Faded colors</source>
        <translation>Couleurs passées</translation>
    </message>
    <message>
        <source>Flat tones</source>
        <translation>Tons ternes</translation>
    </message>
    <message>
        <source>Fills dust, hairs and scratches; all else stays bit for bit</source>
        <translation>Efface poussières, poils et rayures&#xa0;; le reste ne change pas d’un bit</translation>
    </message>
    <message>
        <source>Takes out noise, the marks of JPEG and printing screens; less in faces</source>
        <translation>Retire le bruit, les traces de JPEG et les trames d’imprimerie&#xa0;; moins sur les visages</translation>
    </message>
    <message>
        <source>Brings back the dyes of a faded color photo; leaves others alone</source>
        <translation>Ravive les colorants d’une photo en couleur passée&#xa0;; ne touche pas aux autres</translation>
    </message>
    <message>
        <source>Spreads the tones of a flat scan</source>
        <translation>Étale les tons d’une numérisation terne</translation>
    </message>
    <message>
        <source>Repairs are not shown, in no photo.</source>
        <translation>Les réparations ne sont affichées dans aucune photo.</translation>
    </message>
    <message>
        <source>Repairs are outlined, in all photos. A: in red.</source>
        <translation>Les réparations sont en contour dans toutes les photos. A&#xa0;: en rouge.</translation>
    </message>
    <message>
        <source>Repairs are in red, in all photos. A: not shown.</source>
        <translation>Les réparations sont en rouge dans toutes les photos. A&#xa0;: non affichées.</translation>
    </message>
    <message>
        <source>Nothing is repaired in this photo.</source>
        <translation>Rien n’est réparé dans cette photo.</translation>
    </message>
    <message>
        <source>clean: not needed</source>
        <translation>propre&#xa0;: inutile</translation>
    </message>
    <message>
        <source>noise of %1 levels</source>
        <translation>bruit de %1 niveaux</translation>
    </message>
    <message>
        <source>JPEG of quality %1</source>
        <translation>JPEG de qualité %1</translation>
    </message>
    <message>
        <source>a printing screen</source>
        <translation>une trame d’imprimerie</translation>
    </message>
    <message>
        <source>not faded: not needed</source>
        <translation>couleurs non passées&#xa0;: inutile</translation>
    </message>
    <message>
        <source>left: cyan %1 %, magenta %2 %, yellow %3 %</source>
        <translation>reste&#xa0;: cyan %1&#xa0;%, magenta %2&#xa0;%, jaune %3&#xa0;%</translation>
    </message>
    <message>
        <source>%1 % of the tones used</source>
        <translation>%1&#xa0;% des tons utilisés</translation>
    </message>
    <message>
        <source>%1 % of the tones used: not needed</source>
        <translation>%1&#xa0;% des tons utilisés&#xa0;: inutile</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Dust on a print is dark; dust on a negative, and white specks of a print, are light</source>
        <translation>Les poussières d’un tirage sont sombres&#xa0;; celles d’un négatif et les points blancs d’un tirage sont clairs</translation>
    </message>
    <message>
        <source>dark and light marks</source>
        <translation>défauts sombres et clairs</translation>
    </message>
    <message>
        <source>only dark marks</source>
        <translation>seulement les sombres</translation>
    </message>
    <message>
        <source>only light marks</source>
        <translation>seulement les clairs</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Photos to see to</source>
        <translation>Photos à examiner</translation>
    </message>
    <message>
        <source>&amp;Color anyway</source>
        <translation>&amp;Coloriser quand même</translation>
    </message>
    <message>
        <source>Select skipped photos to color them anyway: their results get names of their own, and nothing is replaced.</source>
        <translation>Sélectionnez des photos ignorées pour les coloriser quand même&#xa0;: leurs résultats reçoivent des noms à eux et rien n’est remplacé.</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Save all colored photos into a folder</source>
        <translation>Enregistrer toutes les photos colorisées dans un dossier</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Enregistrée sous «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved in “%1”.</source>
        <translation>
            <numerusform>%Ln photo a été enregistrée dans «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>%Ln photos ont été enregistrées dans «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo was saved.</source>
        <translation>Aucune photo n’a été enregistrée.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved, each beside its original.</source>
        <translation>
            <numerusform>%Ln photo a été enregistrée à côté de son original.</numerusform>
            <numerusform>%Ln photos ont été enregistrées, chacune à côté de son original.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were not saved.</source>
        <translation>
            <numerusform>%Ln photo n’a pas été enregistrée.</numerusform>
            <numerusform>%Ln photos n’ont pas été enregistrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: %1. The filmstrip says why.</source>
        <translation>Non enregistré&#xa0;: %1. La pellicule dit pourquoi.</translation>
    </message>
</context>
<context>
    <name>ScaleNote</name>
    <message>
        <source>Seen at %1 %: grain and noise show at 1:1.</source>
        <translation>Affiché à %1&#xa0;%&#xa0;: le grain et le bruit se jugent à 1:1.</translation>
    </message>
    <message>
        <source>Show the photo&apos;s own pixels</source>
        <translation>Afficher la photo à 1:1</translation>
    </message>
</context>
<context>
    <name>SelectedPhotos</name>
    <message numerus="yes">
        <source>%Ln photos have been changed.</source>
        <translation>
            <numerusform>%Ln photo a été modifiée.</numerusform>
            <numerusform>%Ln photos ont été modifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SeriesColors</name>
    <message numerus="yes">
        <source>Also done in %Ln photos of the same scene.</source>
        <translation>
            <numerusform>Fait aussi dans %Ln photo de la même scène.</numerusform>
            <numerusform>Fait aussi dans %Ln photos de la même scène.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>Kolorit closed unexpectedly. Reopen your photo?</source>
        <translation>Kolorit s’est fermé de façon inattendue. Rouvrir votre photo&#xa0;?</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>What was open last was kept by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>La liste des dernières photos ouvertes vient d’une version plus récente de Kolorit&#xa0;; elle n’est ni utilisée ni modifiée.</translation>
    </message>
    <message>
        <source>This installation of Kolorit is damaged; install it again. The log has the details.</source>
        <translation>Cette installation de Kolorit est endommagée&#xa0;; réinstallez-la. Le journal contient les détails.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Move the split line</source>
        <translation>Déplacer la ligne de séparation</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Déplacer la photo</translation>
    </message>
    <message>
        <source>Place a color hint with the keyboard</source>
        <translation>Placer une indication de couleur au clavier</translation>
    </message>
    <message>
        <source>Color palette: choose, cancel</source>
        <translation>Palette de couleurs&#xa0;: choisir, annuler</translation>
    </message>
    <message>
        <source>Hold to show the original</source>
        <translation>Maintenir pour voir l’original</translation>
    </message>
    <message>
        <source>Brush: change its size</source>
        <translation>Pinceau&#xa0;: changer sa taille</translation>
    </message>
    <message>
        <source>Cropping: move the rectangle</source>
        <translation>Recadrage&#xa0;: déplacer le cadre</translation>
    </message>
    <message>
        <source>Cropping: change its size</source>
        <translation>Recadrage&#xa0;: changer sa taille</translation>
    </message>
    <message>
        <source>Cropping: straighten</source>
        <translation>Recadrage&#xa0;: redresser</translation>
    </message>
    <message>
        <source>Cropping: apply, cancel</source>
        <translation>Recadrage&#xa0;: appliquer, annuler</translation>
    </message>
    <message>
        <source>Delete the selected hint, or take the selected photos off the list</source>
        <translation>Supprimer l’indication choisie ou retirer les photos choisies de la liste</translation>
    </message>
    <message>
        <source>Cancel what is running, close the variations, leave full screen</source>
        <translation>Annuler l’opération en cours, fermer les variantes, quitter le plein écran</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Drag the photo with any tool</source>
        <translation>Déplacer la photo avec n’importe quel outil</translation>
    </message>
    <message>
        <source>%1 + mouse</source>
        <translation>%1 + souris</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>%1, as a number</source>
        <translation>%1, en chiffres</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>another model</source>
        <translation>autre modèle</translation>
    </message>
    <message>
        <source>another variation</source>
        <translation>autre variante</translation>
    </message>
    <message>
        <source>dark or light marks</source>
        <translation>défauts sombres ou clairs</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilité</translation>
    </message>
    <message>
        <source>largest size</source>
        <translation>taille maximale</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>lissage</translation>
    </message>
    <message>
        <source>grain</source>
        <translation>grain</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>ravivage</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>contraste</translation>
    </message>
    <message>
        <source>color strength</source>
        <translation>intensité des couleurs</translation>
    </message>
    <message>
        <source>vividness</source>
        <translation>vivacité</translation>
    </message>
    <message>
        <source>warmth</source>
        <translation>chaleur</translation>
    </message>
    <message>
        <source>color</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>détail</translation>
    </message>
    <message>
        <source>dust and scratches</source>
        <translation>poussières et rayures</translation>
    </message>
    <message>
        <source>noise and grain</source>
        <translation>bruit et grain</translation>
    </message>
    <message>
        <source>faded colors</source>
        <translation>couleurs passées</translation>
    </message>
    <message>
        <source>flat tones</source>
        <translation>tons ternes</translation>
    </message>
    <message>
        <source>restore automatically</source>
        <translation>restauration automatique</translation>
    </message>
    <message>
        <source>brush stroke</source>
        <translation>coup de pinceau</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>défaut</translation>
    </message>
    <message>
        <source>no damage</source>
        <translation>pas un défaut</translation>
    </message>
    <message>
        <source>delete a color hint</source>
        <translation>supprimer une indication de couleur</translation>
    </message>
    <message>
        <source>delete all color hints</source>
        <translation>supprimer toutes les indications de couleur</translation>
    </message>
    <message>
        <source>paste color hints</source>
        <translation>coller des indications de couleur</translation>
    </message>
    <message>
        <source>color hint</source>
        <translation>indication de couleur</translation>
    </message>
    <message>
        <source>move a color hint</source>
        <translation>déplacer une indication de couleur</translation>
    </message>
    <message>
        <source>reach of a color hint</source>
        <translation>portée d’une indication de couleur</translation>
    </message>
    <message>
        <source>rotate left</source>
        <translation>pivoter à gauche</translation>
    </message>
    <message>
        <source>rotate right</source>
        <translation>pivoter à droite</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>effet miroir</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>recadrer</translation>
    </message>
    <message>
        <source>settings for all photos</source>
        <translation>réglages pour toutes les photos</translation>
    </message>
    <message>
        <source>paste settings</source>
        <translation>coller des réglages</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>réinitialiser</translation>
    </message>
    <message>
        <source>color like another photo</source>
        <translation>coloriser comme une autre photo</translation>
    </message>
    <message>
        <source>color hints of another photo</source>
        <translation>indications de couleur d’une autre photo</translation>
    </message>
    <message>
        <source>color of another photo</source>
        <translation>couleur d’une autre photo</translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message>
        <source>As opened</source>
        <translation>Par ordre d’ouverture</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Par date</translation>
    </message>
    <message>
        <source>To review first</source>
        <translation>À vérifier d’abord</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Toutes les photos</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistrées</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Marquées</translation>
    </message>
    <message>
        <source>No edited photos</source>
        <translation>Aucune photo modifiée</translation>
    </message>
    <message>
        <source>No unsaved photos</source>
        <translation>Aucune photo non enregistrée</translation>
    </message>
    <message>
        <source>No flagged photos</source>
        <translation>Aucune photo marquée</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>The order of the open photos</source>
        <translation>L’ordre des photos ouvertes</translation>
    </message>
    <message>
        <source>When it was taken, as the photo says; else when its file was changed</source>
        <translation>Date de prise de vue inscrite dans la photo&#xa0;; sinon, date de modification du fichier</translation>
    </message>
    <message>
        <source>Which of the open photos are in the row</source>
        <translation>Les photos ouvertes à montrer dans la rangée</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected: sliders move for all</source>
        <translation>
            <numerusform>%Ln choisie&#xa0;: les curseurs agissent sur toutes</numerusform>
            <numerusform>%Ln choisies&#xa0;: les curseurs agissent sur toutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln masquée</numerusform>
            <numerusform>%Ln masquées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrongColors</name>
    <message>
        <source>pink</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>jaune</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>turquoise</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violet</translation>
    </message>
    <message>
        <source>This tone is too dark for a strong %1.</source>
        <translation>Cet endroit est trop sombre pour un %1 intense.</translation>
    </message>
    <message>
        <source>This tone is too light for a strong %1.</source>
        <translation>Cet endroit est trop clair pour un %1 intense.</translation>
    </message>
    <message>
        <source>This place is lighter than that color: it gets a tint.</source>
        <translation>Cet endroit est plus clair que cette couleur&#xa0;: il en reçoit un ton plus clair.</translation>
    </message>
    <message>
        <source>This place is darker than that color: it gets a shade.</source>
        <translation>Cet endroit est plus sombre que cette couleur&#xa0;: il en reçoit un ton plus sombre.</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Try at %1 pixels</source>
        <translation>Essayer à %1 pixels</translation>
    </message>
    <message>
        <source>Bring its colors back</source>
        <translation>Raviver ses couleurs</translation>
    </message>
    <message>
        <source>“%1” may be a color photo; it was colorized anyway.</source>
        <translation>«&#xa0;%1&#xa0;» est peut-être déjà en couleur&#xa0;; la photo a tout de même été colorisée.</translation>
    </message>
    <message>
        <source>The image may be in color already; it was colorized anyway.</source>
        <translation>L’image est peut-être déjà en couleur&#xa0;; elle a tout de même été colorisée.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; your photo is unchanged. The log has the details.</source>
        <translation>Une erreur s’est produite dans Kolorit&#xa0;; votre photo est inchangée. Le journal contient les détails.</translation>
    </message>
    <message>
        <source>Stopped. The picture does not show your last change yet.</source>
        <translation>Arrêté. L’image ne montre pas encore votre dernier changement.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>current</source>
        <translation>actuelle</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>standard</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>lisse</translation>
    </message>
    <message>
        <source>detailed</source>
        <translation>détaillée</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>sobre</translation>
    </message>
    <message>
        <source>vivid</source>
        <translation>vive</translation>
    </message>
    <message>
        <source>smooth and vivid</source>
        <translation>lisse et vive</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>The arrow keys move the rectangle, with Shift they change its size. The brackets turn the photo. Enter crops, Escape cancels.</source>
        <translation>Les flèches déplacent le cadre&#xa0;; avec Maj, elles changent sa taille. Les crochets font pivoter la photo. Entrée recadre, Échap annule.</translation>
    </message>
    <message>
        <source>The arrow keys move a cross, Enter chooses the place. With Shift, they move the photo.</source>
        <translation>Les flèches déplacent une croix, Entrée choisit l’endroit. Avec Maj, elles déplacent la photo.</translation>
    </message>
    <message>
        <source>With Shift, the arrow keys move the photo.</source>
        <translation>Avec Maj, les flèches déplacent la photo.</translation>
    </message>
    <message>
        <source>The original is left of the split line, which stands at %1 percent. The arrow keys move the line, with Shift the photo.</source>
        <translation>L’original est à gauche de la ligne de séparation, placée à %1 pour cent. Les flèches déplacent la ligne&#xa0;; avec Maj, la photo.</translation>
    </message>
    <message>
        <source>“%1”, before and after</source>
        <translation>«&#xa0;%1&#xa0;», avant et après</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
</context>
</TS>
