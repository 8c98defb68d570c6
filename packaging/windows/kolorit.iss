; The installer for Windows, by Inno Setup: iscc /DVersion=0.1.0 packaging\windows\kolorit.iss
[Setup]
AppName=Kolorit
AppVersion={#Version}
AppPublisher=Kolorit developers
DefaultDirName={autopf}\Kolorit
DefaultGroupName=Kolorit
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=kolorit-{#Version}-setup
SetupIconFile=build\icons\kolorit.ico
UninstallDisplayIcon={app}\kolorit.exe
Compression=lzma2
SolidCompression=yes

[Files]
Source: "dist\kolorit\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Kolorit"; Filename: "{app}\kolorit.exe"

[Registry]
; "Open with" offers Kolorit; what opens photos by default stays as it is
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Kolorit"
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\shell\open\command"; ValueType: string; ValueData: """{app}\kolorit.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".bmp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".avif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kolorit.exe\SupportedTypes"; ValueType: string; ValueName: ".heic"; ValueData: ""

[Run]
Filename: "{app}\kolorit.exe"; Description: "Start Kolorit"; Flags: nowait postinstall skipifsilent
