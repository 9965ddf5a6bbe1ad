// The folder becomes a repository of its own, with one more migration than its last commit.
def git = { String... words ->
  def command = ['git', '-c', 'user.name=Test', '-c', 'user.email=test@example.com'] + (words as List)
  def process = command.execute(null, basedir)
  assert process.waitFor() == 0 : process.err.text
}
git('init', '-q')
git('add', 'pom.xml', 'src')
git('commit', '-q', '-m', 'Before')
new File(basedir, 'new/V3__token.sql').renameTo(new File(basedir, 'src/main/resources/db/migration/V3__token.sql'))
