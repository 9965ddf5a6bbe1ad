def log = new File(basedir, 'build.log').text

assert log.contains('error[table-of-our-own]: Ask the platform team for a table.')
assert log.contains('1 error, 0 warnings, 0 notes in 1 migration (failOn error).')
