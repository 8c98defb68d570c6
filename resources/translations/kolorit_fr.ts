<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
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
        <translation>Du certain à tout ce qui peut être un défaut ; double-clic pour 50 %</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>How much noise is taken out; judge it at 1:1; double-click for all</source>
        <translation>Quantité de bruit retirée ; à juger à 1:1 ; double-clic pour tout</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Grain conservé</translation>
    </message>
    <message>
        <source>How much film grain stays; judge it at 1:1; double-click for half</source>
        <translation>Part du grain argentique conservée ; à juger à 1:1 ; double-clic pour la moitié</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Récupération</translation>
    </message>
    <message>
        <source>How far the colors come back; double-click for all</source>
        <translation>Jusqu’où les couleurs reviennent ; double-clic pour tout</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>How far the tones are spread; double-click for all</source>
        <translation>Étendue donnée aux tons ; double-clic pour tout</translation>
    </message>
    <message>
        <source>Color &amp;strength</source>
        <translation>&amp;Intensité des couleurs</translation>
    </message>
    <message>
        <source>How much color; double-click for 100 %</source>
        <translation>Quantité de couleur&#xa0;; double-clic pour 100&#xa0;%</translation>
    </message>
    <message>
        <source>V&amp;ividness</source>
        <translation>&amp;Vivacité</translation>
    </message>
    <message>
        <source>Bolder or safer guesses; double-click for 100 %</source>
        <translation>Couleurs plus audacieuses ou plus prudentes&#xa0;; double-clic pour 100&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Chaleur</translation>
    </message>
    <message>
        <source>Cooler or warmer light; double-click for 0</source>
        <translation>Lumière plus froide ou plus chaude&#xa0;; double-clic pour 0</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>Dé&amp;tail</translation>
    </message>
    <message>
        <source>How large the model sees the photo; double-click for its own size</source>
        <translation>Taille à laquelle le modèle voit la photo&#xa0;; double-clic pour sa taille habituelle</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>Earlier systems</source>
        <translation>Systèmes antérieurs</translation>
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
        <source>Runs on this computer’s graphics card (%1)</source>
        <translation>Utilise la carte graphique de cet ordinateur (%1)</translation>
    </message>
    <message>
        <source>Runs on this computer’s processor</source>
        <translation>Utilise le processeur de cet ordinateur</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>&amp;Look at three photos</source>
        <translation>Essa&amp;yer sur trois photos</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Lancer</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Recommencer</translation>
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
        <translation>Voir le &amp;rapport</translation>
    </message>
    <message>
        <source>Try failed ones &amp;again</source>
        <translation>R&amp;éessayer les échecs</translation>
    </message>
    <message>
        <source>&amp;New batch</source>
        <translation>&amp;Nouveau lot</translation>
    </message>
    <message>
        <source>Color whole folders</source>
        <translation>Coloriser des dossiers entiers</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Choose the folders first.</source>
        <translation>Choisissez d’abord les dossiers.</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>par exemple&#xa0;: %1</translation>
    </message>
    <message>
        <source>There are no photos to look at in this folder.</source>
        <translation>Il n’y a pas de photos à essayer dans ce dossier.</translation>
    </message>
    <message>
        <source>Pausing after the photos under way…</source>
        <translation>Pause après les photos en cours…</translation>
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
        <source>Paused.</source>
        <translation>En pause.</translation>
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
    <message numerus="yes">
        <source>Done, but %Ln photos failed.</source>
        <translation>
            <numerusform>Terminé, mais %Ln photo a échoué.</numerusform>
            <numerusform>Terminé, mais %Ln photos ont échoué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Kolorit made a mistake; what was done is kept. The log has the details.</source>
        <translation>Kolorit a commis une erreur&#xa0;; ce qui était fait est conservé. Le journal contient les détails.</translation>
    </message>
    <message>
        <source>Save these rules as</source>
        <translation>Enregistrer ces règles sous</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Folder with the photos</source>
        <translation>Dossier des photos</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <source>all photos; or patterns, as *.tif; 1920/*</source>
        <translation>toutes les photos, ou des motifs&#xa0;: *.tif; 1920/*</translation>
    </message>
    <message>
        <source>nothing; or patterns, as my drafts; *-color*</source>
        <translation>rien, ou des motifs&#xa0;: mes brouillons; *-color*</translation>
    </message>
    <message>
        <source>Also folders &amp;within; their tree is kept</source>
        <translation>&amp;Aussi les sous-dossiers, en gardant l’arborescence</translation>
    </message>
    <message>
        <source>Use settings kept beside &amp;photos instead of these</source>
        <translation>Utiliser plutôt les réglages conservés à &amp;côté des photos</translation>
    </message>
    <message>
        <source>the model’s own</source>
        <translation>celui du modèle</translation>
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
        <source>Restored first</source>
        <translation>Restauré d’abord</translation>
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
        <source>&amp;From</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>&amp;Only</source>
        <translation>Se&amp;ulement</translation>
    </message>
    <message>
        <source>&amp;Except</source>
        <translation>Sau&amp;f</translation>
    </message>
    <message>
        <source>Photos in &amp;color</source>
        <translation>Photos en &amp;couleur</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Des&amp;tination</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Noms</translation>
    </message>
    <message>
        <source>If a result &amp;is there</source>
        <translation>Si un résultat &amp;existe</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>Fo&amp;rmat</translation>
    </message>
    <message>
        <source>&amp;Bits per channel</source>
        <translation>&amp;Bits par canal</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>&amp;Qualité JPEG et WebP</translation>
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
        <source>Smoothing</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Grain conservé</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Récupération</translation>
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
        <source>that of each photo</source>
        <translation>comme chaque photo</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 bits</translation>
    </message>
    <message>
        <source>skip the photo</source>
        <translation>ignorer la photo</translation>
    </message>
    <message>
        <source>use another name</source>
        <translation>utiliser un autre nom</translation>
    </message>
    <message>
        <source>replace the result, never a photo</source>
        <translation>remplacer le résultat, jamais une photo</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>les ignorer</translation>
    </message>
    <message>
        <source>copy them</source>
        <translation>les copier</translation>
    </message>
    <message>
        <source>color them anew</source>
        <translation>les recoloriser</translation>
    </message>
</context>
<context>
    <name>BatchMessages</name>
    <message>
        <source>The disk with the results is full. Make room, then go on.</source>
        <translation>Le disque des résultats est plein. Libérez de la place, puis reprenez.</translation>
    </message>
    <message>
        <source>The folder for the results is gone. Bring it back, then go on.</source>
        <translation>Le dossier des résultats a disparu. Rétablissez-le, puis reprenez.</translation>
    </message>
    <message>
        <source>The folder for the results can no longer be written to.</source>
        <translation>Il n’est plus possible d’écrire dans le dossier des résultats.</translation>
    </message>
    <message>
        <source>The folder with the photos is gone. Bring it back, then go on.</source>
        <translation>Le dossier des photos a disparu. Rétablissez-le, puis reprenez.</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Start Kolorit again, then go on.</source>
        <translation>La carte graphique ne fonctionne plus. Redémarrez Kolorit, puis reprenez.</translation>
    </message>
    <message>
        <source>The machines that color the photos can no longer be reached.</source>
        <translation>Les machines qui colorisent les photos ne répondent plus.</translation>
    </message>
    <message>
        <source>A folder among the results lies on another disk, where no result can be moved to.</source>
        <translation>Un dossier parmi les résultats se trouve sur un autre disque, où aucun résultat ne peut être déplacé.</translation>
    </message>
    <message>
        <source>Several photos in a row failed in the same way. Going on tries them once more.</source>
        <translation>Plusieurs photos de suite ont échoué de la même façon. Continuer les essaie encore une fois.</translation>
    </message>
    <message>
        <source>“%1” is in color already.</source>
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
        <source>A name is needed, such as {stem}.</source>
        <translation>Il faut un nom, comme {stem}.</translation>
    </message>
    <message>
        <source>The braces do not match.</source>
        <translation>Les accolades ne correspondent pas.</translation>
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
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>Looking for photos… %Ln found</source>
        <translation>
            <numerusform>Recherche de photos… %Ln trouvée</numerusform>
            <numerusform>Recherche de photos… %Ln trouvées</numerusform>
        </translation>
    </message>
    <message>
        <source>The results take about %1; %2 are free.</source>
        <translation>Les résultats occuperont environ %1&#xa0;; %2 sont libres.</translation>
    </message>
    <message>
        <source>It takes about %1.</source>
        <translation>Cela prendra environ %1.</translation>
    </message>
    <message>
        <source>That will probably not fit.</source>
        <translation>Cela ne tiendra probablement pas.</translation>
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
            <numerusform>%Ln déjà en couleurs</numerusform>
            <numerusform>%Ln déjà en couleurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln échec</numerusform>
            <numerusform>%Ln échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deserve a look</source>
        <translation>
            <numerusform>%Ln à vérifier</numerusform>
            <numerusform>%Ln à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 sur %2&#xa0;: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos a minute, %1 left</source>
        <translation>
            <numerusform>%Ln photo par minute, encore %1</numerusform>
            <numerusform>%Ln photos par minute, encore %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>Other versions</source>
        <translation>Autres versions</translation>
    </message>
    <message>
        <source>Coloring other versions…</source>
        <translation>Colorisation d’autres versions…</translation>
    </message>
</context>
<context>
    <name>ColorNames</name>
    <message>
        <source>gray</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>pale %1</source>
        <translation>%1 pâle</translation>
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
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violet</translation>
    </message>
</context>
<context>
    <name>ColorSquare</name>
    <message>
        <source>All colors of this lightness; choose with the arrow keys</source>
        <translation>Toutes les couleurs de cette clarté&#xa0;; choisissez avec les flèches</translation>
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
        <source>&amp;Restore the last session</source>
        <translation>&amp;Rétablir la dernière session</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save before and &amp;after…</source>
        <translation>Enregistrer avant et &amp;après…</translation>
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
        <source>Color whole &amp;folders…</source>
        <translation>Colori&amp;ser des dossiers entiers…</translation>
    </message>
    <message>
        <source>Other pa&amp;ge…</source>
        <translation>A&amp;utre page…</translation>
    </message>
    <message>
        <source>&amp;Color again</source>
        <translation>&amp;Coloriser à nouveau</translation>
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
        <source>Set &amp;colors</source>
        <translation>Définir les &amp;couleurs</translation>
    </message>
    <message>
        <source>Cop&amp;y colored photo</source>
        <translation>Copier la &amp;photo colorisée</translation>
    </message>
    <message>
        <source>Apply &amp;sliders to all open photos</source>
        <translation>Appliquer les réglages à &amp;toutes les photos ouvertes</translation>
    </message>
    <message>
        <source>C&amp;opy colors</source>
        <translation>C&amp;opier les couleurs</translation>
    </message>
    <message>
        <source>P&amp;aste colors</source>
        <translation>Co&amp;ller les couleurs</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster à la fenêtre</translation>
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
        <source>Show &amp;doubt</source>
        <translation>Montrer les &amp;doutes</translation>
    </message>
    <message>
        <source>Other &amp;versions</source>
        <translation>Autres v&amp;ersions</translation>
    </message>
    <message>
        <source>Split &amp;line</source>
        <translation>&amp;Ligne de séparation</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Colored only</source>
        <translation>Couleurs &amp;seules</translation>
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
        <source>&amp;Show repairs</source>
        <translation>Montrer les &amp;réparations</translation>
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
        <translation>&amp;Garder et continuer</translation>
    </message>
    <message>
        <source>This is no &amp;damage</source>
        <translation>Ce &amp;n’est pas un défaut</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
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
        <source>Other page</source>
        <translation>Autre page</translation>
    </message>
    <message>
        <source>Page, from 1 to %1:</source>
        <translation>Page, de 1 à %1&#xa0;:</translation>
    </message>
    <message>
        <source>A folder is being colored. Stop after the photos under way? It can go on later.</source>
        <translation>Un dossier est en cours de colorisation. Arrêter après les photos en cours&#xa0;? Vous pourrez reprendre plus tard.</translation>
    </message>
    <message>
        <source>Close Kolorit</source>
        <translation>Fermer Kolorit</translation>
    </message>
    <message>
        <source>What you changed has not been saved. Close all the same?</source>
        <translation>Vos modifications ne sont pas enregistrées. Fermer quand même&#xa0;?</translation>
    </message>
    <message>
        <source>Photos with changes that are not saved: %1. Close all the same?</source>
        <translation>Photos dont les modifications ne sont pas enregistrées&#xa0;: %1. Fermer quand même&#xa0;?</translation>
    </message>
    <message>
        <source>The colors set on this page have not been saved. Turn to another all the same?</source>
        <translation>Les couleurs fixées sur cette page ne sont pas enregistrées. Passer à une autre quand même&#xa0;?</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Save the colored photo</source>
        <translation>Enregistrer la photo colorisée</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Hold on…</source>
        <translation>Patientez…</translation>
    </message>
    <message>
        <source>Drag out</source>
        <translation>Glisser ailleurs</translation>
    </message>
    <message>
        <source>Drag the colored photo to a folder or a program; click to save</source>
        <translation>Glissez la photo colorisée vers un dossier ou un programme&#xa0;; clic pour enregistrer</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop a black-and-white photo here</source>
        <translation>Déposez ici une photo en noir et blanc</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP or TIFF. Your photo stays on this computer, and untouched.</source>
        <translation>JPEG, PNG, WebP ou TIFF. Votre photo reste sur cet ordinateur, intacte.</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Choisir une photo…</translation>
    </message>
</context>
<context>
    <name>EngineMessages</name>
    <message>
        <source>This computer has no device “%1”.</source>
        <translation>Cet ordinateur n’a pas de périphérique «&#xa0;%1&#xa0;».</translation>
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
        <source>The settings beside “%1” were written by a newer version of Kolorit; they are not used and not changed.</source>
        <translation>Les réglages à côté de «&#xa0;%1&#xa0;» ont été écrits par une version plus récente de Kolorit&#xa0;; ils ne sont ni utilisés ni modifiés.</translation>
    </message>
    <message>
        <source>Something went wrong. The log has the details.</source>
        <translation>Quelque chose n’a pas fonctionné. Le journal contient les détails.</translation>
    </message>
    <message>
        <source>Color it anyway</source>
        <translation>La coloriser quand même</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Start Kolorit again, or choose the processor in the preferences.</source>
        <translation>La carte graphique ne fonctionne plus. Redémarrez Kolorit ou choisissez le processeur dans les préférences.</translation>
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
        <translation>Ceci est la page %1 sur %2.</translation>
    </message>
    <message>
        <source>more than 16 bits per channel</source>
        <translation>plus de 16 bits par canal</translation>
    </message>
    <message>
        <source>further channels</source>
        <translation>les autres canaux</translation>
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
        <translation>«&#xa0;%1&#xa0;» n’est plus là.</translation>
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
        <source>“%1” is not a photo in a format that this version reads.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une photo dans un format que cette version sait lire.</translation>
    </message>
    <message>
        <source>“%1” is damaged or incomplete. Copy or scan it again.</source>
        <translation>«&#xa0;%1&#xa0;» est endommagé ou incomplet. Copiez-le ou numérisez-le à nouveau.</translation>
    </message>
    <message>
        <source>“%1” has pixels of a kind that is not read. Save it in RGB with 16 bits first.</source>
        <translation>«&#xa0;%1&#xa0;» a des pixels d’un type non lu. Enregistrez-le d’abord en RVB 16 bits.</translation>
    </message>
    <message>
        <source>“%1” is compressed in a way that is not read. Save it with LZW or ZIP first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise une compression non lue. Enregistrez-le d’abord en LZW ou ZIP.</translation>
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
        <source>“%1” is in color already; coloring it would replace its colors.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà en couleur&#xa0;; la coloriser remplacerait ses couleurs.</translation>
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
        <translation>Vous n’avez pas le droit d’enregistrer «&#xa0;%1&#xa0;» ici. Choisissez un autre dossier.</translation>
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
        <translation>La grappe «&#xa0;%1&#xa0;» est injoignable.</translation>
    </message>
    <message>
        <source>“%1” holds the photos. Choose another folder for the results.</source>
        <translation>«&#xa0;%1&#xa0;» contient les photos. Choisissez un autre dossier pour les résultats.</translation>
    </message>
    <message>
        <source>“%1” is not there. Choose another folder with photos.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas là. Choisissez un autre dossier de photos.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another folder for the results.</source>
        <translation>Impossible d’écrire dans «&#xa0;%1&#xa0;». Choisissez un autre dossier pour les résultats.</translation>
    </message>
    <message>
        <source>“%1” holds an unfinished conversion. Going on keeps its settings; beginning anew takes those below.</source>
        <translation>«&#xa0;%1&#xa0;» contient une conversion inachevée. Continuer garde ses réglages&#xa0;; recommencer prend ceux d’en dessous.</translation>
    </message>
    <message>
        <source>“%1” holds a conversion with other settings. Choose another folder.</source>
        <translation>«&#xa0;%1&#xa0;» contient un travail aux réglages différents. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>“%1” holds no conversion that could go on.</source>
        <translation>«&#xa0;%1&#xa0;» ne contient aucun travail à reprendre.</translation>
    </message>
    <message>
        <source>The plan of the conversion in “%1” is damaged. Begin anew.</source>
        <translation>Le plan du travail dans «&#xa0;%1&#xa0;» est endommagé. Recommencez.</translation>
    </message>
    <message>
        <source>“%1” holds a conversion of a newer version of Kolorit, which is not changed. Choose another folder.</source>
        <translation>«&#xa0;%1&#xa0;» contient un travail d’une version plus récente de Kolorit, qui n’est pas modifié. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Another conversion is writing to “%1”. Wait until it has ended.</source>
        <translation>Un autre travail écrit dans «&#xa0;%1&#xa0;». Attendez qu’il soit terminé.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Open photos</source>
        <translation>Photos ouvertes</translation>
    </message>
    <message>
        <source>Pasted picture</source>
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
    <name>HintPalette</name>
    <message>
        <source>Colors for this place</source>
        <translation>Couleurs pour cet endroit</translation>
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
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Plausible here</source>
        <translation>Plausibles ici</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récentes</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1, %2 likely</source>
        <translation>%1, probabilité de %2</translation>
    </message>
</context>
<context>
    <name>HintSection</name>
    <message>
        <source>Set &amp;colors in the photo</source>
        <translation>Définir les c&amp;ouleurs sur la photo</translation>
    </message>
    <message>
        <source>Colors you set</source>
        <translation>Couleurs définies</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Remove &amp;all</source>
        <translation>To&amp;ut retirer</translation>
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
        <source>Click a spot and choose its color; the whole object follows.</source>
        <translation>Cliquez sur un point et choisissez sa couleur&#xa0;; tout l’objet suit.</translation>
    </message>
    <message>
        <source>This model cannot be told colors. Choose another one for that.</source>
        <translation>On ne peut pas indiquer de couleurs à ce modèle. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>%1 at %2 %, %3 %</source>
        <translation>%1 à %2&#xa0;%, %3&#xa0;%</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The photo is still being saved; Kolorit closes after that.</source>
        <translation>La photo est en cours d’enregistrement&#xa0;; Kolorit se fermera ensuite.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Other page…</source>
        <translation>Autre page…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
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
        <translation>Aussi naturel que kolorit en moins de la moitié du temps, pour les ordinateurs anciens&#xa0;; accepte les indications de couleur.</translation>
    </message>
    <message>
        <source>Skies, trees, houses and streets in muted color; people stay brownish. Small and quick.</source>
        <translation>Ciels, arbres, maisons et rues en couleurs sourdes&#xa0;; les personnes restent brunâtres. Petit et rapide.</translation>
    </message>
    <message>
        <source>Told by a second network what the photo shows; still nearly sepia. To compare with.</source>
        <translation>Un second réseau lui dit ce que montre la photo&#xa0;; presque sépia malgré tout. Pour comparer.</translation>
    </message>
    <message>
        <source>Taught by three critics, too briefly: misplaced orange and blue. To compare with.</source>
        <translation>Formé par trois critiques, trop brièvement&#xa0;: de l’orange et du bleu mal placés. Pour comparer.</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>There are no photos in “%1”.</source>
        <translation>Il n’y a pas de photos dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>Ouvrir toutes les photos d’un dossier</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>“%1” no longer has page %2; its largest page is shown.</source>
        <translation>«&#xa0;%1&#xa0;» n’a plus de page %2&#xa0;; la plus grande page est affichée.</translation>
    </message>
    <message>
        <source>“%1” has changed since its colors were set; they may no longer fit.</source>
        <translation>«&#xa0;%1&#xa0;» a changé depuis que ses couleurs ont été choisies&#xa0;; elles ne conviennent peut-être plus.</translation>
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
        <source>&amp;Note in the file that its colors are synthetic</source>
        <translation>Si&amp;gnaler les couleurs synthétiques dans le fichier</translation>
    </message>
    <message>
        <source>Folder for colored photos</source>
        <translation>Dossier des photos colorisées</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
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
        <source>Fastest there is</source>
        <translation>Le plus rapide disponible</translation>
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
        <source>Same as the photo</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>Beside each photo</source>
        <translation>À côté de chaque photo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
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
        <source>Color &amp;on</source>
        <translation>Coloriser &amp;sur</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>The note is invisible: archives and photo programs read it from the metadata. It names the model and your settings.</source>
        <translation>La note est invisible&#xa0;: les archives et les logiciels photo la lisent dans les métadonnées. Elle indique le modèle et vos réglages.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>&amp;Qualité JPEG et WebP</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>as below</source>
        <translation>comme ci-dessous</translation>
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
    <name>RestoreSection</name>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Looks for damage, noise, faded colors and flat tones, and mends what needs it</source>
        <translation>Cherche défauts, bruit, couleurs passées et tons ternes, et corrige ce qui en a besoin</translation>
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
        <translation>Peignez ce qui a été manqué ; Ctrl efface, Maj trace une droite</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Protéger</translation>
    </message>
    <message>
        <source>Paint over what is no damage: it keeps every bit</source>
        <translation>Peignez ce qui n’est pas un défaut : rien n’y change</translation>
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
        <translation>Voir les réparations</translation>
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
        <source>Where pixels are changed, and what was invented (key A)</source>
        <translation>Où des pixels changent, et ce qui est inventé (touche A)</translation>
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
        <translation>%1 autres douteux</translation>
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
        <translation>Comble poussières, poils et rayures ; le reste ne change pas d’un bit</translation>
    </message>
    <message>
        <source>Takes out noise, the marks of JPEG and printing screens; less in faces</source>
        <translation>Retire bruit, traces de JPEG et trames d’imprimerie ; moins sur les visages</translation>
    </message>
    <message>
        <source>Brings back the dyes of a faded color photo; leaves others alone</source>
        <translation>Ravive les colorants d’une photo couleur passée ; ne touche pas les autres</translation>
    </message>
    <message>
        <source>Spreads the tones of a flat scan</source>
        <translation>Étend les tons d’un scan terne</translation>
    </message>
    <message>
        <source>clean: not needed</source>
        <translation>propre : inutile</translation>
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
        <translation>non passée : inutile</translation>
    </message>
    <message>
        <source>left: cyan %1 %, magenta %2 %, yellow %3 %</source>
        <translation>reste : cyan %1 %, magenta %2 %, jaune %3 %</translation>
    </message>
    <message>
        <source>%1 % of the tones used</source>
        <translation>%1 % des tons utilisés</translation>
    </message>
    <message>
        <source>%1 % of the tones used: not needed</source>
        <translation>%1 % des tons utilisés : inutile</translation>
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
    <message>
        <source>Stopped. Photos saved: %1. Photos not saved: %2.</source>
        <translation>Arrêté. Photos enregistrées&#xa0;: %1. Photos non enregistrées&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were not saved: see the filmstrip for the reasons.</source>
        <translation>
            <numerusform>%Ln photo n’a pas été enregistrée&#xa0;: la bande de photos dit pourquoi.</numerusform>
            <numerusform>%Ln photos n’ont pas été enregistrées&#xa0;: la bande de photos dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos saved: %1.</source>
        <translation>Photos enregistrées&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>ScaleNote</name>
    <message>
        <source>Seen at %1 %: grain and noise show at 1:1.</source>
        <translation>Vu à %1 % : le grain et le bruit se jugent à 1:1.</translation>
    </message>
    <message>
        <source>Show the photo&apos;s own pixels</source>
        <translation>Montrer les pixels de la photo</translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>Kolorit ended unexpectedly while a photo was open.</source>
        <translation>Kolorit s’est arrêté de façon inattendue alors qu’une photo était ouverte.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>La rouvrir</translation>
    </message>
    <message>
        <source>Kolorit ended unexpectedly. Photos that were open: %1.</source>
        <translation>Kolorit s’est arrêté de façon inattendue. Photos qui étaient ouvertes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Open them again</source>
        <translation>Les rouvrir</translation>
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
        <source>Aim at a place, and set its color</source>
        <translation>Viser un endroit et fixer sa couleur</translation>
    </message>
    <message>
        <source>Show the original while held</source>
        <translation>Voir l’original tant que la touche est tenue</translation>
    </message>
    <message>
        <source>Drag the photo with any tool</source>
        <translation>Déplacer la photo avec tout outil</translation>
    </message>
    <message>
        <source>%1 + mouse</source>
        <translation>%1 + souris</translation>
    </message>
    <message>
        <source>Remove the chosen color, or close the chosen photos</source>
        <translation>Retirer la couleur choisie ou fermer les photos choisies</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Arrêter ce qui est en cours</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
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
        <source>another version</source>
        <translation>autre version</translation>
    </message>
    <message>
        <source>remove a color</source>
        <translation>retirer une couleur</translation>
    </message>
    <message>
        <source>remove all colors</source>
        <translation>retirer toutes les couleurs</translation>
    </message>
    <message>
        <source>paste colors</source>
        <translation>coller des couleurs</translation>
    </message>
    <message>
        <source>set a color</source>
        <translation>définir une couleur</translation>
    </message>
    <message>
        <source>move a color</source>
        <translation>déplacer une couleur</translation>
    </message>
    <message>
        <source>reach of a color</source>
        <translation>portée d’une couleur</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilité</translation>
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
        <translation>récupération</translation>
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
        <source>sliders of another photo</source>
        <translation>réglages d’une autre photo</translation>
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
        <source>no damage</source>
        <translation>pas un défaut</translation>
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
        <source>“%1” may be in color already; it was colored all the same.</source>
        <translation>«&#xa0;%1&#xa0;» est peut-être déjà en couleur&#xa0;; la photo a tout de même été colorisée.</translation>
    </message>
    <message>
        <source>The picture may be in color already; it was colored all the same.</source>
        <translation>L’image est peut-être déjà en couleur&#xa0;; elle a tout de même été colorisée.</translation>
    </message>
    <message>
        <source>Stopped. The picture does not show your last change yet.</source>
        <translation>Arrêté. L’image ne montre pas encore votre dernier changement.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Kolorit made a mistake; your photo is as it was. The log has the details.</source>
        <translation>Kolorit a commis une erreur&#xa0;; votre photo est inchangée. Le journal contient les détails.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>usual</source>
        <translation>habituelle</translation>
    </message>
    <message>
        <source>sees the whole</source>
        <translation>voit l’ensemble</translation>
    </message>
    <message>
        <source>sees details</source>
        <translation>voit les détails</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>sobre</translation>
    </message>
    <message>
        <source>lively</source>
        <translation>vive</translation>
    </message>
    <message>
        <source>whole, lively</source>
        <translation>ensemble, vive</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
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
</context>
</TS>
