def log = new File(basedir, 'build.log').text

assert log.contains('redshank-baseline.json.')
assert log.contains('0 errors, 0 warnings, 0 notes in 2 migrations.')
assert new File(basedir, 'redshank-baseline.json').text.contains('index-without-concurrently')
