package org.tongban.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 密钥库: a PKCS#12 key store beside its password file. With {@code tongban.keys.create=true} (the demonstration) a missing store
 * is made at the first start; without it a missing store stops the start-up.
 */
@Component
class KeyStoreKeeper implements KeyKeeper {
    private static final String MASTER = "master";
    private static final String LOOKUP = "lookup";
    private static final String TOKEN = "token";

    // read once: the store derives its own key from the password at each reading, on purpose slowly
    private final byte[] master;
    private final byte[] lookup;
    private final byte[] token;

    KeyStoreKeeper(
            @Value("${tongban.keys.store}") Path file,
            @Value("${tongban.keys.password-file}") Path passwordFile,
            @Value("${tongban.keys.create:false}") boolean create)
            throws IOException, GeneralSecurityException {
        if (create && !Files.exists(file)) {
            create(file, passwordFile);
        }
        if (!Files.isReadable(file) || !Files.isReadable(passwordFile)) {
            throw new IllegalStateException("密钥库或口令文件读不到：" + file + "，" + passwordFile
                    + "。请检查 tongban.keys.store 和 tongban.keys.password-file");
        }
        var password = Files.readString(passwordFile).strip().toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        master = key(store, MASTER, password);
        lookup = key(store, LOOKUP, password);
        token = key(store, TOKEN, password);
    }

    @Override
    public byte[] masterKey() {
        return master.clone();
    }

    @Override
    public byte[] lookupKey() {
        return lookup.clone();
    }

    @Override
    public byte[] tokenKey() {
        return token.clone();
    }

    private static byte[] key(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        var key = store.getKey(alias, password);
        byte @Nullable [] encoded = key == null ? null : key.getEncoded();
        if (encoded == null) {
            throw new IllegalStateException("密钥库里没有名为 " + alias + " 的密钥");
        }
        return encoded;
    }

    private static void create(Path file, Path passwordFile) throws IOException, GeneralSecurityException {
        var random = new SecureRandom();
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, owner);
        Files.writeString(
                passwordFile, Long.toString(random.nextLong() >>> 1, 36) + Long.toString(random.nextLong() >>> 1, 36));
        var password = Files.readString(passwordFile).toCharArray();
        var made = KeyStore.getInstance("PKCS12");
        made.load(null, password);
        made.setEntry(MASTER, secret(random, 16), new KeyStore.PasswordProtection(password));
        made.setEntry(LOOKUP, secret(random, 32), new KeyStore.PasswordProtection(password));
        made.setEntry(TOKEN, secret(random, 32), new KeyStore.PasswordProtection(password));
        Files.createFile(file, owner);
        try (var out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            made.store(out, password);
        }
    }

    // PKCS#12 knows no name for SM4 keys; the label inside the store is not what the key is used for.
    private static KeyStore.SecretKeyEntry secret(SecureRandom random, int bytes) {
        var key = new byte[bytes];
        random.nextBytes(key);
        return new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES"));
    }
}
