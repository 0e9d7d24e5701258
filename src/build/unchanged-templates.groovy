// jte writes all templates anew in every build; those that are as before get their old time back, so that javac (with
// NullAway, 20 seconds) runs only when something changed.
def generated = new File(project.build.directory, 'generated-sources/jte')
def before = new File(project.build.directory, 'jte-before')
if (!generated.exists()) return
generated.eachFileRecurse { file ->
    if (file.directory) return
    def old = new File(before, generated.toPath().relativize(file.toPath()).toString())
    if (old.exists() && old.bytes == file.bytes) {
        file.lastModified = old.lastModified()
    } else {
        old.parentFile.mkdirs()
        old.bytes = file.bytes
        old.lastModified = file.lastModified()
    }
}
