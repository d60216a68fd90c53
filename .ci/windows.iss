; The installer for Windows, by Inno Setup 6: iscc /DVersion=0.1.0 .ci\windows.iss
; It installs for the one user without asking for an administrator, and opens .secim files by double-click.

#ifndef Version
  #error Version is not given: iscc /DVersion=0.1.0
#endif

[Setup]
AppId={{6B1C6F0E-6C5B-4E0B-9B7C-5A0F1E2D3C4B}
AppName=Seçim Masası
AppVersion={#Version}
AppPublisher=Seçim Masası
DefaultDirName={autopf}\Secim Masasi
DefaultGroupName=Seçim Masası
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Every path below is from here, not from this script.
SourceDir=..
LicenseFile=LICENSE
OutputDir=dist
OutputBaseFilename=secim-masasi-{#Version}-windows-setup
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
UninstallDisplayIcon={app}\secim-masasi.exe
WizardStyle=modern

[Languages]
Name: "tr"; MessagesFile: "compiler:Languages\Turkish.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "dist\secim-masasi\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\Seçim Masası"; Filename: "{app}\secim-masasi.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.secim"; ValueType: string; ValueData: "SecimMasasi.Gece"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\SecimMasasi.Gece"; ValueType: string; ValueData: "Seçim Masası gecesi"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SecimMasasi.Gece\DefaultIcon"; ValueType: string; ValueData: "{app}\secim-masasi.exe,0"
Root: HKA; Subkey: "Software\Classes\SecimMasasi.Gece\shell\open\command"; ValueType: string; ValueData: """{app}\secim-masasi.exe"" ""%1"""

[Run]
Filename: "{app}\secim-masasi.exe"; Description: "{cm:LaunchProgram,Seçim Masası}"; Flags: nowait postinstall skipifsilent
