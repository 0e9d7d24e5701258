package org.tongban.casework;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.identity.Vault;
import tools.jackson.core.type.TypeReference;

/** 办理文字: what people wrote, sealed under the case's key. A nonce inside keeps short words from being guessed by their digest. */
final class Papers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private Papers() {}

    static CasefileStore.Paper seal(Vault vault, byte[] key, Map<String, ?> content) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var written = new LinkedHashMap<String, Object>();
        written.put("nonce", HexFormat.of().formatHex(nonce));
        written.putAll(content);
        var bytes = CaseJson.PLAIN.writeValueAsString(written).getBytes(StandardCharsets.UTF_8);
        return new CasefileStore.Paper(Vault.digest(bytes), vault.sealUnder(key, bytes));
    }

    static Map<String, Object> open(Vault vault, byte[] key, byte[] sealed) {
        var content =
                CaseJson.PLAIN.readValue(vault.openUnder(key, sealed), new TypeReference<Map<String, Object>>() {});
        content.remove("nonce");
        return content;
    }
}
