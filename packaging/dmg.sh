#!/bin/sh
# Make a disk image of the app on macOS: packaging/dmg.sh dist/Kolorit.app VERSION
set -eu
app=$1 version=$2
root=build/dmg
rm -rf "$root"
mkdir -p "$root"
cp -R "$app" "$root/"
ln -s /Applications "$root/Applications"
hdiutil create -volname Kolorit -srcfolder "$root" -format UDZO -ov "dist/kolorit-$version.dmg"
