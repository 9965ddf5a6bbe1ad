def log = new File(basedir, 'build.log').text

assert log.contains('redshank.yml:3:3')
assert log.contains('index-without-concurrently')
assert !log.contains('at dev.redshank')
