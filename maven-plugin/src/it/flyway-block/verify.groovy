def log = new File(basedir, 'build.log').text

assert log.contains('src/main/resources/more/D2__note.ddl:1:29')
assert log.contains('1 error, 0 warnings, 0 notes in 2 migrations')
assert !log.contains('V9__not_ours')
