#!/bin/sh
# Packs the distribution of this checkout and unpacks it into a folder, as `redshank` in it.
set -eu

[ "$#" = 1 ] || {
  echo 'Usage: build.sh FOLDER' >&2
  exit 2
}
cd -- "$(dirname -- "$0")/../.."
sh ./mvnw -q -B -ntp -Pfast,distribution -Dmaven.test.skip -pl cli -am package
mkdir -p "$1"
tar -xzf cli/target/redshank-*.tar.gz -C "$1"
mv "$1"/redshank-* "$1/redshank"
