# shellcheck shell=bash disable=SC2154 # root and work are set where this is read
# What tests of shell scripts are written with. They set `root`, the checkout, and `work`, a folder for
# themselves.

out=$work/out
err=$work/err
failures=0

title() {
  current=$1
  printf '%s\n' "- $1"
}

wrong() {
  printf '    WRONG (%s): %s\n' "$current" "$1"
  head -n 5 "$out" | sed 's/^/      stdout: /'
  head -n 20 "$err" | sed 's/^/      stderr: /'
  failures=$((failures + 1))
}

# Runs a command and keeps its output, its errors and its exit code.
try() {
  code=0
  "$@" >"$out" 2>"$err" </dev/null || code=$?
}

expect_code() {
  [ "$code" = "$1" ] || wrong "exit code $code instead of $1"
}

expect_silence() {
  [ ! -s "$err" ] || wrong 'words on standard error'
}

expect_words() {
  grep -qF -- "$1" "$err" || wrong "no '$1' on standard error"
}

expect_file() {
  [ -s "$1" ] || wrong "no file $1"
}

copy_checkout() {
  mkdir -p "$1"
  git -C "$root" ls-files -z --cached --others --exclude-standard |
    tar -C "$root" --null -T - -cf - | tar -C "$1" -xf -
}

# Puts a java into a folder that says it is Java 11, and can do nothing else.
pretend_java_11() {
  mkdir -p "$1"
  cat >"$1/java" <<-'END'
	#!/bin/sh
	[ "$*" = -version ] || exit 9
	echo 'openjdk version "11.0.22" 2024-01-16' >&2
	END
  chmod +x "$1/java"
}

# Runs a command as somebody who may write nowhere but in the folder given first. Java takes the home
# folder from the list of users, whatever HOME says, so Maven is told of its repository.
as_nobody() {
  local home=$1
  shift
  mkdir -p "$home"
  if [ "$(id -u)" = 0 ]; then
    chown 65534:65534 "$home"
    try setpriv --reuid=65534 --regid=65534 --clear-groups \
      env "HOME=$home" "MAVEN_ARGS=-Dmaven.repo.local=$home/repository" "$@"
  else
    try env "HOME=$home" "$@"
  fi
}

# Ends the test: what is said to hold does, or things were wrong.
finish() {
  [ "$failures" = 0 ] || {
    printf '%s wrong\n' "$failures"
    exit 1
  }
  printf '%s holds\n' "$1"
}
