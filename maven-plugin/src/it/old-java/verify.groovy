def log = new File(basedir, 'build.log').text

assert log.contains('Redshank needs Java 17 or newer, and this Maven runs on Java 11.')
assert !log.contains('class file version')
assert !log.contains('at dev.redshank')
