<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Activities</name>
    <message>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Buscando daños…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restaurando…</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Coloreando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Saving… Photos left: %1</source>
        <translation>Guardando… Fotos que faltan: %1</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>From what is certain to all that may be damage; double-click for 50 %</source>
        <translation>De lo seguro a todo lo que puede ser un daño; doble clic para 50 %</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>How much noise is taken out; judge it at 1:1; double-click for all</source>
        <translation>Cuánto ruido se quita; júzguelo a 1:1; doble clic para todo</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Grano conservado</translation>
    </message>
    <message>
        <source>How much film grain stays; judge it at 1:1; double-click for half</source>
        <translation>Cuánto grano de la película queda; júzguelo a 1:1; doble clic para la mitad</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Recuperación</translation>
    </message>
    <message>
        <source>How far the colors come back; double-click for all</source>
        <translation>Hasta dónde vuelven los colores; doble clic para todo</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>How far the tones are spread; double-click for all</source>
        <translation>Hasta dónde se extienden los tonos; doble clic para todo</translation>
    </message>
    <message>
        <source>Color &amp;strength</source>
        <translation>&amp;Intensidad del color</translation>
    </message>
    <message>
        <source>How much color; double-click for 100 %</source>
        <translation>Cuánto color; doble clic para 100&#xa0;%</translation>
    </message>
    <message>
        <source>V&amp;ividness</source>
        <translation>Vive&amp;za</translation>
    </message>
    <message>
        <source>Bolder or safer guesses; double-click for 100 %</source>
        <translation>Colores más atrevidos o más prudentes; doble clic para 100&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Calidez</translation>
    </message>
    <message>
        <source>Cooler or warmer light; double-click for 0</source>
        <translation>Luz más fría o más cálida; doble clic para 0</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Detalle</translation>
    </message>
    <message>
        <source>How large the model sees the photo; double-click for its own size</source>
        <translation>A qué tamaño ve la foto el modelo; doble clic para su tamaño propio</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>Earlier systems</source>
        <translation>Sistemas anteriores</translation>
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
        <translation>Funciona en la tarjeta gráfica de este equipo (%1)</translation>
    </message>
    <message>
        <source>Runs on this computer’s processor</source>
        <translation>Funciona en el procesador de este equipo</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>&amp;Look at three photos</source>
        <translation>&amp;Probar con tres fotos</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Inicia&amp;r</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Abrir la &amp;carpeta</translation>
    </message>
    <message>
        <source>Show &amp;report</source>
        <translation>Ver el &amp;informe</translation>
    </message>
    <message>
        <source>Try failed ones &amp;again</source>
        <translation>&amp;Reintentar los fallidos</translation>
    </message>
    <message>
        <source>&amp;New batch</source>
        <translation>&amp;Nuevo lote</translation>
    </message>
    <message>
        <source>Color whole folders</source>
        <translation>Colorear carpetas enteras</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Choose the folders first.</source>
        <translation>Elija primero las carpetas.</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>por ejemplo: %1</translation>
    </message>
    <message>
        <source>There are no photos to look at in this folder.</source>
        <translation>En esta carpeta no hay fotos con las que probar.</translation>
    </message>
    <message>
        <source>Pausing after the photos under way…</source>
        <translation>Pausa tras las fotos en curso…</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>«%1» se escribió con una versión más reciente de Kolorit; ni se usa ni se cambia.</translation>
    </message>
    <message>
        <source>Coloring…</source>
        <translation>Coloreando…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>All photos are done.</source>
        <translation>Todas las fotos están listas.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %Ln photos remain.</source>
        <translation>
            <numerusform>Detenido; queda %Ln foto.</numerusform>
            <numerusform>Detenido; quedan %Ln fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed.</source>
        <translation>
            <numerusform>Listo, pero ha fallado %Ln foto.</numerusform>
            <numerusform>Listo, pero han fallado %Ln fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Kolorit made a mistake; what was done is kept. The log has the details.</source>
        <translation>Kolorit ha cometido un error; lo hecho se conserva. Los detalles están en el registro.</translation>
    </message>
    <message>
        <source>Save these rules as</source>
        <translation>Guardar estas reglas como</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Folder with the photos</source>
        <translation>Carpeta con las fotos</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Carpeta para los resultados</translation>
    </message>
    <message>
        <source>all photos; or patterns, as *.tif; 1920/*</source>
        <translation>todas las fotos; o patrones, como *.tif; 1920/*</translation>
    </message>
    <message>
        <source>nothing; or patterns, as my drafts; *-color*</source>
        <translation>nada; o patrones, como mis borradores; *-color*</translation>
    </message>
    <message>
        <source>Also folders &amp;within; their tree is kept</source>
        <translation>También s&amp;ubcarpetas, con su misma estructura</translation>
    </message>
    <message>
        <source>Use settings kept beside &amp;photos instead of these</source>
        <translation>Usar los ajustes guardados &amp;junto a las fotos en lugar de estos</translation>
    </message>
    <message>
        <source>the model’s own</source>
        <translation>el propio del modelo</translation>
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
        <translation>Antes se restaura</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Origen</translation>
    </message>
    <message>
        <source>&amp;Only</source>
        <translation>&amp;Solo</translation>
    </message>
    <message>
        <source>&amp;Except</source>
        <translation>E&amp;xcepto</translation>
    </message>
    <message>
        <source>Photos in &amp;color</source>
        <translation>Fotos en &amp;color</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Des&amp;tino</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>If a result &amp;is there</source>
        <translation>Si ya &amp;existe un resultado</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Bits per channel</source>
        <translation>&amp;Bits por canal</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>C&amp;alidad de JPEG y WebP</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Grain kept</source>
        <translation>Grano conservado</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Recuperación</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Color stren&amp;gth</source>
        <translation>&amp;Intensidad del color</translation>
    </message>
    <message>
        <source>&amp;Vividness</source>
        <translation>Vi&amp;veza</translation>
    </message>
    <message>
        <source>W&amp;armth</source>
        <translation>Calide&amp;z</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Detalle</translation>
    </message>
    <message>
        <source>that of each photo</source>
        <translation>el de cada foto</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 bits</translation>
    </message>
    <message>
        <source>skip the photo</source>
        <translation>omitir la foto</translation>
    </message>
    <message>
        <source>use another name</source>
        <translation>usar otro nombre</translation>
    </message>
    <message>
        <source>replace the result, never a photo</source>
        <translation>sustituir el resultado, nunca una foto</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>omitirlas</translation>
    </message>
    <message>
        <source>copy them</source>
        <translation>copiarlas</translation>
    </message>
    <message>
        <source>color them anew</source>
        <translation>colorearlas de nuevo</translation>
    </message>
</context>
<context>
    <name>BatchMessages</name>
    <message>
        <source>The disk with the results is full. Make room, then go on.</source>
        <translation>El disco de los resultados está lleno. Libere espacio y siga.</translation>
    </message>
    <message>
        <source>The folder for the results is gone. Bring it back, then go on.</source>
        <translation>La carpeta de los resultados ya no está. Recupérela y siga.</translation>
    </message>
    <message>
        <source>The folder for the results can no longer be written to.</source>
        <translation>Ya no se puede escribir en la carpeta de los resultados.</translation>
    </message>
    <message>
        <source>The folder with the photos is gone. Bring it back, then go on.</source>
        <translation>La carpeta de las fotos ya no está. Recupérela y siga.</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Start Kolorit again, then go on.</source>
        <translation>La tarjeta gráfica ha dejado de funcionar. Vuelva a iniciar Kolorit y siga.</translation>
    </message>
    <message>
        <source>The machines that color the photos can no longer be reached.</source>
        <translation>Ya no se puede acceder a los equipos que colorean las fotos.</translation>
    </message>
    <message>
        <source>A folder among the results lies on another disk, where no result can be moved to.</source>
        <translation>Una carpeta entre los resultados está en otro disco, al que no se puede mover ningún resultado.</translation>
    </message>
    <message>
        <source>Several photos in a row failed in the same way. Going on tries them once more.</source>
        <translation>Varias fotos seguidas han fallado de la misma manera. Si se continúa, se intentan una vez más.</translation>
    </message>
    <message>
        <source>“%1” is in color already.</source>
        <translation>«%1» ya está en color.</translation>
    </message>
    <message>
        <source>“%1” has a result already.</source>
        <translation>«%1» ya tiene un resultado.</translation>
    </message>
    <message>
        <source>“%1” failed; the report says why.</source>
        <translation>«%1» ha fallado; el informe dice por qué.</translation>
    </message>
    <message>
        <source>A name is needed, such as {stem}.</source>
        <translation>Hace falta un nombre, como {stem}.</translation>
    </message>
    <message>
        <source>The braces do not match.</source>
        <translation>Las llaves no casan.</translation>
    </message>
    <message>
        <source>The variables are %1.</source>
        <translation>Las variables son %1.</translation>
    </message>
    <message>
        <source>Only a width can be given, as in {n:04}.</source>
        <translation>Solo se puede indicar un ancho, como en {n:04}.</translation>
    </message>
    <message>
        <source>Names cannot have these: %2</source>
        <translation>Los nombres no pueden contener: %2</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>Looking for photos… %Ln found</source>
        <translation>
            <numerusform>Buscando fotos… %Ln encontrada</numerusform>
            <numerusform>Buscando fotos… %Ln encontradas</numerusform>
        </translation>
    </message>
    <message>
        <source>The results take about %1; %2 are free.</source>
        <translation>Los resultados ocuparán unos %1; hay %2 libres.</translation>
    </message>
    <message>
        <source>It takes about %1.</source>
        <translation>Tardará unos %1.</translation>
    </message>
    <message>
        <source>That will probably not fit.</source>
        <translation>Probablemente no quepan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colored</source>
        <translation>
            <numerusform>%Ln coloreada</numerusform>
            <numerusform>%Ln coloreadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copied</source>
        <translation>
            <numerusform>%Ln copiada</numerusform>
            <numerusform>%Ln copiadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln omitida</numerusform>
            <numerusform>%Ln omitidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in color already</source>
        <translation>
            <numerusform>%Ln ya en color</numerusform>
            <numerusform>%Ln ya en color</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fallida</numerusform>
            <numerusform>%Ln fallidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deserve a look</source>
        <translation>
            <numerusform>%Ln merece un vistazo</numerusform>
            <numerusform>%Ln merecen un vistazo</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 de %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos a minute, %1 left</source>
        <translation>
            <numerusform>%Ln foto por minuto; quedan %1</numerusform>
            <numerusform>%Ln fotos por minuto; quedan %1</numerusform>
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
        <translation>Otras versiones</translation>
    </message>
    <message>
        <source>Coloring other versions…</source>
        <translation>Coloreando otras versiones…</translation>
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
        <translation>%1 pálido</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>rosa</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rojo</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>naranja</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>amarillo</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>turquesa</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>morado</translation>
    </message>
</context>
<context>
    <name>ColorSquare</name>
    <message>
        <source>All colors of this lightness; choose with the arrow keys</source>
        <translation>Todos los colores de esta luminosidad; elija con las flechas</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rehacer: %1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Rest&amp;ore</source>
        <translation>&amp;Restauración</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>&amp;Restore the last session</source>
        <translation>&amp;Restaurar la última sesión</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Guardar como…</translation>
    </message>
    <message>
        <source>Save before and &amp;after…</source>
        <translation>Guardar antes y &amp;después…</translation>
    </message>
    <message>
        <source>&amp;Keep settings beside the photo</source>
        <translation>Guardar a&amp;justes junto a la foto</translation>
    </message>
    <message>
        <source>Save a&amp;ll…</source>
        <translation>Guardar &amp;todo…</translation>
    </message>
    <message>
        <source>Color whole &amp;folders…</source>
        <translation>Colorear carpetas &amp;enteras…</translation>
    </message>
    <message>
        <source>Other pa&amp;ge…</source>
        <translation>Otra pági&amp;na…</translation>
    </message>
    <message>
        <source>&amp;Color again</source>
        <translation>Co&amp;lorear de nuevo</translation>
    </message>
    <message>
        <source>Close p&amp;hoto</source>
        <translation>Cerrar f&amp;oto</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Pre&amp;ferencias…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Set &amp;colors</source>
        <translation>Fijar &amp;colores</translation>
    </message>
    <message>
        <source>Cop&amp;y colored photo</source>
        <translation>Copiar la &amp;foto coloreada</translation>
    </message>
    <message>
        <source>Apply &amp;sliders to all open photos</source>
        <translation>&amp;Aplicar los ajustes a todas las fotos abiertas</translation>
    </message>
    <message>
        <source>C&amp;opy colors</source>
        <translation>C&amp;opiar colores</translation>
    </message>
    <message>
        <source>P&amp;aste colors</source>
        <translation>&amp;Pegar colores</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Ajustar a la ventana</translation>
    </message>
    <message>
        <source>&amp;Actual size (1:1)</source>
        <translation>&amp;Tamaño real (1:1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ace&amp;rcar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Al&amp;ejar</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>Foto &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>Foto anter&amp;ior</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>Show &amp;doubt</source>
        <translation>Mostrar &amp;dudas</translation>
    </message>
    <message>
        <source>Other &amp;versions</source>
        <translation>&amp;Otras versiones</translation>
    </message>
    <message>
        <source>Split &amp;line</source>
        <translation>Lí&amp;nea divisoria</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Lado a lado</translation>
    </message>
    <message>
        <source>&amp;Colored only</source>
        <translation>Solo en &amp;color</translation>
    </message>
    <message>
        <source>Restore &amp;automatically</source>
        <translation>Restaurar &amp;automáticamente</translation>
    </message>
    <message>
        <source>&amp;Mark damage</source>
        <translation>&amp;Marcar daños</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Proteger</translation>
    </message>
    <message>
        <source>&amp;Show repairs</source>
        <translation>Mostrar las &amp;reparaciones</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Siguiente hallazgo</translation>
    </message>
    <message>
        <source>Pre&amp;vious finding</source>
        <translation>Hallazgo an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Keep finding, go on</source>
        <translation>&amp;Conservar y seguir</translation>
    </message>
    <message>
        <source>This is no &amp;damage</source>
        <translation>Esto no es un &amp;daño</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
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
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Abrir fotos</translation>
    </message>
    <message>
        <source>Other page</source>
        <translation>Otra página</translation>
    </message>
    <message>
        <source>Page, from 1 to %1:</source>
        <translation>Página, de 1 a %1:</translation>
    </message>
    <message>
        <source>A folder is being colored. Stop after the photos under way? It can go on later.</source>
        <translation>Se está coloreando una carpeta. ¿Detener tras las fotos en curso? Se puede seguir más tarde.</translation>
    </message>
    <message>
        <source>Close Kolorit</source>
        <translation>Cerrar Kolorit</translation>
    </message>
    <message>
        <source>What you changed has not been saved. Close all the same?</source>
        <translation>Los cambios no se han guardado. ¿Cerrar de todos modos?</translation>
    </message>
    <message>
        <source>Photos with changes that are not saved: %1. Close all the same?</source>
        <translation>Fotos con cambios sin guardar: %1. ¿Cerrar de todos modos?</translation>
    </message>
    <message>
        <source>The colors set on this page have not been saved. Turn to another all the same?</source>
        <translation>Los colores fijados en esta página no se han guardado. ¿Pasar a otra de todos modos?</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save the colored photo</source>
        <translation>Guardar la foto coloreada</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Hold on…</source>
        <translation>Espere…</translation>
    </message>
    <message>
        <source>Drag out</source>
        <translation>Arrastrar fuera</translation>
    </message>
    <message>
        <source>Drag the colored photo to a folder or a program; click to save</source>
        <translation>Arrastre la foto coloreada a una carpeta o un programa; clic para guardar</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop a black-and-white photo here</source>
        <translation>Suelte aquí una foto en blanco y negro</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP or TIFF. Your photo stays on this computer, and untouched.</source>
        <translation>JPEG, PNG, WebP o TIFF. Su foto no sale de este equipo y queda intacta.</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Elegir una foto…</translation>
    </message>
</context>
<context>
    <name>EngineMessages</name>
    <message>
        <source>This computer has no device “%1”.</source>
        <translation>Este equipo no tiene el dispositivo «%1».</translation>
    </message>
    <message>
        <source>There was not enough memory. Close other programs, or try a smaller size.</source>
        <translation>No hay memoria suficiente. Cierre otros programas o pruebe un tamaño menor.</translation>
    </message>
    <message>
        <source>The file could not be signed.</source>
        <translation>No se ha podido firmar el archivo.</translation>
    </message>
    <message>
        <source>The settings beside “%1” were written by a newer version of Kolorit; they are not used and not changed.</source>
        <translation>Los ajustes junto a «%1» se escribieron con una versión más reciente de Kolorit; ni se usan ni se cambian.</translation>
    </message>
    <message>
        <source>Something went wrong. The log has the details.</source>
        <translation>Algo ha fallado. Los detalles están en el registro.</translation>
    </message>
    <message>
        <source>Color it anyway</source>
        <translation>Colorearla de todos modos</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Start Kolorit again, or choose the processor in the preferences.</source>
        <translation>La tarjeta gráfica ha dejado de funcionar. Vuelva a iniciar Kolorit o elija el procesador en las preferencias.</translation>
    </message>
    <message>
        <source>The model “%1” needs a newer version of Kolorit.</source>
        <translation>El modelo «%1» necesita una versión más reciente de Kolorit.</translation>
    </message>
    <message>
        <source>The model “%1” is damaged. Choose another one.</source>
        <translation>El modelo «%1» está dañado. Elija otro.</translation>
    </message>
    <message>
        <source>The models are missing. Install Kolorit again.</source>
        <translation>Faltan los modelos. Vuelva a instalar Kolorit.</translation>
    </message>
    <message>
        <source>There is no model “%1”. Choose another one.</source>
        <translation>No hay ningún modelo «%1». Elija otro.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another model.</source>
        <translation>Este modelo no admite indicaciones de color. Elija otro.</translation>
    </message>
    <message>
        <source>This model’s vividness cannot be changed. Choose another model.</source>
        <translation>La viveza de este modelo no se puede cambiar. Elija otro.</translation>
    </message>
    <message>
        <source>This is page %1 of %2.</source>
        <translation>Esta es la página %1 de %2.</translation>
    </message>
    <message>
        <source>more than 16 bits per channel</source>
        <translation>más de 16 bits por canal</translation>
    </message>
    <message>
        <source>further channels</source>
        <translation>otros canales</translation>
    </message>
    <message>
        <source>the other pages</source>
        <translation>las demás páginas</translation>
    </message>
    <message>
        <source>its unusable color profile</source>
        <translation>su perfil de color inservible</translation>
    </message>
    <message>
        <source>damaged metadata</source>
        <translation>metadatos dañados</translation>
    </message>
    <message>
        <source>Opened without: %1.</source>
        <translation>Abierta sin: %1.</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>«%1» ya no está ahí.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Drop the photos inside it.</source>
        <translation>«%1» es una carpeta. Suelte las fotos que contiene.</translation>
    </message>
    <message>
        <source>“%1” is empty: the file has 0 bytes. Copy or scan it again.</source>
        <translation>«%1» está vacío: el archivo tiene 0 bytes. Cópielo o escanéelo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” is not a photo in a format that this version reads.</source>
        <translation>«%1» no es una foto en un formato que lea esta versión.</translation>
    </message>
    <message>
        <source>“%1” is damaged or incomplete. Copy or scan it again.</source>
        <translation>«%1» está dañado o incompleto. Cópielo o escanéelo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” has pixels of a kind that is not read. Save it in RGB with 16 bits first.</source>
        <translation>«%1» tiene píxeles de un tipo que no se lee. Guárdelo antes en RGB de 16 bits.</translation>
    </message>
    <message>
        <source>“%1” is compressed in a way that is not read. Save it with LZW or ZIP first.</source>
        <translation>«%1» usa una compresión que no se lee. Guárdelo antes con LZW o ZIP.</translation>
    </message>
    <message>
        <source>“%1” needs a part of Kolorit that is not installed: kolorit[heif] or kolorit[raw].</source>
        <translation>«%1» necesita una parte de Kolorit que no está instalada: kolorit[heif] o kolorit[raw].</translation>
    </message>
    <message>
        <source>“%1” has no such page.</source>
        <translation>«%1» no tiene esa página.</translation>
    </message>
    <message>
        <source>“%1” is in color already; coloring it would replace its colors.</source>
        <translation>«%1» ya está en color; colorearla sustituiría sus colores.</translation>
    </message>
    <message>
        <source>“%1” was not saved: its folder is gone. Choose another one.</source>
        <translation>«%1» no se ha guardado: su carpeta ya no está. Elija otra.</translation>
    </message>
    <message>
        <source>“%1” has more than 200 megapixels, which this version does not open.</source>
        <translation>«%1» tiene más de 200 megapíxeles; esta versión no lo abre.</translation>
    </message>
    <message>
        <source>You do not have permission to read “%1”.</source>
        <translation>No tiene permiso para leer «%1».</translation>
    </message>
    <message>
        <source>“%1” could not be read. Is the disk still connected?</source>
        <translation>No se ha podido leer «%1». ¿Sigue conectado el disco?</translation>
    </message>
    <message>
        <source>You do not have permission to save “%1” there. Choose another folder.</source>
        <translation>No tiene permiso para guardar «%1» ahí. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: choose a name that ends in .jpg, .png, .webp or .tif.</source>
        <translation>«%1» no se puede guardar: elija un nombre que acabe en .jpg, .png, .webp o .tif.</translation>
    </message>
    <message>
        <source>The photo is too large for the format of “%1”. Save it as TIFF.</source>
        <translation>La foto es demasiado grande para el formato de «%1». Guárdela como TIFF.</translation>
    </message>
    <message>
        <source>“%1” could not be saved in this format. Choose another one.</source>
        <translation>No se pudo guardar «%1» en este formato. Elija otro.</translation>
    </message>
    <message>
        <source>“%1” already exists. Choose another name.</source>
        <translation>«%1» ya existe. Elija otro nombre.</translation>
    </message>
    <message>
        <source>“%1” is the original photo, which Kolorit never overwrites. Choose another name.</source>
        <translation>«%1» es la foto original, que Kolorit nunca sobrescribe. Elija otro nombre.</translation>
    </message>
    <message>
        <source>“%1” was not saved: the disk is full.</source>
        <translation>«%1» no se ha guardado: el disco está lleno.</translation>
    </message>
    <message>
        <source>“%1” could not be saved. Choose another folder.</source>
        <translation>No se ha podido guardar «%1». Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The cluster “%1” cannot be reached.</source>
        <translation>No se puede acceder al clúster «%1».</translation>
    </message>
    <message>
        <source>“%1” holds the photos. Choose another folder for the results.</source>
        <translation>«%1» contiene las fotos. Elija otra carpeta para los resultados.</translation>
    </message>
    <message>
        <source>“%1” is not there. Choose another folder with photos.</source>
        <translation>«%1» no está. Elija otra carpeta con fotos.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another folder for the results.</source>
        <translation>No se puede escribir en «%1». Elija otra carpeta para los resultados.</translation>
    </message>
    <message>
        <source>“%1” holds an unfinished conversion. Going on keeps its settings; beginning anew takes those below.</source>
        <translation>«%1» contiene una conversión sin terminar. Al continuar se mantienen sus ajustes; al empezar de nuevo valen los de abajo.</translation>
    </message>
    <message>
        <source>“%1” holds a conversion with other settings. Choose another folder.</source>
        <translation>«%1» contiene un trabajo con otros ajustes. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>“%1” holds no conversion that could go on.</source>
        <translation>«%1» no contiene ningún trabajo que seguir.</translation>
    </message>
    <message>
        <source>The plan of the conversion in “%1” is damaged. Begin anew.</source>
        <translation>El plan del trabajo en «%1» está dañado. Empiece de nuevo.</translation>
    </message>
    <message>
        <source>“%1” holds a conversion of a newer version of Kolorit, which is not changed. Choose another folder.</source>
        <translation>«%1» contiene un trabajo de una versión más reciente de Kolorit, que no se cambia. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Another conversion is writing to “%1”. Wait until it has ended.</source>
        <translation>Otro trabajo está escribiendo en «%1». Espere a que termine.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Open photos</source>
        <translation>Fotos abiertas</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>being colored</source>
        <translation>coloreándose</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>coloreada</translation>
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
        <translation>suelte aquí una carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
</context>
<context>
    <name>HintPalette</name>
    <message>
        <source>Colors for this place</source>
        <translation>Colores para este punto</translation>
    </message>
    <message>
        <source>Keep &amp;gray</source>
        <translation>Dejar en &amp;gris</translation>
    </message>
    <message>
        <source>&amp;Pick from photo</source>
        <translation>&amp;Tomar de la foto</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Plausible here</source>
        <translation>Plausibles aquí</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1, %2 likely</source>
        <translation>%1, probabilidad del %2</translation>
    </message>
</context>
<context>
    <name>HintSection</name>
    <message>
        <source>Set &amp;colors in the photo</source>
        <translation>&amp;Fijar colores en la foto</translation>
    </message>
    <message>
        <source>Colors you set</source>
        <translation>Colores fijados</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Remove &amp;all</source>
        <translation>Quitar &amp;todos</translation>
    </message>
    <message>
        <source>From a spot over its object to the whole photo; double-click for 50 %</source>
        <translation>De un punto, pasando por su objeto, a toda la foto; doble clic para 50&#xa0;%</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>Click a spot and choose its color; the whole object follows.</source>
        <translation>Haga clic en un punto y elija su color; todo el objeto lo sigue.</translation>
    </message>
    <message>
        <source>This model cannot be told colors. Choose another one for that.</source>
        <translation>A este modelo no se le pueden indicar colores. Elija otro para eso.</translation>
    </message>
    <message>
        <source>%1 at %2 %, %3 %</source>
        <translation>%1 en %2&#xa0;%, %3&#xa0;%</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The photo is still being saved; Kolorit closes after that.</source>
        <translation>La foto aún se está guardando; Kolorit se cerrará después.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Other page…</source>
        <translation>Otra página…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Nota: %1</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Natural color for everything, also from old and worn prints; takes color hints.</source>
        <translation>Color natural para todo, también para copias viejas y gastadas; admite indicaciones de color.</translation>
    </message>
    <message>
        <source>As natural as kolorit in less than half the time, for old PCs; takes color hints.</source>
        <translation>Tan natural como kolorit en menos de la mitad de tiempo, para equipos antiguos; acepta indicaciones de color.</translation>
    </message>
    <message>
        <source>Skies, trees, houses and streets in muted color; people stay brownish. Small and quick.</source>
        <translation>Cielos, árboles, casas y calles en colores apagados; las personas quedan pardas. Pequeño y rápido.</translation>
    </message>
    <message>
        <source>Told by a second network what the photo shows; still nearly sepia. To compare with.</source>
        <translation>Una segunda red le dice qué muestra la foto; aun así, casi sepia. Para comparar.</translation>
    </message>
    <message>
        <source>Taught by three critics, too briefly: misplaced orange and blue. To compare with.</source>
        <translation>Enseñado por tres críticos, demasiado poco tiempo: naranjas y azules fuera de lugar. Para comparar.</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>There are no photos in “%1”.</source>
        <translation>No hay fotos en «%1».</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>Abrir todas las fotos de una carpeta</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>“%1” no longer has page %2; its largest page is shown.</source>
        <translation>«%1» ya no tiene la página %2; se muestra la página más grande.</translation>
    </message>
    <message>
        <source>“%1” has changed since its colors were set; they may no longer fit.</source>
        <translation>«%1» ha cambiado desde que se pusieron sus colores; quizá ya no encajen.</translation>
    </message>
    <message>
        <source>The settings kept beside “%1” cannot be read.</source>
        <translation>No se pueden leer los ajustes guardados junto a «%1».</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>&amp;Note in the file that its colors are synthetic</source>
        <translation>A&amp;notar en el archivo que sus colores son sintéticos</translation>
    </message>
    <message>
        <source>Folder for colored photos</source>
        <translation>Carpeta para las fotos coloreadas</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>El más rápido que haya</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>Tarjeta gráfica NVIDIA</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Gráficos de Apple</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>Beside each photo</source>
        <translation>Junto a cada foto</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Color &amp;on</source>
        <translation>Colorear &amp;con</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>The note is invisible: archives and photo programs read it from the metadata. It names the model and your settings.</source>
        <translation>La nota es invisible: los archivos históricos y los programas de fotos la leen en los metadatos. Indica el modelo y sus ajustes.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>C&amp;arpeta</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG and WebP</source>
        <translation>Calidad de &amp;JPEG y WebP</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Ajuste guardado</translation>
    </message>
    <message>
        <source>as below</source>
        <translation>como abajo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Looks for damage, noise, faded colors and flat tones, and mends what needs it</source>
        <translation>Busca daños, ruido, colores desvaídos y tonos apagados, y arregla lo que lo necesita</translation>
    </message>
    <message>
        <source>Single steps, the brush, and what is repaired</source>
        <translation>Pasos sueltos, el pincel y lo que se repara</translation>
    </message>
    <message>
        <source>Single steps</source>
        <translation>Pasos sueltos</translation>
    </message>
    <message>
        <source>Restore automa&amp;tically</source>
        <translation>Restaurar automáticame&amp;nte</translation>
    </message>
    <message>
        <source>Mark dama&amp;ge</source>
        <translation>Marcar da&amp;ños</translation>
    </message>
    <message>
        <source>Paint over what was missed; Ctrl erases, Shift draws a straight line</source>
        <translation>Pinte lo que se pasó por alto; Ctrl borra, Mayús traza una recta</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Proteger</translation>
    </message>
    <message>
        <source>Paint over what is no damage: it keeps every bit</source>
        <translation>Pinte lo que no es un daño: queda intacto</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Also the keys [ and ]</source>
        <translation>También las teclas [ y ]</translation>
    </message>
    <message>
        <source>Show repairs</source>
        <translation>Ver reparaciones</translation>
    </message>
    <message>
        <source>not</source>
        <translation>no</translation>
    </message>
    <message>
        <source>outlined</source>
        <translation>contorneadas</translation>
    </message>
    <message>
        <source>in red</source>
        <translation>en rojo</translation>
    </message>
    <message>
        <source>Where pixels are changed, and what was invented (key A)</source>
        <translation>Dónde cambian los píxeles y qué se inventó (tecla A)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks found</source>
        <translation>
            <numerusform>%Ln marca encontrada</numerusform>
            <numerusform>%Ln marcas encontradas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more in doubt</source>
        <translation>%1 más dudosas</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Dust and scratches</source>
        <translation>Polvo y rayas</translation>
    </message>
    <message>
        <source>Noise and grain</source>
        <translation>Ruido y grano</translation>
    </message>
    <message>
        <source>Faded colors</source>
        <translation>Colores desvaídos</translation>
    </message>
    <message>
        <source>Flat tones</source>
        <translation>Tonos apagados</translation>
    </message>
    <message>
        <source>Fills dust, hairs and scratches; all else stays bit for bit</source>
        <translation>Rellena polvo, pelos y rayas; lo demás queda bit a bit</translation>
    </message>
    <message>
        <source>Takes out noise, the marks of JPEG and printing screens; less in faces</source>
        <translation>Quita ruido, huellas de JPEG y tramas de imprenta; menos en las caras</translation>
    </message>
    <message>
        <source>Brings back the dyes of a faded color photo; leaves others alone</source>
        <translation>Devuelve los tintes de una foto en color desvaída; no toca las demás</translation>
    </message>
    <message>
        <source>Spreads the tones of a flat scan</source>
        <translation>Extiende los tonos de un escaneo apagado</translation>
    </message>
    <message>
        <source>clean: not needed</source>
        <translation>limpia: no hace falta</translation>
    </message>
    <message>
        <source>noise of %1 levels</source>
        <translation>ruido de %1 niveles</translation>
    </message>
    <message>
        <source>JPEG of quality %1</source>
        <translation>JPEG de calidad %1</translation>
    </message>
    <message>
        <source>a printing screen</source>
        <translation>una trama de imprenta</translation>
    </message>
    <message>
        <source>not faded: not needed</source>
        <translation>no desvaída: no hace falta</translation>
    </message>
    <message>
        <source>left: cyan %1 %, magenta %2 %, yellow %3 %</source>
        <translation>queda: cian %1 %, magenta %2 %, amarillo %3 %</translation>
    </message>
    <message>
        <source>%1 % of the tones used</source>
        <translation>%1 % de los tonos en uso</translation>
    </message>
    <message>
        <source>%1 % of the tones used: not needed</source>
        <translation>%1 % de los tonos en uso: no hace falta</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Save all colored photos into a folder</source>
        <translation>Guardar todas las fotos coloreadas en una carpeta</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Guardada como «%1».</translation>
    </message>
    <message>
        <source>Stopped. Photos saved: %1. Photos not saved: %2.</source>
        <translation>Detenido. Fotos guardadas: %1. Fotos no guardadas: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were not saved: see the filmstrip for the reasons.</source>
        <translation>
            <numerusform>%Ln foto no se ha guardado: la tira de fotos dice por qué.</numerusform>
            <numerusform>%Ln fotos no se han guardado: la tira de fotos dice por qué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos saved: %1.</source>
        <translation>Fotos guardadas: %1.</translation>
    </message>
</context>
<context>
    <name>ScaleNote</name>
    <message>
        <source>Seen at %1 %: grain and noise show at 1:1.</source>
        <translation>Visto al %1 %: el grano y el ruido se ven a 1:1.</translation>
    </message>
    <message>
        <source>Show the photo&apos;s own pixels</source>
        <translation>Mostrar los píxeles de la foto</translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>Kolorit ended unexpectedly while a photo was open.</source>
        <translation>Kolorit se cerró de forma inesperada con una foto abierta.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Abrirla de nuevo</translation>
    </message>
    <message>
        <source>Kolorit ended unexpectedly. Photos that were open: %1.</source>
        <translation>Kolorit terminó de forma inesperada. Fotos que estaban abiertas: %1.</translation>
    </message>
    <message>
        <source>Open them again</source>
        <translation>Abrirlas de nuevo</translation>
    </message>
    <message>
        <source>This installation of Kolorit is damaged; install it again. The log has the details.</source>
        <translation>Esta instalación de Kolorit está dañada; vuelva a instalarla. Los detalles están en el registro.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Move the split line</source>
        <translation>Mover la línea divisoria</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Mover la foto</translation>
    </message>
    <message>
        <source>Aim at a place, and set its color</source>
        <translation>Apuntar a un lugar y fijar su color</translation>
    </message>
    <message>
        <source>Show the original while held</source>
        <translation>Ver el original mientras se pulsa</translation>
    </message>
    <message>
        <source>Drag the photo with any tool</source>
        <translation>Arrastrar la foto con cualquier herramienta</translation>
    </message>
    <message>
        <source>%1 + mouse</source>
        <translation>%1 + ratón</translation>
    </message>
    <message>
        <source>Remove the chosen color, or close the chosen photos</source>
        <translation>Quitar el color elegido o cerrar las fotos elegidas</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Detener lo que está en curso</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>%1, as a number</source>
        <translation>%1, en cifras</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>another model</source>
        <translation>otro modelo</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>otra versión</translation>
    </message>
    <message>
        <source>remove a color</source>
        <translation>quitar un color</translation>
    </message>
    <message>
        <source>remove all colors</source>
        <translation>quitar todos los colores</translation>
    </message>
    <message>
        <source>paste colors</source>
        <translation>pegar colores</translation>
    </message>
    <message>
        <source>set a color</source>
        <translation>fijar un color</translation>
    </message>
    <message>
        <source>move a color</source>
        <translation>mover un color</translation>
    </message>
    <message>
        <source>reach of a color</source>
        <translation>alcance de un color</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilidad</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>suavizado</translation>
    </message>
    <message>
        <source>grain</source>
        <translation>grano</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>recuperación</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>contraste</translation>
    </message>
    <message>
        <source>color strength</source>
        <translation>intensidad del color</translation>
    </message>
    <message>
        <source>vividness</source>
        <translation>viveza</translation>
    </message>
    <message>
        <source>warmth</source>
        <translation>calidez</translation>
    </message>
    <message>
        <source>color</source>
        <translation>color</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>detalle</translation>
    </message>
    <message>
        <source>sliders of another photo</source>
        <translation>controles de otra foto</translation>
    </message>
    <message>
        <source>dust and scratches</source>
        <translation>polvo y rayas</translation>
    </message>
    <message>
        <source>noise and grain</source>
        <translation>ruido y grano</translation>
    </message>
    <message>
        <source>faded colors</source>
        <translation>colores desvaídos</translation>
    </message>
    <message>
        <source>flat tones</source>
        <translation>tonos apagados</translation>
    </message>
    <message>
        <source>restore automatically</source>
        <translation>restaurar automáticamente</translation>
    </message>
    <message>
        <source>brush stroke</source>
        <translation>pincelada</translation>
    </message>
    <message>
        <source>no damage</source>
        <translation>sin daño</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Try at %1 pixels</source>
        <translation>Probar con %1 píxeles</translation>
    </message>
    <message>
        <source>Bring its colors back</source>
        <translation>Recuperar sus colores</translation>
    </message>
    <message>
        <source>“%1” may be in color already; it was colored all the same.</source>
        <translation>«%1» quizá ya esté en color; se ha coloreado de todos modos.</translation>
    </message>
    <message>
        <source>The picture may be in color already; it was colored all the same.</source>
        <translation>La imagen quizá ya esté en color; se ha coloreado de todos modos.</translation>
    </message>
    <message>
        <source>Stopped. The picture does not show your last change yet.</source>
        <translation>Detenido. La imagen aún no muestra su último cambio.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Kolorit made a mistake; your photo is as it was. The log has the details.</source>
        <translation>Kolorit ha cometido un error; su foto está como estaba. Los detalles están en el registro.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>usual</source>
        <translation>habitual</translation>
    </message>
    <message>
        <source>sees the whole</source>
        <translation>ve el conjunto</translation>
    </message>
    <message>
        <source>sees details</source>
        <translation>ve los detalles</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>sobria</translation>
    </message>
    <message>
        <source>lively</source>
        <translation>viva</translation>
    </message>
    <message>
        <source>whole, lively</source>
        <translation>conjunto, viva</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>The arrow keys move a cross, Enter chooses the place. With Shift, they move the photo.</source>
        <translation>Las flechas mueven una cruz, Intro elige el lugar. Con Mayús mueven la foto.</translation>
    </message>
    <message>
        <source>With Shift, the arrow keys move the photo.</source>
        <translation>Con Mayús, las flechas mueven la foto.</translation>
    </message>
    <message>
        <source>The original is left of the split line, which stands at %1 percent. The arrow keys move the line, with Shift the photo.</source>
        <translation>El original está a la izquierda de la línea divisoria, que está al %1 por ciento. Las flechas mueven la línea; con Mayús, la foto.</translation>
    </message>
    <message>
        <source>“%1”, before and after</source>
        <translation>«%1», antes y después</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
</TS>
