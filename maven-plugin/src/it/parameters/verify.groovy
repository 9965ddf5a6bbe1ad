def log = new File(basedir, 'build.log').text

// The second run is quiet and looks at the first migration only.
def runs = log.split('Scanning for projects')
assert runs[1].contains('error[index-without-concurrently]')
assert runs[1].contains('1 error, 0 warnings, 0 notes in 2 migrations.')
assert !runs[2].contains('error[')
assert runs[2].contains('0 errors, 0 warnings, 0 notes in 1 migration.')
assert (new File(basedir, 'out').list() as List) == ['redshank.json']
