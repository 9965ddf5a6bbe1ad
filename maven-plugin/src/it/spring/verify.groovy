def log = new File(basedir, 'build.log').text

// What README shows is what is printed here, and the lines that it shows are those of this POM.
def readme = new File(basedir, '../../../../README.md').text
def block = { String mark, String language ->
  def from = readme.indexOf(mark)
  assert from >= 0 : "README has no $mark"
  def begin = readme.indexOf('```' + language + '\n', from) + language.length() + 4
  readme.substring(begin, readme.indexOf('```', begin))
}
def masked = {
  it.replaceAll(/\S*target.it.spring./, '').replaceAll(/redshank:\d[^:\s]*:check/, 'redshank:VERSION:check').stripTrailing()
}
def printed = log.readLines().collect(masked)
for (line in block('<!-- build: maven -->', 'console').readLines()) {
  if (!line.startsWith('$') && !line.isBlank() && line != '…') {
    assert printed.contains(masked(line)) : "README shows a line that is not printed: $line"
  }
}
def squeezed = { it.replaceAll(/\s+/, '').replaceAll(/<version>[^<]*<.version>/, '') }
assert squeezed(new File(basedir, 'pom.xml').text).contains(squeezed(block('<!-- maven -->', 'xml')))
