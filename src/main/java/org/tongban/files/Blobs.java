package org.tongban.files;

import java.io.IOException;
import java.util.UUID;

/** 附件存放: where sealed bytes lie: a folder here, an object store elsewhere. */
interface Blobs {
    /** Returns only when the bytes would survive a power cut. */
    void write(UUID id, byte[] sealed) throws IOException;

    byte[] read(UUID id) throws IOException;

    void delete(UUID id) throws IOException;

    /** Ids of what lies there and was last written before the given hours ago. */
    Iterable<UUID> olderThanHours(int hours) throws IOException;
}
