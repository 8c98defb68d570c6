#!/bin/sh
# Make a Debian package of the bundle: packaging/debian.sh dist/kolorit VERSION
set -eu
bundle=$1 version=$2
here=$(dirname "$0")
arch=$(dpkg --print-architecture)
root=build/debian
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" \
	"$root/usr/share/doc/kolorit"
cp -a "$bundle" "$root/opt/kolorit"
ln -s ../../opt/kolorit/kolorit ../../opt/kolorit/kolorit-cli "$root/usr/bin/"
cp "$here/kolorit.desktop" "$root/usr/share/applications/"
cp "$bundle/NOTICE.txt" "$root/usr/share/doc/kolorit/copyright"
for icon in build/icons/kolorit-*.png; do
	size=${icon##*-}
	size=${size%.png}
	folder=$root/usr/share/icons/hicolor/${size}x$size/apps
	mkdir -p "$folder" && cp "$icon" "$folder/kolorit.png"
done
mkdir -p "$root/usr/share/icons/hicolor/scalable/apps"
cp resources/icons/kolorit.svg "$root/usr/share/icons/hicolor/scalable/apps/"
# what was built here runs where the C library is no older than this
glibc=$(find "$bundle" -type f \( -name '*.so*' -o -perm -u+x \) -exec objdump -T {} + 2>/dev/null |
	grep -o 'GLIBC_[0-9.]*[0-9]' | sort -uV | tail -n 1)
cat >"$root/DEBIAN/control" <<END
Package: kolorit
Version: $version
Architecture: $arch
Maintainer: Kolorit developers <kolorit@localhost>
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6 (>= ${glibc#GLIBC_}), libegl1, libgl1, libfontconfig1, fonts-dejavu-core | fonts-liberation
Section: graphics
Priority: optional
Description: natural color for black-and-white photographs
 Kolorit colors photographs on this computer: nothing is uploaded, and the
 original file is never touched.
END
chmod -R u+w,go+rX,go-w "$root"
dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "dist/kolorit_${version}_$arch.deb"
