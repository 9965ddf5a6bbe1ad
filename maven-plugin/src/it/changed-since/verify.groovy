def log = new File(basedir, 'build.log').text

assert log.contains('error[volatile-default-rewrite]')
assert !log.contains('index-without-concurrently')
assert log.contains('1 error, 0 warnings, 0 notes in 1 migration (failOn error).')
assert log.contains('--> src/main/resources/db/migration/V3__token.sql:2:')
