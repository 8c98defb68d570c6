<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BatchDialog</name>
    <message numerus="yes">
        <source>Stopped; %Ln photos remain.</source>
        <translation>
            <numerusform>Stopped; %Ln photo remains.</numerusform>
            <numerusform>Stopped; %Ln photos remain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed: %1.</source>
        <translation>
            <numerusform>Done, but %Ln photo failed: %1.</numerusform>
            <numerusform>Done, but %Ln photos failed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln photos failed.</source>
        <translation>
            <numerusform>Done, but %Ln photo failed.</numerusform>
            <numerusform>Done, but %Ln photos failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>Looking for photos… %Ln found</source>
        <translation>
            <numerusform>Looking for photos… %Ln found</numerusform>
            <numerusform>Looking for photos… %Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln colored</source>
        <translation>
            <numerusform>%Ln colored</numerusform>
            <numerusform>%Ln colored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copied</source>
        <translation>
            <numerusform>%Ln copied</numerusform>
            <numerusform>%Ln copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of those colored, %Ln to review</source>
        <translation>
            <numerusform>Of those colored, %Ln to review</numerusform>
            <numerusform>Of those colored, %Ln to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in color already</source>
        <translation>
            <numerusform>%Ln in color already</numerusform>
            <numerusform>%Ln in color already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>%Ln photos were taken off the list. Their files stay where they are.</source>
        <translation>
            <numerusform>%Ln photo was taken off the list. Its file stays where it is.</numerusform>
            <numerusform>%Ln photos were taken off the list. Their files stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorLike</name>
    <message numerus="yes">
        <source>%Ln colors were taken over from “%1”.</source>
        <translation>
            <numerusform>%Ln color was taken over from “%1”.</numerusform>
            <numerusform>%Ln colors were taken over from “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorSharing</name>
    <message numerus="yes">
        <source>Found in no more photos; %Ln have this color already.</source>
        <translation>
            <numerusform>Found in no more photos; %Ln has this color already.</numerusform>
            <numerusform>Found in no more photos; %Ln have this color already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other photos have this color now.</source>
        <translation>
            <numerusform>%Ln other photo has this color now.</numerusform>
            <numerusform>%Ln other photos have this color now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Save changes to %Ln photos?</source>
        <translation>
            <numerusform>Save changes to %Ln photo?</numerusform>
            <numerusform>Save changes to %Ln photos?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This scan holds %Ln photos.</source>
        <translation>
            <numerusform>This scan holds %Ln photo.</numerusform>
            <numerusform>This scan holds %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open as %Ln photos</source>
        <translation>
            <numerusform>Open as %Ln photo</numerusform>
            <numerusform>Open as %Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kolorit closed unexpectedly. Reopen your %Ln photos?</source>
        <translation>
            <numerusform>Kolorit closed unexpectedly. Reopen your %Ln photo?</numerusform>
            <numerusform>Kolorit closed unexpectedly. Reopen your %Ln photos?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtfulButton</name>
    <message numerus="yes">
        <source>Show %Ln in doubt</source>
        <translation>
            <numerusform>Show %Ln in doubt</numerusform>
            <numerusform>Show %Ln in doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message numerus="yes">
        <source>Reopen the %Ln photos from last time</source>
        <translation>
            <numerusform>Reopen the %Ln photo from last time</numerusform>
            <numerusform>Reopen the %Ln photos from last time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln other photos have these settings now.</source>
        <translation>
            <numerusform>%Ln other photo has these settings now.</numerusform>
            <numerusform>%Ln other photos have these settings now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have these settings again.</source>
        <translation>
            <numerusform>%Ln photo has these settings again.</numerusform>
            <numerusform>%Ln photos have these settings again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos have their earlier settings again.</source>
        <translation>
            <numerusform>%Ln photo has its earlier settings again.</numerusform>
            <numerusform>%Ln photos have their earlier settings again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalStrip</name>
    <message numerus="yes">
        <source>The same thing? %Ln photos</source>
        <translation>
            <numerusform>The same thing? %Ln photo</numerusform>
            <numerusform>The same thing? %Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use in %Ln photos</source>
        <translation>
            <numerusform>Use in %Ln photo</numerusform>
            <numerusform>Use in %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message numerus="yes">
        <source>%Ln marks found</source>
        <translation>
            <numerusform>%Ln mark found</numerusform>
            <numerusform>%Ln marks found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message numerus="yes">
        <source>%Ln photos were saved in “%1”.</source>
        <translation>
            <numerusform>%Ln photo was saved in “%1”.</numerusform>
            <numerusform>%Ln photos were saved in “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were saved, each beside its original.</source>
        <translation>
            <numerusform>%Ln photo was saved, beside its original.</numerusform>
            <numerusform>%Ln photos were saved, each beside its original.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos were not saved.</source>
        <translation>
            <numerusform>%Ln photo was not saved.</numerusform>
            <numerusform>%Ln photos were not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectedPhotos</name>
    <message numerus="yes">
        <source>%Ln photos have been changed.</source>
        <translation>
            <numerusform>%Ln photo has been changed.</numerusform>
            <numerusform>%Ln photos have been changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesColors</name>
    <message numerus="yes">
        <source>Also done in %Ln photos of the same scene.</source>
        <translation>
            <numerusform>Also done in %Ln photo of the same scene.</numerusform>
            <numerusform>Also done in %Ln photos of the same scene.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message numerus="yes">
        <source>%Ln selected: sliders move for all</source>
        <translation>
            <numerusform>%Ln selected: sliders move for all</numerusform>
            <numerusform>%Ln selected: sliders move for all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
</context>
</TS>
