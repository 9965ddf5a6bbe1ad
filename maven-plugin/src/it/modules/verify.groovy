def log = new File(basedir, 'build.log').text

assert log.count('There are no migrations in this module.') == 1
assert log.contains('shop/src/main/resources/db/migration/V2__note.sql:1:29')
assert log.contains('1 error, 0 warnings, 0 notes in 2 migrations (failOn error).')
assert new File(basedir, 'shop/target/redshank/redshank.html').exists()
