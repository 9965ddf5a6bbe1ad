#!/usr/bin/env bash
# Lints the migrations of a pull request, or all of them, on a runner: findings in the log, as
# annotations and in the job's summary. Ends with Redshank's own exit code.
#
# REDSHANK   the launcher
# INPUT_…    the inputs of the action, see action.yml
set -euo pipefail

fail() {
  printf '::error title=Redshank::%s\n' "$1"
  exit 2
}

# Sets `changed_since`: what was asked for, or the branch that the pull request goes to.
choose_base() {
  changed_since=${INPUT_CHANGED_SINCE-}
  case $changed_since in
    none)
      changed_since=''
      ;;
    '')
      # A deploy that is named has its own beginning.
      if [ -n "${GITHUB_BASE_REF-}" ] && [ -z "${INPUT_SINCE-}" ]; then
        fetch_base
        changed_since=origin/$GITHUB_BASE_REF
      fi
      ;;
  esac
}

# A checkout holds one commit only, unless it was told otherwise: where the branch left the other one
# is not in it.
fetch_base() {
  local shallow=()
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    shallow=(--unshallow)
  elif git rev-parse --quiet --verify "refs/remotes/origin/$GITHUB_BASE_REF" >/dev/null; then
    return
  fi
  git fetch --quiet --no-tags "${shallow[@]}" origin \
    "+refs/heads/$GITHUB_BASE_REF:refs/remotes/origin/$GITHUB_BASE_REF" ||
    fail "The history of $GITHUB_BASE_REF cannot be fetched. Give actions/checkout 'fetch-depth: 0'."
}

add() {
  if [ -n "$2" ]; then
    options+=("$1" "$2")
  fi
}

# Each line of the input is one path, whatever it holds.
read_paths() {
  local path
  paths=()
  while IFS= read -r path || [ -n "$path" ]; do
    path=${path%$'\r'}
    case $path in
      '') ;;
      -*) paths+=("./$path") ;;
      *) paths+=("$path") ;;
    esac
  done <<<"${INPUT_PATHS-}"
}

report=${RUNNER_TEMP:?}/redshank.json
options=(--format auto --output "json=$report")
choose_base
add --changed-since "$changed_since"
add --since "${INPUT_SINCE-}"
add --pg-version "${INPUT_PG_VERSION-}"
add --fail-on "${INPUT_FAIL_ON-}"
if [ -n "${INPUT_SARIF-}" ]; then
  options+=(--output "sarif=$INPUT_SARIF")
fi
read -r -a more <<<"${INPUT_ARGS-}"
read_paths

rm -f "$report"
code=0
"${REDSHANK:?}" lint "${options[@]}" "${more[@]}" "${paths[@]}" || code=$?
if [ -s "$report" ]; then
  printf 'report=%s\n' "$report" >>"${GITHUB_OUTPUT:?}"
fi
if [ -n "${INPUT_SARIF-}" ] && [ -s "$INPUT_SARIF" ]; then
  printf 'sarif=%s\n' "$(realpath -- "$INPUT_SARIF")" >>"${GITHUB_OUTPUT:?}"
fi
exit "$code"
