def log = new File(basedir, 'build.log').text

assert log.contains('0 errors, 0 warnings, 0 notes in 2 migrations.')
assert log.contains('ACCESS EXCLUSIVE')
assert log.contains('redshank:baseline')
def reports = new File(basedir, 'target/redshank').list() as Set
assert reports == ['redshank.json', 'redshank-junit.xml', 'redshank-checkstyle.xml',
    'redshank-gitlab.json', 'redshank-rdjson.json', 'redshank.md', 'redshank-concise.txt', 'redshank-text.txt',
    'redshank-github.txt'] as Set
