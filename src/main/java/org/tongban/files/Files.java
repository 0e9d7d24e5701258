package org.tongban.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;
import org.tongban.calendar.Time;
import org.tongban.identity.Vault;

/**
 * 附件: keeps what was uploaded. What a file is, is told by its content, not by its name; it lies encrypted under a key of its own, written and
 * synced before its row. An id works only for who uploaded it, until a case takes it; then only through that case.
 */
@Component
public class Files {
    /** 附件信息. */
    public record Info(UUID id, String name, String type, long bytes, String digest) {}

    /** 收不下的附件: why this upload was not taken, in words for the person. */
    public static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTaken(String text) {
            super(text);
        }
    }

    /** Content type → the endings that a name of it may have. */
    private static final Map<String, Set<String>> TAKEN = Map.of(
            "application/pdf", Set.of("pdf"),
            "image/jpeg", Set.of("jpg", "jpeg"),
            "image/png", Set.of("png"),
            "application/vnd.ofd", Set.of("ofd"),
            "application/zip", Set.of("ofd"));

    private static final int NAME_MAX = 200;

    private final FileStore store;
    private final Blobs blobs;
    private final Vault vault;
    private final Time time;
    private final DataSize max;
    private final Tika tika = new Tika();

    Files(FileStore store, Blobs blobs, Vault vault, Time time, @Value("${tongban.files.max:20MB}") DataSize max) {
        this.store = store;
        this.blobs = blobs;
        this.vault = vault;
        this.time = time;
        this.max = max;
    }

    /**
     * Takes an upload.
     *
     * @param owner account of who uploads; only they can hand it in
     * @throws NotTaken for an empty or too large file, or one whose content is not what its name says
     */
    public Info upload(String name, byte[] content, String owner) {
        var type = check(name, content);
        var id = UUID.randomUUID();
        var key = vault.newWrappedKey();
        try {
            blobs.write(id, vault.sealUnder(key, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var info = new Info(
                id,
                name.length() > NAME_MAX ? name.substring(name.length() - NAME_MAX) : name,
                type,
                content.length,
                Vault.digest(content));
        store.insert(info, owner, key, time.now());
        return info;
    }

    private String check(String name, byte[] content) {
        if (content.length == 0) {
            throw new NotTaken("“" + name + "”是空文件，请重新选择。");
        }
        if (content.length > max.toBytes()) {
            throw new NotTaken("“" + name + "”超过 " + max.toMegabytes() + " MB，请压缩或者分成几个文件上传。");
        }
        var type = tika.detect(content, name);
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var endings = TAKEN.get(type);
        if (endings == null) {
            throw new NotTaken("“" + name + "”不是可以接收的类型。可以上传 PDF、OFD 文件和 JPG、PNG 图片。");
        }
        if (!endings.contains(ending)) {
            throw new NotTaken("“" + name + "”的内容和文件名后缀不一致，请检查文件。");
        }
        return type;
    }

    /** The files, of those named, that this account uploaded and no case has taken yet. */
    @Transactional(readOnly = true)
    public List<Info> mine(Collection<UUID> ids, String owner) {
        return ids.isEmpty() ? List.of() : store.unbound(ids, owner);
    }

    /**
     * Binds files to a case, in the case's own transaction.
     *
     * @throws NotTaken if one of them is not the uploader's or already another case's
     */
    public void bind(Collection<UUID> ids, String owner, long casefileId) {
        if (!ids.isEmpty()
                && store.bind(ids, owner, casefileId) != Set.copyOf(ids).size()) {
            throw new NotTaken("有的附件不是您上传的，或者已经用在别的办件里，请重新上传。");
        }
    }

    /** The files of a case. */
    @Transactional(readOnly = true)
    public List<Info> of(long casefileId) {
        return store.of(casefileId);
    }

    /** A file's content for somebody who may see this case; empty where the file is not this case's. */
    public Optional<byte[]> read(UUID id, long casefileId) {
        return store.keyOf(id, casefileId).map(key -> open(id, key));
    }

    /** A file's content for who uploaded it and has not handed it in yet. */
    public Optional<byte[]> read(UUID id, String owner) {
        return store.keyOf(id, owner).map(key -> open(id, key));
    }

    private byte[] open(UUID id, byte[] key) {
        try {
            return vault.openUnder(key, blobs.read(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
