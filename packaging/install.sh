#!/bin/sh
# Run by the single file where it has unpacked itself: install for this user, without a password
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$data/kolorit-app
rm -rf "$program.new"
mkdir -p "$data/applications" "$HOME/.local/bin"
mv kolorit "$program.new"
rm -rf "$program"
mv "$program.new" "$program"
ln -sf "$program/kolorit" "$program/kolorit-cli" "$HOME/.local/bin/"
for icon in icons/kolorit-*.png; do
	size=${icon##*-}
	size=${size%.png}
	folder=$data/icons/hicolor/${size}x$size/apps
	mkdir -p "$folder" && cp "$icon" "$folder/kolorit.png"
done
sed "s|^Exec=kolorit|Exec=\"$program/kolorit\"|" kolorit.desktop >"$data/applications/kolorit.desktop"
if command -v update-desktop-database >/dev/null; then
	update-desktop-database -q "$data/applications"
fi
echo "Kolorit is installed; it is in the menu of applications now."
