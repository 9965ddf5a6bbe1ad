#!/bin/sh
# Makes an unpacked distribution ready in an image: on the PATH, and quick for every user.
set -eu

[ "$#" = 2 ] || {
  echo 'Usage: install.sh DISTRIBUTION BIN' >&2
  exit 2
}
mkdir -p "$2"
ln -s "$1/bin/redshank" "$2/redshank"
"$2/redshank" --warmup
rm -f "$1/lib/training.log"
# A repository that is mounted belongs to somebody else than the user of the image.
git config --system --add safe.directory '*'
