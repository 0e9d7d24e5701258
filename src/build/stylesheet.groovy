// Compiles src/main/scss/tongban.scss with govuk-frontend's SCSS (from its webjar) into one stylesheet.
import com.sass_lang.embedded_protocol.OutputStyle
import de.larsgrefer.sass.embedded.SassCompilerFactory

def source = new File(project.basedir, 'src/main/scss/tongban.scss')
def target = new File(project.build.outputDirectory, 'static/assets/tongban.css')
def newest = new File(project.basedir, 'src/main/scss').listFiles().collect { it.lastModified() }.max()
if (target.exists() && target.lastModified() > newest) return

def webjar = new File(project.build.directory, 'govuk-frontend')
if (!webjar.exists()) {
    def jar = getClass().classLoader.getResource('META-INF/resources/webjars/govuk-frontend/').openConnection().jarFile
    jar.entries().findAll { !it.directory && it.name.contains('/dist/govuk/') && it.name.endsWith('.scss') }.each {
        def file = new File(webjar, it.name)
        file.parentFile.mkdirs()
        file.bytes = jar.getInputStream(it).bytes
    }
}
def sassRoot = new File(webjar, 'META-INF/resources/webjars/govuk-frontend').listFiles()[0].toPath().resolve('dist').toFile()
def compiler = SassCompilerFactory.bundled()
try {
    compiler.loadPaths = [sassRoot]
    compiler.outputStyle = OutputStyle.COMPRESSED
    compiler.quietDeps = true
    target.parentFile.mkdirs()
    target.setText(compiler.compileFile(source).css, 'UTF-8')
} finally {
    compiler.close()
}
