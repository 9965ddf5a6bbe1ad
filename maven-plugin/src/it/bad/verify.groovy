def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] error[index-without-concurrently]: Building orders_note makes every INSERT')
assert log.contains('V2__note.sql:1:29')
assert log.contains('CREATE INDEX CONCURRENTLY orders_note')
assert log.contains('1 error, 0 warnings, 0 notes in 2 migrations (failOn error).')
assert !log.contains('at dev.redshank')
assert new File(basedir, 'target/redshank/redshank.html').text.contains('index-without-concurrently')
assert new File(basedir, 'target/redshank/redshank.sarif').text.contains('index-without-concurrently')
