def log = new File(basedir, 'build.log').text

assert log.contains('Redshank is skipped.')
assert !new File(basedir, 'target/redshank').exists()
