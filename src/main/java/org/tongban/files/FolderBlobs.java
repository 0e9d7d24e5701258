package org.tongban.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 附件文件夹: written beside, synced, then renamed into place, and the folder synced too. */
@Component
class FolderBlobs implements Blobs {
    private final Path folder;
    private final Time time;

    FolderBlobs(@Value("${tongban.files.folder:${tongban.data:data}/files}") Path folder, Time time) {
        this.folder = folder;
        this.time = time;
    }

    @Override
    public void write(UUID id, byte[] sealed) throws IOException {
        var target = path(id);
        Files.createDirectories(target.getParent());
        var beside = target.resolveSibling(id + ".part");
        try (var out = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(sealed);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        try (var dir = FileChannel.open(target.getParent())) {
            dir.force(true);
        }
    }

    @Override
    public byte[] read(UUID id) throws IOException {
        return Files.readAllBytes(path(id));
    }

    @Override
    public void delete(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    @Override
    public Iterable<UUID> olderThanHours(int hours) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var before = time.now().minus(Duration.ofHours(hours)).toEpochMilli();
        try (var files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> f.toFile().lastModified() < before)
                    .map(f -> UUID.fromString(f.getFileName().toString().replace(".part", "")))
                    .toList();
        }
    }

    private Path path(UUID id) {
        return folder.resolve(id.toString().substring(0, 2)).resolve(id.toString());
    }
}
