#!/bin/sh
# Make one file that installs the bundle for whoever starts it: packaging/single_file.sh dist/kolorit VERSION
set -eu
bundle=$1 version=$2
here=$(dirname "$0")
root=build/single-file
rm -rf "$root"
mkdir -p "$root/icons"
cp -a "$bundle" "$root/kolorit"
cp build/icons/kolorit-*.png "$root/icons/"
cp "$here/kolorit.desktop" "$here/install.sh" "$root/"
makeself --nomd5 --nocrc --sha256 --gzip --complevel 6 --tar-quietly --nox11 --packaging-date "" \
	"$root" "dist/kolorit-$version-$(uname -m).run" "Kolorit $version" ./install.sh
