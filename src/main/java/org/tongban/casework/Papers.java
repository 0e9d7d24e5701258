package org.tongban.casework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.tongban.identity.Vault;
import tools.jackson.databind.ObjectReader;

/**
 * 办理文字: what people wrote, packed and sealed under the case's key. A nonce inside keeps short words from being guessed by their digest,
 * which is over what was written, not over how it is packed.
 */
final class Papers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private static final ObjectReader CONTENT = CaseJson.PLAIN.readerForMapOf(Object.class);

    private Papers() {}

    static CasefileStore.Paper seal(Vault.Key key, Map<String, ?> content) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var written = new LinkedHashMap<String, Object>();
        written.put("nonce", Base64.getEncoder().withoutPadding().encodeToString(nonce));
        written.putAll(content);
        var bytes = CaseJson.PLAIN.writeValueAsString(written).getBytes(StandardCharsets.UTF_8);
        return new CasefileStore.Paper(Vault.digest(bytes), key.seal(packed(bytes)));
    }

    /** Whether the sealed words are those that the event's digest tells. */
    static boolean intact(Vault.Key key, byte[] sealed, String digest) {
        try {
            return Vault.digest(unpacked(key.open(sealed))).equals(digest);
        } catch (RuntimeException e) {
            return false;
        }
    }

    static Map<String, Object> open(Vault.Key key, byte[] sealed) {
        Map<String, Object> content = CONTENT.readValue(unpacked(key.open(sealed)));
        content.remove("nonce");
        return content;
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < bytes.length ? out.toByteArray() : bytes;
    }

    /** JSON begins with a brace, what is packed never does. */
    private static byte[] unpacked(byte[] bytes) {
        if (bytes[0] == '{') {
            return bytes;
        }
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
