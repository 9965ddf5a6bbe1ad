#!/usr/bin/env bash
# Keeps one comment on the pull request up to date.
#
# REDSHANK       the launcher
# REPORT         what lint.sh has found, in JSON
# FOLDER         where in the repository lint.sh ran
# GITHUB_TOKEN   a token that may comment
set -euo pipefail

options=(--github --from "${REPORT:?}")
case ${FOLDER:-.} in
  . | ./) ;;
  *) options+=(--folder "$FOLDER") ;;
esac
exec "${REDSHANK:?}" comment "${options[@]}"
