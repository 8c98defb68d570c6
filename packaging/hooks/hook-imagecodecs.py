"""What PyInstaller takes of imagecodecs: the codecs of the formats in docs/formats.md."""

_CODECS = ("avif", "ccitt", "cms", "deflate", "imcd", "jpeg8", "jpegsof3", "png", "tiff", "zlib")

# each codec is imported by name when it is first used
hiddenimports = [
    "imagecodecs.imagecodecs",
    "imagecodecs._shared",
    "imagecodecs._shared_cython",
    *(f"imagecodecs._{codec}" for codec in _CODECS),
]
