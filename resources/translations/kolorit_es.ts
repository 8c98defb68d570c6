<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>About</name>
    <message>
        <source>About Kolorit</source>
        <translation>Acerca de Kolorit</translation>
    </message>
    <message>
        <source>Restores and colors old photographs. Your photos stay on this computer: nothing is sent anywhere, and the original is never changed. No network of Kolorit draws a face.</source>
        <translation>Restaura y colorea fotos antiguas. Sus fotos se quedan en este equipo: no se envía nada y el original nunca se modifica. Ninguna red neuronal de Kolorit dibuja caras.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Made with Qt (LGPL), PyTorch, OpenCV, scikit-image and NumPy.</source>
        <translation>Hecho con Qt (LGPL), PyTorch, OpenCV, scikit-image y NumPy.</translation>
    </message>
</context>
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
        <source>Saving photo %1 of %2…</source>
        <translation>Guardando foto %1 de %2…</translation>
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
        <translation>Desde los daños seguros hasta todo lo que pueda ser un daño; doble clic para 50&#xa0;%</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Tamaño máximo</translation>
    </message>
    <message>
        <source>Marks longer than this share of the photo’s shorter side are left alone; double-click for any size</source>
        <translation>Los daños más largos que esta parte del lado corto de la foto no se tocan; doble clic para cualquier tamaño</translation>
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
        <translation>Cuánto grano de la película se conserva; júzguelo a 1:1; doble clic para la mitad</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Recuperación</translation>
    </message>
    <message>
        <source>How far the colors come back; double-click for all</source>
        <translation>Hasta qué punto vuelven los colores; doble clic para todo</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>How far the tones are spread; double-click for all</source>
        <translation>Hasta qué punto se extienden los tonos; doble clic para todo</translation>
    </message>
    <message>
        <source>Color &amp;strength</source>
        <translation>&amp;Intensidad del color</translation>
    </message>
    <message>
        <source>How strong the colors are; double-click for 100 %</source>
        <translation>Lo intensos que son los colores; doble clic para 100&#xa0;%</translation>
    </message>
    <message>
        <source>Left: safe, muted colors. Right: bolder colors. Double-click for 100 %</source>
        <translation>Izquierda: colores prudentes y apagados. Derecha: colores más atrevidos. Doble clic para 100&#xa0;%</translation>
    </message>
    <message>
        <source>Cooler (bluer) or warmer (yellower); double-click for 0</source>
        <translation>Más frío (azulado) o más cálido (amarillento); doble clic para 0</translation>
    </message>
    <message>
        <source>Low: calm, even color. High: small things get their own color.</source>
        <translation>Bajo: color tranquilo y uniforme. Alto: las cosas pequeñas reciben su propio color.</translation>
    </message>
    <message>
        <source>V&amp;ividness</source>
        <translation>Vive&amp;za</translation>
    </message>
    <message>
        <source>&amp;Warmth</source>
        <translation>&amp;Calidez</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Detalle</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>Más modelos</translation>
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
        <translation>cualquier tamaño</translation>
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
    <name>Awaiting</name>
    <message>
        <source>Opening “%1”…</source>
        <translation>Abriendo «%1»…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>Inicia&amp;r</translation>
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
        <source>&amp;New batch</source>
        <translation>&amp;Nuevo lote</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>por ejemplo: %1</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>En este equipo ningún programa muestra carpetas: %1</translation>
    </message>
    <message>
        <source>The report opens in your browser. It is “%1”.</source>
        <translation>El informe se abre en su navegador. Está en «%1».</translation>
    </message>
    <message>
        <source>No browser opens the report here. It is “%1”.</source>
        <translation>En este equipo ningún navegador abre el informe. Está en «%1».</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
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
        <source>Previe&amp;w three photos</source>
        <translation>Vista previa d&amp;e tres fotos</translation>
    </message>
    <message>
        <source>Three &amp;others</source>
        <translation>Otra&amp;s tres</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Retry f&amp;ailed</source>
        <translation>&amp;Reintentar las fallidas</translation>
    </message>
    <message>
        <source>Colorize folders</source>
        <translation>Colorear carpetas</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>Choose a source and a destination folder.</source>
        <translation>Elija una carpeta de origen y una de destino.</translation>
    </message>
    <message>
        <source>Pausing after the current photos…</source>
        <translation>Pausa tras las fotos en curso…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed: %1.</source>
        <translation>
            <numerusform>Listo, pero ha fallado %Ln foto: %1.</numerusform>
            <numerusform>Listo, pero han fallado %Ln fotos: %1.</numerusform>
        </translation>
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
    <message>
        <source>The report could not be written into the destination folder.</source>
        <translation>No se ha podido escribir el informe en la carpeta de destino.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed.</source>
        <translation>
            <numerusform>Listo, pero ha fallado %Ln foto.</numerusform>
            <numerusform>Listo, pero han fallado %Ln fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; what was done is kept. The log has the details.</source>
        <translation>Se ha producido un error en Kolorit; lo hecho se conserva. Los detalles están en el registro.</translation>
    </message>
    <message>
        <source>Save preset as</source>
        <translation>Guardar el preajuste como</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Use settings kept beside &amp;photos instead of these</source>
        <translation>Usar los ajustes guardados &amp;junto a las fotos en lugar de estos</translation>
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
        <translation>Carpeta de origen</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>Carpeta de destino</translation>
    </message>
    <message>
        <source>e.g. *.tif; 1920/* (empty: all photos)</source>
        <translation>p.&#xa0;ej. *.tif; 1920/* (vacío: todas las fotos)</translation>
    </message>
    <message>
        <source>e.g. my drafts; *-color*</source>
        <translation>p.&#xa0;ej. mis borradores; *-color*</translation>
    </message>
    <message>
        <source>Include sub&amp;folders (keep folder structure)</source>
        <translation>Incluir subcar&amp;petas (con su misma estructura)</translation>
    </message>
    <message>
        <source>Same thing, same co&amp;lor</source>
        <translation>Mismo objeto, mismo co&amp;lor</translation>
    </message>
    <message>
        <source>Colors kept beside some photos are used where others surely show the same</source>
        <translation>Los colores guardados junto a algunas fotos se usan donde otras muestran con seguridad lo mismo</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>cualquier tamaño</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Restore first</source>
        <translation>Restaurar antes</translation>
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
        <source>So&amp;urce folder</source>
        <translation>Carpeta de &amp;origen</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>Incl&amp;uir</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation>E&amp;xcluir</translation>
    </message>
    <message>
        <source>&amp;Color photos</source>
        <translation>Fotos en &amp;color</translation>
    </message>
    <message>
        <source>Des&amp;tination folder</source>
        <translation>Carpeta de des&amp;tino</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>&amp;Nombres de archivo</translation>
    </message>
    <message>
        <source>If the file e&amp;xists</source>
        <translation>Si el archivo &amp;ya existe</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>&amp;Bits por canal</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>C&amp;alidad JPEG/WebP</translation>
    </message>
    <message>
        <source>same as original</source>
        <translation>como el original</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>omitir la foto</translation>
    </message>
    <message>
        <source>replace it, never an original</source>
        <translation>reemplazarlo, nunca un original</translation>
    </message>
    <message>
        <source>skip them</source>
        <translation>omitirlas</translation>
    </message>
    <message>
        <source>recolorize them</source>
        <translation>colorearlas de nuevo</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>&amp;Formato</translation>
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
        <source>Largest size</source>
        <translation>Tamaño máximo</translation>
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
        <source>%1 bits</source>
        <translation>%1 bits</translation>
    </message>
    <message>
        <source>use another name</source>
        <translation>usar otro nombre</translation>
    </message>
    <message>
        <source>copy them</source>
        <translation>copiarlas</translation>
    </message>
</context>
<context>
    <name>BatchMessages</name>
    <message>
        <source>The machines that color the photos can no longer be reached.</source>
        <translation>Ya no se puede acceder a los equipos que colorean las fotos.</translation>
    </message>
    <message>
        <source>The destination disk is full. Free some space, then resume.</source>
        <translation>El disco de destino está lleno. Libere espacio y reanude.</translation>
    </message>
    <message>
        <source>The destination folder is gone. Restore it, then resume.</source>
        <translation>La carpeta de destino ya no está. Recupérela y reanude.</translation>
    </message>
    <message>
        <source>The destination folder can no longer be written to.</source>
        <translation>Ya no se puede escribir en la carpeta de destino.</translation>
    </message>
    <message>
        <source>The source folder is gone. Restore it, then resume.</source>
        <translation>La carpeta de origen ya no está. Recupérela y reanude.</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, then resume.</source>
        <translation>La tarjeta gráfica ha dejado de funcionar. Reinicie Kolorit y reanude.</translation>
    </message>
    <message>
        <source>A folder inside the destination lies on another disk, where no result can be moved to.</source>
        <translation>Una subcarpeta del destino está en otro disco, al que no se puede mover ningún resultado.</translation>
    </message>
    <message>
        <source>Several photos in a row failed in the same way. Resume tries them once more.</source>
        <translation>Varias fotos seguidas han fallado de la misma manera. Al reanudar se intentan una vez más.</translation>
    </message>
    <message>
        <source>“%1” is a color photo.</source>
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
        <source>“%1” failed: %2</source>
        <translation>«%1» ha fallado: %2</translation>
    </message>
    <message>
        <source>A name is needed, such as {stem}.</source>
        <translation>Hace falta un nombre, como {stem}.</translation>
    </message>
    <message>
        <source>The braces do not match.</source>
        <translation>Las llaves no están emparejadas.</translation>
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
    <name>BatchNotes</name>
    <message>
        <source>16 of its more bits per channel were read</source>
        <translation>tiene más bits por canal; se han leído 16</translation>
    </message>
    <message>
        <source>only one of its pages or frames was read</source>
        <translation>solo se ha leído una de sus páginas o imágenes</translation>
    </message>
    <message>
        <source>its further channels were left out</source>
        <translation>se han omitido sus otros canales</translation>
    </message>
    <message>
        <source>its color profile cannot be used</source>
        <translation>su perfil de color no se puede usar</translation>
    </message>
    <message>
        <source>damaged metadata were left out</source>
        <translation>se han omitido metadatos dañados</translation>
    </message>
    <message>
        <source>the format holds 8 bits per channel</source>
        <translation>el formato solo admite 8 bits por canal</translation>
    </message>
    <message>
        <source>transparent places were laid on white</source>
        <translation>las partes transparentes se han puesto sobre blanco</translation>
    </message>
    <message>
        <source>its EXIF data could not be kept</source>
        <translation>no se han podido conservar sus datos EXIF</translation>
    </message>
    <message>
        <source>its IPTC data could not be kept</source>
        <translation>no se han podido conservar sus datos IPTC</translation>
    </message>
    <message>
        <source>its XMP data could not be kept</source>
        <translation>no se han podido conservar sus datos XMP</translation>
    </message>
    <message>
        <source>saved in sRGB instead of its profile</source>
        <translation>guardada en sRGB en lugar de su perfil</translation>
    </message>
    <message>
        <source>its resolution could not be kept</source>
        <translation>no se ha podido conservar su resolución</translation>
    </message>
    <message>
        <source>dust and scratches: %1 ‰ of the picture repaired</source>
        <translation>polvo y arañazos: reparado el %1&#xa0;‰ de la imagen</translation>
    </message>
    <message>
        <source>noise and grain: changed by %1 levels in the mean</source>
        <translation>ruido y grano: cambio medio de %1 niveles</translation>
    </message>
    <message>
        <source>faded colors: cyan %1 %, magenta %2 %, yellow %3 % were left; what was brought back may be off by ΔE %4</source>
        <translation>colores desvaídos: quedaba cian %1&#xa0;%, magenta %2&#xa0;%, amarillo %3&#xa0;%; lo recuperado puede desviarse en ΔE %4</translation>
    </message>
    <message>
        <source>flat tones: %1 % of the range was used</source>
        <translation>tonos apagados: se usaba el %1&#xa0;% del rango</translation>
    </message>
    <message>
        <source>a newer version wrote its settings, which are not used</source>
        <translation>una versión más reciente escribió sus ajustes, que no se usan</translation>
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
        <source>About %1 needed, %2 free.</source>
        <translation>Se necesitan unos %1; hay %2 libres.</translation>
    </message>
    <message>
        <source>It will take about %1.</source>
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
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 de %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>Of those colored, %Ln to review</source>
        <translation>
            <numerusform>De las coloreadas, %Ln por revisar</numerusform>
            <numerusform>De las coloreadas, %Ln por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>Quedan unos %1</translation>
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
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>Photos to review are those that deserve a look; report.csv has the same rows in English.</source>
        <translation>Las fotos por revisar son las que merecen un vistazo; report.csv contiene las mismas filas en inglés.</translation>
    </message>
    <message>
        <source>Part of a name or reason</source>
        <translation>Parte del nombre o del motivo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>This page needs its script to show the photos; report.csv needs none.</source>
        <translation>Esta página necesita su script para mostrar las fotos; report.csv no lo necesita.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 de %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>antes y después</translation>
    </message>
    <message>
        <source>Picture not embedded</source>
        <translation>Imagen no incluida</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Sin vista previa</translation>
    </message>
    <message>
        <source>Repaired places, before and after:</source>
        <translation>Lugares reparados, antes y después:</translation>
    </message>
    <message>
        <source>To color it anyway, select it in the list at the end of the batch in Kolorit.</source>
        <translation>Para colorearla de todos modos, selecciónela en la lista que aparece al final del lote en Kolorit.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>por revisar</translation>
    </message>
    <message>
        <source>colored like others</source>
        <translation>coloreadas como otras</translation>
    </message>
    <message>
        <source>colored</source>
        <translation>coloreadas</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>copiada</translation>
    </message>
    <message>
        <source>in color already</source>
        <translation>ya en color</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>con error</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>aún sin hacer</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>large uncertain areas</source>
        <translation>zonas dudosas grandes</translation>
    </message>
    <message>
        <source>patches of another color</source>
        <translation>manchas de otro color</translation>
    </message>
    <message>
        <source>gray next to skin</source>
        <translation>gris junto a la piel</translation>
    </message>
    <message>
        <source>blue or purple skin</source>
        <translation>piel azul o morada</translation>
    </message>
    <message>
        <source>one color over everything</source>
        <translation>un solo color en toda la foto</translation>
    </message>
    <message>
        <source>may have been a color photo</source>
        <translation>quizá era una foto en color</translation>
    </message>
    <message>
        <source>much of it was repaired</source>
        <translation>se ha reparado gran parte</translation>
    </message>
    <message>
        <source>parts of it were invented</source>
        <translation>hay partes inventadas</translation>
    </message>
    <message>
        <source>uncertainty: low</source>
        <translation>incertidumbre: baja</translation>
    </message>
    <message>
        <source>uncertainty: medium</source>
        <translation>incertidumbre: media</translation>
    </message>
    <message>
        <source>uncertainty: high</source>
        <translation>incertidumbre: alta</translation>
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
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Creating variations: %1 of %2</source>
        <translation>Creando variantes: %1 de %2</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>“%1” was taken off the list. Its file stays where it is.</source>
        <translation>«%1» se ha quitado de la lista. Su archivo sigue en su sitio.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Imagen pegada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were taken off the list. Their files stay where they are.</source>
        <translation>
            <numerusform>Se ha quitado %Ln foto de la lista. Su archivo sigue en su sitio.</numerusform>
            <numerusform>Se han quitado %Ln fotos de la lista. Sus archivos siguen en su sitio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing takes a photo off the list; its file stays where it is.</source>
        <translation>Al cerrar una foto se quita de la lista; su archivo sigue en su sitio.</translation>
    </message>
    <message>
        <source>The photo is still being saved; Kolorit closes after that.</source>
        <translation>La foto aún se está guardando; Kolorit se cerrará después.</translation>
    </message>
    <message>
        <source>What was saved before is updated. Originals stay as they are.</source>
        <translation>Lo que ya estaba guardado se actualiza. Los originales no cambian.</translation>
    </message>
    <message>
        <source>Results are saved beside the originals, which stay as they are.</source>
        <translation>Los resultados se guardan junto a los originales, que no cambian.</translation>
    </message>
    <message>
        <source>Results are saved in “%1”. Originals stay as they are.</source>
        <translation>Los resultados se guardan en «%1». Los originales no cambian.</translation>
    </message>
</context>
<context>
    <name>ColorLike</name>
    <message>
        <source>Comparing with “%1”…</source>
        <translation>Comparando con «%1»…</translation>
    </message>
    <message>
        <source>“%1” has no colors that could be taken over.</source>
        <translation>«%1» no tiene colores que se puedan tomar.</translation>
    </message>
    <message>
        <source>Nothing in “%1” is surely the same, so no color was taken over.</source>
        <translation>Nada en «%1» es con seguridad lo mismo; no se ha tomado ningún color.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln colors were taken over from “%1”.</source>
        <translation>
            <numerusform>Se ha tomado %Ln color de «%1».</numerusform>
            <numerusform>Se han tomado %Ln colores de «%1».</numerusform>
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
        <source>black</source>
        <translation>negro</translation>
    </message>
    <message>
        <source>dark gray</source>
        <translation>gris oscuro</translation>
    </message>
    <message>
        <source>light gray</source>
        <translation>gris claro</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanco</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>marrón</translation>
    </message>
    <message>
        <source>dark brown</source>
        <translation>marrón oscuro</translation>
    </message>
    <message>
        <source>gray-brown</source>
        <translation>marrón grisáceo</translation>
    </message>
    <message>
        <source>tan</source>
        <translation>marrón claro</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>beis</translation>
    </message>
    <message>
        <source>cream</source>
        <translation>crema</translation>
    </message>
    <message>
        <source>skin tone</source>
        <translation>tono de piel</translation>
    </message>
    <message>
        <source>khaki</source>
        <translation>caqui</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>oliva</translation>
    </message>
    <message>
        <source>navy</source>
        <translation>azul marino</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>light blue</source>
        <translation>azul claro</translation>
    </message>
    <message>
        <source>blue-gray</source>
        <translation>gris azulado</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>verde azulado</translation>
    </message>
    <message>
        <source>dark green</source>
        <translation>verde oscuro</translation>
    </message>
    <message>
        <source>light green</source>
        <translation>verde claro</translation>
    </message>
    <message>
        <source>gray-green</source>
        <translation>verde grisáceo</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>dorado</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>ocre</translation>
    </message>
    <message>
        <source>rust</source>
        <translation>óxido</translation>
    </message>
    <message>
        <source>dark red</source>
        <translation>rojo oscuro</translation>
    </message>
    <message>
        <source>salmon</source>
        <translation>salmón</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>magenta</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>morado</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>lavanda</translation>
    </message>
</context>
<context>
    <name>ColorSharing</name>
    <message>
        <source>The same thing was found in no other photo.</source>
        <translation>No se ha encontrado el mismo objeto en ninguna otra foto.</translation>
    </message>
    <message numerus="yes">
        <source>Found in no more photos; %Ln have this color already.</source>
        <translation>
            <numerusform>No se ha encontrado en más fotos; %Ln ya tiene este color.</numerusform>
            <numerusform>No se ha encontrado en más fotos; %Ln ya tienen este color.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have this color now.</source>
        <translation>
            <numerusform>%Ln foto más tiene ahora este color.</numerusform>
            <numerusform>%Ln fotos más tienen ahora este color.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorWheel</name>
    <message>
        <source>All colors; choose with the arrow keys</source>
        <translation>Todos los colores; elija con las flechas</translation>
    </message>
</context>
<context>
    <name>ColorsOfOthers</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
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
        <source>&amp;Keep settings beside the photo</source>
        <translation>Guardar a&amp;justes junto a la foto</translation>
    </message>
    <message>
        <source>Save a&amp;ll…</source>
        <translation>Guardar &amp;todo…</translation>
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
        <source>&amp;Side by side</source>
        <translation>&amp;Lado a lado</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>&amp;Reabrir la última sesión</translation>
    </message>
    <message>
        <source>Tra&amp;nsform</source>
        <translation>Tran&amp;sformar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>G&amp;uardar como…</translation>
    </message>
    <message>
        <source>Export before/&amp;after image…</source>
        <translation>Exportar imagen de antes y &amp;después…</translation>
    </message>
    <message>
        <source>Colorize &amp;folders…</source>
        <translation>Colorear carp&amp;etas…</translation>
    </message>
    <message>
        <source>Choose pa&amp;ge…</source>
        <translation>Elegir pági&amp;na…</translation>
    </message>
    <message>
        <source>Re&amp;colorize</source>
        <translation>Co&amp;lorear de nuevo</translation>
    </message>
    <message>
        <source>Show &amp;in folder</source>
        <translation>&amp;Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>&amp;Flag photo</source>
        <translation>Marcar foto con &amp;bandera</translation>
    </message>
    <message>
        <source>&amp;Color hints</source>
        <translation>Indicaciones de &amp;color</translation>
    </message>
    <message>
        <source>Cop&amp;y image</source>
        <translation>Copiar &amp;imagen</translation>
    </message>
    <message>
        <source>Copy s&amp;ettings</source>
        <translation>Copiar a&amp;justes</translation>
    </message>
    <message>
        <source>Paste se&amp;ttings</source>
        <translation>Pe&amp;gar ajustes</translation>
    </message>
    <message>
        <source>Apply &amp;settings to all photos</source>
        <translation>&amp;Aplicar los ajustes a todas las fotos</translation>
    </message>
    <message>
        <source>Reset all e&amp;dits</source>
        <translation>Restablecer &amp;todas las ediciones</translation>
    </message>
    <message>
        <source>C&amp;opy color hints</source>
        <translation>C&amp;opiar indicaciones de color</translation>
    </message>
    <message>
        <source>P&amp;aste color hints</source>
        <translation>&amp;Pegar indicaciones de color</translation>
    </message>
    <message>
        <source>Use th&amp;is color in other photos…</source>
        <translation>&amp;Usar este color en otras fotos…</translation>
    </message>
    <message>
        <source>Color &amp;like another photo…</source>
        <translation>Colorear como otra &amp;foto…</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>&amp;Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Show un&amp;certain areas</source>
        <translation>&amp;Mostrar zonas dudosas</translation>
    </message>
    <message>
        <source>&amp;Next uncertain area</source>
        <translation>Zona dudosa siguie&amp;nte</translation>
    </message>
    <message>
        <source>Previous uncertain a&amp;rea</source>
        <translation>Zona dudosa anteri&amp;or</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>&amp;Variantes</translation>
    </message>
    <message>
        <source>Sp&amp;lit view</source>
        <translation>Vista divi&amp;dida</translation>
    </message>
    <message>
        <source>Aft&amp;er only</source>
        <translation>Solo desp&amp;ués</translation>
    </message>
    <message>
        <source>&amp;Before/after labels</source>
        <translation>Eti&amp;quetas de antes y después</translation>
    </message>
    <message>
        <source>Navi&amp;gator</source>
        <translation>Nave&amp;gador</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>Girar a la &amp;izquierda</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>Girar a la &amp;derecha</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>Re&amp;flejar</translation>
    </message>
    <message>
        <source>&amp;Crop and straighten</source>
        <translation>&amp;Recortar y enderezar</translation>
    </message>
    <message>
        <source>&amp;Open the prints on a scan</source>
        <translation>&amp;Abrir las copias en papel de un escaneo</translation>
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
        <source>&amp;Copy from a place…</source>
        <translation>Copiar de un &amp;lugar…</translation>
    </message>
    <message>
        <source>&amp;Show repairs</source>
        <translation>Mostrar las &amp;reparaciones</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>Daño &amp;siguiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious finding</source>
        <translation>Daño an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Keep finding, go on</source>
        <translation>&amp;Confirmar y seguir</translation>
    </message>
    <message>
        <source>This is no &amp;damage</source>
        <translation>Esto no es un &amp;daño</translation>
    </message>
    <message>
        <source>&amp;Quick guide</source>
        <translation>Guía &amp;rápida</translation>
    </message>
    <message>
        <source>&amp;Try a sample photo</source>
        <translation>&amp;Probar con una foto de ejemplo</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Informar de un problema…</translation>
    </message>
    <message>
        <source>&amp;About Kolorit</source>
        <translation>&amp;Acerca de Kolorit</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Change &amp;color…</source>
        <translation>&amp;Cambiar color…</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Save changes to %Ln photos?</source>
        <translation>
            <numerusform>¿Guardar los cambios de %Ln foto?</numerusform>
            <numerusform>¿Guardar los cambios de %Ln fotos?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This scan holds %Ln photos.</source>
        <translation>
            <numerusform>Este escaneo contiene %Ln foto.</numerusform>
            <numerusform>Este escaneo contiene %Ln fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open as %Ln photos</source>
        <translation>
            <numerusform>Abrir como %Ln foto</numerusform>
            <numerusform>Abrir como %Ln fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kolorit closed unexpectedly. Reopen your %Ln photos?</source>
        <translation>
            <numerusform>Kolorit se cerró de forma inesperada. ¿Volver a abrir %Ln foto?</numerusform>
            <numerusform>Kolorit se cerró de forma inesperada. ¿Volver a abrir sus %Ln fotos?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Straighten</source>
        <translation>Enderezar</translation>
    </message>
    <message>
        <source>Turns the photo clockwise. Dragging outside the rectangle does it too.</source>
        <translation>Gira la foto en el sentido de las agujas del reloj. También se puede arrastrar fuera del rectángulo.</translation>
    </message>
    <message>
        <source>%1, in degrees</source>
        <translation>%1, en grados</translation>
    </message>
    <message>
        <source>A&amp;utomatic</source>
        <translation>A&amp;utomático</translation>
    </message>
    <message>
        <source>Finds the print on a scan, or straightens by walls and the horizon.</source>
        <translation>Busca la copia en papel en un escaneo, o endereza según las paredes y el horizonte.</translation>
    </message>
    <message>
        <source>Found neither a print nor a tilt.</source>
        <translation>No se ha encontrado ninguna copia en papel ni inclinación.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Shows the whole photo, not straightened.</source>
        <translation>Muestra la foto entera, sin enderezar.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recortar</translation>
    </message>
</context>
<context>
    <name>DetailRow</name>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Custom (%1 px)</source>
        <translation>Personalizado (%1&#xa0;px)</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1&#xa0;px</translation>
    </message>
    <message>
        <source>The model looks at %1 px now.</source>
        <translation>El modelo ve ahora la foto a %1&#xa0;px.</translation>
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
        <source>Color like another photo</source>
        <translation>Colorear como otra foto</translation>
    </message>
    <message>
        <source>Choose page</source>
        <translation>Elegir página</translation>
    </message>
    <message>
        <source>A folder is being colorized. Stop after the current photos? It can be resumed later.</source>
        <translation>Se está coloreando una carpeta. ¿Detener tras las fotos en curso? Se puede reanudar más tarde.</translation>
    </message>
    <message>
        <source>The color hints on this page are not saved. Go to another page anyway?</source>
        <translation>Las indicaciones de color de esta página no se han guardado. ¿Pasar a otra de todos modos?</translation>
    </message>
    <message>
        <source>Page, from 1 to %1:</source>
        <translation>Página, de 1 a %1:</translation>
    </message>
    <message>
        <source>Close Kolorit</source>
        <translation>Cerrar Kolorit</translation>
    </message>
    <message>
        <source>Save changes to the pasted image?</source>
        <translation>¿Guardar los cambios de la imagen pegada?</translation>
    </message>
    <message>
        <source>Save changes to “%1”?</source>
        <translation>¿Guardar los cambios de «%1»?</translation>
    </message>
    <message>
        <source>pasted image</source>
        <translation>imagen pegada</translation>
    </message>
    <message>
        <source>Do&amp;n’t save</source>
        <translation>&amp;No guardar</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>“%1” was changed by another program after Kolorit had saved it. Replace it?</source>
        <translation>Otro programa ha cambiado «%1» después de que Kolorit lo guardara. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>Save the colored photo</source>
        <translation>Guardar la foto coloreada</translation>
    </message>
</context>
<context>
    <name>DoubtBar</name>
    <message>
        <source>Hatched: the model was unsure of the color here.</source>
        <translation>Rayado: el modelo no estaba seguro del color aquí.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Previous uncertain area (Shift+U)</source>
        <translation>Zona dudosa anterior (Mayús+U)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next uncertain area (U)</source>
        <translation>Zona dudosa siguiente (U)</translation>
    </message>
    <message>
        <source>Set its color…</source>
        <translation>Elegir su color…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>None stands out</source>
        <translation>Ninguna destaca</translation>
    </message>
    <message>
        <source>Uncertain area %1</source>
        <translation>Zona dudosa %1</translation>
    </message>
</context>
<context>
    <name>DoubtfulButton</name>
    <message numerus="yes">
        <source>Show %Ln in doubt</source>
        <translation>
            <numerusform>Mostrar %Ln dudoso</numerusform>
            <numerusform>Mostrar %Ln dudosos</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed in the photo; N steps through them, the likeliest first. Return repairs one, Delete says that it is no damage</source>
        <translation>Con línea discontinua en la foto; N los recorre, primero los más probables. Intro repara uno, Supr indica que no es un daño</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Please wait…</source>
        <translation>Espere…</translation>
    </message>
    <message>
        <source>Drag to another app</source>
        <translation>Arrastrar a otra aplicación</translation>
    </message>
    <message>
        <source>Drag the colored photo to a folder or another app; click to save</source>
        <translation>Arrastre la foto coloreada a una carpeta u otra aplicación; clic para guardar</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>Suelte para abrir</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop photos or a folder here</source>
        <translation>Suelte aquí fotos o una carpeta</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, BMP. Your photos never leave this computer and are never changed.</source>
        <translation>JPEG, PNG, TIFF, WebP, AVIF, BMP. Sus fotos nunca salen de este equipo ni se modifican.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Abrir fotos…</translation>
    </message>
    <message>
        <source>Try a sample photo</source>
        <translation>Probar con una foto de ejemplo</translation>
    </message>
    <message>
        <source>Reopen the photo from last time</source>
        <translation>Volver a abrir la foto de la última vez</translation>
    </message>
    <message numerus="yes">
        <source>Reopen the %Ln photos from last time</source>
        <translation>
            <numerusform>Volver a abrir %Ln foto de la última vez</numerusform>
            <numerusform>Volver a abrir las %Ln fotos de la última vez</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineMessages</name>
    <message>
        <source>This computer has no device “%1”.</source>
        <translation>Este equipo no tiene el dispositivo «%1».</translation>
    </message>
    <message>
        <source>The graphics card stopped working. Restart Kolorit, or choose the processor in the preferences.</source>
        <translation>La tarjeta gráfica ha dejado de funcionar. Reinicie Kolorit o elija el procesador en las preferencias.</translation>
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
        <source>Colorize anyway</source>
        <translation>Colorear de todos modos</translation>
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
        <source>“%1” is not a supported image file.</source>
        <translation>«%1» no es un archivo de imagen compatible.</translation>
    </message>
    <message>
        <source>“%1” has a pixel format that is not supported. Save it as 16-bit RGB first.</source>
        <translation>El formato de píxeles de «%1» no es compatible. Guárdelo antes en RGB de 16 bits.</translation>
    </message>
    <message>
        <source>“%1” has a compression that is not supported. Save it with LZW or ZIP first.</source>
        <translation>La compresión de «%1» no es compatible. Guárdelo antes con LZW o ZIP.</translation>
    </message>
    <message>
        <source>“%1” looks like a color photo. Colorizing replaces its colors.</source>
        <translation>«%1» parece una foto en color. Al colorearla se sustituyen sus colores.</translation>
    </message>
    <message>
        <source>“%1” contains the photos. Choose another destination folder.</source>
        <translation>«%1» contiene las fotos. Elija otra carpeta de destino.</translation>
    </message>
    <message>
        <source>“%1” is not there. Choose another source folder.</source>
        <translation>«%1» no está. Elija otra carpeta de origen.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to. Choose another destination folder.</source>
        <translation>No se puede escribir en «%1». Elija otra carpeta de destino.</translation>
    </message>
    <message>
        <source>“%1” contains an unfinished batch. Resume keeps its settings; Start over uses those below.</source>
        <translation>«%1» contiene un lote sin terminar. Reanudar mantiene sus ajustes; Empezar de nuevo usa los de abajo.</translation>
    </message>
    <message>
        <source>“%1” contains a batch with other settings. Choose another folder.</source>
        <translation>«%1» contiene un lote con otros ajustes. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>There is no batch to resume in “%1”.</source>
        <translation>En «%1» no hay ningún lote que reanudar.</translation>
    </message>
    <message>
        <source>The plan of the batch in “%1” is damaged. Start over.</source>
        <translation>El plan del lote en «%1» está dañado. Empiece de nuevo.</translation>
    </message>
    <message>
        <source>“%1” contains a batch of a newer version of Kolorit, which is not changed. Choose another folder.</source>
        <translation>«%1» contiene un lote de una versión más reciente de Kolorit, que no se cambia. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Another batch is writing to “%1”. Wait until it has finished.</source>
        <translation>Otro lote está escribiendo en «%1». Espere a que termine.</translation>
    </message>
    <message>
        <source>“%1” is damaged or incomplete. Copy or scan it again.</source>
        <translation>«%1» está dañado o incompleto. Cópielo o escanéelo de nuevo.</translation>
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
        <translation>No se ha podido guardar «%1» en este formato. Elija otro.</translation>
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
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Open photos</source>
        <translation>Fotos abiertas</translation>
    </message>
    <message>
        <source>Pasted image</source>
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
        <source>edited</source>
        <translation>editada</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardada</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>con bandera</translation>
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
    <name>GeometryEditor</name>
    <message>
        <source>No print was found: the photo fills the scan.</source>
        <translation>No se ha encontrado ninguna copia en papel: la foto ocupa todo el escaneo.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Quick guide</source>
        <translation>Guía rápida</translation>
    </message>
    <message>
        <source>From a scan to a photo worth keeping</source>
        <translation>Del escaneo a una foto digna de conservar</translation>
    </message>
    <message>
        <source>Nothing you do here changes your original.</source>
        <translation>Nada de lo que haga aquí modifica su original.</translation>
    </message>
    <message>
        <source>Drop a scan into the window. It is colored at once.</source>
        <translation>Suelte un escaneo en la ventana. Se colorea enseguida.</translation>
    </message>
    <message>
        <source>“Restore automatically” looks for dust, scratches, noise and faded colors, and mends what needs it. Every step can be switched off again.</source>
        <translation>«Restaurar automáticamente» busca polvo, arañazos, ruido y colores desvaídos, y corrige lo que lo necesita. Cada paso se puede volver a desactivar.</translation>
    </message>
    <message>
        <source>Press A to see what was repaired, and N to go to the most doubtful place: Enter repairs it, Delete says that it is no damage.</source>
        <translation>Pulse A para ver qué se ha reparado y N para ir al lugar más dudoso: Intro lo repara, Supr indica que no es un daño.</translation>
    </message>
    <message>
        <source>Something was missed? Press J and paint over it. Press S first and click a place whose texture is to be copied there. P protects what is no damage.</source>
        <translation>¿Se ha pasado algo por alto? Pulse J y pinte encima. Pulse antes S y haga clic en un lugar para copiar ahí su textura. P protege lo que no es un daño.</translation>
    </message>
    <message>
        <source>The scan lies on its side, or is larger than the photo? Ctrl+] rotates it. Press R to crop and straighten: drag the corners, [ and ] straighten, Enter crops.</source>
        <translation>¿El escaneo está de lado o es mayor que la foto? Ctrl+] lo gira. Pulse R para recortar y enderezar: arrastre las esquinas, [ y ] enderezan, Intro recorta.</translation>
    </message>
    <message>
        <source>Drag the line across the photo to compare. Hold \ to see the original.</source>
        <translation>Arrastre la línea sobre la foto para comparar. Mantenga pulsada la tecla \ para ver el original.</translation>
    </message>
    <message>
        <source>A color is wrong? Press H, click the spot, and choose another one. A part that keeps its color is clicked as well. Press D to see where Kolorit was unsure.</source>
        <translation>¿Un color no es correcto? Pulse H, haga clic en el punto y elija otro. Haga clic también en lo que deba conservar su color. Pulse D para ver dónde Kolorit no estaba seguro.</translation>
    </message>
    <message>
        <source>Other photos show the same thing? “Use in other photos…” looks for it and asks you. Photos of one scene get the color by themselves; Undo takes it back there.</source>
        <translation>¿Otras fotos muestran el mismo objeto? «Usar en otras fotos…» lo busca y le pregunta. Las fotos de una misma escena reciben el color por sí solas; Deshacer lo quita de ellas.</translation>
    </message>
    <message>
        <source>Too much or too little? Move Color strength, Vividness and Warmth, or press C to choose among variations.</source>
        <translation>¿Demasiado o demasiado poco? Mueva Intensidad del color, Viveza y Calidez, o pulse C para elegir entre variantes.</translation>
    </message>
    <message>
        <source>Save writes a new file with the resolution, the color profile and the date of your scan. A whole folder: File, Colorize folders…</source>
        <translation>Guardar escribe un archivo nuevo con la resolución, el perfil de color y la fecha de su escaneo. Una carpeta entera: Archivo, Colorear carpetas…</translation>
    </message>
</context>
<context>
    <name>HexBox</name>
    <message>
        <source>Color code</source>
        <translation>Código de color</translation>
    </message>
    <message>
        <source>Six digits, as #8b5a2b. The photo keeps its own lightness.</source>
        <translation>Seis dígitos, como #8b5a2b. La foto conserva su propia luminosidad.</translation>
    </message>
</context>
<context>
    <name>HintPalette</name>
    <message>
        <source>Colors for this place</source>
        <translation>Colores para este punto</translation>
    </message>
    <message>
        <source>Color of this place</source>
        <translation>Color de este punto</translation>
    </message>
    <message>
        <source>Move the palette with the arrow keys</source>
        <translation>Mueva la paleta con las flechas</translation>
    </message>
    <message>
        <source>Drag to move. Double-click: back beside the place.</source>
        <translation>Arrastre para moverla. Doble clic: vuelve junto al punto.</translation>
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
        <source>&amp;Delete hint</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Color &amp;code</source>
        <translation>&amp;Código de color</translation>
    </message>
    <message>
        <source>Suggested colors</source>
        <translation>Colores sugeridos</translation>
    </message>
    <message>
        <source>Looking for colors…</source>
        <translation>Buscando colores…</translation>
    </message>
    <message>
        <source>This model suggests no colors</source>
        <translation>Este modelo no sugiere colores</translation>
    </message>
    <message>
        <source>%1 – %2 likely</source>
        <translation>%1 – probabilidad del %2</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
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
        <translation>Añadir indicaciones de c&amp;olor</translation>
    </message>
    <message>
        <source>Color hints</source>
        <translation>Indicaciones de color</translation>
    </message>
    <message>
        <source>De&amp;lete hint</source>
        <translation>E&amp;liminar</translation>
    </message>
    <message>
        <source>Delete &amp;all</source>
        <translation>Eliminar &amp;todas</translation>
    </message>
    <message>
        <source>Use in other photos…</source>
        <translation>Usar en otras fotos…</translation>
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
        <source>Click something in the photo and choose its color.</source>
        <translation>Haga clic en algo de la foto y elija su color.</translation>
    </message>
    <message>
        <source>This model takes no color hints. Choose another one.</source>
        <translation>Este modelo no admite indicaciones de color. Elija otro.</translation>
    </message>
    <message>
        <source>%1, from “%2”</source>
        <translation>%1, de «%2»</translation>
    </message>
    <message>
        <source>%1, outside the crop</source>
        <translation>%1, fuera del recorte</translation>
    </message>
    <message>
        <source>%1 at %2 %, %3 %</source>
        <translation>%1 en %2&#xa0;%, %3&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Taken over from another photo</source>
        <translation>Tomado de otra foto</translation>
    </message>
    <message>
        <source>Taken over from “%1”</source>
        <translation>Tomado de «%1»</translation>
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
        <translation>%1 y %2 más</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>All open photos have these settings already.</source>
        <translation>Todas las fotos abiertas tienen ya estos ajustes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have these settings now.</source>
        <translation>
            <numerusform>%Ln foto más tiene ahora estos ajustes.</numerusform>
            <numerusform>%Ln fotos más tienen ahora estos ajustes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have these settings again.</source>
        <translation>
            <numerusform>%Ln foto vuelve a tener estos ajustes.</numerusform>
            <numerusform>%Ln fotos vuelven a tener estos ajustes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have their earlier settings again.</source>
        <translation>
            <numerusform>%Ln foto vuelve a tener sus ajustes anteriores.</numerusform>
            <numerusform>%Ln fotos vuelven a tener sus ajustes anteriores.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose page…</source>
        <translation>Elegir página…</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>No program shows folders here: %1</source>
        <translation>En este equipo ningún programa muestra carpetas: %1</translation>
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
        <source>Experimental model guided by image recognition. Very muted colors.</source>
        <translation>Modelo experimental guiado por reconocimiento de imágenes. Colores muy apagados.</translation>
    </message>
    <message>
        <source>Experimental model after a short adversarial training. Misplaced orange and blue.</source>
        <translation>Modelo experimental tras un breve entrenamiento adversario. Naranjas y azules fuera de lugar.</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Part of the photo that is seen</source>
        <translation>Parte visible de la foto</translation>
    </message>
    <message>
        <source>Drag the frame to see another part of the photo</source>
        <translation>Arrastre el marco para ver otra parte de la foto</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>No photos found in “%1”.</source>
        <translation>No se han encontrado fotos en «%1».</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>Abrir todas las fotos de una carpeta</translation>
    </message>
    <message>
        <source>There is no image in the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>“%1” has changed since its color hints were set; they may no longer fit.</source>
        <translation>«%1» ha cambiado desde que se añadieron sus indicaciones de color; quizá ya no encajen.</translation>
    </message>
    <message>
        <source>“%1” no longer has page %2; its largest page is shown.</source>
        <translation>«%1» ya no tiene la página %2; se muestra la página más grande.</translation>
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
        <source>Folder for colored photos</source>
        <translation>Carpeta para las fotos coloreadas</translation>
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
        <source>&amp;Mark saved files as AI-colorized</source>
        <translation>&amp;Marcar los archivos como coloreados con IA</translation>
    </message>
    <message>
        <source>&amp;Remember open photos for the next start</source>
        <translation>&amp;Recordar las fotos abiertas para el próximo inicio</translation>
    </message>
    <message>
        <source>Use color hints in photos of the same &amp;scene, too</source>
        <translation>Indicaciones de color para la misma &amp;escena</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
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
        <source>Same as original</source>
        <translation>Como el original</translation>
    </message>
    <message>
        <source>Same folder as the photo</source>
        <translation>Carpeta de la foto</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>&amp;Processing</source>
        <translation>&amp;Procesamiento</translation>
    </message>
    <message>
        <source>The mark is in the metadata, not visible in the picture. Archives and photo programs read it; it names the model and your settings.</source>
        <translation>La marca está en los metadatos y no se ve en la imagen. La leen los archivos históricos y los programas de fotos; indica el modelo y sus ajustes.</translation>
    </message>
    <message>
        <source>JPEG/WebP &amp;quality</source>
        <translation>Calidad &amp;JPEG/WebP</translation>
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
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>C&amp;arpeta</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
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
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>None of the photos that were tried would be colored: they are in color already, have a result, or cannot be read.</source>
        <translation>Ninguna de las fotos probadas se colorearía: ya están en color, ya tienen un resultado o no se pueden leer.</translation>
    </message>
    <message>
        <source>Photos that would be colored appear here, before and after.</source>
        <translation>Aquí aparecen, antes y después, fotos que se colorearían.</translation>
    </message>
</context>
<context>
    <name>ProposalStrip</name>
    <message>
        <source>Pasted image</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>surely the same</source>
        <translation>seguro que es el mismo</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>quizá sea el mismo</translation>
    </message>
    <message>
        <source>The same thing in other photos</source>
        <translation>El mismo objeto en otras fotos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>The same thing? %Ln photos</source>
        <translation>
            <numerusform>¿El mismo objeto? %Ln foto</numerusform>
            <numerusform>¿El mismo objeto? %Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the same thing in other photos</source>
        <translation>Buscando el mismo objeto en otras fotos</translation>
    </message>
    <message numerus="yes">
        <source>Use in %Ln photos</source>
        <translation>
            <numerusform>Usar en %Ln foto</numerusform>
            <numerusform>Usar en %Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching: %1 of %2</source>
        <translation>Buscando: %1 de %2</translation>
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
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Re Pág</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Av Pág</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
</context>
<context>
    <name>ReadyColors</name>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>fair skin</source>
        <translation>piel muy clara</translation>
    </message>
    <message>
        <source>rosy skin</source>
        <translation>piel rosada</translation>
    </message>
    <message>
        <source>light skin</source>
        <translation>piel clara</translation>
    </message>
    <message>
        <source>olive skin</source>
        <translation>piel aceitunada</translation>
    </message>
    <message>
        <source>tanned skin</source>
        <translation>piel bronceada</translation>
    </message>
    <message>
        <source>brown skin</source>
        <translation>piel morena</translation>
    </message>
    <message>
        <source>dark skin</source>
        <translation>piel oscura</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>labios</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Pelo</translation>
    </message>
    <message>
        <source>light blond hair</source>
        <translation>pelo rubio claro</translation>
    </message>
    <message>
        <source>golden blond hair</source>
        <translation>pelo rubio dorado</translation>
    </message>
    <message>
        <source>red hair</source>
        <translation>pelo pelirrojo</translation>
    </message>
    <message>
        <source>auburn hair</source>
        <translation>pelo castaño rojizo</translation>
    </message>
    <message>
        <source>light brown hair</source>
        <translation>pelo castaño claro</translation>
    </message>
    <message>
        <source>dark brown hair</source>
        <translation>pelo castaño oscuro</translation>
    </message>
    <message>
        <source>black hair</source>
        <translation>pelo negro</translation>
    </message>
    <message>
        <source>gray hair</source>
        <translation>pelo canoso</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Madera</translation>
    </message>
    <message>
        <source>birch</source>
        <translation>abedul</translation>
    </message>
    <message>
        <source>pine</source>
        <translation>pino</translation>
    </message>
    <message>
        <source>oak</source>
        <translation>roble</translation>
    </message>
    <message>
        <source>cherry</source>
        <translation>cerezo</translation>
    </message>
    <message>
        <source>mahogany</source>
        <translation>caoba</translation>
    </message>
    <message>
        <source>walnut</source>
        <translation>nogal</translation>
    </message>
    <message>
        <source>ebony</source>
        <translation>ébano</translation>
    </message>
    <message>
        <source>weathered wood</source>
        <translation>madera envejecida</translation>
    </message>
    <message>
        <source>Uniforms</source>
        <translation>Uniformes</translation>
    </message>
    <message>
        <source>khaki drill</source>
        <translation>dril caqui</translation>
    </message>
    <message>
        <source>brown khaki</source>
        <translation>caqui pardo</translation>
    </message>
    <message>
        <source>olive drab</source>
        <translation>verde oliva militar</translation>
    </message>
    <message>
        <source>field gray</source>
        <translation>gris de campaña</translation>
    </message>
    <message>
        <source>horizon blue</source>
        <translation>azul horizonte</translation>
    </message>
    <message>
        <source>air force blue</source>
        <translation>azul aviación</translation>
    </message>
    <message>
        <source>navy blue</source>
        <translation>azul marino</translation>
    </message>
    <message>
        <source>scarlet</source>
        <translation>escarlata</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recen&amp;t</source>
        <translation>A&amp;brir reciente</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Open this photo again</source>
        <translation>Volver a abrir esta foto</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Vaciar lista</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>«%1» ya no está ahí.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report a problem</source>
        <translation>Informar de un problema</translation>
    </message>
    <message>
        <source>Something is wrong?</source>
        <translation>¿Algo va mal?</translation>
    </message>
    <message>
        <source>Tell us what you did, what happened, and what you expected. Add the lines below; they hold no names of your photos. Kolorit itself sends nothing.</source>
        <translation>Cuéntenos qué hizo, qué ocurrió y qué esperaba. Añada las líneas de abajo; no contienen nombres de sus fotos. Kolorit no envía nada por su cuenta.</translation>
    </message>
    <message>
        <source>The log names your photos; look at it before you send it:</source>
        <translation>El registro contiene los nombres de sus fotos; revíselo antes de enviarlo:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
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
        <translation>Busca daños, ruido, colores desvaídos y tonos apagados, y corrige lo que lo necesita</translation>
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
        <translation>Pinte sobre lo que se pasó por alto; Ctrl borra, Mayús traza una recta</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Proteger</translation>
    </message>
    <message>
        <source>Paint over what is no damage: it keeps every bit</source>
        <translation>Pinte sobre lo que no es un daño: queda intacto</translation>
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
        <translation>Mostrar las reparaciones</translation>
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
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>only: %1</source>
        <translation>solo: %1</translation>
    </message>
    <message>
        <source>all changes</source>
        <translation>todos los cambios</translation>
    </message>
    <message>
        <source>What differs between before and after: all that was done, or one step alone</source>
        <translation>En qué se diferencian el antes y el después: todo lo hecho o un solo paso</translation>
    </message>
    <message>
        <source>Where pixels are changed, and what was invented (key A)</source>
        <translation>Dónde cambian los píxeles y qué se ha inventado (tecla A)</translation>
    </message>
    <message>
        <source>Finding %1 of %2</source>
        <translation>Daño %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks found</source>
        <translation>
            <numerusform>%Ln daño encontrado</numerusform>
            <numerusform>%Ln daños encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more in doubt</source>
        <translation>dudosos: %1</translation>
    </message>
    <message>
        <source>%1 left alone by size or shade</source>
        <translation>sin tocar por tamaño o tono: %1</translation>
    </message>
    <message>
        <source>Copy from a place…</source>
        <translation>Copiar de un lugar…</translation>
    </message>
    <message>
        <source>Copies from the mark</source>
        <translation>Copia de la marca</translation>
    </message>
    <message>
        <source>Click the place to copy from</source>
        <translation>Haga clic en el lugar de origen</translation>
    </message>
    <message>
        <source>Strokes take their texture from a place that you choose: key S, then a click or Enter, or Ctrl+Shift+click. S or Esc: texture is found by the program again</source>
        <translation>Las pinceladas toman la textura del lugar que usted elija: tecla S y después un clic o Intro, o bien Ctrl+Mayús+clic. S o Esc: el programa vuelve a buscar la textura</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Dust and scratches</source>
        <translation>Polvo y arañazos</translation>
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
        <translation>Rellena polvo, pelos y arañazos; lo demás queda igual, bit a bit</translation>
    </message>
    <message>
        <source>Takes out noise, the marks of JPEG and printing screens; less in faces</source>
        <translation>Quita ruido, huellas de JPEG y tramas de imprenta; menos en las caras</translation>
    </message>
    <message>
        <source>Brings back the dyes of a faded color photo; leaves others alone</source>
        <translation>Recupera los tintes de una foto en color desvaída; no toca las demás</translation>
    </message>
    <message>
        <source>Spreads the tones of a flat scan</source>
        <translation>Extiende los tonos de un escaneo apagado</translation>
    </message>
    <message>
        <source>Repairs are not shown, in no photo.</source>
        <translation>Las reparaciones no se muestran en ninguna foto.</translation>
    </message>
    <message>
        <source>Repairs are outlined, in all photos. A: in red.</source>
        <translation>Las reparaciones se muestran contorneadas en todas las fotos. A: en rojo.</translation>
    </message>
    <message>
        <source>Repairs are in red, in all photos. A: not shown.</source>
        <translation>Las reparaciones se muestran en rojo en todas las fotos. A: sin mostrar.</translation>
    </message>
    <message>
        <source>Nothing is repaired in this photo.</source>
        <translation>En esta foto no se ha reparado nada.</translation>
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
        <translation>queda: cian %1&#xa0;%, magenta %2&#xa0;%, amarillo %3&#xa0;%</translation>
    </message>
    <message>
        <source>%1 % of the tones used</source>
        <translation>%1&#xa0;% de los tonos en uso</translation>
    </message>
    <message>
        <source>%1 % of the tones used: not needed</source>
        <translation>%1&#xa0;% de los tonos en uso: no hace falta</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Dust on a print is dark; dust on a negative, and white specks of a print, are light</source>
        <translation>El polvo en una copia en papel es oscuro; el polvo en un negativo y las motas blancas de una copia son claros</translation>
    </message>
    <message>
        <source>dark and light marks</source>
        <translation>daños oscuros y claros</translation>
    </message>
    <message>
        <source>only dark marks</source>
        <translation>solo daños oscuros</translation>
    </message>
    <message>
        <source>only light marks</source>
        <translation>solo daños claros</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Photos to see to</source>
        <translation>Fotos que requieren atención</translation>
    </message>
    <message>
        <source>&amp;Color anyway</source>
        <translation>Colorear de &amp;todos modos</translation>
    </message>
    <message>
        <source>Select skipped photos to color them anyway: their results get names of their own, and nothing is replaced.</source>
        <translation>Seleccione fotos omitidas para colorearlas de todos modos: sus resultados reciben nombres propios y no se reemplaza nada.</translation>
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
    <message numerus="yes">
        <source>%Ln photos were saved in “%1”.</source>
        <translation>
            <numerusform>Se ha guardado %Ln foto en «%1».</numerusform>
            <numerusform>Se han guardado %Ln fotos en «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo was saved.</source>
        <translation>No se ha guardado ninguna foto.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved, each beside its original.</source>
        <translation>
            <numerusform>Se ha guardado %Ln foto, junto a su original.</numerusform>
            <numerusform>Se han guardado %Ln fotos, cada una junto a su original.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were not saved.</source>
        <translation>
            <numerusform>%Ln foto no se ha guardado.</numerusform>
            <numerusform>%Ln fotos no se han guardado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: %1. The filmstrip says why.</source>
        <translation>Sin guardar: %1. La tira de fotos indica el motivo.</translation>
    </message>
</context>
<context>
    <name>ScaleNote</name>
    <message>
        <source>Seen at %1 %: grain and noise show at 1:1.</source>
        <translation>Visto al %1&#xa0;%: el grano y el ruido se ven a 1:1.</translation>
    </message>
    <message>
        <source>Show the photo&apos;s own pixels</source>
        <translation>Mostrar la foto a 1:1</translation>
    </message>
</context>
<context>
    <name>SelectedPhotos</name>
    <message numerus="yes">
        <source>%Ln photos have been changed.</source>
        <translation>
            <numerusform>Se ha cambiado %Ln foto.</numerusform>
            <numerusform>Se han cambiado %Ln fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>SeriesColors</name>
    <message numerus="yes">
        <source>Also done in %Ln photos of the same scene.</source>
        <translation>
            <numerusform>Hecho también en %Ln foto de la misma escena.</numerusform>
            <numerusform>Hecho también en %Ln fotos de la misma escena.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>Kolorit closed unexpectedly. Reopen your photo?</source>
        <translation>Kolorit se cerró de forma inesperada. ¿Volver a abrir su foto?</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Volver a abrir</translation>
    </message>
    <message>
        <source>What was open last was kept by a newer version of Kolorit; it is not used and not changed.</source>
        <translation>Lo que estaba abierto la última vez lo guardó una versión más reciente de Kolorit; ni se usa ni se cambia.</translation>
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
        <source>Place a color hint with the keyboard</source>
        <translation>Poner una indicación de color con el teclado</translation>
    </message>
    <message>
        <source>Color palette: choose, cancel</source>
        <translation>Paleta de colores: elegir, cancelar</translation>
    </message>
    <message>
        <source>Hold to show the original</source>
        <translation>Mantener pulsada para ver el original</translation>
    </message>
    <message>
        <source>Brush: change its size</source>
        <translation>Pincel: cambiar el tamaño</translation>
    </message>
    <message>
        <source>Cropping: move the rectangle</source>
        <translation>Recorte: mover el rectángulo</translation>
    </message>
    <message>
        <source>Cropping: change its size</source>
        <translation>Recorte: cambiar el tamaño del rectángulo</translation>
    </message>
    <message>
        <source>Cropping: straighten</source>
        <translation>Recorte: enderezar</translation>
    </message>
    <message>
        <source>Cropping: apply, cancel</source>
        <translation>Recorte: aplicar, cancelar</translation>
    </message>
    <message>
        <source>Delete the selected hint, or take the selected photos off the list</source>
        <translation>Eliminar la indicación elegida o quitar de la lista las fotos elegidas</translation>
    </message>
    <message>
        <source>Cancel what is running, close the variations, leave full screen</source>
        <translation>Cancelar lo que está en curso, cerrar las variantes, salir de la pantalla completa</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Drag the photo with any tool</source>
        <translation>Arrastrar la foto con cualquier herramienta</translation>
    </message>
    <message>
        <source>%1 + mouse</source>
        <translation>%1 + ratón</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
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
        <source>another variation</source>
        <translation>otra variante</translation>
    </message>
    <message>
        <source>dark or light marks</source>
        <translation>daños oscuros o claros</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilidad</translation>
    </message>
    <message>
        <source>largest size</source>
        <translation>tamaño máximo</translation>
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
        <source>dust and scratches</source>
        <translation>polvo y arañazos</translation>
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
        <source>damage</source>
        <translation>es un daño</translation>
    </message>
    <message>
        <source>no damage</source>
        <translation>no es un daño</translation>
    </message>
    <message>
        <source>delete a color hint</source>
        <translation>eliminar una indicación de color</translation>
    </message>
    <message>
        <source>delete all color hints</source>
        <translation>eliminar todas las indicaciones de color</translation>
    </message>
    <message>
        <source>paste color hints</source>
        <translation>pegar indicaciones de color</translation>
    </message>
    <message>
        <source>color hint</source>
        <translation>indicación de color</translation>
    </message>
    <message>
        <source>move a color hint</source>
        <translation>mover una indicación de color</translation>
    </message>
    <message>
        <source>reach of a color hint</source>
        <translation>alcance de una indicación de color</translation>
    </message>
    <message>
        <source>rotate left</source>
        <translation>girar a la izquierda</translation>
    </message>
    <message>
        <source>rotate right</source>
        <translation>girar a la derecha</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>reflejar</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>recortar</translation>
    </message>
    <message>
        <source>settings for all photos</source>
        <translation>ajustes para todas las fotos</translation>
    </message>
    <message>
        <source>paste settings</source>
        <translation>pegar ajustes</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>restablecer</translation>
    </message>
    <message>
        <source>color like another photo</source>
        <translation>colorear como otra foto</translation>
    </message>
    <message>
        <source>color hints of another photo</source>
        <translation>indicaciones de color de otra foto</translation>
    </message>
    <message>
        <source>color of another photo</source>
        <translation>color de otra foto</translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message>
        <source>As opened</source>
        <translation>Por orden de apertura</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Por fecha</translation>
    </message>
    <message>
        <source>To review first</source>
        <translation>Primero, por revisar</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Todas las fotos</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editadas</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Con bandera</translation>
    </message>
    <message>
        <source>No edited photos</source>
        <translation>Ninguna foto editada</translation>
    </message>
    <message>
        <source>No unsaved photos</source>
        <translation>Ninguna foto sin guardar</translation>
    </message>
    <message>
        <source>No flagged photos</source>
        <translation>Ninguna foto con bandera</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>The order of the open photos</source>
        <translation>El orden de las fotos abiertas</translation>
    </message>
    <message>
        <source>When it was taken, as the photo says; else when its file was changed</source>
        <translation>Cuándo se hizo, según la foto; si no, cuándo se modificó su archivo</translation>
    </message>
    <message>
        <source>Which of the open photos are in the row</source>
        <translation>Cuáles de las fotos abiertas están en la tira</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected: sliders move for all</source>
        <translation>
            <numerusform>%Ln elegida: los controles actúan en todas</numerusform>
            <numerusform>%Ln elegidas: los controles actúan en todas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln oculta</numerusform>
            <numerusform>%Ln ocultas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrongColors</name>
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
    <message>
        <source>This tone is too dark for a strong %1.</source>
        <translation>Este tono es demasiado oscuro para un %1 intenso.</translation>
    </message>
    <message>
        <source>This tone is too light for a strong %1.</source>
        <translation>Este tono es demasiado claro para un %1 intenso.</translation>
    </message>
    <message>
        <source>This place is lighter than that color: it gets a tint.</source>
        <translation>Este punto es más claro que ese color: recibe un matiz claro.</translation>
    </message>
    <message>
        <source>This place is darker than that color: it gets a shade.</source>
        <translation>Este punto es más oscuro que ese color: recibe un matiz oscuro.</translation>
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
        <source>“%1” may be a color photo; it was colorized anyway.</source>
        <translation>«%1» quizá ya esté en color; se ha coloreado de todos modos.</translation>
    </message>
    <message>
        <source>The image may be in color already; it was colorized anyway.</source>
        <translation>La imagen quizá ya esté en color; se ha coloreado de todos modos.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Kolorit ran into an error; your photo is unchanged. The log has the details.</source>
        <translation>Se ha producido un error en Kolorit; su foto no ha cambiado. Los detalles están en el registro.</translation>
    </message>
    <message>
        <source>Stopped. The picture does not show your last change yet.</source>
        <translation>Detenido. La imagen aún no muestra su último cambio.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>current</source>
        <translation>actual</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>estándar</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>suave</translation>
    </message>
    <message>
        <source>detailed</source>
        <translation>detallada</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>apagada</translation>
    </message>
    <message>
        <source>vivid</source>
        <translation>viva</translation>
    </message>
    <message>
        <source>smooth and vivid</source>
        <translation>suave y viva</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>The arrow keys move the rectangle, with Shift they change its size. The brackets turn the photo. Enter crops, Escape cancels.</source>
        <translation>Las flechas mueven el rectángulo; con Mayús cambian su tamaño. Los corchetes giran la foto. Intro recorta, Esc cancela.</translation>
    </message>
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
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
</TS>
