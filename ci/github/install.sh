#!/usr/bin/env bash
# Installs a release of Redshank on a runner, or takes the launcher that is named, and says in
# GITHUB_OUTPUT where it is.
#
# INPUT_REDSHANK      a launcher to use in place of a release
# INPUT_VERSION       the release
# REDSHANK_RELEASES   where releases are, if not at GitHub
set -euo pipefail

releases=${REDSHANK_RELEASES:-https://github.com/redshank/redshank/releases/download}

fail() {
  printf '::error title=Redshank::%s\n' "$1"
  exit 2
}

# Sets `java_home`: the JDK in use or, where that is too old, the newest that the runner has; empty for
# the java on the PATH.
find_java() {
  java_home=${JAVA_HOME-}
  if [ -z "$java_home" ] || is_new "$java_home"; then
    return
  fi
  for java_home in "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_arm64-}" "${JAVA_HOME_21_X64-}" \
    "${JAVA_HOME_21_arm64-}" "${JAVA_HOME_17_X64-}" "${JAVA_HOME_17_arm64-}"; do
    if [ -n "$java_home" ] && is_new "$java_home"; then
      return
    fi
  done
  fail 'Java 17 or newer is needed: put actions/setup-java before this step.'
}

is_new() {
  local major
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 17 ]
}

download() {
  local name=redshank-$INPUT_VERSION
  [[ $INPUT_VERSION =~ ^[0-9A-Za-z.-]+$ ]] || fail 'The input version is no version.'
  folder=${RUNNER_TEMP:?}/redshank
  mkdir -p "$folder"
  for file in "$name.tar.gz" "$name.tar.gz.sha256"; do
    curl --fail --silent --show-error --location --retry 3 --output "$folder/$file" \
      "$releases/v$INPUT_VERSION/$file" ||
      fail "Redshank $INPUT_VERSION cannot be downloaded. Check the input version."
  done
  (cd "$folder" && sha256sum --check --strict --status "$name.tar.gz.sha256") ||
    fail "The checksum of $name.tar.gz is another one than that of the release."
  tar -xzf "$folder/$name.tar.gz" -C "$folder"
  redshank=$folder/$name/bin/redshank
}

find_java
if [ -n "${INPUT_REDSHANK-}" ]; then
  redshank=$(command -v -- "$INPUT_REDSHANK") || fail "The input redshank names no program."
  redshank=$(realpath -- "$redshank")
else
  download
fi
JAVA_HOME=$java_home "$redshank" --version
{
  printf 'redshank=%s\n' "$redshank"
  printf 'java-home=%s\n' "$java_home"
} >>"${GITHUB_OUTPUT:?}"
