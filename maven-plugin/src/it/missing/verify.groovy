def log = new File(basedir, 'build.log').text

assert log.contains('db/migrations: there is no such file or folder.')
assert !log.contains('at dev.redshank')
